//! The small table of well-known calls: what a library function gives back in terms of what it is given.
//!
//! Everything that is not in here gives something made from its arguments. `library.rs` carries the laws out; this is
//! only data. No vendor is in it.

use super::shape::{Access, Change, Root, Seg};

/// True for the names of the object that globals are members of.
pub(crate) fn is_window(name: &str) -> bool {
    matches!(name, "window" | "globalThis" | "self" | "global" | "top" | "parent")
}

/// The global that stands for everything random.
pub(crate) const RANDOM: &str = "%random";

/// What a well-known call gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Law {
    /// Argument N as it is.
    Arg(u8),
    /// The receiver as it is.
    Receiver,
    /// Something made from receiver and arguments.
    Made,
    /// Something that carries none of it (a test, a count).
    Nothing,
    /// A random id: data only where it is somebody's id.
    Random,
    /// The argument or receiver, changed.
    Changed(Change),
    /// Calls its callback with each element; gives a list of what it returns.
    Map,
    /// Calls its callback with each element; gives the receiver.
    Each,
    /// Calls its callback with each element; gives an element.
    Find,
    /// Calls its callback with (result so far, element).
    Reduce,
    /// Gives an element.
    Element,
    /// Adds its arguments to the receiver as elements.
    Push,
    /// Sets member argument 0 of the receiver to argument 1.
    SetEntry,
    /// Gives member argument 0 of the receiver.
    GetEntry,
    /// Members of argument 0 as a list of [key, value].
    Entries,
    /// The names of the members of argument 0 as a list.
    Keys,
    /// Members of argument 0 as a list.
    Values,
    /// An object from a list of [key, value].
    FromEntries,
    /// Argument 0 with the members of the others; argument 0 itself changes.
    Assign,
    /// Only the members of argument 0 (or the receiver) that the rest name.
    Pick,
    /// Without them.
    Omit,
    /// Member path argument 1 of argument 0.
    GetPath,
    /// Calls its callback with the settled value; gives what that returns.
    Then,
    /// Calls its callback; gives what it returns.
    Run,
    /// Calls its callback later; gives the callback.
    Callback,
    /// Calls argument 0 (or the second of a pair with the first as receiver) with the rest.
    Invoke,
    /// `[value, setter]`.
    State,
    /// `{ current: argument }`.
    Ref,
    /// An object with an identity.
    Identity,
    /// The value last provided to the context.
    Context,
    /// Splits text; at `@` this takes an e-mail apart.
    Split,
    /// The default export that its callback loads.
    Lazy,
    /// `(…args) => f(first, …args)`.
    Bind,
    /// Argument 0 as far as the schema, the receiver, names its members.
    Parse,
    /// The same under `data`.
    SafeParse,
    /// The receiver with the members of argument 0.
    Extend,
    /// The address in argument 0, below argument 1 if there is one.
    Address,
}

use Law::*;

/// Methods by name, for receivers that are no class of the tree and no vendor. Sorted.
const METHODS: &[(&str, Law)] = &[
    ("add", Push),
    ("append", SetEntry),
    ("at", Element),
    ("bind", Receiver),
    ("catch", Receiver),
    ("concat", Made),
    ("endsWith", Nothing),
    ("entries", Entries),
    ("every", Nothing),
    ("extend", Extend),
    ("filter", Each),
    ("finally", Receiver),
    ("find", Find),
    ("findIndex", Nothing),
    ("findLast", Find),
    ("flat", Receiver),
    ("flatMap", Map),
    ("forEach", Each),
    ("get", GetEntry),
    ("getAll", GetEntry),
    ("getItem", GetEntry),
    ("has", Nothing),
    ("hasOwnProperty", Nothing),
    ("header", GetEntry),
    ("includes", Nothing),
    ("indexOf", Nothing),
    ("join", Made),
    ("keys", Keys),
    ("lastIndexOf", Nothing),
    ("localeCompare", Nothing),
    ("map", Map),
    ("match", Made),
    ("normalize", Receiver),
    ("padEnd", Receiver),
    ("padStart", Receiver),
    ("parse", Parse),
    ("parseAsync", Parse),
    ("partial", Receiver),
    ("pop", Element),
    ("push", Push),
    ("reduce", Reduce),
    ("reduceRight", Reduce),
    ("replace", Made),
    ("replaceAll", Made),
    ("reverse", Receiver),
    ("safeParse", SafeParse),
    ("safeParseAsync", SafeParse),
    ("search", Nothing),
    ("set", SetEntry),
    ("setItem", SetEntry),
    ("shift", Element),
    ("slice", Receiver),
    ("some", Nothing),
    ("sort", Receiver),
    ("splice", Receiver),
    ("split", Split),
    ("startsWith", Nothing),
    ("strict", Receiver),
    ("substr", Receiver),
    ("substring", Receiver),
    ("test", Nothing),
    ("then", Then),
    ("toFixed", Changed(Change::Rounded)),
    ("toISOString", Receiver),
    ("toJSON", Receiver),
    ("toLocaleLowerCase", Receiver),
    ("toLocaleUpperCase", Receiver),
    ("toLowerCase", Receiver),
    ("toObject", Receiver),
    ("toSorted", Receiver),
    ("toString", Receiver),
    ("toUpperCase", Receiver),
    ("trim", Receiver),
    ("trimEnd", Receiver),
    ("trimStart", Receiver),
    ("unshift", Push),
    ("unwrap", Receiver),
    ("valueOf", Receiver),
    ("values", Receiver),
];

/// Text methods whose receiver need not be known: they mean the same on anything that has them.
const PLAIN: &[&str] = &[
    "bind",
    "concat",
    "endsWith",
    "flat",
    "includes",
    "indexOf",
    "join",
    "lastIndexOf",
    "localeCompare",
    "match",
    "padEnd",
    "padStart",
    "replace",
    "replaceAll",
    "reverse",
    "slice",
    "sort",
    "splice",
    "split",
    "startsWith",
    "substr",
    "substring",
    "toFixed",
    "toISOString",
    "toLocaleLowerCase",
    "toLocaleUpperCase",
    "toLowerCase",
    "toString",
    "toUpperCase",
    "trim",
    "trimEnd",
    "trimStart",
    "valueOf",
];

/// Functions of the platform, by their dotted name. Sorted.
const GLOBALS: &[(&str, Law)] = &[
    ("Array.from", Arg(0)),
    ("Array.isArray", Nothing),
    ("Boolean", Nothing),
    ("Buffer.from", Arg(0)),
    ("Date", Nothing),
    ("Date.now", Nothing),
    ("FormData", Arg(0)),
    ("JSON.parse", Arg(0)),
    ("JSON.stringify", Arg(0)),
    ("Map", Arg(0)),
    ("Math.ceil", Changed(Change::Rounded)),
    ("Math.floor", Changed(Change::Rounded)),
    ("Math.random", Random),
    ("Math.round", Changed(Change::Rounded)),
    ("Math.trunc", Changed(Change::Rounded)),
    ("Number", Arg(0)),
    ("Number.isFinite", Nothing),
    ("Number.isInteger", Nothing),
    ("Number.isNaN", Nothing),
    ("Number.parseFloat", Arg(0)),
    ("Number.parseInt", Arg(0)),
    ("Object.assign", Assign),
    ("Object.entries", Entries),
    ("Object.freeze", Arg(0)),
    ("Object.fromEntries", FromEntries),
    ("Object.hasOwn", Nothing),
    ("Object.is", Nothing),
    ("Object.keys", Keys),
    ("Object.seal", Arg(0)),
    ("Object.values", Values),
    ("Promise.all", Arg(0)),
    ("Promise.allSettled", Arg(0)),
    ("Promise.race", Element),
    ("Promise.reject", Nothing),
    ("Promise.resolve", Arg(0)),
    ("Proxy", Arg(0)),
    ("Set", Arg(0)),
    ("String", Arg(0)),
    ("URL", Address),
    ("URLSearchParams", Arg(0)),
    ("WeakMap", Arg(0)),
    ("__importDefault", Arg(0)),
    ("__importStar", Arg(0)),
    ("__toESM", Arg(0)),
    ("_interopRequireDefault", Arg(0)),
    ("_interopRequireWildcard", Arg(0)),
    ("atob", Arg(0)),
    ("btoa", Arg(0)),
    ("clearInterval", Nothing),
    ("clearTimeout", Nothing),
    ("crypto.randomUUID", Random),
    ("crypto.subtle.digest", Changed(Change::Hashed)),
    ("decodeURIComponent", Arg(0)),
    ("encodeURI", Arg(0)),
    ("encodeURIComponent", Arg(0)),
    ("escape", Arg(0)),
    ("isFinite", Nothing),
    ("isNaN", Nothing),
    ("parseFloat", Arg(0)),
    ("parseInt", Arg(0)),
    ("process.nextTick", Run),
    ("queueMicrotask", Run),
    ("requestAnimationFrame", Run),
    ("requestIdleCallback", Run),
    ("setImmediate", Run),
    ("setInterval", Run),
    ("setTimeout", Run),
    ("structuredClone", Arg(0)),
    ("unescape", Arg(0)),
];

/// Functions of packages, by name; the packages they are known from. Sorted by name.
const FUNCTIONS: &[(&str, &[&str], Law)] = &[
    ("__importDefault", ANY, Arg(0)),
    ("__importStar", ANY, Arg(0)),
    ("__toESM", ANY, Arg(0)),
    ("_interopRequireDefault", ANY, Arg(0)),
    ("_interopRequireWildcard", ANY, Arg(0)),
    ("assign", LODASH, Assign),
    ("cache", &["react"], Callback),
    ("call", SAGA, Invoke),
    ("clone", LODASH, Arg(0)),
    ("cloneDeep", LODASH, Arg(0)),
    ("computed", &["vue", "@vue/composition-api", "@preact/signals"], Run),
    ("createContext", &["react", "preact"], Identity),
    ("debounce", ANY, Callback),
    ("deepmerge", ANY, Assign),
    ("defaults", LODASH, Assign),
    ("defaultsDeep", LODASH, Assign),
    ("dynamic", &["next/dynamic"], Lazy),
    ("each", LODASH, Each),
    ("extend", LODASH, Assign),
    ("filter", LODASH, Each),
    ("find", LODASH, Find),
    ("flatMap", LODASH, Map),
    ("forEach", LODASH, Each),
    ("fork", SAGA, Invoke),
    ("forwardRef", &["react"], Callback),
    ("get", LODASH, GetPath),
    ("isEmpty", LODASH, Nothing),
    ("isEqual", LODASH, Nothing),
    ("lazy", &["react", "preact"], Lazy),
    ("map", LODASH, Map),
    ("memo", &["react", "preact"], Callback),
    ("memoize", ANY, Callback),
    ("merge", LODASH, Assign),
    ("nanoid", ANY, Random),
    ("nullthrows", ANY, Arg(0)),
    ("object", &["zod", "yup", "valibot", "superstruct", "joi", "@hapi/joi"], Arg(0)),
    ("observer", &["mobx-react", "mobx-react-lite"], Callback),
    ("omit", ANY, Omit),
    ("once", ANY, Callback),
    ("partial", LODASH, Bind),
    ("pick", ANY, Pick),
    ("pickBy", LODASH, Arg(0)),
    ("promisify", &["util"], Callback),
    ("randomUUID", &["crypto", "node:crypto"], Random),
    ("reactive", &["vue"], Arg(0)),
    ("ref", &["vue"], Ref),
    ("shallowRef", &["vue"], Ref),
    ("spawn", SAGA, Invoke),
    ("throttle", ANY, Callback),
    ("toFile", ANY, Arg(0)),
    ("toRaw", &["vue"], Arg(0)),
    ("unref", &["vue"], Arg(0)),
    ("useCallback", HOOKS, Callback),
    ("useContext", HOOKS, Context),
    ("useDebouncedCallback", ANY, Callback),
    ("useEffect", HOOKS, Run),
    ("useEvent", ANY, Callback),
    ("useInsertionEffect", HOOKS, Run),
    ("useLayoutEffect", HOOKS, Run),
    ("useMemo", HOOKS, Run),
    ("useRef", HOOKS, Ref),
    ("useState", HOOKS, State),
    ("v4", &["uuid"], Random),
];

const ANY: &[&str] = &[];
const HOOKS: &[&str] = &["react", "preact", "preact/hooks", "react-native"];
const SAGA: &[&str] = &["redux-saga", "typed-redux-saga"];
const LODASH: &[&str] = &[
    "es-toolkit",
    "lodash",
    "lodash-es",
    "radash",
    "radashi",
    "ramda",
    "remeda",
    "underscore",
    "object-assign",
];

/// Where a program finds what its operator set for it: variables of the environment, modules of settings. Sorted.
const SET: &[&str] = &[
    "Bun.env",
    "Deno.env",
    "import.meta.env",
    "node:process.env",
    "process.env",
    "pypi:decouple",
    "pypi:django.conf.settings",
    "pypi:environ",
    "pypi:os.environ",
    "pypi:os.environb",
    "pypi:os.getenv",
];

/// True for what the operator of the program set, not what anybody told it.
pub(crate) fn is_set(access: &Access) -> bool {
    let (Root::Global(root) | Root::Package(root)) = &access.root else { return false };
    // What a call made that was given a variable is the call's.
    let made = access.member_of_made || access.derived && access.name.is_some();
    !made
        && SET.iter().any(|place| {
            let Some(rest) = place.strip_prefix(&**root) else { return false };
            let mut named = access.path.iter().filter_map(|seg| match seg {
                Seg::Name(name) => Some(&**name).filter(|name| *name != "default"),
                _ => None,
            });
            rest.is_empty()
                || rest
                    .strip_prefix('.')
                    .is_some_and(|rest| rest.split('.').all(|part| named.next() == Some(part)))
        })
}

/// True if data is not meant where a method of this name is read.
pub(crate) fn is_method(name: &str) -> bool {
    METHODS.binary_search_by(|(known, _)| (*known).cmp(name)).is_ok()
}

/// What a method gives.
pub(crate) fn method(name: &str) -> Option<Law> {
    METHODS.binary_search_by(|(known, _)| (*known).cmp(name)).ok().map(|i| METHODS[i].1)
}

/// What a method gives, if that does not depend on the receiver.
pub(crate) fn plain_method(name: &str) -> Option<Law> {
    PLAIN.contains(&name).then(|| method(name)).flatten()
}

/// What a method gives that is given a closure: whatever the receiver is, it is a list.
pub(crate) fn list_method(name: &str) -> Option<Law> {
    let list = matches!(
        name,
        "every"
            | "filter"
            | "find"
            | "findIndex"
            | "findLast"
            | "flatMap"
            | "forEach"
            | "map"
            | "reduce"
            | "some"
            | "sort"
    );
    list.then(|| method(name)).flatten()
}

/// What a function of the platform gives.
pub(crate) fn global(dotted: &str) -> Option<Law> {
    GLOBALS.binary_search_by(|(known, _)| (*known).cmp(dotted)).ok().map(|i| GLOBALS[i].1)
}

/// What a function of a package gives. `react.useState` and `lodash/pick` count like named imports.
pub(crate) fn function(package: &str, dotted: &str) -> Option<Law> {
    if package.starts_with(super::packages::PREFIX) {
        return super::python::function(package, dotted);
    }
    let last = match dotted.rsplit('.').next() {
        Some("") | None => package.rsplit(['/', '.']).next()?,
        Some(last) => last,
    };
    let family = package.split('/').next().unwrap_or(package);
    let (_, _, law) = FUNCTIONS.iter().find(|(name, packages, _)| {
        *name == last && (packages.is_empty() || packages.contains(&package) || packages.contains(&family))
    })?;
    Some(*law)
}

/// True for a function that looks something up: what it is given is a key, not content of its result.
pub(crate) fn is_lookup(name: &str) -> bool {
    const VERBS: &[&str] = &[
        "find", "get", "load", "read", "fetch", "query", "select", "list", "exec", "resolve", "lookup",
        "locate", "search", "update", "delete", "save", "exists", "open",
    ];
    VERBS.iter().any(|verb| {
        name.strip_prefix(verb)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| !c.is_lowercase()))
    })
}

/// What the name of a function nobody can look into says of its result.
pub(crate) fn by_name(name: &str) -> Option<Law> {
    let lower = name.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["hmac"]) {
        return Some(Changed(Change::Keyed));
    }
    if has(&["sha1", "sha256", "sha512", "sha-", "md5", "hash", "gravatar", "digest", "bcrypt"]) {
        return Some(Changed(Change::Hashed));
    }
    if has(&["encrypt", "cipher"]) {
        return Some(Changed(Change::Encrypted));
    }
    if has(&["mask", "redact", "obfuscat", "anonymi", "sanitizepii", "scrub"]) {
        return Some(Changed(Change::Masked));
    }
    let verb = ["is", "has", "should", "can", "validate", "verify", "count", "compare", "assert", "exists"];
    let tests = verb.iter().any(|verb| {
        name.strip_prefix(verb)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(|c: char| !c.is_lowercase()))
    });
    if tests {
        return Some(Nothing);
    }
    if has(&["uuid", "nanoid", "randomid"]) {
        return Some(Random);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_unique() {
        assert!(SET.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(METHODS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(GLOBALS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(FUNCTIONS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(PLAIN.iter().all(|name| method(name).is_some()));
    }

    #[test]
    fn names_tell_what_a_function_does_to_its_argument() {
        assert_eq!(by_name("sha256"), Some(Changed(Change::Hashed)));
        assert_eq!(by_name("createHmac"), Some(Changed(Change::Keyed)));
        assert_eq!(by_name("isValidEmail"), Some(Nothing));
        assert_eq!(by_name("issueInvoice"), None);
        assert_eq!(function("lodash/pick", ""), Some(Pick));
        assert_eq!(function("react", "useState"), Some(State));
        assert_eq!(function("jotai", "useState"), None);
    }
}
