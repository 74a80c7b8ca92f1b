//! Each promise of SECURITY.md names tests that exist.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name(path);
    fs::read_to_string(root).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether a file has a test of this name: a function with `#[test]` or `#[tokio::test]` above it.
fn has_test(source: &str, name: &str) -> bool {
    let before = source.split_once(&format!("fn {name}(")).map_or("", |(before, _)| before);
    let before = before.trim_end().trim_end_matches("async").trim_end();
    let mut attributes =
        before.lines().rev().map(str::trim).take_while(|line| line.starts_with('#'));
    attributes.any(|line| matches!(line, "#[test]" | "#[tokio::test]"))
}

#[test]
fn each_promise_has_a_test() {
    let page = read("SECURITY.md");
    let table = page.split("| promise | test |\n").nth(1).unwrap();
    let mut count = 0;
    for row in table.lines().skip(1).map_while(|line| line.strip_prefix("| ")) {
        let (promise, tests) = row.strip_suffix(" |").unwrap().split_once(" | ").unwrap();
        let held = count;
        let mut source = String::new();
        // Files in backticks, each followed by the names of tests in it.
        for name in tests.split('`').skip(1).step_by(2) {
            if let Some(mistake) = name.strip_suffix(".rs").filter(|it| it.starts_with("tests/ui/"))
            {
                // The compiler's message, which a test expects.
                assert_ne!(read(&format!("{mistake}.stderr")), "", "{promise}");
                count += 1;
            } else if name.contains('/') {
                source = read(name);
            } else {
                assert!(has_test(&source, name), "{promise} `{name}` is not a test");
                count += 1;
            }
        }
        assert!(count > held, "{promise} has no test");
    }
    assert!(count > 15, "the table was not understood: {count}");
}
