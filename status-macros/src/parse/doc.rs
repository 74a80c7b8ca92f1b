//! Doc comments to documentation.

use quote::ToTokens;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use crate::model::{DocLine, Documentation};

pub fn documentation(attrs: &[Attribute]) -> Documentation {
    let mut lines = Vec::new();
    for attr in attrs.iter().filter(|attr| attr.path().is_ident("doc")) {
        // `#[doc(hidden)]` and the like are settings, not documentation.
        let Meta::NameValue(meta) = &attr.meta else { continue };
        match &meta.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => {
                let text = text.value();
                lines.extend(text.split('\n').map(|line| DocLine::Text(line.to_owned())));
            }
            value => lines.push(DocLine::Macro(value.to_token_stream())),
        }
    }
    unindent(&mut lines);
    Documentation { lines }
}

/// Removes the indentation that all lines share, as rustdoc does: `/// text` has one space before
/// its text.
fn unindent(lines: &mut [DocLine]) {
    let texts = lines.iter().filter_map(|line| match line {
        DocLine::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    });
    let shared = texts.map(|text| indentation(text)).min().unwrap_or(0);
    for line in lines {
        if let DocLine::Text(text) = line {
            let indent = shared.min(indentation(text));
            *text = text[indent..].trim_end().to_owned();
        }
    }
}

fn indentation(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}
