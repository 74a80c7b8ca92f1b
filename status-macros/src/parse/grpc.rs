//! A gRPC status code, as users write it.

use proc_macro2::TokenTree;
use quote::ToTokens;
use syn::Path;
use syn::parse::ParseStream;

use crate::error::{as_written, list, mistake};
use crate::grpc::{CODES, Grpc};
use crate::model::GrpcCode;
use crate::nearest::nearest;

/// A code by its name, as a constant (`NOT_FOUND`) or as a variant of `tonic::Code` (`NotFound`). The
/// last segment of the path counts.
pub fn code(input: ParseStream) -> syn::Result<GrpcCode> {
    if input.fork().call(Path::parse_mod_style).is_err() {
        let token: TokenTree = input.parse()?;
        return Err(unknown(&token, &token.to_string()));
    }
    let path = input.call(Path::parse_mod_style)?;
    let name = path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
    for (value, known) in (1..).zip(CODES) {
        if known.name == name || variant_name(known.name) == name {
            return Ok(GrpcCode { value, tokens: path.to_token_stream() });
        }
    }
    Err(unknown(&path, &name))
}

/// `NOT_FOUND` as `NotFound`.
fn variant_name(constant: &str) -> String {
    let mut name = String::new();
    for word in constant.split('_') {
        let (first, rest) = word.split_at(1);
        name.push_str(first);
        name.push_str(&rest.to_ascii_lowercase());
    }
    name
}

fn unknown(at: &dyn ToTokens, name: &str) -> syn::Error {
    let written = as_written(at);
    if name.eq_ignore_ascii_case("ok") {
        return mistake(
            at,
            &format!("`{written}` is not an error code of gRPC"),
            "OK means success",
            "write an error code such as `INTERNAL`",
        );
    }
    let by_number = name.parse::<u8>().ok().and_then(Grpc::by_value);
    if let Some(Grpc { name: constant, .. }) = by_number {
        let what = format!("expected the name of a gRPC code, found `{written}`");
        return mistake(at, &what, "", &format!("write `{constant}`"));
    }
    let names = CODES.map(|code| code.name);
    let write = match nearest(name, &names) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("expected one of {}", list(&names)),
    };
    mistake(at, &format!("unknown gRPC code `{written}`"), "", &write)
}
