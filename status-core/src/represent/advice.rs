//! The sentences on the HTML page: what happened, and what to do now.

use crate::canonical::registry::Registration;
use crate::class::Class;
use crate::retry::Retry;
use crate::status::Status;

/// The sentences for a status.
pub(super) struct Advice {
    /// What happened.
    pub heading: &'static str,
    /// What to do now. Empty if there is nothing to do.
    pub next_step: &'static str,
    /// When to try again if there is no `Retry-After`. Empty if that would not help.
    pub retry: &'static str,
}

/// `says_when` is whether the page says when to try again, as a `Retry-After` does.
pub(super) fn advice(status: &Status, says_when: bool) -> Advice {
    let may_help = says_when || may_pass(status);
    let (heading, next_step) = match status.class() {
        Class::Informational | Class::Success => ("Everything is fine", ""),
        Class::Redirection => (
            "This is at another address",
            "Your browser should have taken you there. Go back to the previous page.",
        ),
        Class::ClientError => client_error(status, may_help),
        Class::ServerError => server_error(status, may_help),
    };
    Advice { heading, next_step, retry: retry(status) }
}

fn client_error(status: &Status, may_help: bool) -> (&'static str, &'static str) {
    match status.code() {
        400 => (
            "This request could not be understood",
            "Part of it is invalid. Go back, check what you entered, and try again.",
        ),
        401 => (
            "Sign in to continue",
            "You need to be signed in to see this. Sign in, and then come back to this page.",
        ),
        402 => (
            "This requires a payment",
            "Check the plan and the payment details of your account, and then try again.",
        ),
        403 => (
            "You do not have access to this",
            "If you think you should, sign in with another account, or contact the owner of this \
             site.",
        ),
        404 => (
            "There is nothing here",
            "The address may be misspelled, or the page may have moved. Check the address, or go \
             back to the previous page.",
        ),
        405 => (
            "This cannot be done here",
            "The address is right, but it does not support this action. Go back, and look for \
             another way to do it.",
        ),
        406 => (
            "This is not available in a format you accept",
            "It exists, but not in a format or language that your browser or program accepts.",
        ),
        408 => (
            "Your request took too long to arrive",
            "Your connection may be slow or interrupted. Check it, and try again.",
        ),
        409 | 412 => (
            "Something has changed in the meantime",
            "What you sent no longer matches the current state. Reload the page, check what has \
             changed, and try again.",
        ),
        410 => (
            "This is gone for good",
            "It was removed and will not return. You can delete bookmarks and links to it.",
        ),
        413 => (
            "That was too large",
            "It exceeds the limit of this site. Send something smaller, or send it in parts.",
        ),
        414 => (
            "This address is too long",
            "It may have been created incorrectly. Go back to the previous page, or use a shorter \
             address.",
        ),
        415 => (
            "This kind of file is not accepted here",
            "Save it in another format, and send it again.",
        ),
        422 => (
            "Some of this could not be accepted",
            "What you sent is readable, but some of it is not valid. Go back, check what you \
             entered, and try again.",
        ),
        423 => ("This is locked", "Someone else may be working on it."),
        429 => (
            "Too many requests",
            "You, or someone on your network, sent too many requests in a short time.",
        ),
        431 => (
            "Your browser sent too much data",
            "Often, the cause is too many cookies. Delete the cookies of this site, and try again.",
        ),
        451 => (
            "This cannot be shown for legal reasons",
            "A legal demand blocks access to it. It may be available in other countries.",
        ),
        _ if may_help => {
            ("This request could not be completed", "It may succeed if you send it again.")
        }
        _ => (
            "This request could not be completed",
            "Sending it again will not help. Go back, and check what you entered.",
        ),
    }
}

fn server_error(status: &Status, may_help: bool) -> (&'static str, &'static str) {
    match status.code() {
        501 if may_help => {
            ("This is not supported yet", "For now, the site cannot do what you asked.")
        }
        501 => (
            "This is not supported yet",
            "The site cannot do what you asked, and trying again will not help for now.",
        ),
        502 => (
            "A service that this site needs has failed",
            "Another server did not send a usable response. This is not your fault.",
        ),
        503 => (
            "This is not available right now",
            "The site is very busy or under maintenance. This is not your fault.",
        ),
        504 => (
            "The response took too long",
            "A service that this site needs did not respond in time. This is not your fault.",
        ),
        511 => (
            "This network requires you to sign in",
            "This comes from your network, not from the site. Open the network's sign-in page, \
             and then come back.",
        ),
        _ if status.is_temporary() => {
            ("This cannot be done right now", "This is not your fault, and it will pass.")
        }
        _ => (
            "Something went wrong on our side",
            "This is not your fault. If it happens again, contact the owner of this site.",
        ),
    }
}

fn retry(status: &Status) -> &'static str {
    match status.code() {
        // The next step says it.
        408 => "",
        429 if may_pass(status) => "Wait a while, and then continue more slowly.",
        _ if may_pass(status) => "Try again in a few minutes.",
        _ => "",
    }
}

/// Whether the same request may succeed later, if a person sends it.
fn may_pass(status: &Status) -> bool {
    let is_unknown = status.registration() == Registration::Unassigned;
    match (status.row.retry(), status.code()) {
        // A program is not to repeat these by itself, but they pass.
        (None, 423 | 500 | 507) => true,
        // An unknown code is treated as a 500 (RFC 9110 §15).
        (None, _) if is_unknown => status.class() == Class::ServerError,
        _ => status.retry() != Retry::Never,
    }
}
