//! vendorflow: which personal data does this code send to which vendor?

mod error;
mod flow;
mod graph;
mod ir;
mod lang;
mod personal;
mod source;
mod vendor;

/// Temporary.
pub fn dump(root: &str, everything: bool) {
    let mut options = source::Options { root: root.into(), ..source::Options::default() };
    options.extensions = lang::ALL.iter().flat_map(|l| l.extensions.iter().copied()).collect();
    options.names = vec!["package.json", "tsconfig.json", "tsconfig.base.json", "jsconfig.json"];
    let t = std::time::Instant::now();
    let (sources, _) = source::walk(&options).unwrap();
    eprintln!("walk {:?} files {}", t.elapsed(), sources.len());
    let personal = personal::Personal::builtin().unwrap();
    let catalogue = vendor::builtin(&personal.vocabulary).unwrap();
    eprintln!("load {:?}", t.elapsed());
    let a = flow::analyse(&sources, &personal, &catalogue, &flow::Settings { parse_everything: everything });
    eprintln!("analyse {:?} parsed {}", t.elapsed(), a.parsed);
    for f in &a.flows {
        let s = sources.locate(f.source.span);
        let k = sources.locate(f.sink.span);
        println!("{} {} {} {}:{} -> {}:{} {} [{:?} {:?} {:?}]", catalogue.vendor(f.vendor).id, f.class, f.field, s.file, s.line, k.file, k.line, f.call, f.confidence, f.identified_by, f.protection);
    }
    for u in &a.unresolved {
        let s = sources.locate(u.span);
        println!("? {}:{} {}", s.file, s.line, u.what);
    }
}
