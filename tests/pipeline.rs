//! The ready-made files for pipelines: each is what its service publishes that it takes, and its commands are run here, as
//! far as that goes without the service.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]
#![cfg(unix)]

mod units;

use saphyr::{LoadableYamlNode as _, Scalar, Yaml};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use units::root;

const APP: &str = "tests/cases/incident/mixpanel-2025/app";
const BINARY: &str = env!("CARGO_BIN_EXE_vendorflow");

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn json(yaml: &Yaml<'_>) -> Value {
    match yaml {
        Yaml::Value(Scalar::Null) => Value::Null,
        Yaml::Value(Scalar::Boolean(is)) => Value::from(*is),
        Yaml::Value(Scalar::Integer(number)) => Value::from(*number),
        Yaml::Value(Scalar::String(text)) => Value::from(text.as_ref()),
        Yaml::Sequence(items) => items.iter().map(json).collect(),
        Yaml::Mapping(pairs) => {
            let pair = |(key, value): (&Yaml<'_>, &Yaml<'_>)| (key.as_str().unwrap().to_owned(), json(value));
            Value::Object(pairs.iter().map(pair).collect::<Map<_, _>>())
        }
        other => panic!("not used here: {other:?}"),
    }
}

fn parse(text: &str) -> Value {
    let documents = Yaml::load_from_str(text).unwrap();
    assert_eq!(documents.len(), 1);
    json(&documents[0])
}

fn holds(schema: &str, document: &Value) {
    let schema: Value = serde_json::from_str(&read(&format!("tests/schemas/{schema}"))).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// A repository whose app, in `packages/web`, has findings; and one folder that has none.
struct Place {
    dir: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { dir: tempfile::tempdir().unwrap() };
        for folder in [".git", "clean", "bin", "temp"] {
            fs::create_dir(place.path(folder)).unwrap();
        }
        fs::write(place.path("clean/app.ts"), "export const answer = 42\n").unwrap();
        symlink(BINARY, place.path("bin/vendorflow")).unwrap();
        let app = root().join(APP);
        for file in units::files(&app) {
            let target = place.path("packages/web").join(file.strip_prefix(&app).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(file, target).unwrap();
        }
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_default()
    }

    /// Runs a script as the services do, with the program on the path.
    fn run(&self, script: &str, variables: &BTreeMap<String, String>) -> Output {
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap());
        Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
            .current_dir(self.dir.path())
            .env("PATH", path)
            .envs(variables)
            .output()
            .unwrap()
    }
}

/// What GitHub would put for an expression, of the few that the action uses.
fn evaluate(text: &str, known: &BTreeMap<String, String>) -> String {
    let Some(expression) = text.strip_prefix("${{").and_then(|rest| rest.strip_suffix("}}")) else {
        assert!(!text.contains("${{"), "{text}");
        return text.to_owned();
    };
    let of = |name: &str| known.get(name).unwrap_or_else(|| panic!("who knows `{name}`?")).clone();
    match expression.trim().split_once(" == ") {
        Some((name, value)) => (of(name) == value.trim_matches('\'')).to_string(),
        None => of(expression.trim()),
    }
}

/// Runs the steps of `action.yml`, as GitHub would with these inputs. Steps of other actions are named.
fn act(place: &Place, given: &[(&str, &str)]) -> (Output, BTreeMap<String, String>) {
    let action = parse(&read("action.yml"));
    let mut known = BTreeMap::from([("github.action_path".to_owned(), "/the/action".to_owned())]);
    for (name, input) in action["inputs"].as_object().unwrap() {
        let given = given.iter().find(|(key, _)| key == name).map(|(_, value)| *value);
        known
            .insert(format!("inputs.{name}"), given.unwrap_or(input["default"].as_str().unwrap()).to_owned());
    }
    let mut last = None;
    for step in action["runs"]["steps"].as_array().unwrap() {
        if step["if"].as_str().is_some_and(|when| evaluate(when, &known) == "false") {
            continue;
        }
        let Some(script) = step["run"].as_str() else {
            let with = step["with"].as_object().unwrap().values();
            let with: Vec<String> = with.map(|value| evaluate(value.as_str().unwrap(), &known)).collect();
            known.insert(step["uses"].as_str().unwrap().to_owned(), with.join(" "));
            continue;
        };
        assert!(!script.contains("${{"), "an expression in a script is a way in");
        let mut variables: BTreeMap<String, String> = BTreeMap::new();
        for (file, variable) in
            [("output", "GITHUB_OUTPUT"), ("summary", "GITHUB_STEP_SUMMARY"), ("temp", "RUNNER_TEMP")]
        {
            variables.insert(variable.to_owned(), place.path(file).to_str().unwrap().to_owned());
        }
        for (name, value) in step["env"].as_object().unwrap() {
            variables.insert(name.clone(), evaluate(value.as_str().unwrap(), &known));
        }
        let out = place.run(script, &variables);
        let failed = !out.status.success();
        last = Some(out);
        if failed {
            break;
        }
        for line in place.text("output").lines() {
            let (name, value) = line.split_once('=').unwrap();
            known.insert(format!("steps.scan.outputs.{name}"), value.to_owned());
        }
    }
    (last.unwrap(), known)
}

#[test]
fn the_action_is_an_action() {
    let action = parse(&read("action.yml"));
    holds("github-action.json", &action);
    for (name, output) in action["outputs"].as_object().unwrap() {
        assert_eq!(output["value"], format!("${{{{ steps.scan.outputs.{name} }}}}"));
        assert!(read("action.yml").contains(&format!("echo \"{name}=")), "nobody sets {name}");
    }
}

#[test]
fn the_action_annotates_summarises_and_answers() {
    let place = Place::new();
    let (out, known) =
        act(&place, &[("binary", BINARY), ("path", "packages/web"), ("upload", "true"), ("category", "web")]);
    assert_eq!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
    let sarif = known["steps.scan.outputs.sarif"].clone();
    assert_eq!(known["github/codeql-action/upload-sarif@v3"], format!("web {sarif}"));
    let sarif: Value = serde_json::from_str(&fs::read_to_string(sarif).unwrap()).unwrap();
    holds("sarif-2.1.0.json", &sarif);
    let at = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(at, "packages/web/src/lib/analytics.ts", "from the root of the repository");
    assert!(place.text("summary").starts_with("<!-- vendorflow -->"));
    assert_eq!(place.text("summary"), fs::read_to_string(&known["steps.scan.outputs.comment"]).unwrap());
}

#[test]
fn the_action_answers_nothing_and_cannot_run() {
    let place = Place::new();
    let (out, known) = act(&place, &[("binary", BINARY), ("path", "clean"), ("args", "--strict --quiet")]);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    assert!(!known.contains_key("github/codeql-action/upload-sarif@v3"), "nobody asked for an upload");
    assert!(place.text("summary").contains("Nothing to mend"));
    let (out, _) = act(&Place::new(), &[("binary", BINARY), ("path", "no/such/folder")]);
    assert_eq!(out.status.code(), Some(2));
    let (out, _) = act(&Place::new(), &[("binary", BINARY), ("path", "$(touch was-here)")]);
    assert!(out.status.code() == Some(2) && !Path::new("was-here").exists(), "an input is no command");
}

/// Without a binary the action builds one; Cargo is played here.
#[test]
fn the_action_builds_its_own_binary() {
    let place = Place::new();
    let cargo = place.path("bin/cargo");
    let script = format!(
        "#!/bin/bash\necho \"$@\" > {0}/asked\nmkdir -p {0}/temp/vendorflow/bin\nln -s {BINARY} {0}/temp/vendorflow/bin/\n",
        place.dir.path().display()
    );
    fs::write(&cargo, script).unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
    let (out, _) = act(&place, &[("path", "packages/web"), ("fail-on", "error")]);
    assert_eq!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
    let asked = place.text("asked");
    assert!(
        asked.starts_with("install --locked --quiet --path /the/action --root ")
            && asked.ends_with("/temp/vendorflow\n")
    );
}

#[test]
fn the_template_of_gitlab_writes_the_reports_it_promises() {
    let template = parse(&read("ci/gitlab.yml"));
    holds("gitlab-ci.json", &template);
    let mut variables: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in template["variables"].as_object().unwrap() {
        variables.insert(name.clone(), value.as_str().unwrap().to_owned());
    }
    variables.insert("VENDORFLOW_ARGS".into(), "--min-confidence low --quiet".into());
    let job = &template["vendorflow"];
    let lines = [&job["before_script"], &job["script"]].map(|part| part.as_array().unwrap().clone()).concat();
    let script: Vec<&str> = lines.iter().map(|line| line.as_str().unwrap()).collect();
    let place = Place::new();
    let out = place.run(&script.join("\n"), &variables);
    assert_eq!(out.status.code(), Some(1), "{}", String::from_utf8_lossy(&out.stderr));
    let reports = job["artifacts"]["reports"].as_object().unwrap();
    assert_eq!(reports.len(), 3);
    for file in reports.values() {
        let text = place.text(file.as_str().unwrap());
        assert!(
            text.contains("excessive-data") && !text.contains(place.dir.path().to_str().unwrap()),
            "{file}"
        );
    }
    let sast: Value = serde_json::from_str(&place.text("gl-sast-report.json")).unwrap();
    holds("gitlab-sast-15.0.7.json", &sast);
    variables.insert("VENDORFLOW_PATH".into(), "clean".into());
    assert_eq!(place.run(&script.join("\n"), &variables).status.code(), Some(0));
}

#[test]
fn the_hook_of_pre_commit_runs() {
    let hooks = parse(&read(".pre-commit-hooks.yaml"));
    for hook in hooks.as_array().unwrap() {
        let text = |key: &str| hook[key].as_str().unwrap_or_else(|| panic!("no `{key}`"));
        assert!(!text("id").is_empty() && !text("name").is_empty() && text("language") == "rust");
        assert_eq!(hook["pass_filenames"], false, "a flow crosses files");
        let args: Vec<&str> =
            hook["args"].as_array().unwrap().iter().map(|arg| arg.as_str().unwrap()).collect();
        let command = format!("{} {}", text("entry"), args.join(" "));
        let place = Place::new();
        assert_eq!(place.run(&command, &BTreeMap::new()).status.code(), Some(1));
        let clean = place.run(&format!("cd clean && {command}"), &BTreeMap::new());
        assert_eq!(clean.status.code(), Some(0), "{}", String::from_utf8_lossy(&clean.stdout));
    }
}

/// Fenced blocks of YAML in the README.
fn examples() -> Vec<Value> {
    let text = read("README.md");
    let blocks = text.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap());
    blocks.map(parse).collect()
}

/// Examples name inputs, variables, hooks and files that are there.
#[test]
fn the_examples_of_the_readme_fit_the_files() {
    let (action, template) = (parse(&read("action.yml")), parse(&read("ci/gitlab.yml")));
    let hooks = parse(&read(".pre-commit-hooks.yaml"));
    let mut seen = [0; 3];
    for example in examples() {
        if let Some(jobs) = example["jobs"].as_object() {
            let steps = jobs.values().flat_map(|job| job["steps"].as_array().unwrap());
            for step in
                steps.filter(|step| step["uses"].as_str().is_some_and(|uses| uses.contains("vendorflow")))
            {
                for name in step["with"].as_object().unwrap().keys() {
                    assert!(action["inputs"].get(name).is_some(), "no input `{name}`");
                }
                seen[0] += 1;
            }
        } else if example.get("include").is_some() {
            holds("gitlab-ci.json", &example);
            assert!(example["include"].to_string().contains("/ci/gitlab.yml"));
            for name in example["variables"].as_object().unwrap().keys() {
                assert!(template["variables"].get(name).is_some(), "no variable `{name}`");
            }
            seen[1] += 1;
        } else {
            for repo in example["repos"].as_array().unwrap() {
                for hook in repo["hooks"].as_array().unwrap() {
                    let known = hooks.as_array().unwrap().iter().any(|known| known["id"] == hook["id"]);
                    assert!(known, "no hook {}", hook["id"]);
                    seen[2] += 1;
                }
            }
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "the README shows all three: {seen:?}");
}
