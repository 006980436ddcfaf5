//! A privacy notice or a list of sub-processors against the code: whom and what it leaves out, and whom and what it names
//! that the code does not show.
//!
//! A notice may speak of data that goes to no vendor, and a company's name may stand for its products; the answer says
//! which it was. It reads words, not meaning: a vendor in "we do not use X" is named.

mod names;
mod text;

pub(crate) use names::Recipient;
pub(crate) use text::Plain;

use crate::graph::{Graph, Node, Processor};
use crate::personal::Prose;
use crate::vendor::{Catalogue, VendorId};
use names::Names;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A text that names fewer classes is a list of processors with what each is for (`e-mail delivery`).
const TOLD: usize = 3;

/// The answer. Places are bytes of the notice.
pub(crate) struct Notice<'a> {
    /// In use, and nowhere named.
    pub unnamed: Vec<&'a Processor>,
    /// In the code and named, with the places.
    pub named: Vec<(VendorId, Vec<usize>)>,
    /// Named, and not seen in the code.
    pub strangers: Vec<(Recipient, Vec<usize>)>,
    /// The classes; none where the text names hardly any, as a list of sub-processors does.
    pub classes: Option<Classes<'a>>,
}

/// What the notice says of classes.
#[derive(Default)]
pub(crate) struct Classes<'a> {
    /// Received by processors, and nowhere told.
    pub untold: Vec<(&'a str, Vec<VendorId>)>,
    /// Received and told, with the places.
    pub told: Vec<(&'a str, Vec<usize>)>,
    /// Told, and not seen to be sent.
    pub surplus: Vec<(String, Vec<usize>)>,
}

impl Notice<'_> {
    /// What the notice leaves out.
    pub(crate) fn missing(&self) -> usize {
        self.unnamed.len() + self.classes.as_ref().map_or(0, |classes| classes.untold.len())
    }

    /// What the notice names beyond the code.
    pub(crate) fn surplus(&self) -> usize {
        self.strangers.len() + self.classes.as_ref().map_or(0, |classes| classes.surplus.len())
    }
}

/// Compares.
pub(crate) fn notice<'a>(
    graph: &'a Graph,
    catalogue: &Catalogue,
    prose: &Prose<'_>,
    text: &Plain,
) -> Notice<'a> {
    let mut places: BTreeMap<Recipient, (Vec<usize>, bool)> = BTreeMap::new();
    for mention in Names::of(catalogue).mentions(text) {
        let known = places.entry(mention.who).or_default();
        known.0.push(mention.at);
        known.1 |= mention.sure;
    }
    let at = |vendor: VendorId| {
        let company = Recipient::company(catalogue, vendor);
        let mut all: Vec<usize> = [Some(Recipient::Vendor(vendor)), company]
            .into_iter()
            .flatten()
            .filter_map(|who| places.get(&who))
            .flat_map(|(at, _)| at.iter().copied())
            .collect();
        all.sort_unstable();
        all
    };
    let (named, unnamed): (Vec<&Processor>, Vec<&Processor>) =
        graph.processors.iter().partition(|processor| !at(processor.vendor).is_empty());
    let known = known(graph, catalogue);
    let strangers = places.iter().filter(|(who, (_, sure))| *sure && !who.is_one_of(&known, catalogue));
    Notice {
        unnamed: unnamed.into_iter().filter(|processor| !processor.declared_only).collect(),
        named: named.into_iter().map(|processor| (processor.vendor, at(processor.vendor))).collect(),
        strangers: strangers.map(|(who, (at, _))| (who.clone(), at.clone())).collect(),
        classes: classes(graph, prose, text),
    }
}

/// Whom the code knows: processors, those they hand on to, and their sub-processors.
fn known(graph: &Graph, catalogue: &Catalogue) -> BTreeSet<VendorId> {
    let mut known: BTreeSet<VendorId> = graph.processors.iter().map(|p| p.vendor).collect();
    for processor in &graph.processors {
        known.extend(graph.behind(processor.vendor).into_iter().filter_map(|node| match node {
            Node::Subprocessor(id) => catalogue.by_id(id),
            _ => None,
        }));
    }
    known
}

fn classes<'a>(graph: &'a Graph, prose: &Prose<'_>, text: &Plain) -> Option<Classes<'a>> {
    let mut places: BTreeMap<String, (Vec<usize>, bool)> = BTreeMap::new();
    for named in
        prose.named(&text.text).into_iter().filter(|named| named.sure || !heads(&text.text, &named.at))
    {
        let known = places.entry(named.class).or_default();
        known.0.push(text.source(named.at.start));
        known.1 |= named.sure;
    }
    if places.values().filter(|(_, sure)| *sure).count() < TOLD {
        return None;
    }
    let mut received: BTreeMap<&str, Vec<VendorId>> = BTreeMap::new();
    for processor in &graph.processors {
        for class in graph.classes(processor.vendor) {
            received.entry(class).or_default().push(processor.vendor);
        }
    }
    let mut classes = Classes::default();
    for (class, receivers) in &received {
        let telling = places.iter().filter(|(named, _)| prose.tells(named, class));
        let mut at: Vec<usize> = telling.flat_map(|(_, (at, _))| at.iter().copied()).collect();
        at.sort_unstable();
        if at.is_empty() {
            classes.untold.push((*class, receivers.clone()));
        } else {
            classes.told.push((*class, at));
        }
    }
    let sent = |named: &str| received.keys().any(|class| prose.tells(named, class));
    let surplus = places.into_iter().filter(|(named, (_, sure))| *sure && !sent(named));
    classes.surplus = surplus.map(|(class, (at, _))| (class, at)).collect();
    Some(classes)
}

/// True for what stands alone in a cell of a table, as `Name` does above a list of companies.
fn heads(text: &str, at: &Range<usize>) -> bool {
    text[..at.start].trim_end_matches([' ', '*']).ends_with('|')
        && text[at.end..].trim_start_matches([' ', '*']).starts_with('|')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::personal::Personal;
    use crate::sample;

    fn check(text: &str, then: impl FnOnce(&Notice<'_>, &Catalogue)) {
        let (sample, personal) = (sample::sample(), Personal::builtin().unwrap());
        let prose = Prose::builtin(&personal).unwrap();
        let plain = Plain::of(text);
        then(&notice(&sample.graph, &sample.basis.catalogue, &prose, &plain), &sample.basis.catalogue);
    }

    fn untold(notice: &Notice<'_>) -> Vec<String> {
        notice.classes.as_ref().unwrap().untold.iter().map(|(class, _)| (*class).to_owned()).collect()
    }

    #[test]
    fn what_a_notice_leaves_out_is_told() {
        check("We send your e-mail address, IBAN and birth date to Mixpanel, Inc.", |notice, catalogue| {
            let unnamed: Vec<&str> =
                notice.unnamed.iter().map(|p| catalogue.vendor(p.vendor).id.as_str()).collect();
            assert!(unnamed.contains(&"sentry") && !unnamed.contains(&"mixpanel"), "{unnamed:?}");
            assert_eq!(notice.named.len(), 1);
            let untold = untold(notice);
            assert!(
                untold.contains(&"credential.password".into()) && untold.contains(&"location.city".into())
            );
            assert!(!untold.contains(&"contact.email".into()));
            assert!(!untold.contains(&"behavior.referrer".into()), "it is switched off");
            assert!(notice.strangers.is_empty());
        });
    }

    #[test]
    fn a_complete_notice_differs_in_nothing() {
        let text = "Mixpanel, Zendesk and Sentry get your name, e-mail address, approximate location, password, user identifier \
                    and the operating system.";
        check(text, |notice, _| {
            assert_eq!((notice.missing(), notice.surplus()), (0, 0), "{:?}", untold(notice))
        });
    }

    #[test]
    fn a_list_of_processors_is_not_asked_for_classes() {
        check(
            "# Sub-processors\n\n- Mixpanel (US): analytics\n- Sentry (US): errors by e-mail\n- Zendesk (US)\n",
            |notice, _| {
                assert!(notice.classes.is_none());
                assert_eq!((notice.missing(), notice.surplus()), (0, 0));
            },
        );
    }

    #[test]
    fn the_head_of_a_table_tells_nothing() {
        let text = "We have your e-mail address, IBAN and birth date.\n\n| Name | Country |\n| --- | --- |\n| Mixpanel | US |\n";
        check(text, |notice, _| assert!(untold(notice).contains(&"identity.name".into())));
        let told = text.replace("birth date", "birth date, and your name");
        check(&told, |notice, _| assert!(!untold(notice).contains(&"identity.name".into())));
    }

    #[test]
    fn what_the_code_does_not_have_is_told_with_its_places() {
        let text = "We send e-mail, your credit card number and your IBAN to nobody, your message neither.";
        check(text, |notice, _| {
            let classes = notice.classes.as_ref().unwrap();
            let surplus: Vec<(&str, &str)> =
                classes.surplus.iter().map(|(class, at)| (class.as_str(), &text[at[0]..at[0] + 4])).collect();
            assert_eq!(surplus, [("financial.bank_account", "IBAN"), ("financial.card_number", "cred")]);
        });
    }
}
