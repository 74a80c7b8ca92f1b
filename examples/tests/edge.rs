//! Runs the `edge` example.

mod common;

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

static PROGRAM: LazyLock<PathBuf> = LazyLock::new(|| common::build("edge"));

const DOWN: &str = "521 Web Server Is Down: The origin refused the connection.\n";

/// Exit code, stdout and stderr.
fn edge<A: AsRef<OsStr>>(arguments: &[A]) -> (Option<i32>, String, String) {
    let output = Command::new(&*PROGRAM).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_status_is_found_by_code_by_reason_or_by_both() {
    let arguments = ["521", "Web Server Is Down", "521 Web Server Is Down"];
    assert_eq!(edge(&arguments), (Some(0), DOWN.repeat(3), String::new()));
}

#[test]
fn every_code_of_the_vendor_is_known() {
    let codes = ["520", "521", "522", "523", "524", "525", "526", "527", "530"];
    let (exit, out, err) = edge(&codes);
    assert_eq!((exit, err.as_str()), (Some(0), ""));
    let reasons: Vec<_> = out.lines().map(|line| line.split_once(": ").unwrap().0).collect();
    assert_eq!(
        reasons,
        [
            "520 Web Server Returned an Unknown Error",
            "521 Web Server Is Down",
            "522 Connection Timed Out",
            "523 Origin Is Unreachable",
            "524 A Timeout Occurred",
            "525 SSL Handshake Failed",
            "526 Invalid SSL Certificate",
            "527 Railgun Error",
            "530 Origin DNS Error",
        ]
    );
}

#[test]
fn an_unknown_status_is_an_error_and_the_others_are_still_printed() {
    let (exit, out, err) =
        edge(&["404", "521", "Web Server Is Gone", "521 A Timeout Occurred", ""]);
    assert_eq!((exit, out.as_str()), (Some(1), DOWN));
    let expected = ["404", "Web Server Is Gone", "521 A Timeout Occurred", ""].map(|given| {
        format!(
            "edge: {given:?} is not a status of EdgeError, which has the codes 520-527 and 530\n"
        )
    });
    assert_eq!(err, expected.concat());
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf_8_is_an_error() {
    use std::os::unix::ffi::OsStrExt;

    let (exit, out, err) = edge(&[OsStr::from_bytes(b"52\xff")]);
    assert_eq!((exit, out.as_str()), (Some(1), ""));
    assert!(err.starts_with("edge: \"52\u{fffd}\" is not a status of EdgeError"), "{err}");
}

#[test]
fn without_arguments_the_usage_lists_the_codes() {
    let usage = "usage: edge CODE-OR-REASON... (codes: 520 521 522 523 524 525 526 527 530)\n";
    assert_eq!(edge::<&str>(&[]), (Some(0), usage.to_owned(), String::new()));
}
