//! Third-party hosts that code or markup talks to and that no vendor of the catalogue owns: a question for the reader,
//! never dropped.

use crate::evidence::{Fact, Found, How};
use crate::ir::Span;
use crate::vendor::Catalogue;
use std::collections::{BTreeMap, BTreeSet};

/// A host nobody knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Recipient {
    /// Its name.
    pub host: String,
    /// What is done with it: `code sends requests to`.
    pub what: &'static str,
    /// Where, each place once.
    pub spans: Vec<Span>,
}

/// Hosts of schemas, registries and examples: nothing personal goes there.
const HARMLESS: [&str; 22] = [
    "w3.org",
    "schema.org",
    "schemastore.org",
    "xmlsoap.org",
    "ogp.me",
    "purl.org",
    "json-schema.org",
    "apache.org",
    "example.com",
    "example.org",
    "example.net",
    "npmjs.org",
    "npmjs.com",
    "yarnpkg.com",
    "pypi.org",
    "pythonhosted.org",
    "rubygems.org",
    "crates.io",
    "nuget.org",
    "packagist.org",
    "proxy.golang.org",
    "maven.org",
];
/// Names that are nobody's on the internet.
const NOWHERE: [&str; 9] =
    ["localhost", "local", "test", "example", "invalid", "internal", "localdomain", "lan", "svc"];
/// First words of placeholders.
const PLACEHOLDER: [&str; 8] = ["your", "my", "yourdomain", "mydomain", "domain", "site", "foo", "host"];

/// Unknown hosts, sorted.
pub(super) fn unknown(found: &[Found], catalogue: &Catalogue, project: &str) -> Vec<Recipient> {
    let own = own(found, project);
    let mut hosts: BTreeMap<(&str, &'static str), BTreeSet<Span>> = BTreeMap::new();
    for seen in found.iter().flat_map(|file| &file.seen) {
        let Fact::Host { host, how } = &seen.fact else { continue };
        let what = match how {
            How::Script => "a script is loaded from",
            How::Image => "an image is loaded from",
            How::Frame => "a frame shows",
            How::Form => "a form is sent to",
            How::Link => "a page asks for files of",
            How::Request => "requests go to",
            How::Allowed | How::Variable | How::Setting | How::Home => continue,
        };
        if catalogue.host(host).is_none() && !is_nobody(host) && !own.is(host) {
            hosts.entry((host, what)).or_default().insert(seen.span);
        }
    }
    let mut by_host: BTreeMap<&str, Recipient> = BTreeMap::new();
    // The strongest use names the host; every place is kept.
    for ((host, what), spans) in hosts {
        let entry = by_host.entry(host).or_insert_with(|| Recipient {
            host: host.to_owned(),
            what,
            spans: Vec::new(),
        });
        if weight(what) > weight(entry.what) {
            entry.what = what;
        }
        entry.spans.extend(spans);
    }
    by_host
        .into_values()
        .map(|mut recipient| {
            recipient.spans.sort();
            recipient.spans.dedup();
            recipient
        })
        .collect()
}

fn weight(what: &str) -> usize {
    ["a page asks for files of", "an image is loaded from", "a frame shows", "a script is loaded from"]
        .iter()
        .position(|known| *known == what)
        .unwrap_or(9)
}

fn is_nobody(host: &str) -> bool {
    let below =
        |domain: &str| host == domain || host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    let first = host.split(['.', '-']).next().unwrap_or(host);
    HARMLESS.iter().any(|domain| below(domain))
        || host.rsplit('.').next().is_some_and(|tld| NOWHERE.contains(&tld))
        || host.starts_with("example.")
        || host.contains(".example.")
        || PLACEHOLDER.contains(&first)
        || host.contains("xxx")
}

/// What the tree says of itself.
struct Own {
    words: BTreeSet<String>,
    domains: BTreeSet<String>,
}

impl Own {
    fn is(&self, host: &str) -> bool {
        let labels: Vec<&str> = host.split('.').collect();
        let names = &labels[..labels.len().saturating_sub(1)];
        names.iter().any(|label| self.words.contains(&label.replace(['-', '_'], "")))
            || self.domains.iter().any(|domain| {
                host == domain || host.strip_suffix(domain.as_str()).is_some_and(|rest| rest.ends_with('.'))
            })
    }
}

/// Names that are anybody's project, and so tell nothing of a host.
const COMMON: [&str; 16] = [
    "api", "app", "apps", "web", "www", "client", "server", "frontend", "backend", "site", "website", "docs",
    "core", "shop", "cdn", "static",
];

fn own(found: &[Found], project: &str) -> Own {
    let mut words = BTreeSet::new();
    let mut domains = BTreeSet::new();
    let mut name = |text: &str| {
        let text = text.trim_start_matches('@').to_ascii_lowercase();
        // `@acme/shop`, `acme/shop`: the owner says whose it is; a bare name says it, too.
        let word = text.split('/').next().unwrap_or(&text).replace(['-', '_', '.'], "");
        if word.len() > 3 && !COMMON.contains(&word.as_str()) {
            words.insert(word);
        }
    };
    name(project);
    // Some projects are called what their host is called.
    if project.contains('.') {
        domains.insert(project.to_ascii_lowercase());
    }
    for seen in found.iter().flat_map(|file| &file.seen) {
        match &seen.fact {
            Fact::Project { name: text } => name(text),
            Fact::Host { host, how: How::Home } => {
                let bare = host.strip_prefix("www.").unwrap_or(host);
                if !bare.starts_with("github.") && !bare.starts_with("gitlab.") {
                    domains.insert(bare.to_owned());
                }
            }
            _ => {}
        }
    }
    Own { words, domains }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_asked_about() {
        for host in ["www.w3.org", "api.example.com", "example.test", "a.local", "your-domain.com", "my.app"]
        {
            assert!(is_nobody(host), "{host}");
        }
        assert!(!is_nobody("api.acme.io"));
    }

    #[test]
    fn the_project_knows_its_own_hosts() {
        let own = own(&[], "acme");
        assert!(own.is("api.acme.io") && own.is("acme.com") && !own.is("acmetrack.io"));
        assert!(!super::own(&[], "web").is("web.io"));
    }
}
