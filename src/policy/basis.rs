//! What an answer is judged by: who the vendors are, the classes and purposes, and what the organisation says.

use super::register::{self, Entry, Register};
use super::{Day, LOCK, Lock, Severity};
use crate::error::Error;
use crate::ir::Span;
use crate::personal::Vocabulary;
#[cfg(test)]
use crate::source::SourceFile;
use crate::source::Sources;
use crate::vendor::{Catalogue, VendorId};
use std::path::Path;
use std::sync::Arc;

/// What an answer is judged by.
#[derive(Default)]
pub struct Basis {
    /// Who the vendors are.
    pub catalogue: Arc<Catalogue>,
    /// Classes and purposes.
    pub vocabulary: Arc<Vocabulary>,
    /// What the organisation says.
    pub policy: Policy,
}

/// Where the files of the policy stand among the sources.
pub(crate) struct Files {
    register: Option<String>,
    locked: bool,
}

impl Files {
    /// Takes the register that is named, stands in the tree, or above it, and the lock where it is asked for. Their texts
    /// join the sources, so that findings on them have a place.
    pub(crate) fn gather(
        root: &Path,
        named: Option<&Path>,
        locked: bool,
        sources: &mut Sources,
    ) -> Result<Self, Error> {
        let in_tree = sources.find(register::NAME).filter(|_| named.is_none());
        let register = match in_tree {
            Some(_) => Some(register::NAME.to_owned()),
            None => register::find(root, named)?.map(|file| sources.add(file)),
        };
        if locked && sources.find(LOCK).is_none() {
            let file = register::beside(root, LOCK)?.ok_or_else(|| Error::Input {
                path: root.join(LOCK).display().to_string(),
                why: "there is no lock yet; `vendorflow lock` writes it".to_owned(),
            })?;
            sources.add(file);
        }
        Ok(Self { register, locked })
    }
}

/// What the organisation says, and the day it is asked on. Without a register the built-in baseline judges.
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// What was agreed, if somebody keeps a register.
    pub register: Option<Register>,
    /// What was approved, if the code is to be compared with it.
    pub lock: Option<Lock>,
    /// Without a day nothing is overdue, and no exception expires.
    pub today: Option<Day>,
    /// The register speaks of more than is judged here: what it has and this does not is no news.
    pub shared: bool,
}

impl Policy {
    /// Reads the register and, where it is asked for, the lock. Ids of files have to be what they will stay.
    pub(crate) fn read(files: &Files, sources: &Sources, vocabulary: &Vocabulary) -> Result<Self, Error> {
        let mut policy = Self::default();
        if let Some(file) = files.register.as_ref().and_then(|path| sources.find(path)) {
            let register = register::check(file, sources.path(file), sources.text(file), vocabulary);
            policy.register = Some(register.map_err(Error::Problems)?);
        }
        if let Some(file) = sources.find(LOCK).filter(|_| files.locked) {
            let lock = Lock::parse(file, sources.path(file), sources.text(file), vocabulary);
            policy.lock = Some(lock.map_err(Error::Problems)?);
        }
        Ok(policy)
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

/// A register and a lock that are no files.
#[cfg(test)]
pub(crate) fn sample(
    [text, lock]: [&str; 2],
    today: &str,
    sources: &mut Sources,
    vocabulary: &Vocabulary,
) -> Policy {
    sources.add(SourceFile { path: register::NAME.into(), text: text.into() });
    sources.add(SourceFile { path: LOCK.into(), text: lock.into() });
    let files = Files { register: Some(register::NAME.to_owned()), locked: true };
    let mut policy = Policy::read(&files, sources, vocabulary).unwrap();
    policy.today = Some(today.parse().unwrap());
    policy
}
