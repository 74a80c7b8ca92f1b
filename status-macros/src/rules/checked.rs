//! The model that the rules have accepted, with the defaults filled in.

use crate::defaults;
use crate::model::{Checked, Model, Parsed, Row, Source, Status, Subject, Variant};

/// The checked model, or the parsed one back if a variant has no status, which is reported before.
pub fn checked(parsed: Parsed) -> Result<Checked, Box<Parsed>> {
    let is_missing = |variant: &Variant<Source>| {
        matches!(variant.status, Source::Missing | Source::Unreadable(_))
    };
    if parsed.variants.iter().any(is_missing) {
        return Err(Box::new(parsed));
    }
    let Model { subject, variants } = parsed;
    let variants = variants.into_iter().filter_map(|variant| checked_variant(&subject, variant));
    let variants = variants.collect();
    Ok(Model { subject, variants })
}

/// `None` if it has no status.
fn checked_variant(subject: &Subject, variant: Variant<Source>) -> Option<Variant<Status>> {
    let Variant { location, ident, name, fields, attrs, status, attributes, documentation } =
        variant;
    let status = match status {
        Source::Code(code) => {
            let slug = defaults::slug(subject, &attributes, &name);
            let reason = defaults::reason(&attributes, &code);
            let title = defaults::title(subject, &attributes, &documentation, &reason);
            let type_uri = defaults::type_uri(subject, &slug);
            Status::Row(Row {
                body: defaults::body(type_uri.as_deref(), &title, code.value),
                exposed: defaults::exposed(subject, &attributes, &code),
                grpc: attributes.grpc.as_ref().map(|grpc| grpc.value),
                code,
                slug,
                reason,
                title,
                type_uri,
            })
        }
        Source::Transparent(delegate) => Status::Transparent(delegate),
        Source::Dynamic(dynamic) => Status::Dynamic(dynamic),
        Source::Missing | Source::Unreadable(_) => return None,
    };
    Some(Variant { location, ident, name, fields, attrs, status, attributes, documentation })
}
