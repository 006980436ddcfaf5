//! "Did you mean": the nearest of some known words to one that is not known.

/// The nearest word, if it is near enough to be what somebody meant. Of equally near ones the first.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let bound = (word.chars().count() / 3).clamp(1, 4);
    let lower = word.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        let mut distance = distance(&lower, &candidate.to_lowercase());
        // `email` for `contact.email` is the commonest slip and no matter of single letters.
        if candidate.rsplit_once('.').is_some_and(|(_, leaf)| leaf == lower) {
            distance = distance.min(1);
        }
        if distance <= bound && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, word)| word)
}

/// `; did you mean …?`, or nothing.
pub(crate) fn hint<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(word, known).map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
}

/// Insertions, deletions, substitutions and swaps of neighbours.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = a[i - 1] == b[j - 1];
            let mut least = (above[j - 1] + usize::from(!same)).min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_nothing_else() {
        let known = ["contact.email", "contact.phone", "identity.name"];
        assert_eq!(nearest("contact.emial", known), Some("contact.email"));
        assert_eq!(nearest("email", known), Some("contact.email"));
        assert_eq!(nearest("Contact.Phone", known), Some("contact.phone"));
        assert_eq!(nearest("behavior.referrer", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn counts_a_swap_once() {
        assert_eq!(distance("emial", "email"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
