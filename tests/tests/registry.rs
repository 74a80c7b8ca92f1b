//! The canonical tables against the IANA registry and the requirements of the RFCs.
//!
//! `tests/data/` has copies of the registry's files.

use std::collections::HashMap;

use status_core::{
    Class, ClientError, Informational, Redirection, Registration, ServerError, Status, StatusTable,
    Success, Table,
};

const REGISTRY: &str = include_str!("../data/iana-http-status-codes.csv");
const UNASSIGNED: &str = include_str!("../data/iana-unassigned-ranges.csv");
const SEMANTICS: &str = include_str!("../data/status-semantics.csv");
const FORMER: &str = include_str!("../data/phrase-aliases.csv");

/// Listed by RFC 9110 §15.1; RFC 7725 §3 adds 451.
const CACHEABLE: [u16; 13] = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 451, 501];

/// The rows of a CSV file, by the names of its columns.
fn rows(csv: &'static str) -> Vec<HashMap<&'static str, String>> {
    let mut lines = csv.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    lines.map(|line| columns.iter().copied().zip(cells(line)).collect()).collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

fn code(row: &HashMap<&str, String>) -> u16 {
    row["code"].parse().unwrap()
}

fn status(code: u16) -> &'static Status {
    Status::from_code(code).unwrap()
}

const TABLES: [&Table; 5] = [
    Informational::TABLE,
    Success::TABLE,
    Redirection::TABLE,
    ClientError::TABLE,
    ServerError::TABLE,
];

#[test]
fn every_registered_code_agrees_with_the_registry() {
    let registry = rows(REGISTRY);
    assert_eq!(registry.len(), 64);
    for row in &registry {
        let status = status(code(row));
        let description = row["reason"].as_str();
        let (phrase, registration) = match description.split_once('(') {
            None => (description, Registration::Registered),
            Some((_, "Unused)")) => ("", Registration::Reserved),
            Some((phrase, "OBSOLETED)")) => (phrase.trim(), Registration::Obsolete),
            Some((phrase, rest)) if rest.starts_with("TEMPORARY") => {
                (phrase.trim(), Registration::Temporary)
            }
            Some(_) => panic!("an unknown note: {description}"),
        };
        assert_eq!(status.reason(), phrase, "{status:?}");
        assert_eq!(status.registration(), registration, "{status:?}");

        let reference = row["reference_rfc"].split(';').next().unwrap().replace("RFC", "RFC ");
        let spec = match row["section"].as_str() {
            "" => reference,
            section => format!("{reference} §{section}"),
        };
        assert_eq!(status.spec(), Some(spec.as_str()), "{status:?}");

        let class = match row["class"].as_str() {
            "informational" => Class::Informational,
            "successful" => Class::Success,
            "redirection" => Class::Redirection,
            "client_error" => Class::ClientError,
            "server_error" => Class::ServerError,
            other => panic!("{other} is no class"),
        };
        assert_eq!(status.class(), class, "{status:?}");
    }
}

#[test]
fn the_tables_have_every_registered_code_but_the_reserved_ones() {
    let expected: Vec<u16> =
        rows(REGISTRY).iter().map(code).filter(|code| ![306, 418].contains(code)).collect();
    let ours: Vec<u16> = TABLES.iter().flat_map(|table| table.iter()).map(Status::code).collect();
    assert_eq!(ours, expected);
    for status in TABLES.iter().flat_map(|table| table.iter()) {
        assert_eq!(Some(status), Status::from_code(status.code()));
    }
}

#[test]
fn unassigned_codes_agree_with_the_registry() {
    let mut unassigned = Vec::new();
    for row in rows(UNASSIGNED) {
        let (start, end): (u16, u16) = (row["start"].parse().unwrap(), row["end"].parse().unwrap());
        unassigned.extend(start..=end);
    }
    for code in 100..=599 {
        let status = status(code);
        let is_unassigned = status.registration() == Registration::Unassigned;
        assert_eq!(is_unassigned, unassigned.contains(&code), "{code}");
        assert_eq!(status.code(), code);
        if is_unassigned {
            let class = TABLES[usize::from(code / 100 - 1)];
            assert_eq!((status.reason(), status.name(), status.slug()), ("", "", ""));
            assert_eq!(status.documentation(), class.documentation());
            assert_eq!(status.spec(), None);
            assert_eq!(status.to_string(), code.to_string());
        }
    }
    for code in (0..100).chain(600..=u16::MAX) {
        assert_eq!(Status::from_code(code), None);
    }
}

#[test]
fn requirements_agree_with_the_rfcs() {
    let semantics = rows(SEMANTICS);
    for code in 100..=599 {
        let row = semantics.iter().find(|row| row["code"] == code.to_string());
        let cell = |name: &str| row.map_or("", |row| row[name].as_str());
        let status = status(code);

        assert_eq!(status.is_cacheable_by_default(), CACHEABLE.contains(&code), "{code}");
        // Interim responses are never stored (RFC 9111 §3).
        let storable = code >= 200 && cell("cache_store") != "MUST NOT";
        assert_eq!(status.may_be_stored(), storable, "{code}");
        let content = code >= 200 && !cell("body").starts_with("MUST NOT");
        assert_eq!(status.allows_content(), content, "{code}");
        assert_eq!(status.is_temporary(), cell("duration") == "temporary", "{code}");
        let required = match cell("must_headers").split(" (").next().unwrap() {
            // A 304 repeats some fields of the 200, but requires none of them.
            _ if code == 304 => vec![],
            "" => vec![],
            name => vec![name],
        };
        assert_eq!(status.required_headers(), required, "{code}");
    }
}

#[test]
fn cacheable_codes_agree_with_the_semantics_file() {
    for row in rows(SEMANTICS) {
        let cacheable = row["heuristically_cacheable"] == "yes";
        assert_eq!(CACHEABLE.contains(&code(&row)), cacheable, "{row:?}");
    }
}

#[test]
fn former_phrases_are_parsed() {
    for row in rows(FORMER) {
        let (code, former) = (code(&row), row["former"].as_str());
        let found = match code / 100 {
            3 => former.parse().map(Redirection::status),
            4 => former.parse().map(ClientError::status),
            _ => former.parse().map(ServerError::status),
        };
        match code {
            // Reserved and unassigned codes are in no table.
            306 | 418 | 509 => assert!(found.is_err(), "{former}"),
            _ => assert_eq!(found.unwrap().code(), code, "{former}"),
        }
    }
}

#[test]
fn every_canonical_row_is_documented_in_two_to_five_sentences() {
    for status in TABLES.iter().flat_map(|table| table.iter()) {
        let documentation = status.documentation();
        let sentences = documentation
            .split_inclusive(['.', '?', '!'])
            .filter(|part| part.trim_end().ends_with(['.', '?', '!']) && part.len() > 8);
        assert!((2..=6).contains(&sentences.count()), "{status}: {documentation}");
        assert!(documentation.lines().all(|line| line.len() <= 100), "{status}");
    }
}

/// The response to an error always has content.
#[test]
fn every_error_may_have_content() {
    assert!((400..=599).all(|code| Status::from_code(code).unwrap().allows_content()));
}
