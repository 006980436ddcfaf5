//! Writes the compact form of built-in TOML: what the parser says of a text, for `src/compact.rs`, so that the program
//! need not parse when it starts. Nothing is judged here: a text that is no TOML has an empty form, and the program tells
//! what is wrong with it.
//!
//! `vendors/*.toml` become a slice of (file name, text, compact form of what identifies the vendor, and of the whole), so
//! that adding a vendor is adding a file; each file of `src/personal` a form of the same name.

use std::fmt::Write as _;
use std::{env, fs, path::Path};
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

/// What identifies a vendor, and every start has to know.
const IDENTITY: [&str; 6] = ["component", "global", "hosts", "package", "setting", "variable"];

fn main() {
    let (root, out) = (variable("CARGO_MANIFEST_DIR"), variable("OUT_DIR"));
    let (root, out) = (Path::new(&root), Path::new(&out));
    for directory in ["vendors", "src/personal"] {
        println!("cargo::rerun-if-changed={directory}");
    }
    put_vendors(&root.join("vendors"), out);
    let words = root.join("src/personal");
    for name in names(&words) {
        let mut form = Vec::new();
        if let Ok(table) = DeTable::parse(&read(&words.join(format!("{name}.toml")))) {
            put_pairs(table.get_ref().iter(), 0, &mut form);
        }
        write(&out.join(format!("{name}.bin")), &form);
    }
}

fn variable(name: &str) -> String {
    env::var(name).expect("cargo sets it")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a file of the package is UTF-8")
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("OUT_DIR can be written");
}

/// The TOML files of a directory without their extension, sorted.
fn names(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(directory)
        .expect("it is part of the package")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned()))
        .collect();
    names.sort();
    names
}

fn put_vendors(directory: &Path, out: &Path) {
    let mut forms = Vec::new();
    let mut code = format!("{{ const FORMS: &str = include_str!({:?}); &[\n", out.join("vendors.bin"));
    for name in names(directory) {
        let start = forms.len();
        let mut middle = start;
        let path = directory.join(format!("{name}.toml"));
        if let Ok(table) = DeTable::parse(&read(&path)) {
            let pairs = || table.get_ref().iter();
            put_pairs(pairs().filter(|(key, _)| IDENTITY.contains(&key.get_ref().as_ref())), 0, &mut forms);
            middle = forms.len();
            put_pairs(pairs(), 0, &mut forms);
        }
        let form = |from, to| format!("FORMS.split_at({to}).0.split_at({from}).1");
        let _ = writeln!(
            code,
            "    ({:?}, include_str!({path:?}), {}, {}),",
            format!("vendors/{name}.toml"),
            form(start, middle),
            form(middle, forms.len())
        );
    }
    code.push_str("] }");
    write(&out.join("vendors.bin"), &forms);
    write(&out.join("vendors.rs"), code.as_bytes());
}

fn put(value: &DeValue<'_>, place: usize, out: &mut Vec<u8>) {
    match value {
        DeValue::Boolean(is) => head(u8::from(*is), place, out),
        DeValue::Integer(number) => {
            head(2, place, out);
            let number = i64::from_str_radix(number.as_str(), number.radix()).expect("a number");
            put_number(number.cast_unsigned(), out);
        }
        DeValue::Float(number) => put_text(3, number.as_str(), place, out),
        DeValue::String(text) => put_text(4, text, place, out),
        DeValue::Datetime(date) => put_text(5, &date.to_string(), place, out),
        DeValue::Array(array) => put_array(array, place, out),
        DeValue::Table(table) => put_pairs(table.iter(), place, out),
    }
}

fn put_array(array: &DeArray<'_>, place: usize, out: &mut Vec<u8>) {
    head(6, place, out);
    put_number(array.len() as u64, out);
    for value in array.iter() {
        put(value.get_ref(), value.span().start, out);
    }
}

type Pair<'a> = (&'a Spanned<DeString<'a>>, &'a Spanned<DeValue<'a>>);

fn put_pairs<'a>(pairs: impl Iterator<Item = Pair<'a>>, place: usize, out: &mut Vec<u8>) {
    let pairs: Vec<Pair<'a>> = pairs.collect();
    head(7, place, out);
    put_number(pairs.len() as u64, out);
    for (key, value) in pairs {
        put_text(4, key.get_ref(), key.span().start, out);
        put(value.get_ref(), value.span().start, out);
    }
}

fn put_text(tag: u8, text: &str, place: usize, out: &mut Vec<u8>) {
    head(tag, place, out);
    put_number(text.len() as u64, out);
    out.extend(text.as_bytes());
}

fn head(tag: u8, place: usize, out: &mut Vec<u8>) {
    out.push(tag);
    put_number(place as u64, out);
}

fn put_number(mut number: u64, out: &mut Vec<u8>) {
    while number >= 0x40 {
        out.push(number as u8 & 0x3f | 0x40);
        number >>= 6;
    }
    out.push(number as u8);
}
