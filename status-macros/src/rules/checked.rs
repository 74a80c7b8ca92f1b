//! The model that the rules have accepted, with the defaults filled in.

use crate::defaults;
use crate::model::{Checked, Code, Model, Parsed, Row, Source, Status, Subject, Variant};

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
    let (source, variant) = variant.replace_status(());
    let status = match source {
        Source::Code(code) => Status::Row(row(subject, &variant, code)),
        Source::Transparent { delegate, fallback } => Status::Transparent {
            delegate,
            fallback: fallback.map(|code| row(subject, &variant, code)),
        },
        Source::Dynamic(dynamic) => Status::Dynamic(dynamic),
        Source::Missing | Source::Unreadable(_) => return None,
    };
    Some(variant.replace_status(status).1)
}

fn row(subject: &Subject, variant: &Variant<()>, code: Code) -> Row {
    let Variant { name, attributes, documentation, .. } = variant;
    let slug = defaults::slug(subject, attributes, name);
    let reason = defaults::reason(attributes, &code);
    let title = defaults::title(subject, attributes, documentation, &reason);
    let type_uri = defaults::type_uri(subject, &slug);
    let constants = defaults::constant_members(subject, variant, &slug);
    Row {
        body: defaults::body(type_uri.as_deref(), &title, code.value, &constants),
        exposed: defaults::exposed(subject, attributes, &code),
        grpc: attributes.grpc.as_ref().map(|grpc| grpc.value),
        code,
        slug,
        reason,
        title,
        type_uri,
        constants,
    }
}
