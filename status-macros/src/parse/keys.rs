//! The keys of `#[status(…)]`: the one table that parsing, errors and the guide share.

use syn::parse::ParseStream;
use syn::{Ident, Token};

use super::item::{ends, skip_item};
use super::value::{
    body, detail, dynamic_code, expose, fields, grpc_domain, header, members, only_field, path,
    retry, rules, slug_case, string,
};
use super::{code, grpc};
use crate::model::{Code, DynamicCode, StatusAttributes, TypeAttributes};

/// What an attribute is written on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Enum,
    Struct,
    Table,
    Variant,
    Row,
}

/// A key of `#[status(…)]`: how it is parsed, and how it is documented.
pub struct Key {
    pub name: &'static str,
    /// Where the key may be written.
    pub targets: &'static [Target],
    pub form: ValueForm,
    /// What the value is, in words.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the guide's table shows it"))]
    pub takes: &'static str,
    /// The key as it is written.
    pub example: &'static str,
    /// One line of help.
    pub help: &'static str,
    read: fn(&mut Attributes, &Ident, ParseStream) -> syn::Result<()>,
}

/// How the value of a key is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ValueForm {
    /// `key`
    Flag,
    /// `key`, or `key = value`
    FlagOrValue,
    /// `key = value`
    NameValue,
    /// `key = value`. Without a value, the error names a field, so it is reported when the fields are
    /// known.
    Source,
    /// `key(value)`
    List,
}

/// Everything that the attributes of one target say.
#[derive(Default)]
pub struct Attributes {
    pub code: Option<Code>,
    pub transparent: Option<(Ident, Option<syn::Member>)>,
    pub unlisted: Option<Ident>,
    /// Without a code if it has no value.
    pub dynamic: Option<(Ident, Option<DynamicCode>)>,
    pub fallback: Option<(Ident, Code)>,
    pub of_type: TypeAttributes,
    pub of_status: StatusAttributes,
    /// The rules named by `allow(…)`.
    pub allow: Vec<Ident>,
    /// The keys and integrations that are written, for editors.
    pub keys: Vec<Ident>,
    /// Whether there was a code that could not be read.
    pub unread_code: bool,
}

const ON_STATUS: &[Target] = &[Target::Variant, Target::Struct];
/// On an enum, the key is a default for each variant.
const ON_EACH: &[Target] = &[Target::Variant, Target::Struct, Target::Enum];
const ON_TYPE: &[Target] = &[Target::Enum, Target::Struct, Target::Table];
const ANYWHERE: &[Target] =
    &[Target::Variant, Target::Struct, Target::Enum, Target::Table, Target::Row];

/// To add a key, add a row here and a field to the model, which `expand` then reads.
pub const KEYS: &[Key] = &[
    Key {
        name: "transparent",
        targets: ON_STATUS,
        form: ValueForm::FlagOrValue,
        takes: "nothing, or a field",
        example: "transparent",
        help: "respond as this field does; without a value, as the only field does",
        read: |attributes, key, input| {
            let is_named = input.parse::<Option<Token![=]>>()?.is_some();
            let field = if is_named { Some(only_field(key, input)?) } else { None };
            once(key, &mut attributes.transparent, (key.clone(), field))
        },
    },
    Key {
        name: "unlisted",
        targets: ON_STATUS,
        form: ValueForm::Flag,
        takes: "nothing",
        example: "transparent, unlisted",
        help: "the field's statuses are not known at compile time",
        read: |attributes, key, _| once(key, &mut attributes.unlisted, key.clone()),
    },
    Key {
        name: "dynamic",
        targets: ON_STATUS,
        form: ValueForm::Source,
        takes: "a field, or a function of fields",
        example: "dynamic = code, fallback = 502",
        help: "the code in this field, or the code that `path::to::function(field)` returns",
        read: |attributes, key, input| {
            let code = match input.parse::<Option<Token![=]>>()? {
                Some(_) if !ends(input) => Some(dynamic_code(input)?),
                _ => {
                    skip_item(input)?;
                    None
                }
            };
            once(key, &mut attributes.dynamic, (key.clone(), code))
        },
    },
    Key {
        name: "fallback",
        targets: ON_STATUS,
        form: ValueForm::NameValue,
        takes: "a code",
        example: "dynamic = code, fallback = 502",
        help: "the code to use when a `dynamic` code is missing, is outside the type's range or requires a header field that is not sent, or when a `transparent` field is `None`",
        read: |attributes, key, input| {
            once(key, &mut attributes.fallback, (key.clone(), code::code(input)?))
        },
    },
    Key {
        name: "reason",
        targets: ON_STATUS,
        form: ValueForm::NameValue,
        takes: "a string",
        example: "reason = \"Rather Odd\"",
        help: "the reason phrase, instead of the registry's",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_status.reason, string(key, input)?)
        },
    },
    Key {
        name: "title",
        targets: ON_STATUS,
        form: ValueForm::NameValue,
        takes: "a string",
        example: "title = \"Sold out\"",
        help: "the problem's title, instead of the doc comment's first sentence or the reason",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_status.title, string(key, input)?)
        },
    },
    Key {
        name: "slug",
        targets: ON_STATUS,
        form: ValueForm::NameValue,
        takes: "a string",
        example: "slug = \"sold-out\"",
        help: "the last segment of the problem's type, instead of the name in kebab-case",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_status.slug, string(key, input)?)
        },
    },
    Key {
        name: "header",
        targets: ON_EACH,
        form: ValueForm::List,
        takes: "a name, and a string or field",
        example: "header(\"Retry-After\" = after)",
        help: "a header field of the response; repeat the key for more",
        read: |attributes, key, input| {
            match header(key, input) {
                Ok(header) => attributes.of_status.headers.push(header),
                Err(error) => {
                    attributes.of_status.unread.header = true;
                    return Err(error);
                }
            }
            Ok(())
        },
    },
    Key {
        name: "members",
        targets: ON_EACH,
        form: ValueForm::List,
        takes: "fields, or names with values",
        example: "members(id, code = slug)",
        help: "the extension members of the problem",
        read: |attributes, key, input| {
            attributes.of_status.members.extend(members(key, input)?);
            Ok(())
        },
    },
    Key {
        name: "expose",
        targets: ON_EACH,
        form: ValueForm::Flag,
        takes: "nothing",
        example: "expose",
        help: "send the error's message as the detail (default for 4xx)",
        read: |attributes, key, _| expose(key, true, &mut attributes.of_status),
    },
    Key {
        name: "redact",
        targets: ON_EACH,
        form: ValueForm::Flag,
        takes: "nothing",
        example: "redact",
        help: "do not send the error's message (default for 5xx)",
        read: |attributes, key, _| expose(key, false, &mut attributes.of_status),
    },
    Key {
        name: "detail",
        targets: ON_STATUS,
        form: ValueForm::NameValue,
        takes: "a string or field",
        example: "detail = \"try another card\"",
        help: "send this as the detail, instead of the error's message",
        read: |attributes, key, input| detail(key, input, &mut attributes.of_status),
    },
    Key {
        name: "grpc",
        targets: ON_STATUS,
        form: ValueForm::NameValue,
        takes: "a gRPC code",
        example: "grpc = ALREADY_EXISTS",
        help: "the gRPC code, instead of the one that maps to the HTTP code",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_status.grpc, grpc::code(input)?)
        },
    },
    Key {
        name: "retry",
        targets: ON_STATUS,
        form: ValueForm::NameValue,
        takes: "`\"never\"`, `\"idempotent\"` or `\"always\"`",
        example: "retry = \"idempotent\"",
        help: "whether a client may send the request [again](crate::Retry), instead of what follows from the code",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_status.retry, retry(key, input)?)
        },
    },
    Key {
        name: "skip_decode",
        targets: ON_STATUS,
        form: ValueForm::Flag,
        takes: "nothing",
        example: "skip_decode",
        help: "a client does not [decode](crate::guide::clients) this variant",
        read: |attributes, key, _| once(key, &mut attributes.of_status.skip_decode, key.clone()),
    },
    Key {
        name: "decode_default",
        targets: ON_STATUS,
        form: ValueForm::List,
        takes: "fields",
        example: "decode_default(source)",
        help: "fields that are not sent, which a client gets as their `Default`",
        read: |attributes, key, input| {
            let fields = fields(key, input)?.into_iter().map(|field| (key.clone(), field));
            attributes.of_status.decode_default.extend(fields);
            Ok(())
        },
    },
    Key {
        name: "range",
        targets: ON_TYPE,
        form: ValueForm::NameValue,
        takes: "a range or a class of codes",
        example: "range = 5xx",
        help: "the codes that the type may have; `400..=599` by default, `100..=599` for a table",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_type.range, code::range(input)?)
        },
    },
    Key {
        name: "type_base",
        targets: ON_TYPE,
        form: ValueForm::NameValue,
        takes: "a string",
        example: "type_base = \"https://shop.example/errors/\"",
        help: "the URI reference in front of each slug",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_type.type_base, string(key, input)?)
        },
    },
    Key {
        name: "slug_case",
        targets: ON_TYPE,
        form: ValueForm::NameValue,
        takes: "a case",
        example: "slug_case = \"snake_case\"",
        help: "how variant names become slugs, as in serde's `rename_all`; `kebab-case` by default",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_type.slug_case, slug_case(key, input)?)
        },
    },
    Key {
        name: "slug_prefix",
        targets: ON_TYPE,
        form: ValueForm::NameValue,
        takes: "a string",
        example: "slug_prefix = \"M_\"",
        help: "in front of each slug that follows from a variant's name",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_type.slug_prefix, string(key, input)?)
        },
    },
    Key {
        name: "body",
        targets: ON_TYPE,
        form: ValueForm::NameValue,
        takes: "a path to a function",
        example: "body = crate::envelope",
        help: "the function that makes the [body](crate::guide::bodies), instead of a JSON problem",
        read: |attributes, key, input| once(key, &mut attributes.of_type.body, body(key, input)?),
    },
    Key {
        name: "decode",
        targets: ON_TYPE,
        form: ValueForm::Flag,
        takes: "nothing",
        example: "decode",
        help: "a client gets the error back from its problem: [`Decode`](crate::problem::Decode)",
        read: |attributes, key, _| once(key, &mut attributes.of_type.decode, key.clone()),
    },
    Key {
        name: "grpc_domain",
        targets: ON_TYPE,
        form: ValueForm::NameValue,
        takes: "a string",
        example: "grpc_domain = \"shop.example\"",
        help: "the domain of the errors in gRPC, instead of the host and path of `type_base`",
        read: |attributes, key, input| {
            once(key, &mut attributes.of_type.grpc_domain, grpc_domain(key, input)?)
        },
    },
    Key {
        name: "crate",
        targets: ON_TYPE,
        form: ValueForm::NameValue,
        takes: "a path",
        example: "crate = my_crate::status_core",
        help: "the path to status-core",
        read: |attributes, key, input| once(key, &mut attributes.of_type.krate, path(key, input)?),
    },
    Key {
        name: "allow",
        targets: ANYWHERE,
        form: ValueForm::List,
        takes: "rules",
        example: "allow(unregistered_code)",
        help: "waive these [rules](crate::guide::rules) here",
        read: |attributes, key, input| {
            attributes.allow.extend(rules(key, input)?);
            Ok(())
        },
    },
];

/// An integration of status-core: the macro of this name in its `__private`. To add one, add a row
/// here and a file there.
pub struct Integration {
    pub name: &'static str,
    /// Where the name may be written.
    pub targets: &'static [Target],
    /// What the type becomes.
    pub help: &'static str,
}

const fn integration(name: &'static str, help: &'static str) -> Integration {
    Integration { name, targets: ON_TYPE, help }
}

pub const INTEGRATIONS: &[Integration] = &[
    integration("axum", "an axum `IntoResponse`"),
    integration("actix_web", "an actix-web `ResponseError` and `Responder`"),
    integration(
        "http",
        "an `http::Response`, with `into` or `?`; a table also converts to and from `http::StatusCode`",
    ),
    integration("tonic", "a `tonic::Status`, with `into` or `?`"),
    integration("rocket", "a rocket `Responder`"),
    integration("poem", "a poem `IntoResponse`, and a `poem::Error` with `into` or `?`"),
    integration("salvo", "a salvo `Writer`"),
    integration("warp", "a warp `Reply` and `Reject`"),
    integration("utoipa", "utoipa's `IntoResponses` and `ToSchema`"),
    integration("aide", "aide's `OperationOutput`"),
    integration("salvo_oapi", "salvo_oapi's `EndpointOutRegister` and `ToResponses`"),
    integration("poem_openapi", "poem_openapi's `ApiResponse`"),
    Integration {
        name: "serde",
        targets: &[Target::Table],
        help: "serde's `Serialize`, as its code",
    },
];

impl Target {
    /// The target with its article, for messages.
    pub fn with_article(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Table => "a table",
            Self::Variant => "a variant",
            Self::Row => "a row",
        }
    }

    /// Whether this is a type.
    pub fn is_type(self) -> bool {
        ON_TYPE.contains(&self)
    }

    /// Whether a status can be given here. A row has its code before its name.
    pub fn has_status(self) -> bool {
        ON_STATUS.contains(&self)
    }

    /// The names of the keys that may be written here.
    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        KEYS.iter().filter(move |key| key.targets.contains(&self)).map(|key| key.name)
    }

    /// The names of the integrations that may be written here.
    pub fn integrations(self) -> impl Iterator<Item = &'static str> {
        let here = INTEGRATIONS.iter().filter(move |it| it.targets.contains(&self));
        here.map(|integration| integration.name)
    }
}

impl Key {
    pub fn find(name: &Ident) -> Option<&'static Self> {
        KEYS.iter().find(|key| name == key.name)
    }

    /// Reads the value after the key into its place.
    pub fn read(
        &self,
        attributes: &mut Attributes,
        key: &Ident,
        input: ParseStream,
    ) -> syn::Result<()> {
        (self.read)(attributes, key, input)
    }
}

/// Keeps the value of a key that may be given once.
fn once<T>(key: &Ident, slot: &mut Option<T>, value: T) -> syn::Result<()> {
    if slot.is_some() {
        return Err(crate::messages::given_twice(key));
    }
    *slot = Some(value);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{INTEGRATIONS, KEYS, Target};

    const GUIDE: &str = include_str!("../../../status-core/src/docs/attributes.md");

    /// The targets, as the guide's tables name them.
    fn places(targets: &[Target]) -> String {
        let all = [Target::Enum, Target::Struct, Target::Table, Target::Variant, Target::Row];
        let written = all.iter().filter(|target| targets.contains(target));
        let words = written.map(|target| target.with_article().split_once(' ').unwrap().1);
        words.collect::<Vec<_>>().join(", ")
    }

    /// The rows of the guide's table with this heading.
    fn rows(heading: &str) -> Vec<&'static str> {
        let table = GUIDE.split_once(heading).unwrap_or_else(|| panic!("no table {heading}")).1;
        table.lines().skip(2).take_while(|line| line.starts_with('|')).collect()
    }

    #[test]
    fn the_guide_has_every_key_and_no_other() {
        let row = |key: &super::Key| {
            let super::Key { name, takes, example, help, .. } = key;
            format!("| {} | `{name}` | {takes} | `{example}` | {help} |", places(key.targets))
        };
        let expected: Vec<String> = KEYS.iter().map(row).collect();
        assert_eq!(rows("| where | key | value | example | meaning |"), expected);
    }

    #[test]
    fn the_guide_has_every_integration_and_no_other() {
        let row = |it: &super::Integration| {
            format!("| {} | `{}` | {} |", places(it.targets), it.name, it.help)
        };
        let expected: Vec<String> = INTEGRATIONS.iter().map(row).collect();
        assert_eq!(rows("| where | key | the type becomes |"), expected);
    }
}
