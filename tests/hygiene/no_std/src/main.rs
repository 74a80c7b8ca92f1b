//! A program without std. It defines a panic handler, so it would not compile if std were linked.
#![no_std]
#![no_main]
#![deny(warnings)]

use core::ffi::c_int;
use core::panic::PanicInfo;

use status_core::{ClientError, HttpStatus, ServerError, Status, StatusTable, status_table};

// The C library starts the program and has the functions that core needs.
#[link(name = "c")]
unsafe extern "C" {
    safe fn abort() -> !;
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    abort()
}

/// The prebuilt core can unwind, and refers to this function unless it is optimized away.
#[unsafe(no_mangle)]
extern "C" fn rust_eh_personality() {}

/// Why a device fails.
#[derive(HttpStatus)]
enum DeviceError<'a, C: Copy + Into<u16>> {
    /// The caller is not one that it knows.
    #[status(401, header("WWW-Authenticate" = "Bearer"))]
    Unknown,
    /// It is asleep.
    #[status(503)]
    Asleep,
    /// It has no sensor of this name.
    #[status(NOT_FOUND, reason = "Not Found", title = "No such sensor", slug = "no-sensor")]
    NoSensor {
        #[expect(dead_code, reason = "only the status is tested")]
        name: &'a str,
    },
    /// It is too hot.
    #[status(500, expose)]
    Hot(#[expect(dead_code, reason = "only the status is tested")] i16),
    #[status(transparent)]
    Edge(EdgeError),
    #[status(dynamic = code, fallback = 502)]
    Upstream { code: C },
}

/// The battery is empty.
#[derive(HttpStatus)]
#[status(507)]
struct Empty;

status_table! {
    /// What the edge sends.
    #[status(allow(unregistered_code))]
    #[derive(Default)]
    enum EdgeError: 500..=530 {
        /// The origin's response was not valid HTTP.
        520 UnknownError "Web Server Returned an Unknown Error",
        /// The origin refused the connection.
        #[default]
        521 WebServerDown "Web Server Is Down",
        /// The origin did not respond in time.
        504 GatewayTimeout,
    }
}

/// Returns 0, or the number of the first check that fails.
#[unsafe(no_mangle)]
extern "C" fn main() -> c_int {
    type Error = DeviceError<'static, u16>;
    let hot: &dyn HttpStatus = &Error::Hot(90);
    let upstream = |code| Error::Upstream { code }.code();
    let checks = [
        EdgeError::from_code(521) == Some(EdgeError::default()),
        EdgeError::from_code(522).is_none(),
        EdgeError::try_from(520) == Ok(EdgeError::UnknownError),
        u16::from(EdgeError::GatewayTimeout) == EdgeError::GatewayTimeout as u16,
        "Web Server Is Down".parse() == Ok(EdgeError::WebServerDown),
        "504 Gateway Timeout".parse() == Ok(EdgeError::GatewayTimeout),
        "Request Entity Too Large".parse() == Ok(ClientError::ContentTooLarge),
        "503 Bad Gateway".parse::<ServerError>().is_err(),
        EdgeError::TABLE.iter().count() == EdgeError::ALL.len(),
        Status::from_code(599).is_some_and(|status| status.reason().is_empty()),
        Status::from_code(600).is_none(),
        Status::from_code(404) == Some(ClientError::NotFound.status()),
        Error::Asleep.status().reason() == "Service Unavailable",
        Error::NoSensor { name: "b" }.status().title() == "No such sensor",
        Error::Edge(EdgeError::UnknownError).code() == 520,
        hot.code() == 500,
        upstream(429) == 429,
        upstream(200) == 502,
        matches!(
            Error::Unknown.status().header_fields(),
            [challenge] if challenge.value() == Some("Bearer")
        ),
        Empty.documentation() == "The battery is empty.",
    ];
    let mut number = 0;
    for holds in checks {
        number += 1;
        if !holds {
            return number;
        }
    }
    0
}
