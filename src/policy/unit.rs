//! Units: the packages of a repository of many, each with a report of its own.
//!
//! A unit is a folder that the register names in `[[unit]]`, or that has a `vendorflow.toml` of its own. The nearest
//! register judges: a unit with its own by that, and the others by the one of the root. What lies in no unit is one more.

use super::register::{self, Register};
use super::{Day, Policy};
use crate::error::Error;
use crate::personal::Vocabulary;
use crate::source::Sources;

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Unit {
    /// Its folder, ending with `/`; empty for what lies in no other.
    pub(crate) path: String,
    /// What people call it.
    pub(crate) name: String,
}

/// What the unit is called that has all that lies in no other.
pub(crate) const REST: &str = "rest";

/// All units, sorted by folder; the last one is the rest. None where nobody speaks of units.
pub(crate) fn units(register: Option<&Register>, sources: &Sources) -> Vec<Unit> {
    let mut units: Vec<Unit> = register.into_iter().flat_map(|register| register.units.clone()).collect();
    for file in sources.ids() {
        let folder = sources.path(file).strip_suffix(register::NAME).unwrap_or_default();
        if folder.ends_with('/') && !folder.starts_with("..") && !units.iter().any(|unit| unit.path == folder)
        {
            units.push(Unit { path: folder.to_owned(), name: folder.trim_end_matches('/').to_owned() });
        }
    }
    units.sort();
    if !units.is_empty() {
        units.push(Unit { path: String::new(), name: REST.to_owned() });
    }
    units
}

/// Which of them a file belongs to: the innermost.
pub(crate) fn owner(units: &[Unit], path: &str) -> usize {
    let inside = units.iter().enumerate().filter(|(_, unit)| path.starts_with(&unit.path));
    inside.max_by_key(|(_, unit)| unit.path.len()).map_or(0, |(index, _)| index)
}

impl Policy {
    /// What judges a unit: its own register, or that of the root, which speaks of others too.
    pub(crate) fn of_unit(
        &self,
        unit: &Unit,
        sources: &Sources,
        vocabulary: &Vocabulary,
    ) -> Result<Self, Error> {
        let today: Option<Day> = self.today;
        let own = sources.find(&format!("{}{}", unit.path, register::NAME)).filter(|_| !unit.path.is_empty());
        let Some(file) = own else {
            return Ok(Self { shared: true, ..self.clone() });
        };
        let register = register::check(file, sources.path(file), sources.text(file), vocabulary);
        Ok(Self {
            register: Some(register.map_err(Error::Problems)?),
            lock: self.lock.clone(),
            today,
            shared: false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    #[test]
    fn folders_with_a_register_are_units_and_the_innermost_owns() {
        let file = |path: &str| SourceFile { path: path.into(), text: String::new() };
        let sources = Sources::new(vec![
            file("vendorflow.toml"),
            file("packages/web/vendorflow.toml"),
            file("packages/web/admin/vendorflow.toml"),
            file("packages/web-old/app.ts"),
        ]);
        let units = units(None, &sources);
        let names: Vec<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
        assert_eq!(names, ["packages/web", "packages/web/admin", REST]);
        let owner = |path: &str| units[owner(&units, path)].name.as_str();
        assert_eq!(owner("packages/web/app.ts"), "packages/web");
        assert_eq!(owner("packages/web/admin/app.ts"), "packages/web/admin");
        assert_eq!(owner("packages/web-old/app.ts"), REST);
        assert_eq!(owner("app.ts"), REST);
        assert!(super::units(None, &Sources::new(vec![file("vendorflow.toml")])).is_empty());
    }
}
