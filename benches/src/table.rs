//! Figures by row and peer, and how they stand on the page.

use std::collections::BTreeMap;
use std::fmt::Write as _;

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
    /// As Markdown. What a peer does not do is a dash.
    pub fn markdown(&self, figures: &Figures) -> String {
        let mut out = format!("\n## {}\n\n{}\n\n| |", self.title, self.note);
        for (_, peer) in self.peers {
            let _ = write!(out, " {peer} |");
        }
        let _ = write!(out, "\n| --- |{}", " ---: |".repeat(self.peers.len()));
        for (key, row) in self.rows {
            let _ = write!(out, "\n| {row} |");
            for (peer, _) in self.peers {
                match figures.get(key, peer) {
                    Some(figure) => {
                        let _ = write!(out, " {} |", number(figure, self.digits));
                    }
                    None => out.push_str(" – |"),
                }
            }
        }
        out.push('\n');
        out
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
}
