//! Reads a report back, so that formats and views answer from it as from a fresh one.
//!
//! The text of the audited files is not in a report, only places are. Blank files are laid out under them, as long and as
//! wide as the places ask for: whatever shows lines and columns then shows the right ones, and there is no code to show.

use super::contract::{self, Document, Gap, VERSION};
use crate::error::Problem;
use crate::flow::{Contact, Flow, Site, Step, Unresolved};
use crate::graph::{Collected, Graph, Installed, Processor, Route};
use crate::ir::Span;
use crate::personal::Vocabulary;
use crate::policy::{self, Basis, Context, Finding, Policy, Severity, Suppression, Verdict};
use crate::report::{Coverage, Report, Style, Target, words};
use crate::source::{Skipped, SourceFile, Sources, Why};
use crate::vendor::{Catalogue, Protection, Surface, VendorId, near};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Blank text that is laid out at most; a report that asks for more is no report.
const MOST: usize = 256 << 20;

/// A file that a document was read from, to tell where something stands.
pub(crate) struct Origin {
    /// As the user named it.
    pub(crate) file: String,
    /// All of it.
    pub(crate) text: String,
}

/// Reads the text of a report.
pub(crate) fn parse(origin: &Origin) -> Result<Document, Problem> {
    let Origin { file, text } = origin;
    let told = |line, column, message| Problem { file: file.clone(), line, column, message };
    let document: Document = serde_json::from_str(text).map_err(|why| {
        let message = why.to_string();
        let message = message.split(" at line ").next().unwrap_or(&message);
        let message = format!("not a report of `vendorflow scan --format json`: {message}");
        told(why.line().max(1), why.column().max(1), message)
    })?;
    if document.version != VERSION {
        let message = format!("version {} is not known; this is read: version {VERSION}", document.version);
        return Err(Problem::at(file, text, text.find("\"version\"").unwrap_or(0), message));
    }
    Ok(document)
}

/// The report of a document. `origins` are the files it came from.
pub(crate) fn report(
    document: &Document,
    origins: &[Origin],
    catalogue: Arc<Catalogue>,
    vocabulary: Arc<Vocabulary>,
) -> Result<Report, Vec<Problem>> {
    let mut reader =
        Reader { origins, catalogue: &catalogue, problems: Vec::new(), ground: Ground::default() };
    reader.ground = match Ground::under(document) {
        Ok(ground) => ground,
        Err(message) => return Err(vec![reader.problem("", message)]),
    };
    let flows: Vec<Flow> = document.flows.iter().filter_map(|flow| reader.flow(flow)).collect();
    let processors: Vec<Processor> = document.processors.iter().filter_map(|p| reader.processor(p)).collect();
    let routes = document.processors.iter().flat_map(|p| reader.routes(p)).collect();
    let collected = reader.collected(&document.automatic);
    let unresolved = reader.unresolved(&document.coverage);
    let graph = Graph { processors, flows, collected, unresolved, routes, ..Graph::default() };
    let flow_ids: Vec<String> = document.flows.iter().map(|flow| flow.id.clone()).collect();
    let findings: Vec<Finding> =
        document.findings.iter().filter_map(|finding| reader.finding(finding, &flow_ids)).collect();
    let verdicts: Vec<Verdict> = document.verdicts.iter().filter_map(|v| reader.verdict(v)).collect();
    let coverage = reader.coverage(&document.coverage);
    reader.classes(document, &vocabulary);
    let Reader { mut problems, ground, .. } = reader;
    if !problems.is_empty() {
        problems.sort();
        problems.dedup();
        return Err(problems);
    }
    let graph = graph.connected(&catalogue);
    let sources = ground.sources;
    let basis = Basis { catalogue, vocabulary, policy: Policy::default() };
    // An older report has none: then the baseline says what it says today.
    let verdicts = if verdicts.is_empty() {
        policy::verdicts(&Context::new(&graph, &sources, &basis))
    } else {
        verdicts
    };
    let Basis { catalogue, vocabulary, policy } = basis;
    let target = Target { name: document.target.name.clone(), revision: document.target.revision.clone() };
    Ok(Report {
        target,
        prefix: String::new(),
        style: Style::default(),
        graph,
        flow_ids,
        verdicts,
        findings,
        coverage,
        sources,
        catalogue,
        vocabulary,
        policy,
    })
}

/// Blank files under all places.
#[derive(Default)]
struct Ground {
    sources: Sources,
    /// Where the lines of each file begin.
    starts: BTreeMap<String, Vec<u32>>,
}

impl Ground {
    fn under(document: &Document) -> Result<Self, String> {
        let mut wanted: BTreeMap<&str, BTreeMap<u32, u32>> = BTreeMap::new();
        for (file, line, column) in places(document) {
            let width = wanted.entry(file).or_default().entry(line.max(1)).or_default();
            *width = (*width).max(column.max(1));
        }
        let (mut files, mut starts, mut total) = (Vec::new(), BTreeMap::new(), 0_usize);
        for (file, lines) in wanted {
            let last = lines.keys().next_back().copied().unwrap_or(1);
            let width: usize = lines.values().map(|&width| width as usize).sum();
            total = total.saturating_add(last as usize).saturating_add(width);
            if total > MOST {
                return Err(format!("lines and columns are out of all measure, as in `{file}`"));
            }
            let mut text = String::with_capacity(last as usize + width);
            let mut begins = Vec::with_capacity(last as usize);
            for line in 1..=last {
                begins.push(text.len() as u32);
                text.extend(std::iter::repeat_n(' ', lines.get(&line).map_or(0, |width| *width as usize)));
                text.push('\n');
            }
            files.push(SourceFile { path: file.to_owned(), text });
            starts.insert(file.to_owned(), begins);
        }
        Ok(Self { sources: Sources::new(files), starts })
    }

    fn span(&self, file: &str, line: u32, column: u32) -> Option<Span> {
        let start = self.starts.get(file)?.get(line.max(1) as usize - 1)? + column.max(1) - 1;
        Some(Span { file: self.sources.find(file)?, start, end: start })
    }
}

/// File, line and column of everything that has a place.
fn places(document: &Document) -> impl Iterator<Item = (&str, u32, u32)> {
    let flows = document.flows.iter().flat_map(|flow| {
        let ends = [&flow.source, &flow.sink].map(|at| (at.file.as_str(), at.line, at.column));
        ends.into_iter().chain(flow.path.iter().map(|at| (at.file.as_str(), at.line, at.column)))
    });
    let processors = document.processors.iter().flat_map(|processor| {
        let packages = processor.packages.iter().filter_map(|package| package.at.as_ref());
        let packages = packages.map(|at| (at.file.as_str(), at.line, 1));
        processor.evidence.iter().map(|at| (at.file.as_str(), at.line, 1)).chain(packages)
    });
    let automatic = document.automatic.iter().map(|a| (a.at.file.as_str(), a.at.line, 1));
    let findings = document.findings.iter().flat_map(|finding| {
        let related = finding.related.iter().map(|at| (at.file.as_str(), at.line, 1));
        finding.at.iter().map(|at| (at.file.as_str(), at.line, 1)).chain(related)
    });
    let unresolved = document.coverage.unresolved.iter().map(|at| (at.file.as_str(), at.line, 1));
    flows.chain(processors).chain(automatic).chain(findings).chain(unresolved)
}

struct Reader<'a> {
    origins: &'a [Origin],
    catalogue: &'a Catalogue,
    problems: Vec<Problem>,
    ground: Ground,
}

impl Reader<'_> {
    /// A problem where the word first stands.
    fn problem(&self, word: &str, message: String) -> Problem {
        let quoted = format!("\"{word}\"");
        let mut origins = self.origins.iter().filter(|_| !word.is_empty());
        let found = origins.find_map(|origin| Some((origin, origin.text.find(&quoted)?)));
        match found.or(self.origins.first().map(|origin| (origin, 0))) {
            Some((origin, at)) => Problem::at(&origin.file, &origin.text, at, message),
            None => Problem { file: String::new(), line: 1, column: 1, message },
        }
    }

    fn tell(&mut self, word: &str, message: String) {
        let problem = self.problem(word, message);
        self.problems.push(problem);
    }

    fn span(&self, file: &str, line: u32, column: u32) -> Option<Span> {
        self.ground.span(file, line, column)
    }

    /// What a word of the contract stands for.
    fn word<T: Copy>(&mut self, word: &str, what: &str, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
        let found = all.iter().copied().find(|value| name(*value) == word);
        if found.is_none() {
            let known: Vec<&str> = all.iter().map(|value| name(*value)).collect();
            self.tell(word, format!("no {what} `{word}`; there are {}", known.join(", ")));
        }
        found
    }

    fn vendor(&mut self, id: &str) -> Option<VendorId> {
        let vendor = self.catalogue.by_id(id);
        if vendor.is_none() {
            let known = self.catalogue.vendors().map(|vendor| vendor.id.as_str());
            let hint = near::hint(id, known);
            self.tell(id, format!("no vendor `{id}` in the catalogue{hint}; --vendors adds entries"));
        }
        vendor
    }

    fn surface(&mut self, word: &str) -> Option<Surface> {
        self.word(word, "surface", &Surface::ALL, words::surface)
    }

    fn flow(&mut self, flow: &contract::Flow) -> Option<Flow> {
        let site = |reader: &Self, at: &contract::Place| {
            Some(Site { span: reader.span(&at.file, at.line, at.column)?, function: at.function.clone() })
        };
        let step = |reader: &Self, at: &contract::Step| {
            Some(Step { span: reader.span(&at.file, at.line, at.column)?, what: at.step.clone() })
        };
        let mut identified_by = Vec::new();
        for word in &flow.identified_by {
            identified_by.push(self.word(word, "kind of identification", &words::HINTS, words::hint)?);
        }
        Some(Flow {
            vendor: self.vendor(&flow.processor)?,
            class: flow.data.clone(),
            field: flow.field.clone(),
            protection: self.word(&flow.protection, "protection", &Protection::ALL, words::protection)?,
            surface: self.surface(&flow.surface)?,
            confidence: self.word(&flow.confidence, "confidence", &words::CONFIDENCES, words::confidence)?,
            identified_by,
            source: site(self, &flow.source)?,
            sink: site(self, &flow.sink)?,
            call: flow.sink.call.clone().unwrap_or_default(),
            path: flow.path.iter().filter_map(|at| step(self, at)).collect(),
        })
    }

    fn processor(&mut self, processor: &contract::Processor) -> Option<Processor> {
        let vendor = self.vendor(&processor.id)?;
        let mut surfaces = BTreeSet::new();
        for word in &processor.surfaces {
            surfaces.insert(self.surface(word)?);
        }
        // The contract has no surface of a single sight; nobody asks for it once the processor's are known.
        let surface = surfaces.first().copied().unwrap_or(Surface::Server);
        let mut contacts = Vec::new();
        for evidence in &processor.evidence {
            contacts.push(Contact {
                vendor,
                kind: self.word(&evidence.kind, "kind of evidence", &words::CONTACTS, words::contact)?,
                span: self.span(&evidence.file, evidence.line, 1)?,
                what: evidence.what.clone(),
                root: String::new(),
                version: None,
                surface,
                anywhere: false,
            });
        }
        let package = |package: &contract::Package| {
            let at = package.at.as_ref().map(|at| self.span(&at.file, at.line, 1));
            Some(Installed {
                vendor,
                ecosystem: package.ecosystem.clone(),
                name: package.name.clone(),
                version: package.version.clone(),
                asked: None,
                transitive: package.transitive,
                development: package.development,
                span: at.flatten().or(contacts.first().map(|contact| contact.span))?,
            })
        };
        Some(Processor {
            vendor,
            surfaces,
            declared_only: processor.declared_only,
            regions: processor.regions.iter().cloned().collect(),
            installed: processor.packages.iter().filter_map(package).collect(),
            contacts,
        })
    }

    fn routes(&mut self, processor: &contract::Processor) -> Vec<Route> {
        let mut routes = Vec::new();
        let at = processor.evidence.first();
        for to in &processor.hands_on_to {
            let (from, to) = (self.vendor(&processor.id), self.vendor(to));
            let span = at.and_then(|at| self.span(&at.file, at.line, 1));
            if let (Some(from), Some(to), Some(span)) = (from, to, span) {
                routes.push(Route { from, to, span, what: String::new() });
            }
        }
        routes
    }

    /// One entry a class, as a graph has them: of a merged report, the one that is active in some repository.
    fn collected(&mut self, automatic: &[contract::Automatic]) -> Vec<Collected> {
        let mut found: BTreeMap<(VendorId, &str), Collected> = BTreeMap::new();
        for entry in automatic {
            let Some(vendor) = self.vendor(&entry.processor) else { continue };
            let Some(at) = self.span(&entry.at.file, entry.at.line, 1) else { continue };
            let collected = Collected {
                vendor,
                class: entry.data.clone(),
                by_server: entry.by == "server",
                from: entry.from.clone(),
                active: entry.active,
                off: entry.off.clone(),
                on: entry.on.clone(),
                idle: entry.idle,
                at,
                source: entry.source.clone(),
            };
            let known = found.get(&(vendor, entry.data.as_str()));
            if known.is_none_or(|known| !known.active && entry.active) {
                found.insert((vendor, &entry.data), collected);
            }
        }
        found.into_values().collect()
    }

    fn verdict(&mut self, verdict: &contract::Verdict) -> Option<Verdict> {
        Some(Verdict {
            vendor: self.vendor(&verdict.processor)?,
            class: verdict.data.clone(),
            judgement: self.word(&verdict.judgement, "judgement", &words::JUDGEMENTS, words::judgement)?,
            written: verdict.written,
            collected: verdict.collected,
            accepted: verdict.accepted,
        })
    }

    fn unresolved(&mut self, coverage: &contract::Coverage) -> Vec<Unresolved> {
        let mut found = Vec::new();
        for item in coverage.unresolved.iter().filter(|item| item.kind == Gap::Value) {
            let vendor = item.processor.as_ref().and_then(|id| self.vendor(id));
            let Some(span) = self.span(&item.file, item.line, 1) else { continue };
            found.push(Unresolved { span, what: item.what.clone(), vendor });
        }
        found
    }

    fn finding(&mut self, finding: &contract::Finding, flow_ids: &[String]) -> Option<Finding> {
        // What is none of ours is a rule of the organisation's own.
        let rule = policy::rule(&finding.rule);
        let rule = rule.map_or_else(|| finding.rule.clone().into(), |rule| Cow::Borrowed(rule.id));
        let severity =
            self.word(&finding.severity, "severity", &Severity::REPORTED, |severity| severity.name())?;
        let vendor = match &finding.processor {
            Some(id) => Some(self.vendor(id)?),
            None => None,
        };
        let flow = |id: &String| flow_ids.iter().position(|known| known == id);
        if let Some(id) = finding.flows.iter().find(|id| flow(id).is_none()) {
            self.tell(id, format!("no flow `{id}` in the report, but a finding about it"));
        }
        Some(Finding {
            id: finding.id.clone(),
            rule,
            severity,
            vendor,
            class: finding.data.clone(),
            flows: finding.flows.iter().filter_map(flow).collect(),
            message: finding.message.clone(),
            fix: finding.fix.clone(),
            at: finding.at.as_ref().and_then(|at| self.span(&at.file, at.line, 1)),
            reason: finding.reason.clone(),
            related: finding
                .related
                .iter()
                .filter_map(|at| Some((self.span(&at.file, at.line, 1)?, at.what.clone())))
                .collect(),
            suppressed: finding.suppressed.as_ref().map(|s| Suppression {
                in_source: s.in_source,
                reason: s.reason.clone(),
                until: s.until.clone(),
                at: s.at.clone(),
            }),
        })
    }

    fn coverage(&self, coverage: &contract::Coverage) -> Coverage {
        let of = |kind: Gap| coverage.unresolved.iter().filter(move |item| item.kind == kind);
        let unreadable = of(Gap::Configuration).filter_map(|item| {
            let what = item.what.strip_prefix("could not be read: ").unwrap_or(&item.what);
            Some((self.span(&item.file, item.line, 1)?, what.to_owned()))
        });
        Coverage {
            files: coverage.files,
            lines: coverage.lines,
            parsed: coverage.parsed,
            languages: coverage.languages.clone(),
            skipped: coverage
                .skipped
                .iter()
                .map(|skipped| Skipped { file: skipped.file.clone(), why: Why::named(&skipped.why) })
                .collect(),
            broken: of(Gap::Syntax).map(|item| (item.file.clone(), item.places.unwrap_or(1))).collect(),
            unreadable: unreadable.collect(),
        }
    }

    fn classes(&mut self, document: &Document, vocabulary: &Vocabulary) {
        let flows = document.flows.iter().map(|flow| &flow.data);
        let named: BTreeSet<&String> = flows.chain(document.automatic.iter().map(|a| &a.data)).collect();
        for class in named.into_iter().filter(|class| vocabulary.class(class).is_none()) {
            let hint = near::hint(class, vocabulary.classes.iter().map(|class| class.id.as_str()));
            self.tell(class, format!("no class `{class}`{hint}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::document;
    use super::*;
    use crate::report::{ALL, EXPOSURE};
    use crate::sample;

    fn knowledge() -> (Arc<Catalogue>, Arc<Vocabulary>) {
        let basis = sample::sample().basis;
        (basis.catalogue, basis.vocabulary)
    }

    fn read(text: &str) -> Result<Report, Vec<Problem>> {
        let origin = Origin { file: "r.json".into(), text: text.to_owned() };
        let document = parse(&origin).map_err(|problem| vec![problem])?;
        let (catalogue, vocabulary) = knowledge();
        report(&document, &[origin], catalogue, vocabulary)
    }

    fn written(report: &Report) -> String {
        serde_json::to_string_pretty(&document(report)).unwrap()
    }

    #[test]
    fn what_is_read_back_is_what_was_written() {
        let mut fresh = sample::report();
        fresh.style.suppressed = true;
        let mut kept = read(&written(&fresh)).unwrap();
        kept.style.suppressed = true;
        similar_asserts::assert_eq!(written(&kept), written(&fresh));
        // Formats that show no code and no column of a finding say the same, and so do the views.
        for format in ALL.iter().filter(|f| ["comment", "json", "junit", "markdown"].contains(&f.name)) {
            let text = |report: &Report| {
                let mut out = Vec::new();
                (format.write)(report, &mut out).unwrap();
                String::from_utf8(out).unwrap()
            };
            similar_asserts::assert_eq!(text(&kept), text(&fresh), "{}", format.name);
        }
        for format in EXPOSURE {
            for vendor in fresh.graph.processors.iter().map(|p| p.vendor) {
                let text = |report: &Report| {
                    let mut out = Vec::new();
                    (format.write)(report, vendor, &mut out).unwrap();
                    String::from_utf8(out).unwrap()
                };
                similar_asserts::assert_eq!(text(&kept), text(&fresh), "{}", format.name);
            }
        }
    }

    #[test]
    fn every_format_writes_what_was_read_back() {
        let kept = read(&written(&sample::report())).unwrap();
        for format in ALL {
            let mut out = Vec::new();
            (format.write)(&kept, &mut out).unwrap();
            let out = String::from_utf8(out).unwrap();
            assert!(out.contains("src/errors.ts") || format.name == "junit", "{}: {out}", format.name);
        }
    }

    #[test]
    fn all_that_is_wrong_is_told_with_its_place() {
        let text = written(&sample::report())
            .replacen("\"id\": \"sentry\"", "\"id\": \"sentri\"", 1)
            .replacen("\"data\": \"contact.email\"", "\"data\": \"contact.emial\"", 1)
            .replacen("\"protection\": \"none\"", "\"protection\": \"some\"", 1);
        let line = text.lines().position(|line| line.contains("sentri")).unwrap() + 1;
        let first = format!("r.json:{line}:13: no vendor `sentri` in the catalogue; did you mean `sentry`?");
        let problems = read(&text).map(|_| ()).unwrap_err();
        let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let told = told.join("\n");
        for part in [
            first.as_str(),
            "no class `contact.emial`; did you mean `contact.email`?",
            "no protection `some`; there are none, hashed, masked, truncated, encrypted, rounded",
        ] {
            assert!(told.contains(part), "no `{part}` in\n{told}");
        }
    }

    #[test]
    fn what_is_no_report_is_told_with_its_place() {
        let whole = written(&sample::report());
        for (text, part) in [
            ("", "r.json:1:1: not a report"),
            (
                "{\n  \"version\": 1 }",
                "r.json:2:16: not a report of `vendorflow scan --format json`: missing field `tool`",
            ),
            (&whole.replace("\"version\": 1,", "\"version\": 2,"), "r.json:2:3: version 2 is not known"),
            (
                &whole.replace("\"line\": 4,", "\"line\": 4000000000,"),
                "lines and columns are out of all measure",
            ),
            (&whole.replace("\"line\": 4,", "\"line\": -4,"), "invalid value: integer `-4`, expected u32"),
        ] {
            let problems = read(text).map(|_| ()).unwrap_err();
            assert!(problems[0].to_string().contains(part), "no `{part}` in {}", problems[0]);
        }
    }

    #[test]
    fn an_older_report_is_read_too() {
        let mut value: serde_json::Value = serde_json::from_str(&written(&sample::report())).unwrap();
        for entry in value["automatic"].as_array_mut().unwrap() {
            entry
                .as_object_mut()
                .unwrap()
                .retain(|key, _| !["from", "on", "idle", "source"].contains(&key.as_str()));
        }
        for entry in value["findings"].as_array_mut().unwrap() {
            entry.as_object_mut().unwrap().retain(|key, _| !["reason", "related"].contains(&key.as_str()));
        }
        for entry in value["coverage"]["unresolved"].as_array_mut().unwrap() {
            entry.as_object_mut().unwrap().retain(|key, _| ["file", "line", "what"].contains(&key.as_str()));
        }
        value.as_object_mut().unwrap().remove("verdicts");
        let kept = read(&value.to_string()).unwrap();
        assert!(!kept.verdicts.is_empty(), "the baseline judges what the report does not");
        assert_eq!(kept.graph.flows.len(), sample::report().graph.flows.len());
        assert_eq!(kept.findings.len(), sample::report().active().count());
    }
}
