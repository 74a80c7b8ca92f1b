//! Explains the status codes of a CDN's edge:
//!
//! ```text
//! cargo run --example edge -- 521 "Origin Is Unreachable"
//! ```

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use status_core::status_table;

status_table! {
    /// What the edge returns when an origin fails.
    // Vendor-specific codes, which are not registered. Clients that do not know them treat them as
    // 500 (RFC 9110 §15).
    #[status(allow(unregistered_code))]
    enum EdgeError: 520..=530 {
        /// The origin's response was empty or was not valid HTTP.
        520 UnknownError "Web Server Returned an Unknown Error",
        /// The origin refused the connection.
        521 WebServerDown "Web Server Is Down",
        /// The connection to the origin was not established in time.
        522 ConnectionTimedOut "Connection Timed Out",
        /// The origin's address cannot be reached.
        523 OriginUnreachable "Origin Is Unreachable",
        /// The origin accepted the connection but did not respond in time.
        524 TimeoutOccurred "A Timeout Occurred",
        /// The TLS handshake between the edge and the origin failed.
        525 HandshakeFailed "SSL Handshake Failed",
        /// The origin's certificate has expired, is for another host, or is not signed by a
        /// trusted authority.
        526 InvalidCertificate "Invalid SSL Certificate",
        /// The tunnel between the edge and the origin failed. The vendor no longer offers it.
        527 TunnelError "Railgun Error",
        /// The edge could not resolve the origin's name. The content has a second code with the
        /// cause.
        530 OriginUnresolved "Origin DNS Error",
    }
}

fn main() -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    if env::args_os().len() < 2 {
        let codes: Vec<_> = EdgeError::ALL.iter().map(|error| error.code().to_string()).collect();
        writeln!(out, "usage: edge CODE-OR-REASON... (codes: {})", codes.join(" "))?;
        return Ok(ExitCode::SUCCESS);
    }

    let mut exit = ExitCode::SUCCESS;
    for argument in env::args_os().skip(1) {
        match argument.to_string_lossy().parse::<EdgeError>() {
            Ok(error) => {
                let documentation = error.documentation().replace('\n', " ");
                writeln!(out, "{error}: {documentation}")?;
            }
            Err(error) => {
                eprintln!("edge: {error}");
                exit = ExitCode::FAILURE;
            }
        }
    }
    Ok(exit)
}
