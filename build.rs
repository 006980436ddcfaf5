//! Lists `vendors/*.toml` into a slice of (file name, text), so that adding a vendor is adding a file.

use std::fmt::Write as _;
use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=vendors");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let mut names: Vec<String> = fs::read_dir(Path::new(&root).join("vendors"))
        .expect("vendors/ is part of the package")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    names.sort();
    let mut code = String::from("&[\n");
    for name in names {
        let _ = writeln!(
            code,
            "    ({:?}, include_str!(concat!({root:?}, \"/vendors/\", {name:?}))),",
            format!("vendors/{name}")
        );
    }
    code.push(']');
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("vendors.rs"), code).expect("OUT_DIR can be written");
}
