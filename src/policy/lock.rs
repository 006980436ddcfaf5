//! The lock: what the code was seen to send and somebody approved, as a file that is committed.
//!
//! One block for each (processor, class, automatic or not), sorted, with places as `file#function`, so that moving lines
//! changes nothing and two branches merge by taking both their blocks. `vendorflow lock` writes it; `scan --locked`
//! compares.

use crate::error::Problem;
use crate::graph::{self, Graph};
use crate::ir::{FileId, Span};
use crate::personal::Vocabulary;
use crate::source::Sources;
use crate::vendor::{At, Catalogue, Checker, Protection, parse};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What the file is called.
pub(crate) const NAME: &str = "vendorflow.lock";

const HEAD: &str = "# What this code was seen to send, and somebody approved. Written by `vendorflow lock`; review its changes like code.\n\
                    version = 1\n";

/// What one block is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    /// Id of the vendor.
    pub(crate) processor: String,
    /// The class; none for the processor itself.
    pub(crate) class: Option<String>,
    /// Added by SDK or server.
    pub(crate) automatic: bool,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.processor)?;
        if let Some(class) = &self.class {
            write!(f, " {class}")?;
        }
        f.write_str(if self.automatic { " (automatic)" } else { "" })
    }
}

/// What one block says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sent {
    /// What is done to it wherever it is sent; nothing unless all flows agree.
    pub(crate) protection: Option<String>,
    /// Where it enters.
    pub(crate) places: BTreeSet<String>,
    /// Offset of its block in the file.
    pub(crate) at: usize,
}

/// All blocks.
#[derive(Clone, Debug)]
pub struct Lock {
    /// Where it stands among the sources, if it was read.
    file: FileId,
    entries: BTreeMap<Key, Sent>,
}

/// What differs between a lock and the code.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// Not in the lock.
    pub(crate) new: Vec<Key>,
    /// In the lock with a protection that the code has no more.
    pub(crate) weaker: Vec<(Key, String)>,
    /// In the lock, and sent from further places.
    pub(crate) moved: Vec<(Key, BTreeSet<String>)>,
    /// In the lock and not in the code.
    pub(crate) gone: Vec<Key>,
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    version: Option<At<u32>>,
    #[serde(default)]
    entry: Vec<At<Block>>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Block {
    processor: Option<At<String>>,
    class: Option<At<String>>,
    automatic: Option<At<bool>>,
    protection: Option<At<String>>,
    #[serde(default)]
    places: Vec<At<String>>,
}

impl Default for Lock {
    fn default() -> Self {
        Self { file: FileId(0), entries: BTreeMap::new() }
    }
}

impl Lock {
    /// What the code is seen to send now.
    pub(crate) fn of(graph: &Graph, sources: &Sources, catalogue: &Catalogue) -> Self {
        let mut entries: BTreeMap<Key, Sent> = BTreeMap::new();
        let key = |vendor, class: Option<&str>, automatic| Key {
            processor: catalogue.vendor(vendor).id.clone(),
            class: class.map(str::to_owned),
            automatic,
        };
        for processor in &graph.processors {
            entries.entry(key(processor.vendor, None, false)).or_default();
        }
        for flow in &graph.flows {
            let bare = Sent { protection: protection(flow.protection), ..Sent::default() };
            let sent = entries.entry(key(flow.vendor, Some(&flow.class), false)).or_insert(bare);
            sent.places.insert(graph::place(sources, &flow.source));
            if sent.protection != protection(flow.protection) {
                sent.protection = None;
            }
        }
        for added in graph.collected.iter().filter(|c| c.active) {
            entries.entry(key(added.vendor, Some(&added.class), true)).or_default();
        }
        Self { file: FileId(0), entries }
    }

    /// Reads a lock; all problems at once.
    pub(crate) fn parse(
        file: FileId,
        name: &str,
        text: &str,
        vocabulary: &Vocabulary,
    ) -> Result<Self, Vec<Problem>> {
        let conflicts = conflicts(name, text, "take the blocks of both sides, or run `vendorflow lock`");
        if !conflicts.is_empty() {
            return Err(conflicts);
        }
        let parsed = parse::parse::<File>(name, text);
        let mut problems = parsed.problems;
        let mut checker =
            Checker::new(name, text, (Some(vocabulary), &parsed.removed), wanted, &mut problems);
        let entries = parsed.entry.map(|raw| entries(&mut checker, raw)).unwrap_or_default();
        problems.sort();
        problems.dedup();
        if problems.is_empty() { Ok(Self { file, entries }) } else { Err(problems) }
    }

    /// Where a block stands.
    pub(super) fn span(&self, key: &Key, sources: &Sources) -> Span {
        let at = self.entries.get(key).map_or(0, |sent| sent.at);
        let rest = sources.text(self.file).get(at..).unwrap_or_default();
        let end = at + rest.split('\n').next().unwrap_or_default().trim_end().len();
        Span { file: self.file, start: at as u32, end: end as u32 }
    }

    /// What the code does that the lock does not know, and the other way round.
    pub(crate) fn compare(&self, now: &Self) -> Changes {
        let mut changes = Changes::default();
        for (key, sent) in &now.entries {
            let Some(known) = self.entries.get(key) else {
                changes.new.push(key.clone());
                continue;
            };
            if let Some(lost) = known.protection.clone().filter(|_| known.protection != sent.protection) {
                changes.weaker.push((key.clone(), lost));
            }
            let places: BTreeSet<String> = sent.places.difference(&known.places).cloned().collect();
            if !places.is_empty() {
                changes.moved.push((key.clone(), places));
            }
        }
        changes.gone = self.entries.keys().filter(|key| !now.entries.contains_key(*key)).cloned().collect();
        changes
    }
}

fn protection(protection: Protection) -> Option<String> {
    (protection != Protection::None).then(|| protection.name().to_owned())
}

fn wanted(key: &str) -> &'static str {
    match key {
        "version" => "`vendorflow lock` writes `version = 1`",
        "processor" => "each [[entry]] names its processor",
        _ => "it is required",
    }
}

fn entries(checker: &mut Checker<'_>, raw: File) -> BTreeMap<Key, Sent> {
    if let Some(version) = checker.need(0, "version", raw.version)
        && version.value != 1
    {
        let found = version.value;
        checker.say(
            version.at,
            format!("version {found} is unknown; this vendorflow reads and writes version 1"),
        );
    }
    let mut entries: BTreeMap<Key, Sent> = BTreeMap::new();
    for At { at, value: block } in raw.entry {
        let processor = checker.text(at, "processor", block.processor);
        if let Some(class) = &block.class {
            checker.class(class);
        }
        for place in block.places.iter().filter(|place| !place.value.contains('#')) {
            checker.say(place.at, format!("`{}` is no place; write `file#function`", place.value));
        }
        if let Some(protection) = &block.protection
            && !Protection::ALL.iter().any(|known| known.name() == protection.value)
        {
            checker.say(protection.at, format!("no protection `{}`", protection.value));
        }
        let key = Key {
            processor,
            class: block.class.map(|class| class.value),
            automatic: block.automatic.is_some_and(|automatic| automatic.value),
        };
        if let Some(first) = entries.get(&key) {
            let line = Problem::at(checker.file, checker.text, first.at, "").line;
            checker.say(at, format!("`{key}` stands in line {line} already; run `vendorflow lock`"));
            continue;
        }
        let places = block.places.into_iter().map(|place| place.value).collect();
        entries.insert(key, Sent { protection: block.protection.map(|p| p.value), places, at });
    }
    entries
}

/// Where a merge left its markers.
pub(super) fn conflicts(name: &str, text: &str, mend: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let marker = ["<<<<<<< ", "||||||| ", ">>>>>>> "].iter().any(|mark| line.starts_with(mark));
        if marker || line.trim_end() == "=======" {
            let word = line.split_whitespace().next().unwrap_or_default();
            found.push(Problem::at(name, text, at, format!("`{word}` is left from a merge; {mend}")));
        }
        at += line.len();
    }
    found
}

/// A text in quotes, as TOML wants it.
pub(crate) fn quoted(text: &str) -> String {
    // The escapes of JSON are among those of TOML.
    serde_json::Value::from(text).to_string()
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HEAD)?;
        for (key, sent) in &self.entries {
            write!(f, "\n[[entry]]\nprocessor = {}\n", quoted(&key.processor))?;
            if let Some(class) = &key.class {
                writeln!(f, "class = {}", quoted(class))?;
            }
            if key.automatic {
                writeln!(f, "automatic = true")?;
            }
            if let Some(protection) = &sent.protection {
                writeln!(f, "protection = {}", quoted(protection))?;
            }
            if !sent.places.is_empty() {
                writeln!(f, "places = [")?;
                sent.places.iter().try_for_each(|place| writeln!(f, "    {},", quoted(place)))?;
                writeln!(f, "]")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn now() -> Lock {
        let sample = sample::sample();
        Lock::of(&sample.graph, &sample.sources, &sample.basis.catalogue)
    }

    fn parse(text: &str) -> Result<Lock, Vec<Problem>> {
        Lock::parse(FileId(0), NAME, text, &sample::vocabulary())
    }

    fn key(processor: &str, class: Option<&str>, automatic: bool) -> Key {
        Key { processor: processor.into(), class: class.map(str::to_owned), automatic }
    }

    #[test]
    fn what_is_written_is_read() {
        let now = now();
        let text = now.to_string();
        let read = parse(&text).unwrap();
        assert_eq!(read.to_string(), text);
        let changes = read.compare(&now);
        assert!(
            changes.new.is_empty()
                && changes.gone.is_empty()
                && changes.moved.is_empty()
                && changes.weaker.is_empty()
        );
        let email = &read.entries[&key("mixpanel", Some("contact.email"), false)];
        assert_eq!(email.places.iter().collect::<Vec<_>>(), ["src/account.ts#onLogin"]);
        assert!(!text.contains(".ts:"), "no line numbers: {text}");
    }

    #[test]
    fn changes_are_named() {
        let now = now();
        let mut old = parse(&now.to_string()).unwrap();
        old.entries.remove(&key("mixpanel", Some("location.city"), true)).unwrap();
        old.entries.insert(key("mixpanel", Some("contact.phone"), false), Sent::default());
        let email = old.entries.get_mut(&key("mixpanel", Some("contact.email"), false)).unwrap();
        email.places = BTreeSet::from(["src/old.ts#login".to_owned()]);
        email.protection = Some("masked".to_owned());
        let changes = old.compare(&now);
        let names = |keys: &[Key]| keys.iter().map(Key::to_string).collect::<Vec<_>>();
        assert_eq!(names(&changes.new), ["mixpanel location.city (automatic)"]);
        assert_eq!(names(&changes.gone), ["mixpanel contact.phone"]);
        assert_eq!(changes.weaker[0].1, "masked");
        assert_eq!(changes.moved[0].1.iter().collect::<Vec<_>>(), ["src/account.ts#onLogin"]);
    }

    /// Two branches that each add a block merge by taking both, in any order.
    #[test]
    fn the_order_of_blocks_does_not_matter() {
        let whole = now();
        let text = whole.to_string();
        let (head, blocks) = text.split_once("\n\n").unwrap();
        let mut blocks: Vec<&str> = blocks.split("\n\n").map(str::trim_end).collect();
        blocks.reverse();
        let read = parse(&format!("{head}\n\n{}\n", blocks.join("\n\n"))).unwrap();
        assert_eq!(read.to_string(), text);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let said = |text: &str| {
            let problems = parse(text).unwrap_err();
            problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        };
        let conflict = said("version = 1\n<<<<<<< HEAD\n[[entry]]\n=======\n>>>>>>> theirs\n");
        assert!(
            conflict.starts_with("vendorflow.lock:2:1: `<<<<<<<` is left from a merge; take the blocks"),
            "{conflict}"
        );
        assert_eq!(conflict.lines().count(), 3, "{conflict}");
        let block = "[[entry]]\nprocessor = \"a\"\nclass = \"contact.email\"\n";
        let twice = said(&format!("version = 1\n{block}{block}"));
        assert!(
            twice.starts_with("vendorflow.lock:5:1: `a contact.email` stands in line 2 already"),
            "{twice}"
        );
        assert!(said("[[entry]]\nprocessor = \"a\"\n").contains("missing key `version`"));
        assert!(said("version = 2\n").contains("version 2 is unknown"));
        assert!(said("version = 1\n[[entry]]\n").contains("missing key `processor`"));
        assert!(
            said("version = 1\n[[entry]]\nprocessor = \"a\"\nclass = \"contact.emial\"\n")
                .contains("did you mean")
        );
        assert!(
            said("version = 1\n[[entry]]\nprocessor = \"a\"\nplaces = [\"a.ts:3\"]\n")
                .contains("`a.ts:3` is no place")
        );
        assert!(
            said("version = 1\n[[entry]]\nprocessor = \"a\"\nprotection = \"hidden\"\n")
                .contains("no protection")
        );
        assert!(said("version = 1\n[[entry]\n").contains("not TOML"));
    }
}
