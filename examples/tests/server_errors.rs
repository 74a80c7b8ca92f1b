//! Runs the `server_errors` example.

mod common;

use std::process::Command;

use status_core::ServerError;

/// Where the columns start: code, reason, spec, documentation.
const COLUMNS: [usize; 4] = [0, 5, 38, 56];

fn cell(line: &str, column: usize) -> String {
    let width = COLUMNS.get(column + 1).map_or(usize::MAX, |end| end - COLUMNS[column]);
    line.chars().skip(COLUMNS[column]).take(width).collect::<String>().trim_end().to_owned()
}

#[test]
fn every_server_error_has_a_row_in_an_aligned_table() {
    let output = Command::new(common::build("server_errors")).output().unwrap();
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let text = String::from_utf8(output.stdout).unwrap();

    let mut rows: Vec<[String; 4]> = Vec::new();
    for line in text.lines() {
        assert!(line.chars().count() <= 100, "{line}");
        let cells = [0, 1, 2, 3].map(|column| cell(line, column));
        if cells[0].is_empty() {
            assert_eq!(cells[..3], ["", "", ""], "{line}");
            let row = rows.last_mut().expect("the first line starts a row");
            row[3] = format!("{} {}", row[3], cells[3]);
        } else {
            rows.push(cells);
        }
    }

    let expected: Vec<_> = ServerError::ALL
        .iter()
        .map(|error| {
            let status = error.status();
            let paragraph = status.documentation().split("\n\n").next().unwrap();
            let paragraph = paragraph.replace('\n', " ");
            [
                status.code().to_string(),
                status.reason().into(),
                status.spec().unwrap().into(),
                paragraph,
            ]
        })
        .collect();
    assert_eq!(rows, expected);

    let codes: Vec<_> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(codes.join(" "), "500 501 502 503 504 505 506 507 508 510 511");
}
