//! The keys of `#[status(…)]`: the one table that parsing, errors and the guide share.

use syn::parse::ParseStream;
use syn::{Ident, Token};

use super::value::{dynamic, expose, fallback, grpc, header, members, names, path, range, string};
use crate::model::{Code, StatusAttributes, TypeAttributes};

/// What an attribute is written on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Enum,
    Struct,
    Table,
    Variant,
    Row,
}

/// What one key means to the parser, and to the person who writes it.
pub struct Key {
    pub name: &'static str,
    /// Where the key may be written.
    pub targets: &'static [Target],
    pub value: Value,
    /// The key as it is written.
    pub example: &'static str,
    /// One line of help. The guide has the whole story.
    #[cfg_attr(not(test), expect(dead_code, reason = "the guide's table is held to it by a test"))]
    pub help: &'static str,
    read: fn(&mut Keys, &Ident, ParseStream) -> syn::Result<()>,
}

/// The form of a key's value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// The key alone.
    None,
    /// `key = value`
    Assigned,
    /// `key(value)`
    Listed,
}

/// All that the attributes of one target say.
#[derive(Default)]
pub struct Keys {
    pub code: Option<Code>,
    pub transparent: Option<Ident>,
    pub unlisted: Option<Ident>,
    pub dynamic: Option<(Ident, syn::Member)>,
    pub fallback: Option<(Ident, Code)>,
    pub of_type: TypeAttributes,
    pub of_status: StatusAttributes,
    /// The rules named by `allow(…)`.
    pub allow: Vec<Ident>,
    /// Whether there was a code that could not be read.
    pub unreadable_code: bool,
    /// Whether there was something else that could not be read, and may have been meant to give the
    /// status.
    pub unreadable_key: bool,
}

const ON_STATUS: &[Target] = &[Target::Variant, Target::Struct];
const ON_TYPE: &[Target] = &[Target::Enum, Target::Struct, Target::Table];
const ANYWHERE: &[Target] =
    &[Target::Variant, Target::Struct, Target::Enum, Target::Table, Target::Row];

/// A new key is a row here and a field of the model; expand then reads that field.
pub const KEYS: &[Key] = &[
    Key {
        name: "transparent",
        targets: ON_STATUS,
        value: Value::None,
        example: "transparent",
        help: "take the status, header fields and members of the only field",
        read: |keys, key, _| once(key, &mut keys.transparent, key.clone()),
    },
    Key {
        name: "unlisted",
        targets: ON_STATUS,
        value: Value::None,
        example: "transparent, unlisted",
        help: "the statuses of a transparent field are not known at compile time",
        read: |keys, key, _| once(key, &mut keys.unlisted, key.clone()),
    },
    Key {
        name: "dynamic",
        targets: ON_STATUS,
        value: Value::Assigned,
        example: "dynamic = code, fallback = 502",
        help: "the status code is in a field",
        read: |keys, key, input| {
            once(key, &mut keys.dynamic, (key.clone(), dynamic(key, input)?))
        },
    },
    Key {
        name: "fallback",
        targets: ON_STATUS,
        value: Value::Assigned,
        example: "dynamic = code, fallback = 502",
        help: "the status for a dynamic code outside the range of the type",
        read: |keys, key, input| once(key, &mut keys.fallback, (key.clone(), fallback(input)?)),
    },
    Key {
        name: "reason",
        targets: ON_STATUS,
        value: Value::Assigned,
        example: "reason = \"…\"",
        help: "the reason phrase, for a code that has none in the registry",
        read: |keys, key, input| once(key, &mut keys.of_status.reason, string(key, input)?),
    },
    Key {
        name: "title",
        targets: ON_STATUS,
        value: Value::Assigned,
        example: "title = \"…\"",
        help: "the title of the problem, instead of the first sentence of the doc comment",
        read: |keys, key, input| once(key, &mut keys.of_status.title, string(key, input)?),
    },
    Key {
        name: "slug",
        targets: ON_STATUS,
        value: Value::Assigned,
        example: "slug = \"order-not-found\"",
        help: "the last segment of the problem's `type`, instead of the variant's name",
        read: |keys, key, input| once(key, &mut keys.of_status.slug, string(key, input)?),
    },
    Key {
        name: "header",
        targets: ON_STATUS,
        value: Value::Listed,
        example: "header(\"Retry-After\" = after)",
        help: "a header field of the response: a string, or a field of the variant",
        read: |keys, key, input| {
            match header(key, input) {
                Ok(header) => keys.of_status.headers.push(header),
                Err(error) => {
                    keys.of_status.unreadable_header = true;
                    return Err(error);
                }
            }
            Ok(())
        },
    },
    Key {
        name: "members",
        targets: ON_STATUS,
        value: Value::Listed,
        example: "members(id, line)",
        help: "the fields that are extension members of the problem",
        read: |keys, key, input| {
            keys.of_status.members.extend(members(key, input)?);
            Ok(())
        },
    },
    Key {
        name: "expose",
        targets: ON_STATUS,
        value: Value::None,
        example: "expose",
        help: "send the text of the error as the problem's detail",
        read: |keys, key, _| expose(key, true, &mut keys.of_status.exposure),
    },
    Key {
        name: "redact",
        targets: ON_STATUS,
        value: Value::None,
        example: "redact",
        help: "log the text of the error, and do not send it",
        read: |keys, key, _| expose(key, false, &mut keys.of_status.exposure),
    },
    Key {
        name: "grpc",
        targets: ON_STATUS,
        value: Value::Assigned,
        example: "grpc = NOT_FOUND",
        help: "the gRPC code, instead of the one that is paired with the HTTP code",
        read: |keys, key, input| once(key, &mut keys.of_status.grpc, grpc(input)?),
    },
    Key {
        name: "range",
        targets: ON_TYPE,
        value: Value::Assigned,
        example: "range = 400..=599",
        help: "the codes that the type may have",
        read: |keys, key, input| once(key, &mut keys.of_type.range, range(input)?),
    },
    Key {
        name: "type_base",
        targets: ON_TYPE,
        value: Value::Assigned,
        example: "type_base = \"https://shop.example/errors/\"",
        help: "the URI reference before each slug",
        read: |keys, key, input| once(key, &mut keys.of_type.type_base, string(key, input)?),
    },
    Key {
        name: "crate",
        targets: ON_TYPE,
        value: Value::Assigned,
        example: "crate = my_crate::status_core",
        help: "the path to status-core, for re-exports and renamed dependencies",
        read: |keys, key, input| once(key, &mut keys.of_type.krate, path(key, input)?),
    },
    Key {
        name: "allow",
        targets: ANYWHERE,
        value: Value::Listed,
        example: "allow(missing_docs)",
        help: "waive rules here",
        read: |keys, key, input| {
            keys.allow.extend(names(key, input)?);
            Ok(())
        },
    },
];

/// The integrations of status-core, each the name of a macro in its `__private`, and where they may
/// be written. A new one is a row here and a file there.
pub const INTEGRATIONS: &[(&str, &[Target])] = &[
    ("axum", ON_TYPE),
    ("actix_web", ON_TYPE),
    ("http", ON_TYPE),
    ("tonic", ON_TYPE),
    ("rocket", ON_TYPE),
    ("poem", ON_TYPE),
    ("salvo", ON_TYPE),
    ("warp", ON_TYPE),
    ("serde", &[Target::Table]),
];

impl Target {
    /// The target with its article, for messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Table => "a table",
            Self::Variant => "a variant",
            Self::Row => "a row",
        }
    }

    /// Whether a whole type is meant.
    pub fn is_type(self) -> bool {
        ON_TYPE.contains(&self)
    }

    /// Whether a status is given here. A row has its code before its name.
    pub fn has_status(self) -> bool {
        ON_STATUS.contains(&self)
    }

    /// The names of the keys that may be written here.
    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        KEYS.iter().filter(move |key| key.targets.contains(&self)).map(|key| key.name)
    }

    /// The names of the integrations that may be written here.
    pub fn integrations(self) -> impl Iterator<Item = &'static str> {
        INTEGRATIONS.iter().filter(move |(_, on)| on.contains(&self)).map(|(name, _)| *name)
    }
}

impl Key {
    pub fn find(name: &Ident) -> Option<&'static Self> {
        KEYS.iter().find(|key| name == key.name)
    }

    /// Reads the value after the key into its place.
    pub fn read(&self, keys: &mut Keys, key: &Ident, input: ParseStream) -> syn::Result<()> {
        (self.read)(keys, key, input)
    }

    /// Whether the key is one of those that say where the status comes from.
    pub fn gives_status(&self) -> bool {
        ["transparent", "unlisted", "dynamic", "fallback"].contains(&self.name)
    }
}

/// Whether a value follows a key.
pub fn value_follows(input: ParseStream) -> bool {
    input.peek(Token![=]) || input.peek(syn::token::Paren)
}

/// Keeps the value of a key that may be given once.
fn once<T>(key: &Ident, slot: &mut Option<T>, value: T) -> syn::Result<()> {
    if slot.is_some() {
        return Err(crate::messages::given_twice(key));
    }
    *slot = Some(value);
    Ok(())
}
