//! Options that code gives to a vendor's init call, and methods it calls on clients: what the switches of automatic
//! collection are judged by.

use super::effect::{Given, Spot};
use super::emit::{Emitter, keywords};
use super::shape::{Atom, Lit, Name, Shape};
use super::{Contact, ContactKind, Options, Setting, http};
use crate::vendor::{Init, KEYWORDS, Root, Surface, Version};
use std::collections::BTreeSet;

/// A call as the options see it.
pub(crate) struct Seen<'s> {
    /// Whose, and through which package or global.
    pub root: &'s Root,
    /// What is called below it.
    pub path: &'s str,
    /// The version of the package.
    pub version: Option<&'s Version>,
    /// Where the code runs, as far as anything tells.
    pub surface: Option<Surface>,
}

/// Records what one call says about the vendor's options, and which address it gives to send to.
pub(crate) fn record(emitter: &mut Emitter<'_, '_>, seen: &Seen<'_>, args: &[Given], spot: &Spot) {
    let Seen { root, path, version, surface } = *seen;
    let vendor = emitter.catalogue.vendor(root.vendor);
    let mut settings = Vec::new();
    let mut open = false;
    let below_client = |call: &str| path == call || emitter.catalogue.is_below_client(&root.name, path, call);
    let inits =
        vendor.inits.iter().filter(|init| init.of.contains(&root.name) && init.versions.hold(version));
    for init in inits.filter(|init| below_client(&init.call)) {
        endpoints(emitter, init, seen, args, spot);
        for (name, arg) in init.params.iter().zip(args).filter(|(_, arg)| arg.name.is_none()) {
            settings.push((name.clone(), setting(&arg.value)));
        }
        let Some(arg) = given(args, init.options.first) else { continue };
        let value = init.options.path.iter().fold(arg.value.clone(), |value, name| {
            emitter.solver.member(&value, &Name::from(name.as_str()), arg.span)
        });
        collect(&value, "", &mut settings, &mut open, 0);
    }
    // A switch may be a method: `opt_out_tracking()`.
    let method = path.rsplit('.').next().unwrap_or(path);
    let automatic = vendor.automatic.iter().flat_map(|auto| auto.on.iter().chain(&auto.off));
    let replay = vendor.replay.iter().flat_map(|replay| replay.on.iter().chain(&replay.off));
    let called = automatic
        .chain(replay)
        .filter(|condition| condition.test == crate::vendor::Test::Called)
        .any(|condition| condition.option == method || condition.option == path);
    if called {
        settings.push((format!("{method}()"), Setting::Given));
    }
    if !settings.is_empty() || open {
        settings.sort_by(|a, b| a.0.cmp(&b.0));
        emitter.analysis.options.push(Options {
            vendor: root.vendor,
            root: root.name.clone(),
            version: version.cloned(),
            given: settings,
            open,
            surface,
            span: spot.at,
        });
    }
}

/// An address that is not the vendor's own: whoever answers there may pass it on, so it is told with the call.
fn endpoints(emitter: &mut Emitter<'_, '_>, init: &Init, seen: &Seen<'_>, args: &[Given], spot: &Spot) {
    let Seen { root, version, surface, .. } = *seen;
    let mut hosts = BTreeSet::new();
    for position in &init.endpoint {
        let Some(arg) = given(args, position.first) else { continue };
        let value = position.path.iter().fold(arg.value.clone(), |value, name| {
            emitter.solver.member(&value, &Name::from(name.as_str()), arg.span)
        });
        hosts.extend(value.texts().iter().filter_map(|text| http::host(text)).map(str::to_ascii_lowercase));
    }
    for host in hosts.into_iter().filter(|host| emitter.catalogue.host(host) != Some(root.vendor)) {
        emitter.analysis.contacts.push(Contact {
            vendor: root.vendor,
            kind: ContactKind::Config,
            span: spot.at,
            what: format!("own endpoint {host}"),
            root: root.name.clone(),
            version: version.cloned(),
            surface: surface.unwrap_or(Surface::Server),
            anywhere: surface.is_none(),
        });
    }
}

/// The argument that holds the options.
pub(crate) fn given(args: &[Given], first: usize) -> Option<Given> {
    if first == KEYWORDS { keywords(args) } else { args.get(first).filter(|arg| arg.name.is_none()).cloned() }
}

fn collect(value: &Shape, prefix: &str, into: &mut Vec<(String, Setting)>, open: &mut bool, depth: u8) {
    let Some(node) = value.node() else { return };
    if node.atoms.iter().any(|atom| matches!(atom, Atom::Data(_))) && depth == 0 {
        *open = true;
    }
    if depth > 4 {
        return;
    }
    for (name, slot) in node.fields.iter() {
        let Some(inner) = &slot.value else { continue };
        let path = if prefix.is_empty() { name.to_string() } else { format!("{prefix}.{name}") };
        into.push((path.clone(), setting(inner)));
        collect(inner, &path, into, open, depth + 1);
    }
}

/// An option as far as it is literal.
fn setting(value: &Shape) -> Setting {
    let Some(node) = value.node() else { return Setting::Given };
    if let [Atom::Lit(lit)] = node.atoms.as_slice() {
        return match lit {
            Lit::Bool(value) => Setting::Bool(*value),
            Lit::Number(text) => text.parse().map_or(Setting::Given, Setting::Number),
            Lit::Str(text) => Setting::Text(text.to_string()),
            Lit::Null => Setting::Bool(false),
            Lit::Other => Setting::Given,
        };
    }
    let list: Vec<String> = node
        .fields
        .iter()
        .filter(|(name, _)| name.bytes().all(|b| b.is_ascii_digit()))
        .filter_map(|(_, slot)| Some(slot.value.as_ref()?.literal()?.to_string()))
        .collect();
    if list.is_empty() { Setting::Given } else { Setting::List(list) }
}
