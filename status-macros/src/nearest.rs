//! Suggests a known word for a misspelled one.

/// The nearest of `known`, if it is near enough to suggest: at most a third of its letters are wrong.
/// Case and the choice between `-` and `_` do not count.
pub fn nearest<'a>(given: &str, known: &[&'a str]) -> Option<&'a str> {
    let given = normalized(given);
    let mut nearest = None;
    let mut least = usize::MAX;
    for word in known {
        let distance = distance(&given, &normalized(word));
        if distance < least && distance <= (word.len() / 3).max(1) {
            least = distance;
            nearest = Some(*word);
        }
    }
    nearest
}

fn normalized(word: &str) -> Vec<char> {
    let mut letters = Vec::new();
    // No known word is longer, so the rest of an absurdly long one cannot bring it nearer.
    for letter in word.chars().take(64) {
        letters.push(if letter == '-' { '_' } else { letter.to_ascii_lowercase() });
    }
    letters
}

/// The smallest number of letters to insert, delete, replace or swap with their neighbor (the
/// "optimal string alignment" distance).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last = vec![0];
    for j in 0..b.len() {
        last.push(j + 1);
    }
    for (i, &from) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i + 1);
        for (j, &to) in b.iter().enumerate() {
            let mut best = (last[j] + usize::from(from != to)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from == b[j - 1] && a[i - 1] == to {
                best = best.min(before_last[j - 1] + 1);
            }
            row.push(best);
        }
        before_last = last;
        last = row;
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_what_was_meant_and_nothing_else() {
        let known = ["transparent", "title", "slug", "reason"];
        assert_eq!(nearest("transparant", &known), Some("transparent"));
        assert_eq!(nearest("tilte", &known), Some("title"));
        assert_eq!(nearest("REASON", &known), Some("reason"));
        assert_eq!(nearest("a-b-c", &["a_b_c"]), Some("a_b_c"));
        assert_eq!(nearest("colour", &known), None);
        // Three of eleven letters may be missing, but not two of five.
        assert_eq!(nearest("trnsprnt", &known), Some("transparent"));
        assert_eq!(nearest("tle", &known), None);
        assert_eq!(nearest("xxtitle", &known), None);
        // Of two that are equally near, the first.
        assert_eq!(nearest("tilt", &["tile", "till"]), Some("tile"));
        assert_eq!(nearest("", &known), None);
    }
}
