//! What people must fill in or look at before the record can be signed, each question once.

use super::stores::AppleDifference;
use super::{Cell, Grid, Inventory, Origin, Table, controller, ico, processor};
use crate::policy::Status;
use std::collections::BTreeSet;

pub(super) static TABLE: Table =
    Table { id: "gaps", title: "Gaps", about: "what is still to be filled in, and where", grid };

/// An open question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gap {
    /// About whom; the organisation itself where empty.
    pub processor: String,
    /// Which part of the record.
    pub column: String,
    /// What to do.
    pub what: String,
    /// Where the answer belongs; empty where it belongs into the record itself.
    pub key: String,
    /// Art. 30 asks for it; the others are what the templates keep beside.
    pub required: bool,
}

impl Inventory<'_> {
    /// All open questions.
    pub(crate) fn gaps(&self) -> Vec<Gap> {
        let mut gaps = self.blanks();
        gaps.extend(self.to_look_at());
        gaps
    }

    /// What nobody filled in: the organisation first, then by processor; a question that several columns ask, once.
    pub(crate) fn blanks(&self) -> Vec<Gap> {
        let mut gaps: Vec<Gap> = Vec::new();
        for (title, cell) in &self.organisation {
            if let Some(ask) = &cell.ask {
                gaps.push(gap("", title, &ask.what, &ask.key, true));
            }
        }
        let tables = [(&controller::TABLE, true), (&processor::TABLE, false), (&ico::TABLE, false)];
        let grids: Vec<(Grid, bool)> =
            tables.into_iter().map(|(table, required)| ((table.grid)(self), required)).collect();
        let mut asked: BTreeSet<String> = gaps.iter().map(|gap| gap.key.clone()).collect();
        for (at, activity) in self.activities.iter().enumerate() {
            for (grid, required) in &grids {
                let Some(row) = grid.rows.get(at) else { continue };
                for (title, cell) in grid.columns.iter().zip(row) {
                    let Some(ask) = cell.ask.as_ref().filter(|ask| !ask.conditional) else { continue };
                    let once = if ask.key.is_empty() {
                        format!("{}/{}", activity.vendor.id, ask.what)
                    } else {
                        ask.key.clone()
                    };
                    if asked.insert(once) {
                        gaps.push(gap(&activity.vendor.name, title, &ask.what, &ask.key, *required));
                    }
                }
            }
        }
        gaps
    }

    /// What code could not tell, and somebody must.
    fn to_look_at(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        for activity in &self.activities {
            let name = activity.vendor.name.as_str();
            if activity.entry.is_some_and(|entry| entry.status == Status::UnderReview) {
                let key = format!("processor.{}.status", activity.vendor.id);
                gaps.push(gap(name, "Register", "under review: decide on it", &key, false));
            }
            if activity.entry.is_some_and(|entry| entry.status == Status::Terminated) {
                gaps.push(gap(name, "Register", "terminated, and still in use in code", "", false));
            }
            if activity.seen.is_none() && activity.entry.is_some_and(|entry| entry.in_code) {
                let key = format!("processor.{}.in-code", activity.vendor.id);
                gaps.push(gap(name, "Register", "registered, and not seen in code", &key, false));
            }
        }
        for (vendor, at) in &self.declared {
            let what =
                format!("only declared ({at}): confirm that nothing goes there, or add it to the record");
            gaps.push(gap(&vendor.name, "Not seen in use", &what, "", false));
        }
        for (recipient, at) in &self.unknown {
            let what = format!("{} {} ({at}): who is that?", recipient.what, recipient.host);
            gaps.push(gap(&recipient.host, "Unknown recipient", &what, "", false));
        }
        if let Some(manifest) = self.manifests.first() {
            let AppleDifference { missing, surplus } = self.apple_difference();
            for (kind, why) in missing {
                let what = format!("{} does not declare {kind}: {why}", manifest.path);
                gaps.push(gap("", "Apple privacy manifest", &what, "", false));
            }
            for (kind, at) in surplus {
                let what = format!("{at} declares {kind}, which no code was seen to hand on");
                gaps.push(gap("", "Apple privacy manifest", &what, "", false));
            }
        }
        if self.unresolved > 0 {
            let what = format!(
                "{} places could not be followed; `vendorflow scan --verbose` lists them",
                self.unresolved
            );
            gaps.push(gap("", "Coverage", &what, "", false));
        }
        if !self.complete {
            let what = "something was not read or not understood; `vendorflow scan --verbose` lists it";
            gaps.push(gap("", "Coverage", what, "", false));
        }
        gaps
    }
}

fn gap(processor: &str, column: &str, what: &str, key: &str, required: bool) -> Gap {
    Gap {
        processor: processor.to_owned(),
        column: column.to_owned(),
        what: what.to_owned(),
        key: key.to_owned(),
        required,
    }
}

fn grid(inventory: &Inventory<'_>) -> Grid {
    let rows = inventory.gaps().into_iter().map(|gap| {
        let who = if gap.processor.is_empty() { "the organisation".to_owned() } else { gap.processor };
        let of = |text: String| Cell::of(Origin::Missing, text);
        let needed = if gap.required { "Art. 30" } else { "template" };
        vec![of(who), of(gap.column), of(gap.what), of(gap.key), of(needed.to_owned())]
    });
    Grid {
        columns: vec!["About", "Part of the record", "To do", "Place in vendorflow.toml", "Asked for by"],
        rows: rows.collect(),
    }
}
