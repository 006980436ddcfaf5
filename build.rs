//! Lists `vendors/*.toml` into a slice of (file name, text, compact form of what identifies the vendor, and of the
//! whole), so that adding a vendor is adding a file.
//!
//! The compact form is what the TOML parser says of the text, written down for `src/vendor/compact.rs`, so that the
//! program need not parse when it starts. Nothing is judged here: a text that is no TOML has an empty form, and the
//! program tells what is wrong with it.

use std::fmt::Write as _;
use std::{env, fs, path::Path};
use toml::Spanned;
use toml::de::{DeArray, DeString, DeTable, DeValue};

/// What identifies a vendor, and every start has to know.
const IDENTITY: [&str; 6] = ["component", "global", "hosts", "package", "setting", "variable"];

fn main() {
    println!("cargo::rerun-if-changed=vendors");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let vendors = Path::new(&root).join("vendors");
    let mut names: Vec<String> = fs::read_dir(&vendors)
        .expect("vendors/ is part of the package")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned()))
        .collect();
    names.sort();
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut forms = Vec::new();
    let mut code =
        format!("{{ const FORMS: &[u8] = include_bytes!(concat!({out:?}, \"/vendors.bin\")); &[\n");
    for name in names {
        let start = forms.len();
        let mut middle = start;
        let text = fs::read_to_string(vendors.join(format!("{name}.toml"))).expect("an entry is UTF-8");
        if let Ok(table) = DeTable::parse(&text) {
            let pairs = || table.get_ref().iter();
            put_pairs(pairs().filter(|(key, _)| IDENTITY.contains(&key.get_ref().as_ref())), 0, &mut forms);
            middle = forms.len();
            put_pairs(pairs(), 0, &mut forms);
        }
        let form = |from, to| format!("FORMS.split_at({to}).0.split_at({from}).1");
        let _ = writeln!(
            code,
            "    ({:?}, include_str!(concat!({root:?}, \"/vendors/{name}.toml\")), {}, {}),",
            format!("vendors/{name}.toml"),
            form(start, middle),
            form(middle, forms.len())
        );
    }
    code.push_str("] }");
    fs::write(Path::new(&out).join("vendors.bin"), forms).expect("OUT_DIR can be written");
    fs::write(Path::new(&out).join("vendors.rs"), code).expect("OUT_DIR can be written");
}

fn put(value: &DeValue<'_>, place: usize, out: &mut Vec<u8>) {
    match value {
        DeValue::Boolean(is) => head(u8::from(*is), place, out),
        DeValue::Integer(number) => {
            head(2, place, out);
            let number = i64::from_str_radix(number.as_str(), number.radix()).expect("a number");
            put_number(number.cast_unsigned(), out);
        }
        DeValue::Float(number) => {
            head(3, place, out);
            out.extend(number.as_str().parse::<f64>().expect("a number").to_le_bytes());
        }
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
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
