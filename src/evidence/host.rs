//! Hosts in addresses. What stands before an `@` is a secret more often than not, and is dropped.

/// The host of an address with a scheme (`https://…`, `//…`, a DSN).
pub(super) fn of_address(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['"', '\'', '`']);
    let rest = text.split_once("://").map(|(scheme, rest)| (scheme.len() < 24).then_some(rest));
    let rest = rest.unwrap_or_else(|| text.strip_prefix("//"))?;
    let authority = rest.split(['/', '?', '#', '"', '\'', '`', ' ', '\\', '<', '>', ';', ',', ')']).next()?;
    host(authority.rsplit('@').next()?)
}

/// A host name, perhaps with a port, in lower case; names of one word are none.
pub(crate) fn host(text: &str) -> Option<String> {
    let name = text.split(':').next()?.trim_end_matches('.').to_ascii_lowercase();
    let labels = || name.split('.');
    let plausible = name.contains('.')
        && name.len() < 254
        && labels()
            .all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'))
        && labels()
            .next_back()
            .is_some_and(|tld| tld.len() > 1 && tld.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-'));
    plausible.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_dropped() {
        assert_eq!(
            of_address("https://key@o1.ingest.de.sentry.io/2").as_deref(),
            Some("o1.ingest.de.sentry.io")
        );
        assert_eq!(of_address("//cdn.mxpnl.com/x.js").as_deref(), Some("cdn.mxpnl.com"));
        for none in ["/local", "https://localhost:3000", "https://10.0.0.1/x", "a b", "https://${HOST}/x"] {
            assert_eq!(of_address(none), None, "{none}");
        }
    }
}
