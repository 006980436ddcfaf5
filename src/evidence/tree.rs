//! JSON, YAML and TOML as one tree, with the place of every key and value.
//!
//! The parsers are those of others; this only makes their results alike, so that a reader is written once for all.

use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

/// A range of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct At {
    pub start: u32,
    pub end: u32,
}

impl At {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end.max(start) as u32 }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Format {
    /// With comments and trailing commas.
    Json,
    Toml,
    Yaml,
}

/// A value and its place.
#[derive(Debug)]
pub(crate) struct Node {
    pub at: At,
    pub data: Data,
}

#[derive(Debug)]
pub(crate) enum Data {
    /// Null, dates, and what nobody asks for.
    Other,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// A member of a map.
#[derive(Debug)]
pub(crate) struct Entry {
    pub key: String,
    pub at: At,
    pub value: Node,
}

impl Node {
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// Members below members: `a.b.c`.
    pub(crate) fn path(&self, path: &str) -> Option<&Node> {
        path.split('.').try_fold(self, |node, key| node.get(key))
    }

    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.data {
            Data::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The members of a member; nothing if it is not there.
    pub(crate) fn below(&self, path: &str) -> &[Entry] {
        self.path(path).map_or(&[], Node::entries)
    }

    pub(crate) fn items(&self) -> &[Node] {
        match &self.data {
            Data::List(items) => items,
            _ => &[],
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match &self.data {
            Data::Text(text) | Data::Number(text) => Some(text),
            _ => None,
        }
    }

    /// A scalar as it is written.
    pub(crate) fn written(&self) -> Option<&str> {
        match &self.data {
            Data::Bool(true) => Some("true"),
            Data::Bool(false) => Some("false"),
            _ => self.text(),
        }
    }

    /// The text of a member.
    pub(crate) fn str(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// Calls for every scalar below, with its dotted path.
    pub(crate) fn leaves<'a>(&'a self, prefix: &str, call: &mut dyn FnMut(&str, At, &'a Node)) {
        for entry in self.entries() {
            let path = if prefix.is_empty() { entry.key.clone() } else { format!("{prefix}.{}", entry.key) };
            match &entry.value.data {
                Data::Map(_) | Data::List(_) => entry.value.leaves(&path, call),
                _ => call(&path, entry.at, &entry.value),
            }
        }
        for item in self.items() {
            match &item.data {
                Data::Map(_) | Data::List(_) => item.leaves(prefix, call),
                _ => call(prefix, item.at, item),
            }
        }
    }
}

/// The documents of a text; a problem has the place where it was seen.
pub(crate) fn parse(text: &str, format: Format) -> Result<Vec<Node>, (At, String)> {
    match format {
        Format::Json => json(text),
        Format::Toml => toml(text),
        Format::Yaml => yaml(text),
    }
}

fn json(text: &str) -> Result<Vec<Node>, (At, String)> {
    let options = jsonc_parser::ParseOptions { allow_missing_commas: false, ..Default::default() };
    match jsonc_parser::parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &options) {
        Ok(result) => Ok(result.value.map(of_json).into_iter().collect()),
        Err(error) => {
            let range = error.range();
            Err((At::new(range.start, range.end), format!("not JSON: {}", lower(&error.kind().to_string()))))
        }
    }
}

fn of_json(value: ast::Value<'_>) -> Node {
    let range = value.range();
    let data = match value {
        ast::Value::StringLit(text) => Data::Text(text.value.into_owned()),
        ast::Value::NumberLit(number) => Data::Number(number.value.to_owned()),
        ast::Value::BooleanLit(is) => Data::Bool(is.value),
        ast::Value::NullKeyword(_) => Data::Other,
        ast::Value::Array(array) => Data::List(array.elements.into_iter().map(of_json).collect()),
        ast::Value::Object(object) => Data::Map(object.properties.into_iter().map(member).collect()),
    };
    Node { at: At::new(range.start, range.end), data }
}

fn member(property: ast::ObjectProp<'_>) -> Entry {
    let range = property.name.range();
    Entry {
        key: property.name.into_string(),
        at: At::new(range.start, range.end),
        value: of_json(property.value),
    }
}

fn toml(text: &str) -> Result<Vec<Node>, (At, String)> {
    match toml::de::DeTable::parse(text) {
        Ok(table) => {
            let range = table.span();
            let entries = of_table(table.into_inner());
            Ok(vec![Node { at: At::new(range.start, range.end), data: Data::Map(entries) }])
        }
        Err(error) => {
            let range = error.span().unwrap_or_default();
            let why = error.message().lines().next().unwrap_or_default();
            Err((At::new(range.start, range.end), format!("not TOML: {}", lower(why))))
        }
    }
}

fn of_table(table: toml::de::DeTable<'_>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = table
        .into_iter()
        .map(|(key, value)| {
            let range = key.span();
            Entry {
                key: key.into_inner().into_owned(),
                at: At::new(range.start, range.end),
                value: of_toml(value),
            }
        })
        .collect();
    entries.sort_by_key(|entry| entry.at.start);
    entries
}

fn of_toml(value: toml::Spanned<toml::de::DeValue<'_>>) -> Node {
    use toml::de::DeValue;
    let range = value.span();
    let data = match value.into_inner() {
        DeValue::String(text) => Data::Text(text.into_owned()),
        DeValue::Boolean(is) => Data::Bool(is),
        DeValue::Integer(number) => Data::Number(number.as_str().to_owned()),
        DeValue::Float(number) => Data::Number(number.as_str().to_owned()),
        DeValue::Datetime(_) => Data::Other,
        DeValue::Array(items) => Data::List(items.into_iter().map(of_toml).collect()),
        DeValue::Table(table) => Data::Map(of_table(table)),
    };
    Node { at: At::new(range.start, range.end), data }
}

fn yaml(text: &str) -> Result<Vec<Node>, (At, String)> {
    let plain = without_templates(text);
    let text = plain.as_deref().unwrap_or(text);
    // The parser counts characters.
    let offsets: Option<Vec<usize>> = (!text.is_ascii())
        .then(|| text.char_indices().map(|(i, _)| i).chain(std::iter::once(text.len())).collect());
    let byte = |index: usize| match &offsets {
        Some(offsets) => offsets.get(index).copied().unwrap_or(text.len()),
        None => index.min(text.len()),
    };
    match MarkedYaml::load_from_str(text) {
        Ok(documents) => Ok(documents.iter().map(|node| of_yaml(node, &byte, 0)).collect()),
        Err(error) => {
            let at = byte(error.marker().index());
            Err((At::new(at, at), format!("not YAML: {}", lower(error.info()))))
        }
    }
}

/// Documents nest no deeper than this.
const DEPTH: usize = 64;

fn of_yaml(node: &MarkedYaml<'_>, byte: &dyn Fn(usize) -> usize, depth: usize) -> Node {
    let at = At::new(byte(node.span.start.index()), byte(node.span.end.index()));
    let data = match &node.data {
        _ if depth > DEPTH => Data::Other,
        YamlData::Value(Scalar::Boolean(is)) => Data::Bool(*is),
        YamlData::Value(Scalar::Integer(number)) => Data::Number(number.to_string()),
        YamlData::Value(Scalar::FloatingPoint(number)) => Data::Number(number.to_string()),
        YamlData::Value(Scalar::String(text)) => Data::Text(text.clone().into_owned()),
        YamlData::Representation(text, ..) => Data::Text(text.clone().into_owned()),
        YamlData::Tagged(_, inner) => of_yaml(inner, byte, depth + 1).data,
        YamlData::Sequence(items) => {
            Data::List(items.iter().map(|item| of_yaml(item, byte, depth + 1)).collect())
        }
        YamlData::Mapping(map) => Data::Map(
            map.iter()
                .filter_map(|(key, value)| {
                    let name = of_yaml(key, byte, depth + 1);
                    let key = name.written()?.to_owned();
                    Some(Entry { key, at: name.at, value: of_yaml(value, byte, depth + 1) })
                })
                .collect(),
        ),
        _ => Data::Other,
    };
    Node { at, data }
}

/// A document of XML; what cannot be read is told.
pub(super) fn xml<'t>(text: &'t str, found: &mut super::Found) -> Option<roxmltree::Document<'t>> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: 1_000_000, ..Default::default() };
    match roxmltree::Document::parse_with_options(text, options) {
        Ok(document) => Some(document),
        Err(error) => {
            let place = error.pos();
            let line = (place.row as usize).saturating_sub(1);
            let at: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
            let at = at.min(text.len());
            let why = error.to_string();
            found.problem(At::new(at, at), format!("not XML: {}", why.split(" at ").next().unwrap_or(&why)));
            None
        }
    }
}

/// Helm and others write `{{ … }}` into YAML: a line of its own is blanked, inside a line letters stand for it, so that
/// places stay.
fn without_templates(text: &str) -> Option<String> {
    if !text.contains("{{") && !text.contains("{%") {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        let alone = (bare.starts_with("{{") && bare.ends_with("}}") && bare.matches("{{").count() == 1)
            || (bare.starts_with("{%") && bare.ends_with("%}"));
        let mut inside = false;
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let opens = rest.starts_with("{{") || rest.starts_with("{%");
            let closes = rest.starts_with("}}") || rest.starts_with("%}");
            inside |= opens;
            let width = if inside && (opens || closes) { 2 } else { c.len_utf8() };
            match (c, inside) {
                ('\n' | '\r', _) => out.push(c),
                (_, true) => out.push_str(&(if alone { " " } else { "x" }).repeat(width)),
                _ => out.push(c),
            }
            inside &= !closes;
            rest = &rest[width..];
        }
    }
    Some(out)
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_point_into_the_text() {
        let cases = [
            ("{\n  \"ü\": \"x\", // c\n  \"a\": {\"b\": 1,},\n}", Format::Json),
            ("ü: x\na:\n  b: 1\n", Format::Yaml),
            ("\"ü\" = \"x\"\n[a]\nb = 1\n", Format::Toml),
        ];
        for (text, format) in cases {
            let nodes = parse(text, format).unwrap();
            assert_eq!(nodes[0].path("a.b").and_then(Node::text), Some("1"), "{text}");
            let a = nodes[0].entries().iter().find(|e| e.key == "a").unwrap();
            assert!(text[a.at.start as usize..].trim_start_matches(['"', '[']).starts_with('a'), "{text}");
            let mut leaves = Vec::new();
            nodes[0].leaves("", &mut |path, _, _| leaves.push(path.to_owned()));
            assert_eq!(leaves, ["ü", "a.b"]);
        }
    }

    #[test]
    fn what_is_wrong_has_a_place() {
        for (text, format) in
            [("{\"a\": ", Format::Json), ("a: [1\nb: }", Format::Yaml), ("a = \n", Format::Toml)]
        {
            let (at, why) = parse(text, format).unwrap_err();
            assert!(at.end as usize <= text.len() && why.starts_with("not "), "{why} {at:?}");
        }
    }

    #[test]
    fn templates_leave_yaml_readable() {
        let text = "a: {{ .Values.x }}\n{{- if .Values.y }}\nb: \"{{ z }}-1\"\n{{- end }}\n";
        let nodes = parse(text, Format::Yaml).unwrap();
        assert_eq!(nodes[0].entries().len(), 2);
    }
}
