//! Countries as Chapter V GDPR sees them: names, and whether the Commission has found their protection adequate.
//!
//! The list has a date. It says what was published on that day, not whether a transfer may happen: decisions have
//! scopes, and scopes are for people to check.

/// The day the adequacy decisions were looked up.
pub(crate) const AS_OF: &str = "2026-11-23";

/// How a country stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// In the European Economic Area: no third country.
    Eea,
    /// Subject of an adequacy decision; for some recipients only, where that is said.
    Adequate(&'static str),
    /// None of these.
    Third,
}

/// A country.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2, or `EU`.
    pub code: &'static str,
    /// English.
    pub name: &'static str,
    /// French.
    pub french: &'static str,
    /// How it stands.
    pub standing: Standing,
}

const fn eea(code: &'static str, name: &'static str, french: &'static str) -> Country {
    Country { code, name, french, standing: Standing::Eea }
}

const fn adequate(
    code: &'static str,
    name: &'static str,
    french: &'static str,
    only: &'static str,
) -> Country {
    Country { code, name, french, standing: Standing::Adequate(only) }
}

const fn third(code: &'static str, name: &'static str, french: &'static str) -> Country {
    Country { code, name, french, standing: Standing::Third }
}

/// Those that the catalogue names, the whole European Economic Area, and those with a decision. Sorted by code.
pub(crate) static ALL: &[Country] = &[
    adequate("AD", "Andorra", "Andorre", ""),
    third("AE", "United Arab Emirates", "Émirats arabes unis"),
    adequate("AR", "Argentina", "Argentine", ""),
    eea("AT", "Austria", "Autriche"),
    third("AU", "Australia", "Australie"),
    eea("BE", "Belgium", "Belgique"),
    eea("BG", "Bulgaria", "Bulgarie"),
    adequate("BR", "Brazil", "Brésil", ""),
    adequate("CA", "Canada", "Canada", "organisations under PIPEDA"),
    adequate("CH", "Switzerland", "Suisse", ""),
    third("CN", "China", "Chine"),
    eea("CY", "Cyprus", "Chypre"),
    eea("CZ", "Czechia", "Tchéquie"),
    eea("DE", "Germany", "Allemagne"),
    eea("DK", "Denmark", "Danemark"),
    eea("EE", "Estonia", "Estonie"),
    eea("ES", "Spain", "Espagne"),
    eea("EU", "European Union", "Union européenne"),
    eea("FI", "Finland", "Finlande"),
    adequate("FO", "Faroe Islands", "Îles Féroé", ""),
    eea("FR", "France", "France"),
    adequate("GB", "United Kingdom", "Royaume-Uni", ""),
    adequate("GG", "Guernsey", "Guernesey", ""),
    eea("GR", "Greece", "Grèce"),
    third("HK", "Hong Kong", "Hong Kong"),
    eea("HR", "Croatia", "Croatie"),
    eea("HU", "Hungary", "Hongrie"),
    third("ID", "Indonesia", "Indonésie"),
    eea("IE", "Ireland", "Irlande"),
    adequate("IL", "Israel", "Israël", ""),
    adequate("IM", "Isle of Man", "Île de Man", ""),
    third("IN", "India", "Inde"),
    third("IR", "Iran", "Iran"),
    eea("IS", "Iceland", "Islande"),
    eea("IT", "Italy", "Italie"),
    adequate("JE", "Jersey", "Jersey", ""),
    adequate("JP", "Japan", "Japon", ""),
    third("KE", "Kenya", "Kenya"),
    adequate("KR", "Republic of Korea", "République de Corée", ""),
    third("KW", "Kuwait", "Koweït"),
    eea("LI", "Liechtenstein", "Liechtenstein"),
    eea("LT", "Lithuania", "Lituanie"),
    eea("LU", "Luxembourg", "Luxembourg"),
    eea("LV", "Latvia", "Lettonie"),
    eea("MT", "Malta", "Malte"),
    third("MX", "Mexico", "Mexique"),
    third("MY", "Malaysia", "Malaisie"),
    third("NG", "Nigeria", "Nigéria"),
    eea("NL", "Netherlands", "Pays-Bas"),
    eea("NO", "Norway", "Norvège"),
    adequate("NZ", "New Zealand", "Nouvelle-Zélande", ""),
    third("PH", "Philippines", "Philippines"),
    third("PK", "Pakistan", "Pakistan"),
    eea("PL", "Poland", "Pologne"),
    eea("PT", "Portugal", "Portugal"),
    eea("RO", "Romania", "Roumanie"),
    third("RU", "Russia", "Russie"),
    third("SA", "Saudi Arabia", "Arabie saoudite"),
    eea("SE", "Sweden", "Suède"),
    third("SG", "Singapore", "Singapour"),
    eea("SI", "Slovenia", "Slovénie"),
    eea("SK", "Slovakia", "Slovaquie"),
    third("TH", "Thailand", "Thaïlande"),
    third("TR", "Türkiye", "Turquie"),
    adequate(
        "US",
        "United States",
        "États-Unis",
        "recipients certified under the EU-US Data Privacy Framework",
    ),
    adequate("UY", "Uruguay", "Uruguay", ""),
    third("VG", "British Virgin Islands", "Îles Vierges britanniques"),
    third("ZA", "South Africa", "Afrique du Sud"),
];

/// The country of a code.
pub(crate) fn country(code: &str) -> Option<&'static Country> {
    ALL.binary_search_by(|c| c.code.cmp(code)).ok().and_then(|at| ALL.get(at))
}

/// How it stands; a code nobody listed is a third country.
pub(crate) fn standing(code: &str) -> Standing {
    country(code).map_or(Standing::Third, |c| c.standing)
}

/// True outside the European Economic Area; false where nobody knows the country.
pub(super) fn is_third_country(code: &str) -> bool {
    !code.is_empty() && standing(code) != Standing::Eea
}

/// True where a decision of the Commission covers the country, and not only the recipients that are certified (the US).
pub(super) fn is_adequate(code: &str) -> bool {
    code != "US" && matches!(standing(code), Standing::Adequate(_))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_sorted_and_named() {
        for pair in ALL.windows(2) {
            assert!(pair[0].code < pair[1].code, "{} stands after {}", pair[0].code, pair[1].code);
        }
        assert_eq!(ALL.iter().filter(|c| c.standing == Standing::Eea).count(), 27 + 3 + 1);
        assert!(ALL.iter().all(|c| c.code == "EU" || crate::vendor::is_country(c.code)));
        assert_eq!(ALL.iter().filter(|c| is_adequate(c.code)).count(), 15);
        assert!(is_third_country("US") && !is_third_country("DE") && !is_third_country(""));
    }

    #[test]
    fn every_country_of_the_catalogue_has_a_name() {
        let catalogue = crate::vendor::builtin();
        for vendor in catalogue.vendors() {
            let regions = vendor.regions.values().map(String::as_str);
            for code in regions.chain([vendor.country.as_str()]).filter(|code| !code.is_empty()) {
                assert!(country(code).is_some(), "{}: no name for {code}", vendor.id);
            }
        }
    }
}
