//! Whether a value can be what a person wrote or what stands in a document: only then does the place where it stands in
//! a call make a prompt or a message of it.
//!
//! It refuses constants, settings and what the platform makes, and members of what a call nobody knows made. Everything
//! else may be content.

use super::python;
use super::shape::{Access, Loose, Root};
use super::subject::Subject;
use crate::personal::Personal;

/// True for a value that somebody may have written.
pub(super) fn may_hold(personal: &Personal, access: &Access, subject: &Subject) -> bool {
    // What a call was given says nothing of a member of what it made.
    let guessed = access.loose != Loose::No && access.member_of_made;
    let field = subject.field.as_deref().unwrap_or_default();
    let nearest = subject.owners.first().map_or("", String::as_str);
    let set = subject.owners.iter().any(|owner| personal.is_configuration(owner))
        || personal.is_setting(field)
        || personal.is_setting(&format!("{nearest} {field}"));
    // What somebody gives the program may have any name.
    let given = matches!(access.root, Root::Entry(..));
    let constant = !given && access.last_name().is_some_and(|name| is_constant(name));
    !guessed && !set && !constant && !python::is_plumbing(access)
}

/// `SYSTEM_PROMPT`: by convention the program's own.
fn is_constant(name: &str) -> bool {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    letters().count() > 3 && letters().all(char::is_uppercase)
}
