//! Names of code into words: `$customerEmail2` -> `customer email 2`, `IPAddress` -> `ip address`.
//!
//! It knows letters, not meanings.

/// The words of a name, lower case, without accents; digits are words of their own.
pub(crate) fn split(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let chars: Vec<char> = name.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|j| chars.get(j)).copied().unwrap_or('_');
        let after = chars.get(i + 1).copied().unwrap_or('_');
        let starts = !c.is_alphanumeric()
            || c.is_numeric() != before.is_numeric()
            || (c.is_uppercase() && (before.is_lowercase() || acronym_ends(before, after, &chars[i + 1..])));
        if starts && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            fold(c, &mut word);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// `IPAddress`: the `A` starts a word. `userIDs`: the `D` does not, its `s` is a plural.
fn acronym_ends(before: char, after: char, rest: &[char]) -> bool {
    let plural = after == 's' && rest.get(1).is_none_or(|c| !c.is_lowercase());
    before.is_uppercase() && after.is_lowercase() && !plural
}

/// Lower case without accents, as most code writes it anyway.
fn fold(c: char, out: &mut String) {
    for c in c.to_lowercase() {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => out.push('a'),
            'ç' => out.push('c'),
            'è' | 'é' | 'ê' | 'ë' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => out.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => out.push('u'),
            'ß' => out.push_str("ss"),
            c => out.push(c),
        }
    }
}

/// Singular forms a plural may have, likeliest first; empty if it is none.
pub(super) fn singulars(word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if word.len() < 3 || word.ends_with("ss") {
        return forms;
    }
    if let Some(stem) = word.strip_suffix("ies") {
        forms.push(format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix('s') {
        forms.push(stem.to_owned());
    }
    if let Some(stem) = word.strip_suffix("es") {
        forms.push(stem.to_owned());
    }
    forms
}

/// True for a name written as a constant: `SUPPORT_EMAIL`.
pub(super) fn is_constant(name: &str) -> bool {
    name.chars().filter(char::is_ascii_uppercase).count() > 3 && !name.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_into_words() {
        for (name, expected) in [
            ("email", "email"),
            ("customerEmail", "customer email"),
            ("CustomerEmail", "customer email"),
            ("customer_email", "customer email"),
            ("customer-email", "customer email"),
            ("$customer.email", "customer email"),
            ("@name", "name"),
            ("_fbp", "fbp"),
            ("userID", "user id"),
            ("userIDs", "user ids"),
            ("IPAddress", "ip address"),
            ("clientIP", "client ip"),
            ("URLOfPage", "url of page"),
            ("emailAddr2", "email addr 2"),
            ("last4", "last 4"),
            ("sha256Email", "sha 256 email"),
            ("FIRST_NAME", "first name"),
            ("prénom", "prenom"),
            ("Straße", "strasse"),
            ("teléfonoMóvil", "telefono movil"),
            ("", ""),
            ("$", ""),
            ("x-forwarded-for", "x forwarded for"),
        ] {
            assert_eq!(split(name).join(" "), expected, "{name}");
        }
    }

    #[test]
    fn plurals() {
        assert_eq!(singulars("emails"), ["email"]);
        assert!(singulars("cities").contains(&"city".to_owned()));
        assert!(singulars("addresses").contains(&"address".to_owned()));
        assert!(singulars("address").is_empty());
    }

    #[test]
    fn constants() {
        assert!(is_constant("SUPPORT_EMAIL"));
        assert!(!is_constant("supportEmail") && !is_constant("IP") && !is_constant("ID"));
    }
}
