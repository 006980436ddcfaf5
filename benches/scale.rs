//! How time and memory grow with the size of a tree: `cargo bench`, or `cargo bench -- 10000000` for other sizes.
//!
//! Trees are generated, the same ones every time: features of components, services, models and helpers, a wrapper
//! around a vendor that a few per cent of the files use. Each is read and searched once (the least that any scanner must
//! do), then scanned; each by a process of its own, so that the peak of memory is its own. `whole/tenth` is how much
//! longer the search takes for the names of the whole catalogue than for those of every tenth vendor, without making the
//! searcher. Before that it tells what a start costs: a process that does nothing, one that audits an empty directory and
//! so loads the catalogue, and one that audits a line and so compiles it to search with. Nothing is asserted.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench may fail loudly and has to print")]

mod tree;

use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];
/// The better of some runs: the first one also warms the cache of files.
const RUNS: usize = 2;
/// A start is short, so that anything else on the machine shows.
const STARTS: usize = 30;

/// Everything that every n-th vendor of the catalogue would be searched for, more or less: packages, globals, hosts.
fn needles(nth: usize) -> Vec<String> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("vendors");
    let mut files: Vec<PathBuf> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    files.sort();
    let mut found = Vec::new();
    for path in files.into_iter().step_by(nth) {
        let entry: toml::Table = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for key in ["package", "global"] {
            let rows = entry.get(key).and_then(toml::Value::as_array);
            found.extend(rows.into_iter().flatten().map(|row| row["name"].as_str().unwrap().to_owned()));
        }
        let hosts = entry.get("hosts").and_then(toml::Value::as_array);
        let hosts = hosts.into_iter().flatten();
        found.extend(hosts.map(|host| host.as_str().unwrap().trim_start_matches("*.").to_owned()));
    }
    found
}

/// Reads and searches every file once for every n-th vendor. Returns seconds, of which without making the searcher, and
/// a number that nobody can optimise away.
fn search(dir: &Path, nth: usize) -> (f64, f64, usize) {
    let needles = needles(nth);
    let start = Instant::now();
    let searcher = aho_corasick::AhoCorasick::new(needles).unwrap();
    let made = start.elapsed().as_secs_f64();
    let files: Vec<PathBuf> = walkdir::WalkDir::new(dir)
        .into_iter()
        .filter_map(|entry| entry.ok())
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    let hits = files.par_iter().map(|path| searcher.find_iter(&fs::read(path).unwrap()).count()).sum();
    let seconds = start.elapsed().as_secs_f64();
    (seconds, seconds - made, hits)
}

/// The peak of this process's memory, where the system tells it.
fn peak_megabytes() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes / 1024.0)
}

/// What a child measured: seconds, megabytes, and two counts.
fn child(what: &str, dir: &Path) -> [f64; 4] {
    let best = (0..RUNS).map(|_| {
        let out = Command::new(std::env::current_exe().unwrap()).arg(what).arg(dir).output().unwrap();
        assert!(out.status.success(), "{what}: {}", String::from_utf8_lossy(&out.stderr));
        let text = String::from_utf8(out.stdout).unwrap();
        let numbers: Vec<f64> = text.split_whitespace().map(|word| word.parse().unwrap()).collect();
        <[f64; 4]>::try_from(numbers).unwrap()
    });
    best.min_by(|a, b| a[0].total_cmp(&b[0])).unwrap()
}

/// The shortest time that a process of its own took, in milliseconds.
fn process(what: &str, dir: &Path) -> f64 {
    let times = (0..STARTS).map(|_| {
        let start = Instant::now();
        let out = Command::new(std::env::current_exe().unwrap()).arg(what).arg(dir).output().unwrap();
        assert!(out.status.success(), "{what}: {}", String::from_utf8_lossy(&out.stderr));
        start.elapsed().as_secs_f64() * 1e3
    });
    times.fold(f64::INFINITY, f64::min)
}

fn tell_start() {
    let dir = tempfile::tempdir().unwrap();
    let bare = process("--nothing", dir.path());
    println!("{:>30} {bare:>6.1} ms", "process");
    let audit = |what: &str| {
        let taken = process("--scan", dir.path());
        println!("{what:>30} {taken:>6.1} ms  {:>4.1} times the process", taken / bare);
    };
    audit("with the catalogue loaded");
    fs::write(dir.path().join("line.ts"), "export const line = 1;\n").unwrap();
    audit("and compiled");
    println!();
}

fn be_child(what: &str, dir: &str) -> bool {
    match what {
        "--nothing" => {}
        "--search" | "--search-tenth" => {
            let (seconds, without, hits) = search(Path::new(dir), if what == "--search" { 1 } else { 10 });
            println!("{seconds} {} {hits} {without}", peak_megabytes());
        }
        "--scan" => {
            let start = Instant::now();
            let report = vendorflow::audit(&vendorflow::Options::new(dir)).unwrap();
            let seconds = start.elapsed().as_secs_f64();
            println!(
                "{seconds} {} {} {}",
                peak_megabytes(),
                report.coverage.parsed,
                report.graph.flows.len()
            );
        }
        _ => return false,
    }
    true
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [what, dir] = &arguments[..]
        && be_child(what, dir)
    {
        return;
    }
    tell_start();
    let chosen: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if chosen.is_empty() { SIZES.to_vec() } else { chosen };
    println!(
        "{:>10} {:>7} {:>7} {:>7} {:>6} {:>12} {:>11} {:>9} {:>6} {:>8} {:>11}",
        "lines",
        "files",
        "MB",
        "parsed",
        "flows",
        "read+search",
        "whole/tenth",
        "scan",
        "ratio",
        "peak MB",
        "us per kLOC"
    );
    for size in sizes {
        let dir = tempfile::tempdir().unwrap();
        let made = tree::generate(dir.path(), size);
        let [searched, .., whole] = child("--search", dir.path());
        let [.., tenth] = child("--search-tenth", dir.path());
        let [scanned, peak, parsed, flows] = child("--scan", dir.path());
        println!(
            "{:>10} {:>7} {:>7.1} {:>7} {:>6} {:>10.3} s {:>11.2} {:>7.3} s {:>6.1} {:>8.0} {:>11.0}",
            made.lines,
            made.files,
            made.bytes as f64 / 1e6,
            parsed,
            flows,
            searched,
            whole / tenth,
            scanned,
            scanned / searched,
            peak,
            scanned * 1e9 / made.lines as f64
        );
    }
}
