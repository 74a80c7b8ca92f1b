//! A server of fixed pages.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::Host;

type Pages = Arc<dyn Fn(&str) -> Option<(u16, String)> + Send + Sync>;

pub struct Server {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves the code and the page that `pages` returns for a path. Stops with the process.
    pub fn start(pages: impl Fn(&str) -> Option<(u16, String)> + Send + Sync + 'static) -> Self {
        let pages: Pages = Arc::new(pages);
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("a listener has an address");
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let log = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (pages, log) = (Arc::clone(&pages), Arc::clone(&log));
                // Browsers open connections ahead of time, which must not block others.
                thread::spawn(move || answer(&stream, &pages, &log));
            }
        });
        Self { address, asked }
    }
}

impl Host for Server {
    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    fn asked(&self) -> Option<Vec<String>> {
        Some(self.asked.lock().expect("no test has panicked here").clone())
    }
}

fn answer(mut stream: &TcpStream, pages: &Pages, log: &Mutex<Vec<String>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let path = first.split(' ').nth(1).unwrap_or("/").to_owned();
    // Skips the header. The requests have no content.
    for _ in lines.take_while(|line| !line.is_empty()) {}
    let (code, page) = pages(&path).unwrap_or_default();
    log.lock().expect("no test has panicked here").push(path);
    let _ = write!(
        stream,
        "HTTP/1.1 {code} \r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\n\
         connection: close\r\n\r\n{page}",
        page.len(),
    );
}
