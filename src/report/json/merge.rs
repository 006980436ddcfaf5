//! Reports of many repositories as one. Merging is a union of what is named: order, grouping and repeats change nothing.
//!
//! To tell the same names of two repositories apart, paths begin with the repository, and so do ids. Where two reports say
//! different things of one name, the same one of the two wins whatever the order.

use super::contract::{
    Automatic, Coverage, Document, Evidence, Finding, Flow, Package, Processor, Repository, Skipped, Target,
    Tool, Unresolved, VERSION, Verdict,
};
use crate::policy::Severity;
use crate::report::words;
use crate::vendor::Surface;
use std::collections::{BTreeMap, BTreeSet};

/// Names shown of what a report is made of.
const NAMED: usize = 3;

/// The report of one repository, as a part of a merged one. A merged report is left as it is.
pub(crate) fn lift(mut document: Document, name: Option<&str>) -> Document {
    if !document.repositories.is_empty() {
        return document;
    }
    let name = name.unwrap_or(&document.target.name).to_owned();
    let path = |file: &mut String| file.insert_str(0, &format!("{name}/"));
    let id = |id: &mut String| id.insert_str(0, &format!("{name}:"));
    for processor in &mut document.processors {
        processor.evidence.iter_mut().for_each(|evidence| path(&mut evidence.file));
        processor.packages.iter_mut().filter_map(|p| p.at.as_mut()).for_each(|at| path(&mut at.file));
    }
    for flow in &mut document.flows {
        id(&mut flow.id);
        path(&mut flow.source.file);
        path(&mut flow.sink.file);
        flow.path.iter_mut().for_each(|step| path(&mut step.file));
    }
    document.automatic.iter_mut().for_each(|automatic| path(&mut automatic.at.file));
    for finding in &mut document.findings {
        id(&mut finding.id);
        finding.flows.iter_mut().for_each(id);
        finding.at.iter_mut().for_each(|at| path(&mut at.file));
        finding.related.iter_mut().for_each(|related| path(&mut related.file));
        finding.suppressed.iter_mut().for_each(|suppressed| path(&mut suppressed.at));
    }
    let coverage = &mut document.coverage;
    coverage.skipped.iter_mut().for_each(|skipped| path(&mut skipped.file));
    coverage.unresolved.iter_mut().for_each(|unresolved| path(&mut unresolved.file));
    document.repositories = vec![Repository {
        name,
        revision: document.target.revision.take(),
        files: coverage.files,
        lines: coverage.lines,
        parsed: coverage.parsed,
        languages: coverage.languages.clone(),
    }];
    document
}

/// The union of lifted reports.
pub(crate) fn merge(documents: impl IntoIterator<Item = Document>) -> Document {
    let mut union = Union::default();
    for document in documents {
        union.add(document);
    }
    union.finish()
}

#[derive(Default)]
struct Union {
    /// Name, version and day of the catalogue of the newest tool; versions compare by their numbers.
    tool: Option<(String, Vec<u64>, String)>,
    catalogue: String,
    repositories: BTreeSet<Repository>,
    processors: BTreeMap<String, Named>,
    flows: BTreeMap<String, Flow>,
    automatic: BTreeSet<Automatic>,
    verdicts: BTreeMap<(String, String), Verdict>,
    findings: BTreeMap<String, Finding>,
    skipped: BTreeSet<Skipped>,
    unresolved: BTreeSet<Unresolved>,
}

/// A processor as sets.
#[derive(Default)]
struct Named {
    name: String,
    purpose: String,
    country: String,
    in_use: bool,
    surfaces: BTreeSet<(usize, String)>,
    regions: BTreeSet<String>,
    packages: BTreeSet<Package>,
    hands_on_to: BTreeSet<String>,
    /// File, line, kind, what.
    evidence: BTreeSet<(String, u32, String, String)>,
}

impl Union {
    fn add(&mut self, document: Document) {
        let Tool { name, version, catalogue } = document.tool;
        let numbers = version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0)).collect();
        self.tool = self.tool.take().max(Some((name, numbers, version)));
        self.catalogue = std::mem::take(&mut self.catalogue).max(catalogue);
        self.repositories.extend(document.repositories);
        for processor in document.processors {
            self.processors.entry(processor.id.clone()).or_default().add(processor);
        }
        for flow in document.flows {
            put(&mut self.flows, flow.id.clone(), flow);
        }
        self.automatic.extend(document.automatic);
        for verdict in document.verdicts {
            let known = self.verdicts.entry((verdict.processor.clone(), verdict.data.clone()));
            known.and_modify(|known| heavier(known, &verdict)).or_insert(verdict);
        }
        for finding in document.findings {
            put(&mut self.findings, finding.id.clone(), finding);
        }
        self.skipped.extend(document.coverage.skipped);
        self.unresolved.extend(document.coverage.unresolved);
    }

    fn finish(self) -> Document {
        let (name, _, version) = self.tool.unwrap_or_default();
        let mut flows: Vec<Flow> = self.flows.into_values().collect();
        flows.sort_by(|a, b| {
            let key = |f: &Flow| {
                (f.processor.clone(), f.data.clone(), f.field.clone(), f.source.clone(), f.id.clone())
            };
            key(a).cmp(&key(b))
        });
        let mut automatic: Vec<Automatic> = self.automatic.into_iter().collect();
        automatic.sort_by(|a, b| {
            (&a.processor, &a.data, !a.active, &a.at).cmp(&(&b.processor, &b.data, !b.active, &b.at))
        });
        let mut findings: Vec<Finding> = self.findings.into_values().collect();
        let weight = |f: &Finding| Severity::REPORTED.iter().position(|s| s.name() == f.severity);
        findings.sort_by(|a, b| {
            (weight(b), &a.processor, &a.rule, &a.data, &a.at, &a.id).cmp(&(
                weight(a),
                &b.processor,
                &b.rule,
                &b.data,
                &b.at,
                &b.id,
            ))
        });
        Document {
            version: VERSION,
            tool: Tool { name, version, catalogue: self.catalogue },
            target: Target { name: title(&self.repositories), revision: None },
            processors: self.processors.into_iter().map(|(id, named)| named.finish(id)).collect(),
            flows,
            automatic,
            verdicts: self.verdicts.into_values().collect(),
            findings,
            coverage: coverage(&self.repositories, self.skipped, self.unresolved),
            repositories: self.repositories.into_iter().collect(),
        }
    }
}

impl Named {
    fn add(&mut self, processor: Processor) {
        let larger = |mine: &mut String, other: String| *mine = std::mem::take(mine).max(other);
        larger(&mut self.name, processor.name);
        larger(&mut self.purpose, processor.purpose);
        larger(&mut self.country, processor.country);
        self.in_use |= !processor.declared_only;
        // In the order in which a report has them.
        let rank =
            |word: &str| Surface::ALL.iter().position(|s| s.name() == word).unwrap_or(Surface::ALL.len());
        self.surfaces.extend(processor.surfaces.into_iter().map(|word| (rank(&word), word)));
        self.regions.extend(processor.regions);
        self.packages.extend(processor.packages);
        self.hands_on_to.extend(processor.hands_on_to);
        self.evidence.extend(processor.evidence.into_iter().map(|e| (e.file, e.line, e.kind, e.what)));
    }

    fn finish(self, id: String) -> Processor {
        Processor {
            id,
            name: self.name,
            purpose: self.purpose,
            country: self.country,
            surfaces: self.surfaces.into_iter().map(|(_, word)| word).collect(),
            declared_only: !self.in_use,
            regions: self.regions.into_iter().collect(),
            packages: self.packages.into_iter().collect(),
            hands_on_to: self.hands_on_to.into_iter().collect(),
            evidence: self
                .evidence
                .into_iter()
                .map(|(file, line, kind, what)| Evidence { kind, file, line, what })
                .collect(),
        }
    }
}

/// What any repository does counts; what one did not accept is not accepted.
fn heavier(known: &mut Verdict, other: &Verdict) {
    let weight = |word: &str| words::JUDGEMENTS.iter().position(|&j| words::judgement(j) == word);
    if (weight(&other.judgement), &other.judgement) > (weight(&known.judgement), &known.judgement) {
        known.judgement = other.judgement.clone();
    }
    known.written |= other.written;
    known.collected = known.collected.max(other.collected);
    known.accepted &= other.accepted;
}

/// Of two things with one name the larger stays.
fn put<T: Ord>(map: &mut BTreeMap<String, T>, id: String, value: T) {
    let value = match map.remove(&id) {
        Some(other) => other.max(value),
        None => value,
    };
    map.insert(id, value);
}

/// `api, shop and web`, or how many there are.
fn title(repositories: &BTreeSet<Repository>) -> String {
    let names: BTreeSet<&str> = repositories.iter().map(|r| r.name.as_str()).collect();
    if names.len() > NAMED {
        return format!("{} repositories", names.len());
    }
    names.into_iter().collect::<Vec<_>>().join(", ")
}

fn coverage(
    repositories: &BTreeSet<Repository>,
    skipped: BTreeSet<Skipped>,
    unresolved: BTreeSet<Unresolved>,
) -> Coverage {
    let mut languages: BTreeMap<String, usize> = BTreeMap::new();
    for (language, count) in repositories.iter().flat_map(|r| &r.languages) {
        *languages.entry(language.clone()).or_default() += count;
    }
    Coverage {
        files: repositories.iter().map(|r| r.files).sum(),
        lines: repositories.iter().map(|r| r.lines).sum(),
        parsed: repositories.iter().map(|r| r.parsed).sum(),
        languages,
        skipped: skipped.into_iter().collect(),
        unresolved: unresolved.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{document, print};
    use super::*;
    use crate::report::Report;
    use crate::sample;

    fn bytes(document: &Document) -> String {
        let mut out = Vec::new();
        print(document, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Four reports that agree, differ and contradict each other: other repositories, another revision of one, a
    /// newer tool, a vendor that is only declared, a switch that is off.
    fn reports() -> Vec<Document> {
        let of = |name: &str, change: fn(&mut Report)| {
            let mut report = sample::report();
            report.target.name = name.into();
            change(&mut report);
            lift(document(&report), None)
        };
        let mut newer = of("shop", |report| {
            report.target.revision = Some("abc".into());
            report.findings.truncate(3);
            report.graph.flows[0].confidence = crate::personal::Confidence::Low;
        });
        newer.tool.version = "0.10.0".into();
        newer.processors[0].name = "Mixpanel Analytics".into();
        let mut declared = of("api", |report| {
            report.graph.processors[0].declared_only = true;
            report.graph.processors[0].surfaces = [crate::vendor::Surface::Server].into();
            report.graph.flows.clear();
            report.flow_ids.clear();
            report.findings.clear();
            for collected in &mut report.graph.collected {
                collected.active = !collected.active;
            }
        });
        declared.processors.truncate(1);
        vec![of("shop", |_| {}), newer, of("web", |report| report.coverage.lines = 7), declared]
    }

    /// All orders of some things.
    fn permutations(items: &[Document]) -> Vec<Vec<Document>> {
        if items.len() < 2 {
            return vec![items.to_vec()];
        }
        let mut all = Vec::new();
        for first in 0..items.len() {
            let rest: Vec<Document> = [&items[..first], &items[first + 1..]].concat();
            for mut tail in permutations(&rest) {
                tail.insert(0, items[first].clone());
                all.push(tail);
            }
        }
        all
    }

    #[test]
    fn order_grouping_and_repeats_change_nothing() {
        let reports = reports();
        let whole = bytes(&merge(reports.clone()));
        let orders = permutations(&reports);
        assert_eq!(orders.len(), 24);
        for order in orders {
            assert_eq!(bytes(&merge(order.clone())), whole, "commutative");
            for split in 1..order.len() {
                let (left, right) = order.split_at(split);
                let grouped = merge([merge(left.to_vec()), merge(right.to_vec())]);
                assert_eq!(bytes(&grouped), whole, "associative");
                let again = merge([grouped.clone(), grouped, merge(left.to_vec())]);
                assert_eq!(bytes(&again), whole, "idempotent");
            }
        }
        for report in reports {
            let once = merge([report.clone()]);
            assert_eq!(bytes(&merge([once.clone(), report])), bytes(&once));
            assert_eq!(bytes(&lift(once.clone(), Some("other"))), bytes(&once), "merged reports stay");
        }
    }

    #[test]
    fn nothing_is_lost_and_the_repository_is_told() {
        let merged = merge(reports());
        assert_eq!(merged.target.name, "api, shop, web");
        assert_eq!(merged.tool.version, "0.10.0", "newer than 0.1.0");
        let flows = sample::report().graph.flows.len();
        assert_eq!(merged.flows.len(), 2 * flows, "those of shop are the same in both revisions");
        let mixpanel = &merged.processors[0];
        assert_eq!((mixpanel.surfaces.join(" ").as_str(), mixpanel.declared_only), ("browser server", false));
        assert_eq!(mixpanel.evidence.len(), 3);
        assert!(
            merged
                .findings
                .iter()
                .all(|f| f.at.iter().all(|at| f.id.starts_with(at.file.split('/').next().unwrap())))
        );
        let ids: BTreeSet<&str> = merged.flows.iter().map(|f| f.id.as_str()).collect();
        assert!(merged.findings.iter().flat_map(|f| &f.flows).all(|id| ids.contains(id.as_str())));
        assert_eq!(merged.coverage.lines, 22 + 22 + 7 + 22);
    }

    #[test]
    fn another_name_tells_namesakes_apart() {
        let report = || document(&sample::report());
        let merged = merge([lift(report(), Some("eu")), lift(report(), Some("us"))]);
        assert_eq!(merged.flows.len(), 2 * report().flows.len());
        assert!(merged.flows.iter().any(|flow| flow.source.file.starts_with("eu/")));
    }
}
