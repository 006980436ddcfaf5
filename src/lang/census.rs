//! Counts, in tests, the node kinds that fell to the default shape: the number that precision work goes by.

use std::cell::RefCell;
use std::collections::BTreeMap;

thread_local! {
    static COUNTS: RefCell<BTreeMap<String, u32>> = const { RefCell::new(BTreeMap::new()) };
}

/// One node of this kind fell to the default.
pub(super) fn count(kind: &str) {
    COUNTS.with_borrow_mut(|counts| *counts.entry(kind.to_owned()).or_default() += 1);
}

/// What was counted on this thread so far.
pub(super) fn take() -> BTreeMap<String, u32> {
    COUNTS.take()
}
