//! Figures by row and peer, and how they stand on the page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::asked;

/// The head of the column of what is asked.
pub const AT_MOST: &str = "at most";

/// What was measured: by row, and in it by peer.
#[derive(Default)]
pub struct Figures(BTreeMap<(String, String), f64>);

impl Figures {
    pub fn set(&mut self, row: &str, peer: &str, figure: f64) {
        self.0.insert((row.to_owned(), peer.to_owned()), figure);
    }

    pub fn get(&self, row: &str, peer: &str) -> Option<f64> {
        self.0.get(&(row.to_owned(), peer.to_owned())).copied()
    }

    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
    }
}

/// One question, and its answer for each peer.
pub struct Table<'a> {
    pub title: &'a str,
    /// What the figures are.
    pub note: &'a str,
    /// Each row's key in the figures, and what it is called.
    pub rows: &'a [(&'a str, &'a str)],
    /// Each peer's key in the figures, and what it is called.
    pub peers: &'a [(&'a str, &'a str)],
    pub digits: usize,
}

impl Table<'_> {
    /// As Markdown. What a peer does not do is a dash. What is asked of ours is a column behind the peers', and
    /// what is above it stands below.
    pub fn markdown(&self, figures: &Figures) -> String {
        let is_asked = self.rows.iter().any(|(key, _)| asked::in_row(key).is_some());
        let mut out = format!("\n## {}\n\n{}\n\n| |", self.title, self.note);
        let at_most = is_asked.then_some(AT_MOST);
        let heads = self.peers.iter().map(|(_, peer)| *peer).chain(at_most);
        for head in heads.clone() {
            let _ = write!(out, " {head} |");
        }
        let _ = write!(out, "\n| --- |{}", " ---: |".repeat(heads.count()));
        for (key, row) in self.rows {
            let _ = write!(out, "\n| {row} |");
            let asked = is_asked.then(|| asked::in_row(key).map(|asked| asked.at_most));
            for figure in self.peers.iter().map(|(peer, _)| figures.get(key, peer)).chain(asked) {
                match figure {
                    Some(figure) => {
                        let _ = write!(out, " {} |", number(figure, self.digits));
                    }
                    None => out.push_str(" – |"),
                }
            }
        }
        out.push('\n');
        out + &asked::above(self.rows, self.digits, figures)
    }
}

/// With a comma between thousands.
pub fn number(figure: f64, digits: usize) -> String {
    let plain = format!("{figure:.digits$}");
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 && !out.ends_with('-') {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Figures, Table, number};

    #[test]
    fn thousands_have_commas() {
        assert_eq!(number(1_234_567.26, 1), "1,234,567.3");
        assert_eq!(number(-123_456.0, 0), "-123,456");
        assert_eq!(number(12.0, 0), "12");
    }

    #[test]
    fn what_a_peer_does_not_do_is_a_dash() {
        let mut figures = Figures::default();
        figures.set("a", "x", 0.0);
        let table = Table {
            title: "T",
            note: "n",
            rows: &[("a", "A")],
            peers: &[("x", "X"), ("y", "Y")],
            digits: 0,
        };
        assert!(table.markdown(&figures).ends_with("\n| A | 0 | – |\n"));
    }

    #[test]
    fn what_is_asked_has_a_column() {
        let mut figures = Figures::default();
        figures.set("crates", "ours", 7.0);
        let table = Table {
            title: "T",
            note: "n",
            rows: &[("crates", "crates"), ("a", "A")],
            peers: &[("ours", "ours")],
            digits: 0,
        };
        assert_eq!(
            table.markdown(&figures),
            "\n## T\n\nn\n\n| | ours | at most |\n| --- | ---: | ---: |\n| crates | 7 | 6 |\n| A | – | – |\n\
             \nAbove what is asked: crates, by 1.\n"
        );
    }
}
