//! What a page tells a person about a status: what happened, and what to do now.

use crate::class::Class;
use crate::status::Status;

/// The texts for a status.
pub(super) struct Advice {
    /// What happened.
    pub heading: &'static str,
    /// What to do now. Empty if there is nothing to do.
    pub next_step: &'static str,
    /// When to try again if there is no `Retry-After`. Empty if that would not help.
    pub again: &'static str,
}

pub(super) fn advice(status: &Status) -> Advice {
    let (heading, next_step) = match status.class() {
        Class::Informational | Class::Success => ("All is well", ""),
        Class::Redirection => (
            "This is somewhere else",
            "Your browser should have gone there by itself. Go back to the page that you came from.",
        ),
        Class::ClientError => client_error(status),
        Class::ServerError => server_error(status),
    };
    Advice { heading, next_step, again: again(status) }
}

fn client_error(status: &Status) -> (&'static str, &'static str) {
    match status.code() {
        400 => (
            "This request could not be understood",
            "Something in it is not as it should be. Go back, check what you entered, and send it again.",
        ),
        401 => (
            "Please sign in first",
            "This is for people who have signed in. Sign in, and then come back to this address.",
        ),
        402 => (
            "This has to be paid for",
            "Check the payment or the plan of your account, and then try again.",
        ),
        403 => (
            "You have no access to this",
            "If you think that you should have it, sign in with another account, or ask whoever runs \
             this site.",
        ),
        404 => (
            "There is nothing here",
            "The address may be mistyped, or what was here may have moved. Check the address, or go \
             back to the page that you came from.",
        ),
        405 => (
            "This cannot be done here",
            "The address is right, but not for what was tried. Go back, and look for another way to do \
             it.",
        ),
        406 => (
            "There is no version of this for you",
            "It exists, but not in a format or a language that your program asked for.",
        ),
        408 => (
            "Your request took too long to arrive",
            "The connection may be slow, or may have been cut. Check it, and send the request again.",
        ),
        409 | 412 => (
            "Something has changed in the meantime",
            "What you sent does not fit what is there now. Load the page anew, look at how things \
             stand, and try again.",
        ),
        410 => (
            "This is gone for good",
            "It was here once, has been removed, and will not return. A bookmark or a link to it can be \
             deleted.",
        ),
        413 => (
            "That was too large",
            "This site takes no more than a certain size at once. Send something smaller, or send it in \
             parts.",
        ),
        414 => (
            "This address is too long",
            "It may have been put together wrongly. Go back to the page that you came from, or use a \
             shorter address.",
        ),
        415 => (
            "This kind of file is not accepted here",
            "Save it in another format, and send it again.",
        ),
        422 => (
            "Some of this could not be accepted",
            "What you sent could be read, but does not fit. Go back, check what you entered, and send \
             it again.",
        ),
        423 => ("This is locked", "Somebody else may be working on it."),
        429 => (
            "That was a little too fast",
            "More requests came from you, or from others on your connection, than this site takes in so \
             short a time.",
        ),
        431 => (
            "Your browser sent too much along",
            "Most often, too many cookies have piled up. Delete the cookies of this site, and try \
             again.",
        ),
        451 => (
            "This may not be shown, for legal reasons",
            "A legal demand keeps it from you. In another country, it may be different.",
        ),
        _ => (
            "This request could not be carried out",
            "To send the same again will not help. Go back, and check what you entered.",
        ),
    }
}

fn server_error(status: &Status) -> (&'static str, &'static str) {
    match status.code() {
        501 => (
            "This does not exist yet",
            "The site cannot do what was asked of it, and trying again will not help for now.",
        ),
        502 => (
            "Something went wrong behind this site",
            "Another server that is needed here gave no usable answer. You did nothing wrong.",
        ),
        503 => (
            "This is not available right now",
            "The site is very busy, or somebody is working on it. You did nothing wrong.",
        ),
        504 => (
            "The answer took too long",
            "Another server that is needed here did not answer in time. You did nothing wrong.",
        ),
        511 => (
            "This network wants you to sign in",
            "It is your network that says so, and not the site. Open the network's sign-in page, and \
             then come back.",
        ),
        _ if status.is_temporary() => {
            ("This cannot be done right now", "You did nothing wrong, and it will pass.")
        }
        _ => (
            "Something went wrong on our side",
            "You did nothing wrong. If it happens again, tell whoever runs this site.",
        ),
    }
}

fn again(status: &Status) -> &'static str {
    match status.code() {
        429 => "Wait a while, and then go on more slowly.",
        // Waiting helps with neither.
        501 | 511 => "",
        423 | 500..=599 => "Try again in a few minutes.",
        _ => "",
    }
}
