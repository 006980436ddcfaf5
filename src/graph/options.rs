//! Conditions of the catalogue against the options that the code gives.
//!
//! Three answers: it holds, it does not, nobody can tell (`None`). What "nobody can tell" means is the caller's business.

use crate::flow::{Options, Setting};
use crate::ir::{FileId, Span};
use crate::vendor::{Condition, Surface, Test, VendorId, Versions};

/// The options of one init and the changes to them in the same file.
#[derive(Debug, Default)]
pub(crate) struct Given<'a> {
    values: Vec<(&'a str, &'a Setting)>,
    called: Vec<&'a str>,
    open: bool,
    /// The first call that gives options.
    pub span: Option<Span>,
}

/// True if a root is meant by an `of` list.
pub(crate) fn covers(of: &[String], root: &str) -> bool {
    of.iter().any(|name| match name.strip_suffix('*') {
        Some(prefix) => root.starts_with(prefix),
        None => name == root,
    })
}

/// Options given through any of these roots, where version and surface are of these: one entry a file. A later `set_config`
/// stands in the file of its `init` far more often than not; two inits in two files are two programs, and each must switch off what is to be off.
pub(crate) fn given<'a>(
    options: &'a [Options],
    vendor: VendorId,
    of: &[String],
    versions: &Versions,
    surfaces: &[Surface],
) -> Vec<Given<'a>> {
    let mut found: Vec<(FileId, Given<'a>)> = Vec::new();
    let mut called: Vec<&'a str> = Vec::new();
    let here = |o: &Options| surfaces.is_empty() || o.surface.is_none_or(|at| surfaces.contains(&at));
    let meant = |o: &&Options| {
        o.vendor == vendor && covers(of, &o.root) && versions.hold(o.version.as_ref()) && here(o)
    };
    for entry in options.iter().filter(meant) {
        let (methods, values): (Vec<_>, Vec<_>) =
            entry.given.iter().partition(|(name, _)| name.ends_with("()"));
        called.extend(methods.iter().map(|(name, _)| name.as_str()));
        if values.is_empty() && !methods.is_empty() {
            continue;
        }
        let values = values.iter().map(|(name, value)| (name.as_str(), value));
        match found.iter_mut().find(|(file, _)| *file == entry.span.file) {
            Some((_, init)) => {
                init.values.extend(values);
                init.open |= entry.open;
            }
            None => found.push((
                entry.span.file,
                Given {
                    values: values.collect(),
                    called: Vec::new(),
                    open: entry.open,
                    span: Some(entry.span),
                },
            )),
        }
    }
    if found.is_empty() && !called.is_empty() {
        return vec![Given { called, ..Given::default() }];
    }
    found.into_iter().map(|(_, init)| Given { called: called.clone(), ..init }).collect()
}

/// True if all hold, false if one does not.
pub(crate) fn all(conditions: &[Condition], init: &Given<'_>) -> Option<bool> {
    let answers: Vec<Option<bool>> = conditions.iter().map(|c| holds(c, init)).collect();
    if answers.contains(&Some(false)) {
        return Some(false);
    }
    answers.iter().all(|a| *a == Some(true)).then_some(true)
}

/// True if one holds, false if none does.
pub(crate) fn any(conditions: &[Condition], init: &Given<'_>) -> Option<bool> {
    let answers: Vec<Option<bool>> = conditions.iter().map(|c| holds(c, init)).collect();
    if answers.contains(&Some(true)) {
        return Some(true);
    }
    answers.iter().all(|a| *a == Some(false)).then_some(false)
}

fn holds(condition: &Condition, init: &Given<'_>) -> Option<bool> {
    if let Test::Any(conditions) = &condition.test {
        return any(conditions, init);
    }
    let name = condition.option.as_str();
    if condition.test == Test::Called {
        return Some(init.called.iter().any(|call| call.strip_suffix("()") == Some(name)));
    }
    // The last one wins: a change after the init.
    if let Some((_, setting)) = init.values.iter().rev().find(|(option, _)| *option == name) {
        return compare(&condition.test, setting);
    }
    let below = |whole: &str, part: &str| {
        part.strip_prefix(whole).is_some_and(|rest| rest.starts_with('.') || rest.starts_with('['))
    };
    if init.values.iter().any(|(option, _)| below(name, option)) {
        // Given as an object: it is there, and counts as switched on.
        return match condition.test {
            Test::Bool(wanted) => Some(wanted),
            Test::Set(wanted) => Some(wanted),
            _ => None,
        };
    }
    if let Some((_, above)) = init.values.iter().find(|(option, _)| below(option, name))
        && !matches!(above, Setting::Bool(_))
    {
        return None;
    }
    if init.open {
        return None;
    }
    Some(condition.test == Test::Set(false))
}

fn compare(test: &Test, setting: &Setting) -> Option<bool> {
    match (test, setting) {
        (Test::Set(wanted), _) => Some(*wanted),
        (_, Setting::Given) => None,
        (Test::Bool(wanted), Setting::Bool(is)) => Some(wanted == is),
        (Test::Number(wanted), Setting::Number(is)) => Some((wanted - is).abs() < f64::EPSILON),
        (Test::Above(bound), Setting::Number(is)) => Some(is > bound),
        (Test::Text(wanted), Setting::Text(is)) => Some(wanted == is),
        (Test::Contains(wanted), Setting::List(is)) => Some(wanted.iter().all(|w| is.contains(w))),
        (Test::Contains(wanted), Setting::Text(is)) => Some(wanted.iter().all(|w| w == is)),
        _ => Some(false),
    }
}

/// A switch for people: `ip: false`.
pub(crate) fn describe(conditions: &[Condition]) -> String {
    let parts: Vec<String> = conditions
        .iter()
        .map(|Condition { option, test }| match test {
            Test::Bool(is) => format!("{option}: {is}"),
            Test::Number(is) => format!("{option}: {is}"),
            Test::Text(is) => format!("{option}: \"{is}\""),
            Test::Contains(all) => {
                format!(
                    "{option}: [{}]",
                    all.iter().map(|a| format!("\"{a}\"")).collect::<Vec<_>>().join(", ")
                )
            }
            Test::Above(bound) => format!("{option}: > {bound}"),
            Test::Set(true) => format!("{option}: …"),
            Test::Set(false) => format!("no {option}"),
            Test::Called => format!("{option}()"),
            Test::Any(any) => {
                let each: Vec<String> = any.iter().map(|c| describe(std::slice::from_ref(c))).collect();
                each.join(" or ")
            }
        })
        .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn init<'a>(values: &'a [(&'a str, Setting)], open: bool) -> Given<'a> {
        Given { values: values.iter().map(|(n, s)| (*n, s)).collect(), open, ..Given::default() }
    }

    fn is(option: &str, test: Test) -> Vec<Condition> {
        vec![Condition { option: option.into(), test }]
    }

    #[test]
    fn conditions_have_three_answers() {
        let off = is("ip", Test::Bool(false));
        assert_eq!(all(&off, &init(&[("ip", Setting::Bool(false))], false)), Some(true));
        assert_eq!(all(&off, &init(&[("ip", Setting::Bool(true))], true)), Some(false));
        assert_eq!(all(&off, &init(&[("ip", Setting::Given)], false)), None);
        assert_eq!(all(&off, &init(&[], false)), Some(false));
        assert_eq!(all(&off, &init(&[], true)), None);
        assert_eq!(
            all(&is("rate", Test::Above(0.0)), &init(&[("rate", Setting::Number(1.0))], false)),
            Some(true)
        );
        assert_eq!(all(&is("a", Test::Set(false)), &init(&[], false)), Some(true));
        assert_eq!(any(&[], &init(&[], false)), Some(false));
        assert_eq!(all(&[], &init(&[], false)), Some(true));
    }

    #[test]
    fn a_switch_may_go_by_two_names() {
        let name = |option: &str| Condition { option: option.into(), test: Test::Bool(false) };
        let off = is("", Test::Any(vec![name("new"), name("old")]));
        assert_eq!(all(&off, &init(&[("old", Setting::Bool(false))], false)), Some(true));
        assert_eq!(all(&off, &init(&[("old", Setting::Bool(true))], false)), Some(false));
        assert_eq!(all(&off, &init(&[("old", Setting::Given)], false)), None);
        assert_eq!(describe(&off), "new: false or old: false");
    }

    #[test]
    fn an_object_switches_on_and_a_variable_hides() {
        let on = is("autocapture", Test::Bool(true));
        assert_eq!(all(&on, &init(&[("autocapture.clicks", Setting::Bool(true))], false)), Some(true));
        let nested = is("replay.mask", Test::Bool(true));
        assert_eq!(all(&nested, &init(&[("replay", Setting::Given)], false)), None);
        assert_eq!(all(&nested, &init(&[("replay", Setting::Bool(false))], false)), Some(false));
    }

    #[test]
    fn a_later_change_in_the_same_file_counts_and_other_files_do_not() {
        let span = |file, start| Span { file: FileId(file), start, end: start + 1 };
        let options = |file, start, given: Vec<(String, Setting)>| Options {
            vendor: VendorId(0),
            root: "m".into(),
            version: None,
            given,
            open: false,
            surface: None,
            span: span(file, start),
        };
        let off = vec![("ip".to_owned(), Setting::Bool(false))];
        let of = ["m".to_owned()];
        let together = [options(0, 0, vec![]), options(0, 9, off.clone())];
        let inits = given(&together, VendorId(0), &of, &Versions::default(), &[]);
        assert_eq!(inits.len(), 1);
        assert_eq!(all(&is("ip", Test::Bool(false)), &inits[0]), Some(true));
        let apart = [options(0, 0, vec![]), options(1, 9, off)];
        assert_eq!(given(&apart, VendorId(0), &of, &Versions::default(), &[]).len(), 2);
        let call = [options(0, 0, vec![("opt_out()".to_owned(), Setting::Given)])];
        assert_eq!(
            all(&is("opt_out", Test::Called), &given(&call, VendorId(0), &of, &Versions::default(), &[])[0]),
            Some(true)
        );
    }
}
