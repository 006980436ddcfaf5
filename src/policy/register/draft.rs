//! The first register, from what the code shows: what can be seen is filled in, and what only people know is marked.

use crate::graph::{Graph, Processor};
use crate::personal::{Judgement, Vocabulary};
use crate::policy::countries;
use crate::policy::lock::quoted;
use crate::source::Sources;
use crate::vendor::Catalogue;
use std::fmt::Write as _;

const HEAD: &str = "\
# The register: what was agreed with each processor. `vendorflow scan` compares it with the code.
# `vendorflow init` wrote what the code shows. What only people know is marked FILL; fill it in, and take the mark out.

# FILL: who is responsible (Art. 30(1)(a) GDPR).
# [organisation]
# name = \"…\"
# address = \"…\"
# country = \"…\" # two letters
# contact = \"…\"
# dpo = \"…\"
";

const TAIL: &str = "
# What is accepted for now, each with a reason and an end:
# [[allow]]
# processor = \"…\"
# class = \"…\"
# reason = \"…\"
# until = 2027-01-31

# How much a rule weighs here: off, note, warning, error.
# [rule.excessive-data]
# severity = \"warning\"
";

/// Writing to a string cannot fail.
macro_rules! say {
    ($out:expr, $($text:tt)*) => { let _ = writeln!($out, $($text)*); };
}

/// Writes it.
pub(crate) fn draft(
    graph: &Graph,
    sources: &Sources,
    catalogue: &Catalogue,
    vocabulary: &Vocabulary,
) -> String {
    let mut out = HEAD.to_owned();
    if graph.processors.is_empty() {
        out.push_str("\n# No vendor of the catalogue was seen in the code.\n");
    }
    for processor in &graph.processors {
        out.push('\n');
        section(processor, graph, sources, catalogue, vocabulary, &mut out);
    }
    out.push_str(TAIL);
    out
}

fn section(
    processor: &Processor,
    graph: &Graph,
    sources: &Sources,
    catalogue: &Catalogue,
    vocabulary: &Vocabulary,
    out: &mut String,
) {
    let vendor = catalogue.vendor(processor.vendor);
    let surfaces: Vec<&str> = processor.surfaces.iter().map(|surface| surface.name()).collect();
    let seen = if processor.declared_only { "Declared" } else { "In use" };
    let at = processor
        .contacts
        .first()
        .map_or_else(String::new, |contact| format!(", first in {}", sources.at(contact.span)));
    say!(
        out,
        "# {}: {} ({}). {seen} in {}{at}.",
        vendor.name,
        vendor.entity,
        vendor.country,
        surfaces.join(", ")
    );
    say!(out, "[processor.{}]", vendor.id);
    say!(out, "status = \"under-review\" # FILL: approved | under-review | terminated");
    say!(out, "purpose = {}", quoted(&vendor.purpose));
    let (written, added) = (graph.written(processor.vendor), graph.added(processor.vendor));
    let classes = graph.classes(processor.vendor);
    let mut questions = Vec::new();
    if classes.is_empty() {
        say!(out, "classes = [] # FILL: what the agreement covers; nothing was seen to go there");
    } else {
        say!(out, "classes = [ # FILL: keep what the agreement covers, and nothing else");
        for class in classes {
            let how = match (written.contains(class), added.contains(class)) {
                (true, true) => "sent, and added by SDK or server",
                (true, false) => "sent",
                _ => "added by SDK or server",
            };
            let judgement = match vocabulary.judge(&vendor.purpose, class) {
                Judgement::Allowed => "",
                Judgement::Questionable => {
                    questions.push(class);
                    "; needs a reason"
                }
                Judgement::Excessive => "; exceeds the baseline",
                Judgement::Denied => "; denied to this purpose",
            };
            say!(out, "    {}, # {how}{judgement}", quoted(class));
        }
        say!(out, "]");
    }
    if !questions.is_empty() {
        let each: Vec<String> = questions.iter().map(|class| format!("{} = \"…\"", quoted(class))).collect();
        say!(out, "# reason = {{ {} }} # FILL: what each is needed for", each.join(", "));
    }
    say!(
        out,
        "# legal-basis = \"…\" # FILL: consent | contract | legal-obligation | vital-interests | public-task | legitimate-interest"
    );
    let dpa = vendor.dpa.as_deref().map_or_else(String::new, |dpa| format!("; the vendor's: {dpa}"));
    say!(
        out,
        "# agreement = {{ signed = 2026-01-31, url = \"https://…\" }} # FILL: the agreement with {}{dpa}",
        vendor.entity
    );
    if countries::is_third_country(&vendor.country) {
        let fits = if countries::is_adequate(&vendor.country) {
            "adequacy | scc | bcr"
        } else if vendor.country == "US" {
            "dpf | scc | bcr"
        } else {
            "scc | bcr"
        };
        say!(out, "# transfer = \"…\" # FILL: {} is no country of the EEA: {fits}", vendor.country);
    }
    say!(out, "# review-due = 2026-12-31 # FILL: when somebody looks again");
    say!(out, "# subjects = [\"customers\"] # FILL: whose data");
    say!(out, "# retention = \"…\" # FILL: how long the processor keeps it");
    say!(out, "# owner = \"…\" # FILL: who answers for it");
}
