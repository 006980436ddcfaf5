//! Requests to an address: which calls of the platform and of HTTP libraries send what where.
//!
//! Only data and its lookup. Whose address it is, the catalogue says; `calls.rs` records the request.

/// A call that sends a request. Positions are argument numbers; members are below an argument.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request {
    /// Global or package; empty package list of names below.
    pub(crate) of: &'static [&'static str],
    /// Path below it.
    pub(crate) calls: &'static [&'static str],
    /// Argument that is the address, or holds it under one of `ADDRESS`.
    pub(crate) url: u8,
    /// Arguments that carry data; an options object carries it under one of `PAYLOAD`.
    pub(crate) data: &'static [u8],
    /// The arguments are options, not payload.
    pub(crate) options: bool,
}

/// Members of an options object that hold an address.
pub(crate) const ADDRESS: &[&str] =
    &["url", "uri", "baseURL", "baseUrl", "prefixUrl", "prefix", "hostname", "host", "href", "origin"];
/// Members of an options object that carry data, besides its headers.
pub(crate) const PAYLOAD: &[&str] =
    &["body", "data", "json", "form", "formData", "params", "query", "qs", "searchParams", "search"];
/// The member that keeps the base address of a client made by a factory.
pub(crate) const BASE: &str = "%base";

const REQUESTS: &[Request] = &[
    Request {
        of: &[
            "fetch",
            "$fetch",
            "node-fetch",
            "cross-fetch",
            "isomorphic-fetch",
            "isomorphic-unfetch",
            "ofetch",
            "undici",
            "whatwg-fetch",
            "@tauri-apps/plugin-http",
            "useFetch",
            "make-fetch-happen",
        ],
        calls: &["", "fetch", "$fetch", "ofetch", "request", "stream"],
        url: 0,
        data: &[1],
        options: true,
    },
    Request { of: &["navigator"], calls: &["sendBeacon"], url: 0, data: &[1], options: false },
    Request {
        of: &[
            "axios",
            "superagent",
            "$",
            "jQuery",
            "jquery",
            "needle",
            "@angular/common/http",
            "wretch",
            "@nestjs/axios",
        ],
        calls: &[
            "post",
            "put",
            "patch",
            "HttpClient().post",
            "HttpClient().put",
            "HttpClient().patch",
            "HttpService().post",
            "HttpService().put",
            "getJSON",
        ],
        url: 0,
        data: &[1, 2],
        options: false,
    },
    Request {
        of: &[
            "axios",
            "superagent",
            "$",
            "jQuery",
            "jquery",
            "needle",
            "@angular/common/http",
            "@nestjs/axios",
        ],
        calls: &["get", "delete", "head", "options", "HttpClient().get", "HttpService().get"],
        url: 0,
        data: &[1],
        options: true,
    },
    Request {
        of: &[
            "axios",
            "got",
            "ky",
            "request",
            "request-promise",
            "request-promise-native",
            "$",
            "jQuery",
            "jquery",
            "phin",
            "bent",
        ],
        calls: &["", "request", "ajax"],
        url: 0,
        data: &[0, 1],
        options: true,
    },
    Request {
        of: &["got", "ky", "request", "request-promise", "request-promise-native"],
        calls: &["get", "post", "put", "patch", "delete", "head"],
        url: 0,
        data: &[1],
        options: true,
    },
    Request { of: &["http", "https"], calls: &["request", "get"], url: 0, data: &[0, 1], options: true },
    Request {
        of: &["pypi:requests", "pypi:httpx", "pypi:aiohttp", "pypi:niquests", "pypi:urllib3"],
        calls: &["get", "post", "put", "patch", "delete", "head", "options", "stream"],
        url: 0,
        data: &[1, 2],
        options: false,
    },
    Request {
        of: &["pypi:requests", "pypi:httpx", "pypi:aiohttp", "pypi:niquests", "pypi:urllib3", "pypi:http"],
        calls: &["request"],
        url: 1,
        data: &[2, 3],
        options: false,
    },
    Request {
        of: &["pypi:urllib"],
        calls: &["request.Request", "request.urlopen"],
        url: 0,
        data: &[1, 2],
        options: false,
    },
    Request { of: &["WebSocket", "EventSource"], calls: &[""], url: 0, data: &[], options: false },
    Request { of: &["importScripts"], calls: &[""], url: 0, data: &[], options: false },
];

/// Factories whose result keeps the base address of their first argument.
const FACTORIES: &[(&str, &[&str])] = &[
    ("axios", &["create"]),
    ("got", &["extend"]),
    ("ky", &["create", "extend"]),
    ("ofetch", &["create", "ofetch.create", "$fetch.create"]),
    ("$fetch", &["create"]),
    ("wretch", &[""]),
    ("undici", &["Client", "Pool"]),
    ("pypi:requests", &["Session", "session"]),
    ("pypi:niquests", &["Session"]),
    ("pypi:httpx", &["Client", "AsyncClient"]),
    ("pypi:aiohttp", &["ClientSession"]),
    ("pypi:urllib3", &["PoolManager"]),
    ("pypi:http", &["client.HTTPSConnection", "client.HTTPConnection"]),
];

/// The request a call is, by root and dotted path (results of factories count as their package).
pub(crate) fn request(root: &str, path: &str) -> Option<Request> {
    let path = FACTORIES
        .iter()
        .filter(|(of, _)| *of == root)
        .flat_map(|(_, names)| names.iter())
        .find_map(|name| path.strip_prefix(name)?.strip_prefix("()"))
        .map_or(path, |rest| rest.trim_start_matches('.'));
    REQUESTS.iter().find(|request| request.of.contains(&root) && request.calls.contains(&path)).copied()
}

/// All calls that send.
pub(crate) fn calls() -> impl Iterator<Item = &'static str> {
    REQUESTS.iter().flat_map(|request| request.calls.iter().copied()).chain(["open", "send"])
}

/// True for a package whose clients send requests.
pub(crate) fn is_library(package: &str) -> bool {
    REQUESTS.iter().any(|request| request.of.contains(&package))
}

/// True if the call makes a client with a base address.
pub(crate) fn factory(root: &str, path: &str) -> bool {
    FACTORIES.iter().any(|(of, names)| *of == root && names.contains(&path))
}

/// The host of an address: `https://api.mixpanel.com/track` gives `api.mixpanel.com`.
pub(crate) fn host(address: &str) -> Option<&str> {
    let rest = address.split_once("://").map_or_else(|| address.strip_prefix("//"), |(_, rest)| Some(rest));
    // An options object names the bare host.
    let rest = rest.unwrap_or(address);
    let authority = rest.split(['/', '?', '#', '\0', ' ']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let plausible = host.contains('.')
        && !host.starts_with('.')
        && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    plausible.then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_known_through_factories() {
        assert!(request("fetch", "").is_some());
        assert!(request("axios", "create().post").is_some());
        assert!(request("axios", "post").is_some());
        assert!(request("https", "request").is_some());
        assert!(request("axios", "interceptors.request.use").is_none());
    }

    #[test]
    fn hosts_are_read_from_addresses() {
        assert_eq!(host("https://api.mixpanel.com/track?ip=1"), Some("api.mixpanel.com"));
        assert_eq!(host("//cdn.segment.com/analytics.js"), Some("cdn.segment.com"));
        assert_eq!(host("api.amplitude.com"), Some("api.amplitude.com"));
        assert_eq!(host("/track"), None);
        assert_eq!(host("\0/track"), None);
    }
}
