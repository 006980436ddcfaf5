//! What an answer is judged by: who the vendors are, the classes and purposes, and what the organisation says.

use super::register::{self, Entry, Register};
use super::{Day, Severity};
use crate::error::Error;
use crate::ir::Span;
use crate::personal::Vocabulary;
#[cfg(test)]
use crate::source::SourceFile;
use crate::source::Sources;
use crate::vendor::{Catalogue, VendorId};
use std::path::Path;

/// What an answer is judged by.
#[derive(Default)]
pub struct Basis {
    /// Who the vendors are.
    pub catalogue: Catalogue,
    /// Classes and purposes.
    pub vocabulary: Vocabulary,
    /// What the organisation says.
    pub policy: Policy,
}

/// What the organisation says, and the day it is asked on. Without a register the built-in baseline judges.
#[derive(Debug, Default)]
pub struct Policy {
    /// What was agreed, if somebody keeps a register.
    pub register: Option<Register>,
    /// Without a day nothing is overdue, and no exception expires.
    pub today: Option<Day>,
}

impl Policy {
    /// Takes the register that is named, stands in the tree, or above it. Its text joins the sources, so that findings
    /// on it have a place.
    pub(crate) fn read(
        root: &Path,
        named: Option<&Path>,
        sources: &mut Sources,
        vocabulary: &Vocabulary,
    ) -> Result<Self, Error> {
        let in_tree = sources.find(register::NAME).filter(|_| named.is_none());
        let file = match in_tree {
            Some(file) => Some(file),
            None => register::find(root, named)?.map(|file| sources.insert(file)),
        };
        let Some(file) = file else { return Ok(Self::default()) };
        let register = register::check(file, sources.path(file), sources.text(file), vocabulary);
        Ok(Self { register: Some(register.map_err(Error::Problems)?), today: None })
    }

    /// What the register says of a vendor.
    pub fn entry(&self, catalogue: &Catalogue, vendor: VendorId) -> Option<&Entry> {
        self.register.as_ref()?.entry(&catalogue.vendor(vendor).id)
    }

    /// What a vendor is used for: as the register says, or else as the catalogue does.
    pub fn purpose<'a>(&'a self, catalogue: &'a Catalogue, vendor: VendorId) -> &'a str {
        let said = self.entry(catalogue, vendor).and_then(|entry| entry.purpose.as_deref());
        said.unwrap_or(&catalogue.vendor(vendor).purpose)
    }

    /// How much a rule weighs here, if the register says so.
    pub fn severity(&self, rule: &str) -> Option<Severity> {
        self.register.as_ref()?.severities.get(rule).copied()
    }
}

impl Register {
    /// A place in the register: from an offset to the end of its line.
    pub(crate) fn span(&self, at: usize, sources: &Sources) -> Span {
        let rest = sources.text(self.file).get(at..).unwrap_or_default();
        let end = at + rest.split(['\n', '#']).next().unwrap_or_default().trim_end().len();
        Span { file: self.file, start: at as u32, end: end as u32 }
    }
}

/// A register that is no file.
#[cfg(test)]
pub(crate) fn sample(text: &str, today: &str, sources: &mut Sources, vocabulary: &Vocabulary) -> Policy {
    let file = sources.insert(SourceFile { path: register::NAME.into(), text: text.into() });
    let register = register::check(file, register::NAME, text, vocabulary).unwrap();
    Policy { register: Some(register), today: Some(today.parse().unwrap()) }
}
