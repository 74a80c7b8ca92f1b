//! status-macros as a library: a fuzz target cannot link a proc-macro crate, and Miri cannot run its
//! tests.

#![expect(dead_code, unused_imports, reason = "the entry points of status-macros use the rest")]

#[path = "../../../status-macros/src/case.rs"]
mod case;
#[path = "../../../status-macros/src/completion.rs"]
mod completion;
#[path = "../../../status-macros/src/conditional.rs"]
mod conditional;
#[path = "../../../status-macros/src/defaults.rs"]
mod defaults;
#[path = "../../../status-macros/src/display.rs"]
mod display;
#[path = "../../../status-macros/src/error.rs"]
mod error;
#[path = "../../../status-macros/src/expand/mod.rs"]
mod expand;
#[path = "../../../status-macros/src/fallback.rs"]
mod fallback;
#[path = "../../../status-macros/src/grpc.rs"]
mod grpc;
#[path = "../../../status-macros/src/markdown.rs"]
mod markdown;
#[path = "../../../status-macros/src/members.rs"]
mod members;
#[path = "../../../status-macros/src/messages.rs"]
mod messages;
#[path = "../../../status-macros/src/model.rs"]
mod model;
#[path = "../../../status-macros/src/nearest.rs"]
mod nearest;
#[path = "../../../status-macros/src/parse/mod.rs"]
mod parse;
#[path = "../../../status-macros/src/pipeline.rs"]
mod pipeline;
#[path = "../../../status-macros/src/plain_traits.rs"]
mod plain_traits;
#[path = "../../../status-macros/src/received.rs"]
mod received;
#[path = "../../../status-macros/src/registry.rs"]
mod registry;
#[path = "../../../status-macros/src/robustness/mod.rs"]
mod robustness;
#[path = "../../../status-macros/src/rules/mod.rs"]
mod rules;
#[path = "../../../status-macros/src/sentence.rs"]
mod sentence;
#[path = "../../../status-macros/src/types.rs"]
mod types;

use proc_macro2::TokenStream;

use self::robustness::check::{DERIVE, check};
use self::robustness::mutate::{Numbers, mutate as mutate_tokens};

/// Checks what the derive makes of a text. Returns whether it has been called: a text may not be tokens.
#[must_use]
pub fn derive(text: &str) -> bool {
    run(DERIVE, pipeline::derive, text)
}

/// The same for `status_table!`.
#[must_use]
pub fn status_table(text: &str) -> bool {
    run("status_table", pipeline::table, text)
}

fn run(name: &str, macro_: fn(TokenStream) -> TokenStream, text: &str) -> bool {
    let tokens = text.parse();
    tokens.is_ok_and(|tokens| {
        check(name, macro_, tokens);
        true
    })
}

/// Changes some tokens of a text, or returns `None` if it is not tokens.
#[must_use]
pub fn mutate(text: &str, seed: u32) -> Option<String> {
    // Never zero, after which all numbers would be zero.
    let mut numbers = Numbers((u64::from(seed) << 32) | 0x5EED);
    let rate = [1, 4, 16, 48][numbers.below(4)];
    Some(mutate_tokens(text.parse().ok()?, &mut numbers, rate).to_string())
}
