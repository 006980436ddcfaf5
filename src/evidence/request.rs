//! Requests that code sends to a host it names: `fetch("https://…")`, `requests.post("https://…")`.
//!
//! The flow analysis follows requests to hosts of vendors; this finds the hosts nobody knows, in files that need not be
//! parsed. Only an address that stands in the call itself counts: a documentation link does not.

use super::tree::At;
use super::{Fact, File, Found, How, Kind, host};

pub(super) static KIND: Kind = Kind {
    id: "request",
    title: "requests in code to a host that is written there",
    files: &[],
    code: true,
    read,
};

/// Ends of what may stand before the bracket of a call that sends.
const CALLS: [&str; 22] = [
    "fetch",
    "axios",
    "ky",
    "got",
    "ofetch",
    "request",
    "sendBeacon",
    "WebSocket",
    "EventSource",
    "importScripts",
    "urlopen",
    "Request",
    ".post",
    ".put",
    ".patch",
    ".get",
    ".delete",
    ".ajax",
    ".getJSON",
    ".request",
    ".head",
    "superagent",
];
/// Objects whose `get` and `post` are requests; others' may be anything.
const CLIENTS: [&str; 20] = [
    "axios",
    "http",
    "https",
    "httpClient",
    "client",
    "api",
    "ky",
    "got",
    "$",
    "jQuery",
    "superagent",
    "needle",
    "request",
    "requests",
    "httpx",
    "session",
    "aiohttp",
    "urllib3",
    "$http",
    "$axios",
];

fn read(file: &File<'_>, found: &mut Found) {
    let text = file.text;
    for (start, _) in text.match_indices("://") {
        let Some((scheme, before)) = scheme(&text[..start]) else { continue };
        let Some(before) = before.strip_suffix(['"', '\'', '`']) else { continue };
        let before = before.trim_end_matches(['f', 'r', 'b']).trim_end();
        let how_named = before.strip_suffix('(').is_some_and(is_call)
            || ["url:", "baseURL:", "baseUrl:", "prefixUrl:", "url =", "base_url="]
                .iter()
                .any(|key| before.ends_with(key) && within_request(before));
        if !how_named {
            continue;
        }
        let begin = start - scheme.len();
        let address = &text[begin..];
        let end = address.find(['"', '\'', '`', '\n']).unwrap_or(address.len());
        if let Some(host) = host::of_address(&address[..end]) {
            found.add(At::new(begin, begin + end), Fact::Host { host, how: How::Request });
        }
    }
}

fn scheme(before: &str) -> Option<(&'static str, &str)> {
    ["https", "http", "wss", "ws"].into_iter().find_map(|s| Some((s, before.strip_suffix(s)?)))
}

/// Whether this ends in the callee of a request: `axios.post`, `await fetch`, `new WebSocket`.
fn is_call(before: &str) -> bool {
    let before = match before.rfind('<') {
        // Type arguments: `axios.get<User>(…)`.
        Some(open) if before.ends_with('>') && before.len() - open < 80 => &before[..open],
        _ => before,
    };
    let Some(call) = CALLS.iter().find(|call| before.ends_with(*call)) else { return false };
    let ahead = &before[..before.len() - call.len()];
    if call.starts_with('.') {
        let word =
            ahead.rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).next().unwrap_or("");
        return CLIENTS.contains(&word);
    }
    !ahead.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Whether an option stands in the argument of a request or of a factory of clients, not far above.
fn within_request(before: &str) -> bool {
    let from = before.len().saturating_sub(160);
    let from = (from..before.len()).find(|i| before.is_char_boundary(*i)).unwrap_or(before.len());
    let near = &before[from..];
    let Some(open) = near.rfind("({").or_else(|| near.rfind('(')) else { return false };
    let callee = &near[..open];
    is_call(callee)
        || ["axios.create", "ky.create", "got.extend", "ofetch.create", "$fetch.create"]
            .iter()
            .any(|f| callee.ends_with(f))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ir::FileId;

    fn hosts(text: &str) -> Vec<String> {
        let mut found = Found::new(FileId(0));
        read(&File::new("a.ts", text), &mut found);
        let host = |seen: super::super::Seen| match seen.fact {
            Fact::Host { host, .. } => host,
            other => panic!("{other:?}"),
        };
        found.seen.into_iter().map(host).collect()
    }

    #[test]
    fn only_calls_count() {
        assert_eq!(hosts("await fetch('https://a.io/x', { body })"), ["a.io"]);
        assert_eq!(hosts("axios.post<User>(`https://a.io/${id}`)"), ["a.io"]);
        assert_eq!(hosts("axios.create({ baseURL: 'https://a.io' })"), ["a.io"]);
        assert_eq!(hosts("requests.post(f\"https://a.io/x\", json=data)"), ["a.io"]);
        assert_eq!(hosts("navigator.sendBeacon('https://a.io/x')"), ["a.io"]);
        for silent in [
            "// see https://a.io",
            "const docs = 'https://a.io'",
            "map.get('https://a.io')",
            "link({ url: 'https://a.io' })",
        ] {
            assert!(hosts(silent).is_empty(), "{silent}");
        }
    }
}
