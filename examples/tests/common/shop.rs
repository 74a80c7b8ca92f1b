//! A running shop.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::common;

/// A running shop, which is stopped at the end of the test.
pub struct Shop {
    process: Child,
    /// The shop ends if it cannot write its first lines.
    _output: BufReader<ChildStdout>,
    pub port: String,
}

impl Shop {
    pub fn open() -> Self {
        let mut process = Command::new(common::build("shop"))
            .env("PORT", "0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut first = String::new();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        output.read_line(&mut first).unwrap();
        let address = first.split("127.0.0.1:").nth(1).expect("the first line has the address");
        let port = address.split(' ').next().unwrap_or_default().to_owned();
        Self { process, _output: output, port }
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        // Both fail if it has already ended.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
