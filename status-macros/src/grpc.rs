//! A gRPC status code, as users write it.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;

use crate::error::{as_written, list, mistake};
use crate::nearest;
use crate::syntax::Path;

/// The codes of gRPC in their order, from 1 on: 0 is OK, which is no error.
const NAMES: [&str; 16] = [
    "CANCELLED",
    "UNKNOWN",
    "INVALID_ARGUMENT",
    "DEADLINE_EXCEEDED",
    "NOT_FOUND",
    "ALREADY_EXISTS",
    "PERMISSION_DENIED",
    "RESOURCE_EXHAUSTED",
    "FAILED_PRECONDITION",
    "ABORTED",
    "OUT_OF_RANGE",
    "UNIMPLEMENTED",
    "INTERNAL",
    "UNAVAILABLE",
    "DATA_LOSS",
    "UNAUTHENTICATED",
];

/// One of the codes, as a number and as the user wrote it.
pub struct Grpc {
    pub value: u8,
    pub tokens: TokenStream,
}

/// A code by its name, as a constant (`NOT_FOUND`) or as a variant of `tonic::Code` (`NotFound`). The
/// last part of the path counts.
pub fn parse(input: ParseStream) -> syn::Result<Grpc> {
    let Ok(path) = input.fork().call(Path::parse) else {
        let token: TokenTree = input.parse()?;
        return Err(unknown(&token, &token.to_string()));
    };
    input.call(Path::parse)?;
    let name = path.last.to_string();
    for (value, known) in (1..).zip(NAMES) {
        if known == name || folded(known) == name {
            return Ok(Grpc { value, tokens: path.to_token_stream() });
        }
    }
    Err(unknown(&path, &name))
}

/// `NOT_FOUND` as `NotFound`.
fn folded(constant: &str) -> String {
    let mut name = String::new();
    for word in constant.split('_') {
        let (first, rest) = word.split_at(1);
        name.push_str(first);
        name.push_str(&rest.to_ascii_lowercase());
    }
    name
}

fn unknown(at: &dyn ToTokens, name: &str) -> syn::Error {
    let (why, write) = if name.eq_ignore_ascii_case("ok") {
        ("OK is what a call that succeeds ends with".to_owned(), "write another code".to_owned())
    } else {
        let write = match nearest::nearest(name, &NAMES) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write one such as `grpc = NOT_FOUND`".to_owned(),
        };
        (format!("they are {}", list(&NAMES)), write)
    };
    mistake(at, &format!("`{}` is no gRPC code for an error", as_written(at)), &why, &write)
}
