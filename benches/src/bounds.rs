//! The bounds: one for each question a user might ask about cost.

use crate::figures::{Figures, OURS};
use crate::{builds, crates, layers, lookups, responses};

/// A group of questions that are measured together.
pub struct Section {
    pub name: &'static str,
    pub title: &'static str,
    /// What the figures count, and what status-core is compared with.
    pub note: &'static str,
    /// Measured by `--check`.
    pub quick: bool,
    pub measure: fn(&mut Figures) -> Result<(), String>,
    pub bounds: &'static [Bound],
}

pub struct Bound {
    /// The name of the measurement in [`Figures`].
    pub key: &'static str,
    pub question: &'static str,
    /// The number of decimals to show.
    pub decimals: usize,
    pub limit: Limit,
}

#[derive(Clone, Copy)]
pub enum Limit {
    /// An absolute maximum.
    Count(f64),
    /// At most this many times the peer's figure.
    Times(f64, &'static str),
}

const fn count(key: &'static str, question: &'static str, at_most: f64) -> Bound {
    Bound { key, question, decimals: 0, limit: Limit::Count(at_most) }
}

const fn times(
    key: &'static str,
    question: &'static str,
    at_most: f64,
    peer: &'static str,
) -> Bound {
    Bound { key, question, decimals: 0, limit: Limit::Times(at_most, peer) }
}

impl Bound {
    const fn decimals(self, decimals: usize) -> Self {
        Self { decimals, ..self }
    }
}

/// Lower a bound when status-core improves. Raise one only for something that users gain, and name
/// it in the commit.
pub const SECTIONS: &[Section] = &[
    Section {
        name: "lookups",
        title: "Looking up a status",
        note: "Instructions for one call, not inlined, including the return. The table has the 62 \
               registered codes. `http` has no documentation, and its reason is an `Option`.",
        quick: true,
        measure: lookups::measure,
        bounds: &[
            count("from_other_code", "`u16` to status, for a code below 100 or above 599", 6.0)
                .decimals(1),
            count("from_code", "`u16` to status, mean over the table's codes", 8.0).decimals(1),
            count("reason", "Status to reason", 6.0).decimals(1),
            count("documentation", "Status to documentation", 6.0).decimals(1),
            count("code", "Status to code", 2.0).decimals(1),
            count("option", "Bytes of `Option<status>`, with 11 and with 62 codes", 2.0),
        ],
    },
    Section {
        name: "responses",
        title: "Making a response",
        note: "From an error value to axum's `Response`. `tuple` is `(StatusCode, Json(…))`, written \
               by hand. All send the same JSON members. status-core's response also carries the \
               status and the detail in its extensions, for logs and for `ProblemLayer`; those \
               account for its additional allocations.",
        quick: true,
        measure: responses::measure,
        bounds: &[
            times("redacted", "502 without a detail: instructions", 0.7, "tuple"),
            times("detailed", "404 with a detail of 40 bytes: instructions", 0.9, "tuple"),
            count("redacted allocations", "502 without a detail: allocations", 6.0),
            count("detailed allocations", "404 with a detail of 40 bytes: allocations", 9.0),
        ],
    },
    Section {
        name: "layer",
        title: "Passing a response through `ProblemLayer`",
        note: "What a layer adds to one request, whose service is ready at once. The others are layers \
               of tower-http. The problem is the 404 with a detail of 40 bytes, in JSON.",
        quick: true,
        measure: layers::measure,
        bounds: &[
            count("layer: success", "200: instructions", 400.0),
            count("layer: success allocations", "200: allocations", 0.0),
            count("layer: success, request_id", "200, with `request_id`: instructions", 1300.0),
            count(
                "layer: success allocations, request_id",
                "200, with `request_id`: allocations",
                0.0,
            ),
            count("layer: problem", "404: instructions", 1800.0),
            count("layer: problem allocations", "404: allocations", 0.0),
            count("layer: problem, request_id", "404, with `request_id`: instructions", 6350.0),
            count(
                "layer: problem allocations, request_id",
                "404, with `request_id`: allocations",
                7.0,
            ),
        ],
    },
    Section {
        name: "checks",
        title: "Checking your crate",
        note: "Instructions of rustc during `cargo check`, for your crate alone. The first \
               three are thousands per variant or row, less what the enum needs without the macro; \
               `without` has the same two fields, and no members. The last two are millions for the \
               whole crate; `unlisted` is the same crate without the checks across types.",
        quick: true,
        measure: builds::measure_checks,
        bounds: &[
            times("derive", "One of 500 variants that derive `HttpStatus`", 2.2, "thiserror"),
            times("members", "One of 500 variants with two members", 4.0, "without"),
            times("table", "One of 100 rows of a `status_table!`", 0.65, "strum"),
            times("20 of 50", "An enum delegating to 20 enums of 50 variants", 1.5, "unlisted"),
            times("500 in 500", "500 variants delegating to 500 more", 1.5, "unlisted"),
        ],
    },
    Section {
        name: "size",
        title: "Size of your program",
        note: "Kilobytes of an optimized program without symbols.",
        quick: true,
        measure: builds::measure_size,
        bounds: &[count("size", "Added by the first call of `Status::from_code`", 80.0)],
    },
    Section {
        name: "crates",
        title: "Crates that a feature adds",
        note: "To a build without features. Beside it, each direct dependency with the crates that it \
               brings, which those who use a framework build anyway; two may bring the same crate.",
        quick: true,
        measure: crates::measure,
        bounds: &[
            count("no features", "None of them", 5.0),
            count("alloc", "`alloc`", 0.0),
            count("std", "`std`", 0.0),
            count("problem", "`problem`", 9.0),
            count("http", "`http`", 16.0),
            count("rejections", "`rejections`", 10.0),
            count("garde", "`garde`", 17.0),
            count("validator", "`validator`", 44.0),
            count("representations", "`representations`", 11.0),
            count("axum", "`axum`", 22.0),
            count("axum_extract", "`axum_extract`", 33.0),
            count("axum_multipart", "`axum_multipart`", 38.0),
            count("axum_ws", "`axum_ws`", 62.0),
            count("actix_web", "`actix_web`", 99.0),
            count("poem", "`poem`", 85.0),
            count("rocket", "`rocket`", 107.0),
            count("salvo", "`salvo`", 104.0),
            count("tonic", "`tonic`", 35.0),
            count("aide", "`aide`", 30.0),
            count("poem_openapi", "`poem_openapi`", 113.0),
            count("salvo_oapi", "`salvo_oapi`", 130.0),
            count("utoipa", "`utoipa`", 16.0),
            count("warp", "`warp`", 52.0),
            count("tower", "`tower`", 20.0),
            count("catalog", "`catalog`", 16.0),
            count("tracing", "`tracing`", 13.0),
            count("stream", "`stream`", 11.0),
            count("reqwest", "`reqwest`", 69.0),
            count("reqwest_blocking", "`reqwest_blocking`", 71.0),
            count("url", "`url`", 38.0),
        ],
    },
    Section {
        name: "tree",
        title: "Building your dependencies",
        note: "Billions of instructions of rustc for a clean `cargo build` of axum, thiserror, serde with \
               `derive` and tokio with `full`: with and without status-core and its features `axum`, \
               `tower` and `tracing`.",
        quick: false,
        measure: builds::measure_tree,
        bounds: &[times("tree", "A clean build with status-core", 1.04, "without").decimals(2)],
    },
];

/// Prints each bound with its figure. Fails if a figure exceeds its bound.
pub fn check(sections: &[&Section], figures: &Figures) -> Result<(), String> {
    let mut broken = Vec::new();
    for bound in sections.iter().flat_map(|section| section.bounds) {
        match bound.check(figures) {
            Ok(line) => println!("{line}"),
            Err(line) => broken.push(line),
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(broken.join("\n")) }
}

impl Bound {
    fn check(&self, figures: &Figures) -> Result<String, String> {
        let Self { key, question, .. } = self;
        let ours = figures.get(key, OURS).ok_or_else(|| format!("{question}: no figure"))?;
        let (figure, at_most, unit) = match self.limit {
            Limit::Count(at_most) => (ours, at_most, String::new()),
            Limit::Times(at_most, peer) => {
                let theirs = figures.get(key, peer);
                let theirs = theirs.ok_or_else(|| format!("{question}: no figure of {peer}"))?;
                (ours / theirs, at_most, format!(" times {peer}"))
            }
        };
        let line = format!("{question}: {figure:.2}{unit}, at most {at_most:.2}");
        // `NaN` fails the comparison.
        if figure <= at_most { Ok(line) } else { Err(format!("bound exceeded: {line}")) }
    }
}

#[cfg(test)]
mod tests {
    use super::{SECTIONS, count, times};
    use crate::crates;
    use crate::figures::Figures;

    #[test]
    fn a_figure_above_its_bound_is_an_error() {
        let mut figures = Figures::default();
        figures.set("work", "ours", 12.0);
        figures.set("work", "peer", 10.0);
        assert!(count("work", "Work", 12.0).check(&figures).is_ok());
        assert!(times("work", "Work", 1.2, "peer").check(&figures).is_ok());
        assert_eq!(
            count("work", "Work", 11.9).check(&figures),
            Err("bound exceeded: Work: 12.00, at most 11.90".to_owned())
        );
        assert_eq!(
            times("work", "Work", 1.1, "peer").check(&figures),
            Err("bound exceeded: Work: 1.20 times peer, at most 1.10".to_owned())
        );
    }

    #[test]
    fn each_feature_has_a_bound() {
        let section = SECTIONS.iter().find(|section| section.name == "crates").unwrap();
        let keys: Vec<_> = section.bounds.iter().map(|bound| bound.key).collect();
        for feature in crates::features().unwrap() {
            assert!(keys.contains(&feature.as_str()), "`{feature}` has no bound");
        }
    }

    #[test]
    fn a_figure_that_was_not_measured_is_an_error() {
        let mut figures = Figures::default();
        assert!(count("work", "Work", 1.0).check(&figures).is_err());
        figures.set("work", "ours", f64::NAN);
        assert!(count("work", "Work", 1.0).check(&figures).is_err());
        assert!(times("work", "Work", 1.0, "peer").check(&figures).is_err());
    }
}
