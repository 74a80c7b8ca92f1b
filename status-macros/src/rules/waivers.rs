//! `allow(…)`: collects the waivers, and tracks which of them are used.

use syn::Ident;

use super::rule::Rule;
use crate::error::{Errors, mistake};
use crate::messages::given_twice;
use crate::model::{Location, Parsed, Source, StatusAttributes, Variant};
use crate::nearest::nearest;

/// The waivers of one type.
pub struct Waivers {
    all: Vec<Waiver>,
    /// Where a waiver could not be read.
    unreadable: Vec<Location>,
}

struct Waiver {
    location: Location,
    rule: Ident,
    used: bool,
}

impl Waivers {
    /// Collects the waivers, and reports those that name no rule that can be waived.
    pub(super) fn of(parsed: &Parsed, rules: &[Rule], errors: &mut Errors) -> Self {
        let of_type = &parsed.subject.attributes;
        let of_variants = parsed.variants.iter().map(|variant| {
            let StatusAttributes { allow, unread, .. } = &variant.attributes;
            (variant.location, allow, unread.allow)
        });
        let of_type = [(Location::Type, &of_type.allow, of_type.of_each.unread.allow)];
        let (mut all, mut unreadable): (Vec<Waiver>, Vec<Location>) = Default::default();
        for (location, allow, is_unreadable) in of_type.into_iter().chain(of_variants) {
            unreadable.extend(is_unreadable.then_some(location));
            let before = all.len();
            for rule in allow {
                if all[before..].iter().any(|earlier| earlier.rule == *rule) {
                    errors.push(location, given_twice(rule));
                } else if rules.iter().any(|known| known.waivable && rule == known.name) {
                    all.push(Waiver { location, rule: rule.clone(), used: false });
                } else {
                    let near = nearest_to(rule, rules);
                    errors.push(location, cannot_be_waived(rule, near, rules));
                    // The rule that was meant reports nothing else.
                    let meant = near.map(|name| Ident::new(name, rule.span()));
                    all.extend(meant.map(|rule| Waiver { location, rule, used: true }));
                }
            }
        }
        Self { all, unreadable }
    }

    /// Whether a violation of the rule is waived: on the variant itself, or on its type. A waiver that
    /// could not be read may be the one that was meant.
    pub(super) fn waive(&mut self, location: Location, rule: &str) -> bool {
        for place in [location, Location::Type] {
            if self.unreadable.contains(&place) {
                return true;
            }
            let mut waivers = self.all.iter_mut();
            if let Some(waiver) =
                waivers.find(|waiver| waiver.location == place && waiver.rule == rule)
            {
                waiver.used = true;
                return true;
            }
        }
        false
    }

    /// The waivers that waive nothing. They are not errors: when IANA registers a code, a crate that
    /// waives `unregistered_code` for it must keep compiling.
    pub fn unused(&self) -> impl Iterator<Item = &Ident> {
        self.all.iter().filter(|waiver| !waiver.used).map(|waiver| &waiver.rule)
    }
}

/// Whether a waiver of the rule is written on the variant or on its type.
pub(super) fn allows(parsed: &Parsed, variant: &Variant<Source>, rule: &str) -> bool {
    let allow = &variant.attributes.allow;
    allow.iter().chain(&parsed.subject.attributes.allow).any(|waived| waived == rule)
}

/// The rule that a misspelled name probably means.
fn nearest_to(rule: &Ident, rules: &[Rule]) -> Option<&'static str> {
    let waivable: Vec<&str> =
        rules.iter().filter(|known| known.waivable).map(|known| known.name).collect();
    nearest(&rule.to_string(), &waivable)
}

fn cannot_be_waived(rule: &Ident, near: Option<&str>, rules: &[Rule]) -> syn::Error {
    let name = rule.to_string();
    if rules.iter().any(|known| known.name == name) {
        return mistake(rule, &format!("the rule `{name}` cannot be waived"), "", "");
    }
    let write = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "expected a rule such as `missing_docs`".to_owned(),
    };
    mistake(rule, &format!("unknown rule `{name}`"), "", &write)
}
