//! The `shop` example, which sends pages to browsers.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::Host;
use crate::common::build;

/// A running shop, which is stopped when this value is dropped.
pub struct Shop {
    process: Child,
    base: String,
}

impl Shop {
    pub fn start() -> Self {
        let mut process = Command::new(build("shop"))
            .env("PORT", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the shop starts");
        let output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let mut lines = output.lines().map_while(Result::ok);
        let base = lines
            .find_map(|line| {
                line.split(' ').find(|word| word.starts_with("http:")).map(str::to_owned)
            })
            .expect("the shop prints its URL");
        // Keeps reading, because a full pipe would block the shop.
        thread::spawn(move || lines.for_each(drop));
        Self { process, base }
    }
}

impl Host for Shop {
    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
