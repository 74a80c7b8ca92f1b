//! Catalog files: one that is accepted writes the same catalog, does not differ from itself, and has
//! pages without anything that runs.

#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use status_core::contract::diff;
use status_core::describe::{Catalog, CatalogLayer};

fuzz_target!(|text: &str| -> Corpus {
    let catalog = match Catalog::from_json(text) {
        Ok(catalog) => catalog,
        Err(error) => {
            let lines = text.split('\n').count();
            assert!((1..=lines).contains(&error.line()), "{error}");
            assert!(!error.message().is_empty());
            return Corpus::Keep;
        }
    };
    let json = catalog.json();
    let again = Catalog::from_json(&json);
    assert_eq!(again.as_ref(), Ok(&catalog));
    assert_eq!(again.unwrap().json(), json);

    assert_eq!(diff(&catalog, &catalog), []);
    let statuses: usize = catalog.tables().iter().map(|table| table.statuses.len()).sum();
    let empty = Catalog::new(catalog.name());
    for changes in [diff(&catalog, &empty), diff(&empty, &catalog)] {
        // Each status is one change, and so is each table that has any.
        assert_eq!(changes.iter().filter(|it| it.status().is_some()).count(), statuses);
        assert!(changes.iter().all(|change| !change.to_string().is_empty()));
    }

    let layer = CatalogLayer::new(&catalog);
    for path in layer.paths() {
        assert!(path.starts_with('/') && path != "/", "{path}");
        for accept in [&b"text/html"[..], b"text/markdown", b"application/json"] {
            let answer = layer.answer("GET", path, [accept]).unwrap();
            let content = str::from_utf8(&answer.content).unwrap().to_ascii_lowercase();
            assert!(!content.is_empty());
            if accept == b"text/html" {
                assert!(!content.contains("<script"), "{content}");
                assert!(!content.contains("href=\"javascript:"), "{content}");
            }
        }
    }
    Corpus::Keep
});
