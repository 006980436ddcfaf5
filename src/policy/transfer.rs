//! Which countries data may go to without more: the European Economic Area, and those with an adequacy decision.

/// The European Economic Area: no third countries.
const EEA: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Countries with an adequacy decision of the Commission, as of November 2026; Canada for commercial organisations. The US
/// only under the Data Privacy Framework.
const ADEQUATE: [&str; 15] =
    ["AD", "AR", "BR", "CA", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY"];

/// True outside the European Economic Area; false where nobody knows the country.
pub(super) fn is_third_country(code: &str) -> bool {
    !code.is_empty() && !EEA.contains(&code)
}

/// True where a decision of the Commission covers the country as a whole.
pub(super) fn is_adequate(code: &str) -> bool {
    ADEQUATE.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_of_countries() {
        for list in [&EEA[..], &ADEQUATE[..]] {
            assert!(list.is_sorted() && list.iter().all(|code| crate::vendor::is_country(code)));
        }
        assert!(EEA.iter().all(|code| !ADEQUATE.contains(code)));
    }
}
