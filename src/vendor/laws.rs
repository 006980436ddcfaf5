//! What must hold between entries: a name leads to one vendor only.

use super::check::{Checked, Claim};
use crate::error::Problem;
use rustc_hash::FxHashMap;

/// A checked entry with its text.
pub(crate) struct Filed<'a> {
    /// The file's name.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The entry.
    pub checked: Checked,
}

/// Finds names that two entries claim, or one entry twice.
pub(crate) fn check(entries: &[Filed<'_>], problems: &mut Vec<Problem>) {
    let mut exact: FxHashMap<(&str, &str), (usize, &Claim)> = FxHashMap::default();
    let mut roots: FxHashMap<&str, (usize, &Claim)> = FxHashMap::default();
    for (index, entry) in entries.iter().enumerate() {
        for claim in &entry.checked.claims {
            let say = |message: String| Problem::at(entry.file, entry.text, claim.at, message);
            if let Some((first, earlier)) = exact.get(&(&*claim.kind, claim.name.as_str())) {
                let first = &entries[*first];
                let place = Problem::at(first.file, first.text, earlier.at, "");
                problems.push(say(format!(
                    "{} `{}` belongs to `{}` already ({}:{})",
                    claim.kind, claim.name, first.checked.vendor.id, place.file, place.line
                )));
                continue;
            }
            exact.insert((&*claim.kind, &claim.name), (index, claim));
            let root = claim.kind == "global" || claim.kind.ends_with(" package");
            if !root {
                continue;
            }
            // A root is looked up by its name alone, so that sinks of two vendors would be mixed up.
            match roots.get(claim.name.as_str()) {
                Some((first, earlier)) if *first != index => problems.push(say(format!(
                    "{} `{}` has the name of a {} of `{}`; their sinks could not be told apart",
                    claim.kind, claim.name, earlier.kind, entries[*first].checked.vendor.id
                ))),
                Some(_) => {}
                None => {
                    roots.insert(&claim.name, (index, claim));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    /// What code imports leads to one vendor: an import root is nobody else's, nor the name of another's package.
    #[test]
    fn imports_are_unique() {
        let catalogue = super::super::builtin();
        let mut owners: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        for vendor in catalogue.vendors() {
            for package in &vendor.packages {
                let root = package.import.as_ref().unwrap_or(&package.name);
                let owner = *owners.entry((&package.ecosystem, root)).or_insert(&vendor.id);
                assert_eq!(owner, vendor.id, "{} import `{root}`", package.ecosystem);
            }
        }
    }
}
