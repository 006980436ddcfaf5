//! An entry of the catalogue in words: everything that is known of a vendor, and who says so.

use super::words;
use crate::graph::describe;
use crate::vendor::{Automatic, Catalogue, Position, Replay, Sink, Surface, Vendor, Versions};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes it.
pub(crate) fn entry(vendor: &Vendor, catalogue: &Catalogue, out: &mut dyn Write) -> io::Result<()> {
    identity(vendor, out)?;
    names(vendor, out)?;
    title("Options are given by", vendor.inits.is_empty(), out)?;
    for init in &vendor.inits {
        let call = format!("{}({})", init.call, init.options);
        writeln!(out, "  {call}{} [{}]", within(&init.versions), init.of.join(", "))?;
        if !init.endpoint.is_empty() {
            let places: Vec<String> = init.endpoint.iter().map(ToString::to_string).collect();
            writeln!(out, "      {} is where it sends to", places.join(" or "))?;
        }
    }
    title("Data leaves by", vendor.sinks.is_empty(), out)?;
    for &id in &vendor.sinks {
        sink(catalogue.sink(id), out)?;
    }
    title("Functions that can take data out", vendor.filters.is_empty(), out)?;
    for filter in &vendor.filters {
        let member = filter.member.join(".");
        writeln!(out, "  {}: `{member}` of {}", filter.option, filter.calls.join(", "))?;
        source(&filter.source, out)?;
    }
    title("Keys of its own", vendor.reserved.is_empty(), out)?;
    for (key, class) in &vendor.reserved {
        writeln!(out, "  {key}: {}", class.as_deref().unwrap_or("no personal data"))?;
    }
    title("Added by SDK or server without being told", vendor.automatic.is_empty(), out)?;
    for entry in &vendor.automatic {
        automatic(entry, out)?;
    }
    title("Session replay", vendor.replay.is_empty(), out)?;
    for facts in &vendor.replay {
        replay(facts, out)?;
    }
    traces(vendor, out)?;
    title("Incidents", vendor.incidents.is_empty(), out)?;
    for incident in &vendor.incidents {
        writeln!(out, "  {}: {}", incident.date, incident.title)?;
        source(&incident.source, out)?;
    }
    Ok(())
}

fn title(text: &str, empty: bool, out: &mut dyn Write) -> io::Result<()> {
    if empty { Ok(()) } else { writeln!(out, "\n{text}:") }
}

fn source(text: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "      {text}")
}

fn identity(vendor: &Vendor, out: &mut dyn Write) -> io::Result<()> {
    let Vendor { id, name, purpose, entity, country, .. } = vendor;
    writeln!(out, "{name} ({id}): {entity}, {country}; {purpose}")?;
    let lines = [
        ("Home", vendor.homepage.clone()),
        ("Documentation", vendor.docs.clone()),
        ("Data-processing agreement", vendor.dpa.clone().unwrap_or_default()),
        ("Hosts", vendor.hosts.join(", ")),
        (
            "Regions",
            vendor
                .regions
                .iter()
                .map(|(host, region)| format!("{host} {region}"))
                .collect::<Vec<_>>()
                .join(", "),
        ),
        ("Sub-processors", vendor.subprocessors.join(", ")),
        ("Looks like it and is not", vendor.not.join(", ")),
    ];
    for (what, text) in lines {
        if !text.is_empty() {
            writeln!(out, "{what}: {text}")?;
        }
    }
    Ok(())
}

fn names(vendor: &Vendor, out: &mut dyn Write) -> io::Result<()> {
    let place = |surface: Option<Surface>| surface.map_or("decided by the file", words::surface);
    title("Code gets hold of it by", vendor.packages.is_empty() && vendor.globals.is_empty(), out)?;
    for package in &vendor.packages {
        let import =
            package.import.as_ref().map_or_else(String::new, |import| format!(", imported as {import}"));
        writeln!(out, "  {} {} ({}){import}", package.ecosystem, package.name, place(package.surface))?;
    }
    for global in &vendor.globals {
        writeln!(out, "  window.{} ({})", global.name, place(global.surface))?;
    }
    title("Clients are", vendor.clients.is_empty(), out)?;
    for client in &vendor.clients {
        let made = client.made_by.iter().map(|path| if path.is_empty() { "itself" } else { path });
        writeln!(out, "  {} [{}]", made.collect::<Vec<_>>().join(", "), client.of.join(", "))?;
        if !client.through.is_empty() {
            writeln!(out, "      also through {}", client.through.join(", "))?;
        }
    }
    Ok(())
}

/// ` since 10.4.0`, where it does not hold for all versions.
fn within(versions: &Versions) -> String {
    let words = versions.describe();
    if words.is_empty() { words } else { format!(" {words}") }
}

fn sink(sink: &Sink, out: &mut dyn Write) -> io::Result<()> {
    let at =
        if sink.command_at == Position::default() { String::new() } else { format!("{}: ", sink.command_at) };
    let mut parts: Vec<String> = sink.command.iter().map(|command| format!("{at}'{command}'")).collect();
    parts.extend(sink.data.iter().map(ToString::to_string));
    parts.extend(sink.pair.iter().map(|(key, value)| format!("{key}: {value}")));
    if sink.receiver {
        parts.push("what was set on it before".to_owned());
    }
    writeln!(
        out,
        "  {}({}){} [{}]",
        sink.call,
        parts.join(", "),
        within(&sink.versions),
        sink.of.join(", ")
    )?;
    for (position, class) in &sink.implied {
        writeln!(out, "      {position} is {class}")?;
    }
    for (class, how) in &sink.protection {
        writeln!(out, "      {class} leaves {}", words::protection(*how))?;
    }
    source(&sink.source, out)
}

fn automatic(entry: &Automatic, out: &mut dyn Write) -> io::Result<()> {
    let by = if entry.by_server { "server" } else { "SDK" };
    let (on, off) = (describe(&entry.on), describe(&entry.off));
    let off = if off.is_empty() { "no switch in code".to_owned() } else { format!("off with `{off}`") };
    let on = if on.is_empty() { String::new() } else { format!("; only with `{on}`") };
    let surfaces: Vec<&str> = entry.surfaces.iter().map(|surface| words::surface(*surface)).collect();
    let place = if surfaces.is_empty() { String::new() } else { format!(" ({})", surfaces.join(", ")) };
    writeln!(out, "  {}{place}", entry.classes.join(", "))?;
    writeln!(out, "      {by}, from {}; {off}{on}{}", entry.from, within(&entry.versions))?;
    source(&entry.source, out)
}

fn replay(facts: &Replay, out: &mut dyn Write) -> io::Result<()> {
    let on = describe(&facts.on);
    let on = if on.is_empty() { "records by itself".to_owned() } else { format!("records with `{on}`") };
    let masked = if facts.masked_by_default { "masked by default" } else { "not masked by default" };
    let switch = |words: &str, switch: String| {
        if switch.is_empty() { switch } else { format!("; {words} with `{switch}`") }
    };
    let off = switch("off", describe(&facts.off));
    let unmasked = switch("unmasked", describe(&facts.unmasked));
    let mask = switch("masked", describe(&facts.masked));
    writeln!(
        out,
        "  {on}{off}, {masked}{unmasked}{mask}{} [{}]",
        within(&facts.versions),
        facts.of.join(", ")
    )?;
    source(&facts.source, out)
}

/// Names outside code, by kind and by who says so.
fn traces(vendor: &Vendor, out: &mut dyn Write) -> io::Result<()> {
    let mut kinds: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for trace in &vendor.traces {
        kinds.entry((trace.kind, &trace.source)).or_default().push(&trace.name);
    }
    title("Named outside code by", kinds.is_empty(), out)?;
    for ((kind, who), names) in kinds {
        writeln!(out, "  {}: {}", kind.replace('-', " "), names.join(", "))?;
        source(who, out)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn every_built_in_entry_is_told_with_its_sources() {
        let (_, catalogue) = crate::knowledge(&[]).unwrap();
        for vendor in catalogue.vendors() {
            let mut text = Vec::new();
            entry(vendor, &catalogue, &mut text).unwrap();
            let text = String::from_utf8(text).unwrap();
            let sinks = vendor.sinks.iter().map(|&id| &catalogue.sink(id).source);
            for source in sinks.chain(vendor.automatic.iter().map(|automatic| &automatic.source)) {
                assert!(text.contains(source.as_str()), "{}: {source}", vendor.id);
            }
            assert!(text.starts_with(&vendor.name));
        }
    }

    #[test]
    fn what_is_not_known_has_no_title() {
        let sample = sample::sample();
        let mut text = Vec::new();
        entry(sample.basis.catalogue.vendor(crate::vendor::VendorId(0)), &sample.basis.catalogue, &mut text)
            .unwrap();
        let text = String::from_utf8(text).unwrap();
        assert!(text.contains("Added by SDK or server") && !text.contains("Data leaves by"), "{text}");
    }
}
