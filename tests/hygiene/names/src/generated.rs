//! Input from a `macro_rules!` macro, whose fragments are in groups without delimiters.

macro_rules! error {
    (
        $(#[$meta:meta])* $vis:vis $name:ident $(<$life:lifetime, $param:ident>)?
        $base:literal $low:literal $high:literal $path:path;
        $($variant:ident $code:literal $doc:literal $header:literal $value:literal
            $field:ident $ty:ty;)*
        = $delegate:ty, $dynamic:ident $fallback:literal
    ) => {
        $(#[$meta])*
        #[derive(::status_core::HttpStatus)]
        #[status(range = $low..=$high, type_base = $base, crate = $path)]
        $vis enum $name $(<$life, $param>)? {
            $(
                #[doc = $doc]
                #[status($code, header($value = $header), header("Age" = $field), members($field))]
                $variant { $field: $ty },
            )*
            #[status(transparent)]
            Delegate($delegate),
        }

        #[derive(::status_core::HttpStatus)]
        #[status(dynamic = code, fallback = $fallback)]
        $vis struct $dynamic {
            $vis code: u16,
        }
    };
}

error! {
    /// Errors of the gateway.
    #[derive(Debug)]
    pub Generated<'a, T> "https://example.com/" 400 599 ::status_core;
    NotFound 404 "No *such* thing. It may have been." "1" "Via" id Option<u64>;
    Busy 429 "Too much." "2" "Via" text &'a T;
    = Table, Dynamic 502
}

macro_rules! problem {
    ($name:ident $code:path, $reason:literal $slug:expr, $($doc:expr)*; $($allow:ident)?) => {
        $(#[doc = $doc])*
        #[derive(::status_core::HttpStatus)]
        #[status($code, reason = $reason, slug = $slug, title = $reason $(, allow($allow))?)]
        pub struct $name;
    };
}
problem! { Missing NOT_FOUND, "Not Found" "missing", "One." concat!("T", "wo."); }
problem! { Gone StatusCode::GONE, "Gone" "gone", ; missing_docs }

macro_rules! table {
    (
        $(#[$meta:meta])* $vis:vis $name:ident $low:literal $high:literal;
        $($code:literal $row:ident $doc:literal $reason:literal;)*
        = $($(#[$row_meta:meta])* $path:path, $path_row:ident;)*
    ) => {
        ::status_core::status_table! {
            $(#[$meta])*
            $vis enum $name: $low..=$high {
                $(#[doc = $doc] $code $row $reason,)*
                $($(#[$row_meta])* $path $path_row),*
            }
        }
    };
}

table! {
    /// What the edge sends.
    #[status(axum, allow(unregistered_code))]
    #[derive(Default)]
    pub Table 400 530;
    520 UnknownError "Not HTTP." "Web Server Returned an Unknown Error";
    521 WebServerDown "Refused." "Web Server Is Down";
    =
    /// The gateway's.
    #[default]
    BAD_GATEWAY, BadGateway;
    /// Ours.
    StatusCode::SERVICE_UNAVAILABLE, ServiceUnavailable;
}

macro_rules! attribute {
    ($(#[$meta:meta])* $name:ident { $(#[$variant_meta:meta])* $variant:ident }) => {
        #[derive(::status_core::HttpStatus)]
        $(#[$meta])*
        pub enum $name {
            $(#[$variant_meta])*
            $variant,
        }
    };
}

attribute! {
    /// Its attributes are whole fragments.
    #[status(range = 4xx)]
    Whole {
        /// It is not there.
        #[status(404)]
        NotFound
    }
}

macro_rules! whole {
    ($item:item) => {
        #[derive(::status_core::HttpStatus)]
        $item
    };
}

whole! {
    /// The type is one fragment.
    #[status(500)]
    pub struct Fragment<'a, T: ?Sized + ::core::cmp::PartialOrd<T> = u8>(pub &'a T, pub (u8, fn() -> T))
    where
        T: ::core::marker::Copy;
}

whole! {
    /// With its own codes.
    #[repr(u8)]
    pub enum Numbered {
        /// It is not there.
        #[status(404)]
        NotFound = ::core::mem::size_of::<(u8, u16)>() as u8,
        /// It failed.
        #[status(500)]
        Failed(u8, ()) = 1 << 3,
    }
}

// The values of the fragments are used.
const _: () = {
    use ::status_core::{Status, StatusTable};
    const fn same(a: &str, b: &str) -> bool {
        let (a, b) = (a.as_bytes(), b.as_bytes());
        let mut at = 0;
        while at < a.len() && at < b.len() && a[at] == b[at] {
            at += 1;
        }
        at == a.len() && at == b.len()
    }
    const NOT_FOUND: &Status = &<Generated<'static, u16> as StatusTable>::TABLE.statuses()[0];
    assert!(NOT_FOUND.code() == 404);
    assert!(same(NOT_FOUND.documentation(), "No *such* thing. It may have been."));
    assert!(same(NOT_FOUND.title(), "No such thing."));
    const MISSING: &Status = &Missing::TABLE.statuses()[0];
    assert!(MISSING.code() == 404);
    assert!(same(MISSING.documentation(), "One.\nTwo."));
    assert!(same(MISSING.slug(), "missing"));
    assert!(same(Table::WebServerDown.reason(), "Web Server Is Down"));
    assert!(same(Table::WebServerDown.documentation(), "Refused."));
    assert!(Table::ServiceUnavailable as u16 == 503);
    assert!(Whole::TABLE.statuses()[0].code() == 404);
};
