//! A manifest of fides (YAML or JSON): every system that others send to, with the categories that its declarations and
//! its ingress name.

use super::{Record, Row, problem};
use crate::error::Problem;
use saphyr::{LoadableYamlNode, Yaml};

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Record, Problem> {
    let text = std::str::from_utf8(bytes).map_err(|_| problem(name, 1, 1, "it is not UTF-8"))?;
    let documents = Yaml::load_from_str(text).map_err(|why| {
        let at = why.marker();
        problem(name, at.line(), at.col() + 1, format!("no YAML: {}", why.info()))
    })?;
    let systems = documents.iter().filter_map(|d| d.as_mapping_get("system")).filter_map(Yaml::as_sequence);
    let systems: Vec<&Yaml<'_>> = systems.flatten().collect();
    if systems.is_empty() {
        return Err(problem(name, 1, 1, "no `system:` with a list of systems, as a manifest of fides has"));
    }
    let mut rows = Vec::new();
    for system in systems {
        let key = word(system, "fides_key");
        let mut row = Row { at: format!("system {key}"), ..Row::default() };
        row.recipients = ["fides_key", "name", "legal_name"].map(|member| word(system, member)).into();
        row.data.extend(list(system, "ingress").flat_map(|flow| words(flow, "data_categories")));
        // What a system declares is its own use; with whom it shares it, is a row of its own.
        for declaration in list(system, "privacy_declarations") {
            let data = words(declaration, "data_categories");
            row.data.extend(data.iter().cloned());
            let mut recipients = words(declaration, "egress");
            recipients.extend(word(declaration, "third_parties").split(';').map(|who| who.trim().to_owned()));
            let at = format!("system {key}, declaration {}", word(declaration, "name"));
            rows.push(Row { at, recipients, data });
        }
        for flow in list(system, "egress") {
            let at = format!("system {key}, egress");
            let data = words(flow, "data_categories");
            rows.push(Row { at, recipients: vec![word(flow, "fides_key")], data });
        }
        rows.push(row);
    }
    for row in &mut rows {
        row.recipients.retain(|who| !who.is_empty());
    }
    rows.retain(|row| !row.recipients.is_empty());
    Ok(Record { rows })
}

fn word(node: &Yaml<'_>, member: &str) -> String {
    node.as_mapping_get(member).and_then(Yaml::as_str).unwrap_or_default().to_owned()
}

fn list<'y, 'i>(node: &'y Yaml<'i>, member: &str) -> impl Iterator<Item = &'y Yaml<'i>> + use<'y, 'i> {
    node.as_mapping_get(member).and_then(Yaml::as_sequence).into_iter().flatten()
}

fn words(node: &Yaml<'_>, member: &str) -> Vec<String> {
    list(node, member).filter_map(Yaml::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn systems_and_declarations_are_rows() {
        let text = "system:\n  - fides_key: shop\n    privacy_declarations:\n      - name: Analytics\n        data_categories: \
                    [user.contact.email]\n        egress: [mixpanel]\n  - fides_key: mixpanel\n    name: Mixpanel\n";
        let rows = read("f.yml", text.as_bytes()).unwrap().rows;
        let told: Vec<(&str, &[String], &[String])> = rows
            .iter()
            .map(|row| (row.at.as_str(), row.recipients.as_slice(), row.data.as_slice()))
            .collect();
        let email = ["user.contact.email".to_owned()];
        assert_eq!(told[0], ("system shop, declaration Analytics", &["mixpanel".to_owned()][..], &email[..]));
        assert_eq!(told[2].0, "system mixpanel");
    }

    #[test]
    fn what_is_no_manifest_is_told_with_its_place() {
        assert!(read("f.yml", b"a: [1").unwrap_err().to_string().starts_with("f.yml:"));
        let problem = read("f.yml", b"dataset: []").unwrap_err();
        assert!(problem.to_string().contains("no `system:`"), "{problem}");
    }
}
