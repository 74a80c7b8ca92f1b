//! The operations of a table, at 11, 62 and 500 codes.

use crate::case::{Case, Key, operation};

/// The parts of a set that do not depend on where its rows are from.
macro_rules! set {
    ($set:ident) => {
        #[allow(
            dead_code,
            clippy::pedantic,
            clippy::enum_variant_names,
            clippy::large_const_arrays,
            reason = "written by the build script, each peer as its documentation says"
        )]
        pub mod $set {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($set), ".rs"));

            use crate::case::{Case, Key, operation};
            use http::StatusCode;

            /// The phrase of a row.
            #[derive(Clone, Copy)]
            pub struct Phrase(&'static str);

            impl Key for Phrase {
                fn of(code: u16) -> Option<Self> {
                    let row = CODES.iter().position(|&of_row| of_row == code)?;
                    Some(Self(PHRASES[row]))
                }
            }

            /// A phrase that is no row's until its last letter.
            #[derive(Clone, Copy)]
            pub struct NoPhrase(&'static str);

            impl Key for NoPhrase {
                fn of(code: u16) -> Option<Self> {
                    static MISSES: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| {
                        PHRASES.iter().map(|phrase| phrase[..phrase.len() - 1].to_owned() + "~").collect()
                    });
                    let row = CODES.iter().position(|&of_row| of_row == code)?;
                    Some(Self(&MISSES[row]))
                }
            }

            impl Key for ours::Status {
                fn of(code: u16) -> Option<Self> {
                    Self::from_code(code)
                }
            }

            impl Key for strum::Status {
                fn of(code: u16) -> Option<Self> {
                    Self::from_repr(code)
                }
            }

            impl Key for num_enum::Status {
                fn of(code: u16) -> Option<Self> {
                    Self::try_from(code).ok()
                }
            }

            impl Key for by_match::Status {
                fn of(code: u16) -> Option<Self> {
                    Self::from_code(code)
                }
            }

            impl Key for dense::Status {
                fn of(code: u16) -> Option<Self> {
                    Self::from_code(code)
                }
            }

            operation! {
                $set from_code, super::CODES;
                ours: u16 => Option<ours::Status> = |code| ours::Status::from_code(code);
                http: u16 => Option<StatusCode> = |code| StatusCode::from_u16(code).ok();
                http_checked: u16 => Option<StatusCode> = |code| {
                    StatusCode::from_u16(code).ok().filter(|status| status.canonical_reason().is_some())
                };
                strum: u16 => Option<strum::Status> = |code| strum::Status::from_repr(code);
                num_enum: u16 => Option<num_enum::Status> = |code| num_enum::Status::try_from(code).ok();
                phf: u16 => Option<phf::Status> = |code| phf::BY_CODE.get(&code).copied();
                by_match: u16 => Option<by_match::Status> = |code| by_match::Status::from_code(code);
                dense: u16 => Option<dense::Status> = |code| dense::Status::from_code(code);
            }

            operation! {
                $set code, super::CODES;
                ours: ours::Status => u16 = |status| status.code();
                http: StatusCode => u16 = |status| status.as_u16();
                strum: strum::Status => u16 = |status| status as u16;
                num_enum: num_enum::Status => u16 = |status| status.into();
                by_match: by_match::Status => u16 = |status| status.code();
                dense: dense::Status => u16 = |status| status.code();
            }

            operation! {
                $set reason, super::CODES;
                ours: ours::Status => &'static str = |status| status.reason();
                http: StatusCode => Option<&'static str> = |status| status.canonical_reason();
                strum: strum::Status => &'static str = |status| status.into();
                by_match: by_match::Status => &'static str = |status| status.reason();
                dense: dense::Status => &'static str = |status| status.reason();
            }

            operation! {
                $set documentation, super::CODES;
                ours: ours::Status => &'static str = |status| status.documentation();
                strum: strum::Status => Option<&'static str> = |status| {
                    ::strum::EnumMessage::get_documentation(&status)
                };
                by_match: by_match::Status => &'static str = |status| status.documentation();
                dense: dense::Status => &'static str = |status| status.documentation();
            }

            operation! {
                $set from_phrase, super::CODES;
                ours: Phrase => Option<ours::Status> = |phrase| ours::Status::from_reason(phrase.0);
                strum: Phrase => Option<strum::Status> = |phrase| phrase.0.parse().ok();
                phf: Phrase => Option<phf::Status> = |phrase| phf::BY_PHRASE.get(phrase.0).copied();
                by_match: Phrase => Option<by_match::Status> = |phrase| {
                    by_match::Status::from_phrase(phrase.0)
                };
            }

            operation! {
                $set from_no_phrase, super::CODES;
                ours: NoPhrase => Option<ours::Status> = |phrase| ours::Status::from_reason(phrase.0);
                strum: NoPhrase => Option<strum::Status> = |phrase| phrase.0.parse().ok();
                phf: NoPhrase => Option<phf::Status> = |phrase| phf::BY_PHRASE.get(phrase.0).copied();
                by_match: NoPhrase => Option<by_match::Status> = |phrase| {
                    by_match::Status::from_phrase(phrase.0)
                };
            }

            pub fn cases() -> Vec<Case> {
                let cases = [
                    from_code::cases(),
                    code::cases(),
                    reason::cases(),
                    documentation::cases(),
                    from_phrase::cases(),
                    from_no_phrase::cases(),
                ];
                cases.into_iter().flatten().collect()
            }

            pub fn print_sizes() {
                let size = |peer: &str, status: usize, option: usize| {
                    println!("{}\t{peer}\t{status}\t{option}", stringify!($set));
                };
                macro_rules! size {
                    ($peer:ident $status:ty) => {
                        size(stringify!($peer), size_of::<$status>(), size_of::<Option<$status>>());
                    };
                }
                size!(ours ours::Status);
                size!(http StatusCode);
                size!(strum strum::Status);
                size!(num_enum num_enum::Status);
                size!(phf phf::Status);
                size!(by_match by_match::Status);
                size!(dense dense::Status);
            }
        }
    };
}

set!(of_11);
set!(of_62);
set!(of_500);

/// The set of 11 as status-core has it: what crosses the border of a crate is not always inlined.
pub mod canonical {
    use super::{Case, Key, operation};
    use status_core::ServerError;

    impl Key for ServerError {
        fn of(code: u16) -> Option<Self> {
            Self::from_code(code)
        }
    }

    #[derive(Clone, Copy)]
    pub struct Phrase(&'static str);

    impl Key for Phrase {
        fn of(code: u16) -> Option<Self> {
            Some(Self(ServerError::from_code(code)?.reason()))
        }
    }

    operation! {
        canonical from_code, crate::tables::of_11::CODES;
        ours: u16 => Option<ServerError> = |code| ServerError::from_code(code);
    }
    operation! {
        canonical code, crate::tables::of_11::CODES;
        ours: ServerError => u16 = |status| status.code();
    }
    operation! {
        canonical reason, crate::tables::of_11::CODES;
        ours: ServerError => &'static str = |status| status.reason();
    }
    operation! {
        canonical documentation, crate::tables::of_11::CODES;
        ours: ServerError => &'static str = |status| status.documentation();
    }
    operation! {
        canonical from_phrase, crate::tables::of_11::CODES;
        ours: Phrase => Option<ServerError> = |phrase| ServerError::from_reason(phrase.0);
    }

    pub fn cases() -> Vec<Case> {
        let cases = [
            from_code::cases(),
            code::cases(),
            reason::cases(),
            documentation::cases(),
            from_phrase::cases(),
        ];
        cases.into_iter().flatten().collect()
    }
}

pub fn cases() -> Vec<Case> {
    let sets = [of_11::cases(), of_62::cases(), of_500::cases(), canonical::cases()];
    sets.into_iter().flatten().collect()
}

pub fn print_sizes() {
    of_11::print_sizes();
    of_62::print_sizes();
    of_500::print_sizes();
}
