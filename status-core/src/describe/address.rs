//! Where a `type` is on a server.

/// The parts of a URI reference that a server and a browser see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address<'a> {
    /// The path and the query, as in a request.
    pub target: &'a str,
    pub fragment: Option<&'a str>,
}

impl<'a> Address<'a> {
    /// Returns `None` for a URI without a path on a server, such as a URN, and for the root, where the
    /// application has a page of its own.
    pub(super) fn of(uri: &'a str) -> Option<Self> {
        let after_scheme = match uri.find("//") {
            Some(0) => Some(uri.get(2..)?),
            Some(at) if uri.get(..at)?.strip_suffix(':').is_some_and(is_scheme) => {
                Some(uri.get(at + 2..)?)
            }
            _ => None,
        };
        let rest = match after_scheme {
            Some(rest) => rest.get(rest.find('/')?..)?,
            None if uri.starts_with('/') => uri,
            None => return None,
        };
        let (target, fragment) = match rest.split_once('#') {
            Some((target, fragment)) => (target, Some(fragment)),
            None => (rest, None),
        };
        (target != "/").then_some(Self { target, fragment })
    }

    /// The address of the index of a `type_base`: its folder, or its path if the slug is not part of
    /// the path.
    pub(super) fn of_index(type_base: &'a str) -> Option<&'a str> {
        let Self { target, fragment } = Self::of(type_base)?;
        let index = match target.split_once('?') {
            Some((path, _)) => path,
            None if fragment.is_some() => target,
            None => target.get(..=target.rfind('/')?)?,
        };
        (index != "/").then_some(index)
    }
}

fn is_scheme(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|c| c.is_ascii_alphanumeric() || b"+-.".contains(&c))
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn of(uri: &str) -> Option<(&str, Option<&str>)> {
        Address::of(uri).map(|it| (it.target, it.fragment))
    }

    #[test]
    fn a_type_has_an_address_if_it_has_a_path() {
        assert_eq!(of("https://a.example/errors/b"), Some(("/errors/b", None)));
        assert_eq!(of("https://a.example:80/errors?c=b"), Some(("/errors?c=b", None)));
        assert_eq!(of("https://a.example/errors#b"), Some(("/errors", Some("b"))));
        assert_eq!(of("/errors/b"), Some(("/errors/b", None)));
        assert_eq!(of("/errors//b"), Some(("/errors//b", None)));
        assert_eq!(of("//a.example/b"), Some(("/b", None)));
        assert_eq!(of("https://a/b/c"), Some(("/b/c", None)));
        for without in [
            "urn:problem:b",
            "tag:a.example,2026:b",
            "b",
            "",
            "https://a.example",
            "/#b",
            "://a/b",
            "a b://a/b",
            "a/b//c",
        ] {
            assert_eq!(of(without), None, "{without}");
        }
    }

    #[test]
    fn the_index_is_the_folder() {
        assert_eq!(Address::of_index("https://a.example/errors/"), Some("/errors/"));
        assert_eq!(Address::of_index("/errors/shop-"), Some("/errors/"));
        assert_eq!(Address::of_index("/errors#"), Some("/errors"));
        assert_eq!(Address::of_index("/errors?code="), Some("/errors"));
        assert_eq!(Address::of_index("https://a.example/"), None);
        assert_eq!(Address::of_index("/shop-"), None);
        assert_eq!(Address::of_index("urn:problem:"), None);
    }
}
