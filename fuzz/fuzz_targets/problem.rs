//! `Problem::from_response`: reading what a problem sends gives it again, its references can be resolved
//! and restored, and no part of it is HTML on the page.

#![no_main]

use std::collections::BTreeMap;

use fuzz::Response;
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::value::RawValue;
use status_core::problem::{Answer, MEDIA_TYPE, Problem};
use status_core::represent::{self, View};
use url::Url;

const STANDARD: [&str; 5] = ["type", "title", "status", "detail", "instance"];

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(response) = Response::parse(data) else { return Corpus::Reject };
    let problem = Problem::from_response(response.code, response.content_type(), response.content);
    let code = if (100..600).contains(&response.code) { response.code } else { 500 };
    assert_eq!(problem.status().code(), code);
    assert!(!problem.to_string().contains(char::is_control), "{problem}");

    // An object that is not a problem keeps its members with the names of standard ones.
    let is_object_of_problem = problem.members().all(|(name, _)| !STANDARD.contains(&name));
    let json = problem.json();
    let object: BTreeMap<String, &RawValue> = serde_json::from_slice(&json).unwrap();
    let optional = [
        problem.type_uri.is_some(),
        !problem.title.is_empty(),
        problem.detail.is_some(),
        problem.instance.is_some(),
    ];
    let standard = 1 + optional.into_iter().filter(|is_there| *is_there).count();
    let sent = problem.clone().forward();
    assert_eq!(object.len(), standard + sent.members().len(), "a name is repeated");
    assert_eq!(serde_json::to_vec(&problem).unwrap(), json);
    if is_object_of_problem && !(problem.title.is_empty() && problem.type_uri.is_none()) {
        let again = Problem::from_response(code, Some(MEDIA_TYPE.as_bytes()), &json);
        assert_eq!(again, problem);
        assert_eq!(Problem::from_json(&json).unwrap(), problem);
    }

    // Its content is for this program, unless it says otherwise.
    let answer = Answer::from(problem.clone());
    assert_eq!(answer.status.code(), 502);
    assert_eq!(answer.content, r#"{"title":"Bad Gateway","status":502}"#);
    let answer = Answer::from(problem.clone().forward());
    assert_eq!(answer.status.code(), code);
    if problem.status().class().is_error() {
        assert_eq!(answer.content, json);
    }

    let url = Url::parse("https://shop.example/orders/7?a").unwrap();
    assert_eq!(problem.clone().resolve(&url).forward(), problem);

    let texts = [
        problem.type_uri.as_deref(),
        Some(&*problem.title),
        problem.detail.as_deref(),
        problem.instance.as_deref(),
    ];
    let text = represent::text(&view(&problem, texts));
    assert!(text.chars().all(|c| matches!(c, '\n' | '\t') || !c.is_control()), "{text}");
    let page = represent::page(&view(&problem, texts));
    let without = texts.map(|text| text.map(|text| text.replace('<', "\u{ff1c}")));
    let plain = represent::page(&view(&problem, without.each_ref().map(Option::as_deref)));
    assert_eq!(tags(&page), tags(&plain), "{page}");
    assert!(!page.to_ascii_lowercase().contains("href=\"javascript:"), "{page}");
    Corpus::Keep
});

fn view<'a>(problem: &Problem, texts: [Option<&'a str>; 4]) -> View<'a> {
    let mut view = View::new(problem.status());
    let title;
    [view.type_uri, title, view.detail, view.instance] = texts;
    view.title = title.unwrap_or_default();
    view
}

fn tags(page: &str) -> usize {
    page.matches('<').count()
}
