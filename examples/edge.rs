//! Says what a status of an edge network means: `cargo run --example edge -- 521 "Origin Is
//! Unreachable"`.

use std::env;
use std::io::{self, Write};
use std::process::ExitCode;

use status_core::status_table;

status_table! {
    /// What the edge answers when it has nothing to pass on from the origin.
    // Nobody has registered these codes: they are a vendor's own, and a client that does not know
    // them takes them for a 500.
    #[status(allow(unregistered_code))]
    enum EdgeError: 520..=530 {
        /// The origin's answer was empty, or was none that HTTP knows.
        520 UnknownError "Web Server Returned an Unknown Error",
        /// The origin refused the connection.
        521 WebServerDown "Web Server Is Down",
        /// The origin did not take up the connection in time.
        522 ConnectionTimedOut "Connection Timed Out",
        /// No route leads to the origin's address.
        523 OriginUnreachable "Origin Is Unreachable",
        /// The connection stands, and the origin took too long to answer on it.
        524 TimeoutOccurred "A Timeout Occurred",
        /// Edge and origin could not agree on how to speak TLS.
        525 HandshakeFailed "SSL Handshake Failed",
        /// The origin's certificate has expired, names another host, or is signed by nobody the
        /// edge trusts.
        526 InvalidCertificate "Invalid SSL Certificate",
        /// The tunnel between edge and origin broke. The product behind it is no longer sold.
        527 TunnelError "Railgun Error",
        /// The edge could not resolve the origin's name. The content has a second code, which says
        /// why.
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
