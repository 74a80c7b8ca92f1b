//! The figures that the measurements produce.

use std::collections::BTreeMap;

/// The peer that is status-core itself.
pub const OURS: &str = "ours";

/// By measurement, and in each by peer.
#[derive(Default)]
pub struct Figures(BTreeMap<String, BTreeMap<String, f64>>);

impl Figures {
    pub fn set(&mut self, key: &str, peer: &str, figure: f64) {
        self.0.entry(key.to_owned()).or_default().insert(peer.to_owned(), figure);
    }

    pub fn get(&self, key: &str, peer: &str) -> Option<f64> {
        self.0.get(key)?.get(peer).copied()
    }

    /// The peers of one measurement, without status-core.
    pub fn peers(&self, key: &str) -> impl Iterator<Item = (&str, f64)> {
        let peers = self.0.get(key).into_iter().flatten();
        peers.filter(|(peer, _)| *peer != OURS).map(|(peer, figure)| (peer.as_str(), *figure))
    }
}
