//! What identifies a vendor: the names that every start has to know of every entry, and nothing else of it.
//!
//! Of a built-in entry they are borrowed from its compact form, so that a start allocates no text. They are not checked
//! here: a built-in entry was, and one of a user is before anybody asks.

use super::Vendor;
use crate::compact;
use serde::Deserialize;

/// The names of one entry, each in the order of the entry.
#[derive(Debug)]
pub(super) struct Identity<'a> {
    pub packages: Vec<Package<'a>>,
    pub globals: Vec<&'a str>,
    pub hosts: Vec<&'a str>,
    /// Kind and name.
    pub traces: Vec<(&'a str, &'a str)>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Package<'a> {
    pub ecosystem: &'a str,
    pub name: &'a str,
    pub import: Option<&'a str>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Raw<'a> {
    #[serde(borrow)]
    package: Vec<Package<'a>>,
    #[serde(borrow)]
    global: Vec<Name<'a>>,
    #[serde(borrow)]
    hosts: Vec<&'a str>,
    #[serde(borrow)]
    variable: Vec<Name<'a>>,
    #[serde(borrow)]
    setting: Vec<Setting<'a>>,
    #[serde(borrow)]
    component: Vec<Component<'a>>,
}

#[derive(Deserialize)]
struct Name<'a> {
    name: &'a str,
}

#[derive(Deserialize)]
struct Setting<'a> {
    file: &'a str,
    path: &'a str,
}

#[derive(Deserialize)]
struct Component<'a> {
    kind: &'a str,
    #[serde(borrow)]
    names: Vec<&'a str>,
}

impl<'a> Identity<'a> {
    /// Reads the compact form.
    pub(super) fn read(form: &'a str) -> Option<Self> {
        let raw: Raw<'a> = compact::read(form)?;
        let variables = raw.variable.iter().map(|variable| ("variable", variable.name));
        let settings = raw.setting.iter().map(|setting| (setting.file, setting.path));
        let components = raw.component.iter();
        let components = components.flat_map(|of| of.names.iter().map(|name| (of.kind, *name)));
        Some(Self {
            traces: variables.chain(settings).chain(components).collect(),
            packages: raw.package,
            globals: raw.global.into_iter().map(|global| global.name).collect(),
            hosts: raw.hosts,
        })
    }

    /// That of an entry that was read as a whole.
    pub(super) fn of(vendor: &'a Vendor) -> Self {
        let packages = vendor.packages.iter().map(|package| Package {
            ecosystem: &package.ecosystem,
            name: &package.name,
            import: package.import.as_deref(),
        });
        Self {
            packages: packages.collect(),
            globals: vendor.globals.iter().map(|global| global.name.as_str()).collect(),
            hosts: vendor.hosts.iter().map(String::as_str).collect(),
            traces: vendor.traces.iter().map(|trace| (trace.kind, trace.name.as_str())).collect(),
        }
    }
}
