//! Every case below `tests/cases/lang` lowers to its `expected.ir`; every fixture goes through every front end.

use std::path::{Path, PathBuf};
use std::{env, fs};

use super::{ALL, Language, census};
use crate::ir::FileId;

fn cases() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases"))
}

/// Files below a folder, sorted.
fn files(root: &Path) -> Vec<PathBuf> {
    let (mut out, mut folders) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let list = if entry.file_type().unwrap().is_dir() { &mut folders } else { &mut out };
            list.push(entry.path());
        }
    }
    out.sort();
    out
}

fn lower(language: &Language, path: &str, text: &str) -> String {
    let modules = (language.lower)(FileId(0), path, text);
    modules.iter().map(ToString::to_string).collect::<Vec<_>>().join("---\n")
}

#[test]
fn constructs_lower_as_expected() {
    for path in files(&cases().join("lang")) {
        let name = path.to_string_lossy();
        if !path.file_name().unwrap().to_string_lossy().starts_with("input.") {
            continue;
        }
        let language = super::of_path(&name).unwrap_or_else(|| panic!("no language for {name}"));
        let folder = path.ancestors().nth(2).unwrap().file_name().unwrap();
        assert_eq!(folder, language.id, "{name} lies in the folder of another language");
        let actual = lower(language, &name, &fs::read_to_string(&path).unwrap());
        let expected = path.with_file_name("expected.ir");
        if env::var_os("UPDATE").is_some() {
            fs::write(&expected, &actual).unwrap();
        }
        let wanted = fs::read_to_string(&expected).unwrap_or_default();
        similar_asserts::assert_eq!(wanted, actual, "{}", name);
    }
}

#[test]
fn every_fixture_goes_through_every_front_end() {
    for path in files(cases()) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for language in ALL {
            for extension in language.extensions {
                (language.lower)(FileId(0), &format!("file.{extension}"), &text);
            }
        }
    }
}

#[test]
fn nesting_is_bounded() {
    for (open, close) in
        [("(", ")"), ("[", "]"), ("{a:", "}"), ("f(", ")"), ("-", ""), ("()=>", ""), ("<a>", "</a>")]
    {
        let text = format!("x = {}1{}", open.repeat(3000), close.repeat(3000));
        for language in ALL {
            eprintln!("{} {open}", language.id);
            lower(language, "file.tsx", &text);
        }
    }
    for repeated in [
        "{",
        "if (a) b; else ",
        "a + ",
        "a || ",
        "a.b().",
        "a ? b : ",
        "let [",
        "type X = [",
        "x = class { static y = ",
        "a and ",
        "x = lambda: ",
        "not ",
        "f(a)(b).c",
        "if a:\n  b\nel",
        "@a\n",
    ] {
        let text = format!("x = {}1", repeated.repeat(3000));
        for language in ALL {
            eprintln!("{} {repeated}", language.id);
            lower(language, "file.ts", &text);
            lower(language, "file.ts", &repeated.repeat(3000));
        }
    }
}

#[test]
fn languages_are_sorted_and_share_no_extension() {
    assert!(ALL.is_sorted_by_key(|l| l.id));
    let mut extensions: Vec<_> = ALL.iter().flat_map(|l| l.extensions).collect();
    extensions.sort();
    let all = extensions.len();
    extensions.dedup();
    assert_eq!(all, extensions.len());
}

#[test]
fn tables_name_what_the_grammars_have() {
    use super::{javascript, lower::Table, typescript};
    let script: tree_sitter::Language = tree_sitter_javascript::LANGUAGE.into();
    let typed: [tree_sitter::Language; 2] =
        [tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(), tree_sitter_typescript::LANGUAGE_TSX.into()];
    let check = |table: &Table, grammars: &[tree_sitter::Language]| {
        assert!(table.is_sorted_by_key(|(kind, _)| kind));
        for (kind, _) in table {
            let known = grammars.iter().any(|grammar| grammar.id_for_node_kind(kind, true) != 0);
            assert!(known, "no node kind `{kind}`");
        }
    };
    check(javascript::TABLE, std::slice::from_ref(&script));
    check(typescript::TABLE, &typed);
    let python: tree_sitter::Language = tree_sitter_python::LANGUAGE.into();
    check(super::python::TABLE, std::slice::from_ref(&python));
    for field in super::python::FIELDS {
        assert!(python.field_id_for_name(field).is_some(), "python: field `{field}`");
    }
    for field in javascript::FIELDS {
        let typed_only = javascript::TYPE_FIELDS.contains(field);
        let known = |grammar: &tree_sitter::Language| grammar.field_id_for_name(field).is_some();
        assert!(typed.iter().any(known), "typescript: no field `{field}`");
        assert!(known(&script) != typed_only, "javascript: field `{field}`");
    }
}

/// `TREE=/path cargo test census -- --ignored --nocapture`: what falls to the default shape in real code.
#[test]
#[ignore = "needs a tree"]
fn census_of_a_tree() {
    let root = env::var("TREE").unwrap();
    let (mut read, mut bytes, mut errors, mut damaged, mut nodes) = (0, 0, 0, 0, 0);
    let start = std::time::Instant::now();
    for path in files(Path::new(&root)) {
        let name = path.to_string_lossy();
        let (Some(language), Ok(text)) = (super::of_path(&name), fs::read_to_string(&path)) else { continue };
        for module in (language.lower)(FileId(0), &name, &text) {
            nodes += module.functions.iter().map(|f| f.insts.len()).sum::<usize>();
            errors += module.errors.len();
            damaged += usize::from(!module.errors.is_empty());
            if let Some(error) = module.errors.first().filter(|_| damaged < 30) {
                println!(
                    "{name}: {:?}",
                    text.get(error.start as usize..(error.end as usize).min(error.start as usize + 80))
                );
            }
        }
        read += 1;
        bytes += text.len();
    }
    println!(
        "{read} files, {bytes} bytes, {nodes} instructions, {errors} errors in {damaged} files, {:?}",
        start.elapsed()
    );
    println!("{:#?}", census::take());
}

/// `FILE=/path cargo test print_a_file -- --ignored --nocapture`: the IR of one file.
#[test]
#[ignore = "needs a file"]
fn print_a_file() {
    let path = env::var("FILE").unwrap();
    let language = super::of_path(&path).unwrap();
    println!("{}", lower(language, &path, &fs::read_to_string(&path).unwrap()));
}
