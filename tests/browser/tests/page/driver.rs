//! Controls Chromium through chromedriver (`WebDriver` over HTTP).

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use ureq::Agent;

/// A browser with a fresh profile, which is closed when this value is dropped.
pub struct Browser {
    driver: Child,
    agent: Agent,
    session: String,
    shutdown: String,
}

/// The user's color scheme, and the size of the window in CSS pixels.
#[derive(Clone, Copy)]
pub struct Screen {
    pub scheme: &'static str,
    pub width: u32,
    pub height: u32,
    /// Screenshot pixels per CSS pixel.
    pub scale: u32,
}

impl Browser {
    pub fn start() -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver starts; see `.ci/browser`");
        let output = BufReader::new(driver.stdout.take().expect("its output is piped"));
        let mut lines = output.lines().map_while(Result::ok);
        // An earlier line has the requested port, 0.
        let port: u16 = lines
            .find_map(|line| {
                line.split_once("success")?
                    .1
                    .split_once("port ")?
                    .1
                    .trim_end_matches('.')
                    .parse()
                    .ok()
            })
            .expect("chromedriver prints its port");
        // Keeps reading, because a full pipe would block chromedriver.
        thread::spawn(move || lines.for_each(drop));
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let driver_url = format!("http://127.0.0.1:{port}");
        let (session, shutdown) =
            (format!("{driver_url}/session"), format!("{driver_url}/shutdown"));
        let mut browser = Self { driver, agent, session, shutdown };
        let session =
            browser.post("", &json!({ "capabilities": { "alwaysMatch": capabilities() } }));
        let id = session["sessionId"].as_str().expect("a session has an id");
        browser.session = format!("{}/{id}", browser.session);
        browser.cdp("Network.enable", &json!({}));
        let signed_in = json!({ "headers": { "Authorization": "Bearer demo" } });
        browser.cdp("Network.setExtraHTTPHeaders", &signed_in);
        browser
    }

    /// Sends a command. The test fails if the command does.
    fn post(&self, path: &str, body: &Value) -> Value {
        let url = format!("{}{path}", self.session);
        let sent = self.agent.post(&url).content_type("application/json").send(body.to_string());
        let text = sent.and_then(|mut response| {
            response.body_mut().with_config().limit(1 << 26).read_to_string()
        });
        let text = text.unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut answer: Value = serde_json::from_str(&text).expect("chromedriver speaks JSON");
        let value = answer["value"].take();
        assert!(value["error"].is_null(), "{path}: {value}");
        value
    }

    /// Sends a command of the Chrome `DevTools` protocol.
    fn cdp(&self, command: &str, parameters: &Value) -> Value {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    pub fn set(&self, screen: Screen) {
        let Screen { scheme, width, height, scale } = screen;
        let features = [json!({ "name": "prefers-color-scheme", "value": scheme })];
        self.cdp("Emulation.setEmulatedMedia", &json!({ "features": features }));
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false }),
        );
    }

    /// Opens a page and waits until it has loaded.
    pub fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// Runs the body of a function in the page and returns its value.
    pub fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// The entries of a log since the last call.
    fn log(&self, kind: &str) -> Vec<Value> {
        let Value::Array(entries) = self.post("/se/log", &json!({ "type": kind })) else {
            return Vec::new();
        };
        entries
    }

    /// Drops all log entries so far.
    pub fn forget(&self) {
        self.log("performance");
        self.log("browser");
    }

    /// The URLs requested since the last call.
    pub fn requests(&self) -> Vec<String> {
        self.log("performance")
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|entry| entry["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|entry| {
                Some(entry["message"]["params"]["request"]["url"].as_str()?.to_owned())
            })
            .collect()
    }

    /// The console messages since the last call, without the one about the page's own status code.
    pub fn console(&self, page: &str) -> Vec<String> {
        let of_the_page =
            format!("{page} - Failed to load resource: the server responded with a status of ");
        self.log("browser")
            .iter()
            .filter_map(|entry| Some(entry["message"].as_str()?.to_owned()))
            .filter(|message| !message.starts_with(&of_the_page))
            .collect()
    }

    /// Saves a screenshot as a PNG.
    pub fn picture(&self, file: &Path) {
        let data = self.cdp("Page.captureScreenshot", &json!({ "format": "png" }));
        let data = data["data"].as_str().expect("a picture has data");
        let bytes = BASE64_STANDARD.decode(data).expect("it is base64");
        fs::write(file, bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        println!("{}", file.display());
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A regular shutdown closes the browsers and removes their profiles.
        if self.agent.get(&self.shutdown).call().is_err() {
            let _ = self.driver.kill();
        }
        let _ = self.driver.wait();
    }
}

fn capabilities() -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless",
                // The sandbox does not work in most containers, and the pages are our own.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
            ],
        },
    })
}
