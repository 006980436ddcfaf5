//! The report of a unit, cut out of the report of the whole: flows across packages are followed before they are told apart.

use super::{Coverage, Report, Target};
use crate::error::Error;
use crate::lang;
use crate::policy::{self, Basis, Unit};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Report {
    /// The units of the tree; none where nobody speaks of units.
    pub(crate) fn units(&self) -> Vec<Unit> {
        policy::units(self.policy.register.as_ref(), &self.sources)
    }

    /// The report of one of them.
    pub(crate) fn of_unit(&self, units: &[Unit], index: usize) -> Result<Self, Error> {
        let mine = |path: &str| policy::owner(units, path) == index;
        let graph = self.graph.within(&|span| mine(self.sources.path(span.file)), &self.catalogue);
        let policy = self.policy.of_unit(&units[index], &self.sources, &self.vocabulary)?;
        let target =
            Target { name: format!("{}/{}", self.target.name, units[index].name), ..self.target.clone() };
        let basis = Basis {
            catalogue: Arc::clone(&self.catalogue),
            vocabulary: Arc::clone(&self.vocabulary),
            policy,
        };
        let sources = self.sources.clone();
        let mut report = Self::new(target, graph, self.coverage_of(&mine), sources, basis);
        report.style = self.style;
        // Exceptions in comments of other units are theirs.
        report.findings.retain(|finding| {
            finding.vendor.is_some()
                || finding.at.is_none_or(|span| {
                    let path = report.sources.path(span.file);
                    mine(path)
                        || report.policy.register.as_ref().is_some_and(|register| register.file == span.file)
                })
        });
        Ok(report)
    }

    /// What was read for a unit. How much had to be parsed is known of the whole alone.
    fn coverage_of(&self, mine: &dyn Fn(&str) -> bool) -> Coverage {
        let whole = &self.coverage;
        let files: Vec<_> = self.sources.ids().filter(|&file| mine(self.sources.path(file))).collect();
        let mut languages: BTreeMap<String, usize> = BTreeMap::new();
        for &file in &files {
            if let Some(language) = lang::of_path(self.sources.path(file)) {
                *languages.entry(language.id.to_owned()).or_default() += 1;
            }
        }
        Coverage {
            files: files.len(),
            lines: files.iter().map(|&file| self.sources.text(file).lines().count()).sum(),
            parsed: whole.parsed,
            languages,
            skipped: whole.skipped.iter().filter(|skipped| mine(&skipped.file)).cloned().collect(),
            broken: whole.broken.iter().filter(|(file, _)| mine(file)).cloned().collect(),
            unreadable: whole
                .unreadable
                .iter()
                .filter(|(span, _)| mine(self.sources.path(span.file)))
                .cloned()
                .collect(),
        }
    }
}
