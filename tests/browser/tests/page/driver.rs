//! A real Chromium, by way of its chromedriver (`WebDriver` over HTTP).

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

/// A browser that nobody has used before: chromedriver gives each a profile of its own. It ends with
/// this value.
pub struct Browser {
    driver: Child,
    agent: Agent,
    session: String,
    shutdown: String,
}

/// What the browser paints: its readers' settings, and the size of its window in CSS pixels.
#[derive(Clone, Copy)]
pub struct Screen {
    pub scheme: &'static str,
    pub width: u32,
    pub height: u32,
    /// Pixels of a picture for each CSS pixel.
    pub scale: u32,
}

impl Browser {
    pub fn start() -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn()
            .expect("chromedriver starts; `.ci/browser` installs it");
        let output = BufReader::new(driver.stdout.take().expect("its output is piped"));
        let mut lines = output.lines().map_while(Result::ok);
        // A line before it says the port that was asked for, 0.
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
            .expect("chromedriver says its port");
        // Nobody reads on, and a full pipe would stop it.
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
        let session = browser.post("", &json!({ "capabilities": { "alwaysMatch": wanted() } }));
        let id = session["sessionId"].as_str().expect("a session has an id");
        browser.session = format!("{}/{id}", browser.session);
        browser.cdp("Network.enable", &json!({}));
        let signed_in = json!({ "headers": { "Authorization": "Bearer demo" } });
        browser.cdp("Network.setExtraHTTPHeaders", &signed_in);
        browser
    }

    /// Sends a command, whose failure is that of the test.
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

    /// A command of Chromium's own, which `WebDriver` has no word for.
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

    /// Opens a page, and waits until it has loaded.
    pub fn open(&self, url: &str) {
        self.post("/url", &json!({ "url": url }));
    }

    /// The value of a function's body in the page.
    pub fn run(&self, script: &str) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// What has come to a log since it was last read.
    fn log(&self, kind: &str) -> Vec<Value> {
        let Value::Array(entries) = self.post("/se/log", &json!({ "type": kind })) else {
            return Vec::new();
        };
        entries
    }

    /// Leaves behind what came to the logs until now.
    pub fn forget(&self) {
        self.log("performance");
        self.log("browser");
    }

    /// The URLs that were asked for since the last call.
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

    /// What the console says since the last call. That a page's own code is an error is no news.
    pub fn console(&self, page: &str) -> Vec<String> {
        let of_the_page =
            format!("{page} - Failed to load resource: the server responded with a status of ");
        self.log("browser")
            .iter()
            .filter_map(|entry| Some(entry["message"].as_str()?.to_owned()))
            .filter(|message| !message.starts_with(&of_the_page))
            .collect()
    }

    /// Keeps what is on the screen as a PNG.
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
        // It ends its browsers, and takes away what they have left. Where it does not listen, it is
        // ended itself.
        if self.agent.get(&self.shutdown).call().is_err() {
            let _ = self.driver.kill();
        }
        let _ = self.driver.wait();
    }
}

fn wanted() -> Value {
    json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless",
                // It would need a kernel's help that containers do not have. The pages are our own.
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
