//! Names in other cases.

use crate::model::SlugCase;

/// The name in this case. Letters that are part of a word keep their case in `PascalCase` and
/// `camelCase`, so that `InvalidURI` stays as it is.
pub fn convert(name: &str, case: SlugCase) -> String {
    let words = words(name);
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let upper: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
    match case {
        SlugCase::Kebab => lower.join("-"),
        SlugCase::Snake => lower.join("_"),
        SlugCase::ScreamingSnake => upper.join("_"),
        SlugCase::ScreamingKebab => upper.join("-"),
        SlugCase::Lower => lower.concat(),
        SlugCase::Upper => upper.concat(),
        SlugCase::Pascal => words.iter().map(|word| capitalized(word)).collect(),
        SlugCase::Camel => {
            let rest = words.iter().skip(1).map(|word| capitalized(word));
            lower.first().cloned().into_iter().chain(rest).collect()
        }
    }
}

/// The words of a name: a capital begins one after a lowercase letter or a digit, and so does the last
/// capital of the run in `HTTPError`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut before: Option<char> = None;
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let separates = matches!(letter, '_' | '-' | ' ');
        let begins = letter.is_uppercase()
            && before.is_some_and(|before| {
                !before.is_uppercase() || letters.peek().is_some_and(|next| next.is_lowercase())
            });
        if (separates || begins) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if !separates {
            word.push(letter);
        }
        before = Some(letter);
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use heck::{ToKebabCase, ToShoutyKebabCase, ToShoutySnakeCase, ToSnakeCase};

    use super::convert;
    use crate::model::SlugCase;

    #[test]
    fn awkward_names() {
        for (name, kebab, snake, camel, pascal, screaming) in [
            (
                "OrderNotFound",
                "order-not-found",
                "order_not_found",
                "orderNotFound",
                "OrderNotFound",
                "ORDER_NOT_FOUND",
            ),
            ("IPv6", "i-pv6", "i_pv6", "iPv6", "IPv6", "I_PV6"),
            ("HTTPError", "http-error", "http_error", "httpError", "HTTPError", "HTTP_ERROR"),
            (
                "Sha256Mismatch",
                "sha256-mismatch",
                "sha256_mismatch",
                "sha256Mismatch",
                "Sha256Mismatch",
                "SHA256_MISMATCH",
            ),
            ("type", "type", "type", "type", "Type", "TYPE"),
            ("OAuth2", "o-auth2", "o_auth2", "oAuth2", "OAuth2", "O_AUTH2"),
            ("InvalidURI", "invalid-uri", "invalid_uri", "invalidURI", "InvalidURI", "INVALID_URI"),
            ("E404", "e404", "e404", "e404", "E404", "E404"),
            ("Snake_Case", "snake-case", "snake_case", "snakeCase", "SnakeCase", "SNAKE_CASE"),
            ("_Private_", "private", "private", "private", "Private", "PRIVATE"),
            ("A", "a", "a", "a", "A", "A"),
            ("__", "", "", "", "", ""),
        ] {
            assert_eq!(convert(name, SlugCase::Kebab), kebab);
            assert_eq!(convert(name, SlugCase::Snake), snake);
            assert_eq!(convert(name, SlugCase::Camel), camel);
            assert_eq!(convert(name, SlugCase::Pascal), pascal);
            assert_eq!(convert(name, SlugCase::ScreamingSnake), screaming);
            // heck finds the same words.
            assert_eq!(name.to_kebab_case(), kebab);
            assert_eq!(name.to_snake_case(), snake);
            assert_eq!(name.to_shouty_snake_case(), screaming);
            assert_eq!(convert(name, SlugCase::ScreamingKebab), name.to_shouty_kebab_case());
            assert_eq!(convert(name, SlugCase::Lower), snake.replace('_', ""));
            assert_eq!(convert(name, SlugCase::Upper), screaming.replace('_', ""));
        }
    }
}
