//! Where an attribute stands, and the keys that fit there.

/// The integrations of status-core, each the name of a macro in its `__private`.
pub const INTEGRATIONS: [&str; 8] =
    ["actix_web", "axum", "http", "poem", "rocket", "salvo", "tonic", "warp"];

pub const TYPE_KEYS: [&str; 3] = ["range", "type_base", "crate"];
pub const VARIANT_KEYS: [&str; 12] = [
    "transparent",
    "unlisted",
    "dynamic",
    "fallback",
    "reason",
    "title",
    "slug",
    "header",
    "members",
    "expose",
    "redact",
    "grpc",
];

/// Where an attribute stands.
#[derive(Clone, Copy)]
pub enum Place {
    Enum,
    Struct,
    Table,
    Variant,
    Row,
}

impl Place {
    pub fn name(self) -> &'static str {
        match self {
            Self::Enum => "an enum",
            Self::Struct => "a struct",
            Self::Table => "a table",
            Self::Variant => "a variant",
            Self::Row => "a row",
        }
    }

    /// Whether the keys and integrations of a whole type stand here.
    pub fn is_type(self) -> bool {
        matches!(self, Self::Enum | Self::Struct | Self::Table)
    }

    /// Whether a status and its keys stand here. A row has its code before its name.
    pub fn has_status(self) -> bool {
        matches!(self, Self::Struct | Self::Variant)
    }

    /// The keys that fit here.
    pub fn keys(self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        for group in self.groups() {
            keys.extend_from_slice(group);
        }
        keys
    }

    /// Whether `key` is one of them.
    pub fn has_key(self, key: &str) -> bool {
        self.groups().iter().any(|group| group.contains(&key))
    }

    fn groups(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Struct => &[&VARIANT_KEYS, &TYPE_KEYS, &["allow"], &INTEGRATIONS],
            Self::Enum | Self::Table => &[&TYPE_KEYS, &["allow"], &INTEGRATIONS],
            Self::Variant => &[&VARIANT_KEYS, &["allow"]],
            Self::Row => &[&["allow"]],
        }
    }
}
