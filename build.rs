//! Lists `vendors/*.toml` into a slice of (file name, text, compact form), so that adding a vendor is adding a file.
//!
//! The compact form is what the TOML parser says of the text, written down for `src/vendor/compact.rs`, so that the
//! program need not parse when it starts. Nothing is judged here: a text that is no TOML has an empty form, and the
//! program tells what is wrong with it.

use std::fmt::Write as _;
use std::{env, fs, path::Path};
use toml::de::{DeArray, DeTable, DeValue};

fn main() {
    println!("cargo::rerun-if-changed=vendors");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let vendors = Path::new(&root).join("vendors");
    let mut names: Vec<String> = fs::read_dir(&vendors)
        .expect("vendors/ is part of the package")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    names.sort();
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let mut forms = Vec::new();
    let mut code =
        format!("{{ const FORMS: &[u8] = include_bytes!(concat!({out:?}, \"/vendors.bin\")); &[\n");
    for name in names {
        let start = forms.len();
        let text = fs::read_to_string(vendors.join(&name)).expect("an entry is UTF-8");
        if let Ok(table) = DeTable::parse(&text) {
            put_table(table.get_ref(), 0, &mut forms);
        }
        let _ = writeln!(
            code,
            "    ({:?}, include_str!(concat!({root:?}, \"/vendors/\", {name:?})), FORMS.split_at({}).0.split_at({start}).1),",
            format!("vendors/{name}"),
            forms.len()
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
        DeValue::Table(table) => put_table(table, place, out),
    }
}

fn put_array(array: &DeArray<'_>, place: usize, out: &mut Vec<u8>) {
    head(6, place, out);
    put_number(array.len() as u64, out);
    for value in array.iter() {
        put(value.get_ref(), value.span().start, out);
    }
}

fn put_table(table: &DeTable<'_>, place: usize, out: &mut Vec<u8>) {
    head(7, place, out);
    put_number(table.len() as u64, out);
    for (key, value) in table.iter() {
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
