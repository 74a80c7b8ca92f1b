//! Tables made with `status_table!`.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;
use std::str::FromStr;

use status_core::{
    Class, ClientError, HttpStatus, Informational, InvalidStatus, Redirection, ServerError, Status,
    StatusTable, Success, status_table,
};

status_table! {
    /// What our edge returns when an origin fails.
    #[status(allow(unregistered_code), type_base = "https://edge.example/errors#")]
    #[derive(Default)]
    enum EdgeError: 500..=530 {
        /// The origin's response was not valid HTTP.
        #[default]
        520 UnknownError "Web Server Returned an Unknown Error",
        /// The origin refused the connection.
        521 WebServerDown "Web Server Is Down",
        /// Nothing better is known.
        INTERNAL_SERVER_ERROR InternalServerError,
    }
}

status_table! {
    /// Without a range, a table can have any code.
    enum Mixed {
        /// The request succeeded.
        200 Ok,
        /// It is too large.
        StatusCode::CONTENT_TOO_LARGE ContentTooLarge
    }
}

status_table! {
    /// Codes without a gap, out of order, with an empty base.
    #[status(allow(unregistered_code), type_base = "")]
    #[derive(Debug)]
    #[repr(u16)]
    enum Reversed {
        /// The last.
        599 r#Last "Last of All",
        /// "The" one before it. It is no more than that.
        598 BeforeLast "Last but One",
    }
}

/// Converts every `u16` and every text of a row, and back.
fn round_trip<T>(all: &[T], from_code: fn(u16) -> Option<T>)
where
    T: Copy + Debug + PartialEq + HttpStatus + StatusTable,
    T: TryFrom<u16, Error = InvalidStatus> + FromStr<Err = InvalidStatus> + ToString + Into<u16>,
{
    assert_eq!(all.len(), T::TABLE.statuses().len());
    for code in 0..=u16::MAX {
        let expected = all.iter().copied().find(|row| row.code() == code);
        assert_eq!(from_code(code), expected);
        assert_eq!(T::try_from(code).ok(), expected);
        assert_eq!(code.to_string().parse::<T>().ok(), expected);
        if let Err(error) = T::try_from(code) {
            assert_eq!(error.table(), T::TABLE);
            // Formatting the message 65,536 times would dominate the test.
            if code % 601 != 0 {
                continue;
            }
            assert!(error.to_string().starts_with(&format!("{code} is not a status of ")));
        }
    }
    for (row, status) in all.iter().copied().zip(T::TABLE.statuses()) {
        assert!(std::ptr::eq(row.status(), status));
        let (code, reason): (u16, _) = (row.into(), row.reason());
        assert_eq!(row.to_string(), format!("{code} {reason}"));
        for text in [reason.to_owned(), row.to_string()] {
            assert_eq!(text.parse(), Ok(row), "{text}");
        }
        let wrong_case = reason.to_lowercase();
        for text in [
            format!("{} {reason}", code + 1),
            format!("{code}{reason}"),
            format!("{code}  {reason}"),
            format!("{code} "),
            format!(" {code}"),
            format!("+{code}"),
            format!("0{code}"),
            wrong_case,
        ] {
            assert!(text.parse::<T>().is_err(), "{text}");
        }
    }
    for text in ["", " ", "50", "5é", "ééé", "🦀🦀", "\0\0\0", "503 Nonsense"] {
        assert!(text.parse::<T>().is_err(), "{text}");
    }
}

#[test]
fn every_code_and_text_converts_to_its_row_and_back() {
    round_trip(Informational::ALL, Informational::from_code);
    round_trip(Success::ALL, Success::from_code);
    round_trip(Redirection::ALL, Redirection::from_code);
    round_trip(ClientError::ALL, ClientError::from_code);
    round_trip(ServerError::ALL, ServerError::from_code);
    round_trip(EdgeError::ALL, EdgeError::from_code);
    round_trip(Mixed::ALL, Mixed::from_code);
    round_trip(Reversed::ALL, Reversed::from_code);
}

#[test]
fn everything_is_const() {
    const FOUND: Option<ServerError> = ServerError::from_code(503);
    const CODE: u16 = ServerError::BadGateway.code();
    const REASON: &str = ServerError::BadGateway.reason();
    const DOCUMENTATION: &str = ServerError::BadGateway.documentation();
    const STATUS: &Status = ServerError::BadGateway.status();
    const SPEC: Option<&str> = STATUS.spec();
    assert_eq!(FOUND, Some(ServerError::ServiceUnavailable));
    assert_eq!((CODE, REASON, SPEC), (502, "Bad Gateway", Some("RFC 9110 §15.6.3")));
    assert_eq!(STATUS.documentation(), DOCUMENTATION);
    assert_eq!(ServerError::BadGateway as u16, 502);
}

#[test]
fn a_row_is_a_plain_value() {
    let set: HashSet<_> = ServerError::ALL.iter().copied().collect();
    let ordered: BTreeSet<_> = ServerError::ALL.iter().rev().copied().collect();
    assert_eq!(set.len(), 11);
    assert!(ordered.into_iter().eq(ServerError::ALL.iter().copied()));
    assert!(ServerError::BadGateway < ServerError::ServiceUnavailable);
    assert!(matches!(ServerError::BadGateway, ServerError::BadGateway));
    assert_eq!(size_of::<ServerError>(), 2);
    assert_eq!(size_of::<Option<ServerError>>(), 2);
    assert_eq!(format!("{:?} {:#?}", ServerError::BadGateway, Mixed::Ok), "BadGateway Ok");
    assert_eq!(format!("{:?} {:?}", Reversed::r#Last, Reversed::BeforeLast), "Last BeforeLast");
    let error: Box<dyn std::error::Error + Send + Sync> = ServerError::BadGateway.into();
    assert_eq!(error.to_string(), "502 Bad Gateway");
}

#[test]
fn a_custom_table_has_what_its_author_wrote() {
    assert_eq!(EdgeError::default(), EdgeError::UnknownError);
    let status = EdgeError::WebServerDown.status();
    assert_eq!(status.name(), "WebServerDown");
    assert_eq!(status.slug(), "web-server-down");
    assert_eq!(status.type_uri(), Some("https://edge.example/errors#web-server-down"));
    assert_eq!(status.title(), "The origin refused the connection.");
    assert_eq!(status.documentation(), "The origin refused the connection.");
    assert_eq!(status.class(), Class::ServerError);
    assert_eq!(status.spec(), None);
    assert!(!status.is_exposed());
    assert_eq!(EdgeError::TABLE.type_base(), Some("https://edge.example/errors#"));
    assert_eq!(EdgeError::TABLE.documentation(), "What our edge returns when an origin fails.");
    let status = Reversed::BeforeLast.status();
    assert_eq!((status.name(), status.reason()), ("BeforeLast", "Last but One"));
    assert_eq!(
        (status.type_uri(), status.title()),
        (Some("before-last"), "\"The\" one before it.")
    );
    let status = Reversed::r#Last.status();
    assert_eq!((status.name(), status.slug(), status.title()), ("Last", "last", "The last."));
    // In any table, a registered code has the facts of the registry.
    assert_eq!(EdgeError::InternalServerError.status().spec(), Some("RFC 9110 §15.6.1"));
    assert_eq!("Payload Too Large".parse(), Ok(Mixed::ContentTooLarge));
    assert_eq!("413 Request Entity Too Large".parse(), Ok(Mixed::ContentTooLarge));
}

status_table! {
    /// A reason may begin with digits, and may be a former phrase of another code.
    #[status(allow(unregistered_code, foreign_reason))]
    #[derive(Hash)]
    enum Odd {
        /// It is the first of its class.
        100 Continue,
        /// It is too large.
        413 ContentTooLarge,
        /// It has a former phrase of 413.
        500 InternalServerError "Payload Too Large",
        /// It begins with digits.
        598 Ways "404 Ways",
        /// It is the last.
        599 Last "The Last",
    }
}

#[test]
fn a_reason_takes_precedence_over_a_former_phrase() {
    assert_eq!("404 Ways".parse(), Ok(Odd::Ways));
    assert_eq!("598 404 Ways".parse(), Ok(Odd::Ways));
    assert_eq!("Payload Too Large".parse(), Ok(Odd::InternalServerError));
    assert_eq!("Request Entity Too Large".parse(), Ok(Odd::ContentTooLarge));
    assert_eq!(
        Odd::try_from(404).unwrap_err().to_string(),
        "404 is not a status of Odd, which has the codes 100, 413, 500, 598 and 599"
    );
    assert_eq!(
        Informational::try_from(999).unwrap_err().to_string(),
        "999 is not a status of Informational, which has the codes 100-104"
    );
}

#[test]
fn an_invalid_status_names_the_input_and_the_valid_codes() {
    let message = |text: &str| text.parse::<EdgeError>().unwrap_err().to_string();
    assert_eq!(
        message("522"),
        "\"522\" is not a status of EdgeError, which has the codes 500, 520 and 521"
    );
    assert_eq!(
        format!("{:?}", "522".parse::<EdgeError>().unwrap_err()),
        format!("InvalidStatus({})", message("522"))
    );
    assert_eq!(
        message("a\r\n\"b\""),
        r#""a\r\n\"b\"" is not a status of EdgeError, which has the codes 500, 520 and 521"#
    );
    // The 48th byte is in the middle of a character.
    assert!(
        message(&format!("a{}", "é".repeat(99))).starts_with(&format!("\"a{}\"…", "é".repeat(23)))
    );
    let long = "é".repeat(1_000_000);
    assert_eq!(
        message(&long),
        format!(
            "\"{}\"… is not a status of EdgeError, which has the codes 500, 520 and 521",
            "é".repeat(24)
        )
    );
    assert_eq!(
        Mixed::try_from(201).unwrap_err().to_string(),
        "201 is not a status of Mixed, which has the codes 200 and 413"
    );
}

/// Some frameworks turn a handler into a unit struct of its name, and a pattern of that name means
/// the struct.
#[allow(non_camel_case_types, non_upper_case_globals, dead_code)]
mod beside_common_names {
    use status_core::{HttpStatus, status_table};

    macro_rules! units {
        ($($name:ident)*) => { $(struct $name;)* };
    }
    units! {
        status code text row reason place f index error former serializer request response depot answer
        body message added field detail members bool str u16 usize
    }
    const phrase: u8 = 0;
    static table: u8 = 0;

    status_table! {
        /// A table.
        #[status(axum, http, serde)]
        pub enum Table {
            /// A row.
            404 NotFound,
            /// A row.
            409 Conflict,
        }
    }

    #[derive(Debug, thiserror::Error, HttpStatus)]
    #[error("text")]
    #[status(axum, http, body = crate::beside_common_names::make)]
    pub enum Error {
        /// A row.
        #[status(404, members(id, kind = "a"), header("X-Id" = id), detail = id)]
        NotFound { id: ::core::primitive::u16 },
        #[status(dynamic = 0, fallback = 500)]
        Dynamic(::core::primitive::u16),
        /// A row.
        #[status(transparent, fallback = 500)]
        Table(Option<Table>),
    }

    pub fn make(_: &status_core::problem::View<'_>) -> status_core::problem::Body {
        status_core::problem::Body::empty()
    }
}

#[test]
fn common_names_do_not_capture_bindings() {
    use beside_common_names::{Error, Table};
    assert_eq!("409".parse(), Ok(Table::Conflict));
    assert_eq!(Table::from_code(404), Some(Table::NotFound));
    assert_eq!(Table::try_from(http::StatusCode::NOT_FOUND), Ok(Table::NotFound));
    assert_eq!(Error::NotFound { id: 1 }.code(), 404);
    assert_eq!(Error::Dynamic(410).code(), 410);
    assert_eq!(Error::Table(None).code(), 500);
}

/// Attributes with a condition.
mod conditional {
    #![deny(warnings)]

    status_core::status_table! {
        #[cfg_attr(all(), doc = "A table.")]
        #[cfg_attr(any(), derive(NoSuchDerive))]
        pub enum Table {
            #[cfg_attr(all(), doc = "A row.")]
            404 NotFound,
            /// An old row.
            #[cfg_attr(all(), deprecated(note = "old"))]
            409 Conflict,
        }
    }
}

#[test]
fn a_row_may_have_attributes_with_a_condition() {
    assert_eq!(conditional::Table::ALL.len(), 2);
    assert_eq!(conditional::Table::from_code(404), Some(conditional::Table::NotFound));
}
