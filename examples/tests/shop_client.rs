//! `shop_client`, run: it talks to a shop that is run, too.

mod common;

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static CLIENT: LazyLock<PathBuf> = LazyLock::new(|| common::build("shop_client"));

/// The shop, which closes with the test at the latest.
struct Shop(Child);

impl Drop for Shop {
    fn drop(&mut self) {
        // Both fail where it has ended already, which is as well.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn client(port: &str) -> Output {
    Command::new(&*CLIENT).env("PORT", port).output().unwrap()
}

#[test]
fn each_refusal_is_understood_and_a_short_one_is_waited_out() {
    let program = common::build("shop");
    // It takes its time, in which the shop would be open already.
    LazyLock::force(&CLIENT);
    let mut shop = Command::new(program);
    shop.env("PORT", "0").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut shop = Shop(shop.spawn().unwrap());
    let mut line = String::new();
    let mut lines = BufReader::new(shop.0.stdout.take().unwrap());
    lines.read_line(&mut line).unwrap();
    let port = line.split("127.0.0.1:").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();

    let before = Instant::now();
    let output = client(port);
    assert_eq!(
        String::from_utf8(output.stdout).unwrap(),
        r#"buy two teapots      {"id":3,"article":"teapot","pieces":2,"paid":false}
buy no teapot        not 0 of them, but 1 to 20
buy a kettle         only 0 of kettle left
buy a teacup         no teacup there
buy on trial         not before 60 min
see order 1 unnamed  a token is missing
see order 404        nobody knows order 404
see the first order  it failed: 400 Bad Request: Invalid URL: Cannot parse `first` to a `u64`
pay order 1 twice    order 1 is paid, keep your money
pay without luck     it failed: 502 Bad Gateway: The payment provider failed us.
find the cellar      it failed: 404 Not Found
see the stock        they are counting (waiting 2 s)
see the stock        {"kettle":0,"teapot":998}
"#
    );
    assert!(output.status.success());
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(before.elapsed() >= Duration::from_secs(2));
}

#[test]
fn without_a_shop_it_says_how_to_open_one() {
    // Nobody listens there once the listener is gone.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port().to_string();
    drop(listener);
    let output = client(&port);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        format!(
            "shop_client: no shop at http://127.0.0.1:{port}; `cargo run --example shop` opens one\n"
        )
    );
}
