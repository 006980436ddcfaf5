//! Names and access paths, each kept once: copied and compared as one word, hashed by what they say.
//!
//! The hash is that of the text, so that nothing depends on the order in which names are met. They live as long as the
//! program: a tree has so many names, however long it is looked at.

use super::shape::Seg;
use rustc_hash::{FxHashMap, FxHasher};
use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

/// A property, package or variable name. Bound to its thread, as what is equal is the same only there.
#[derive(Clone, Copy)]
pub(crate) struct Name(&'static Text, PhantomData<Rc<()>>);

struct Text {
    hash: u64,
    text: Box<str>,
}

/// The segments of an access path.
#[derive(Clone, Copy)]
pub(crate) struct Path(&'static Segments, PhantomData<Rc<()>>);

struct Segments {
    hash: u64,
    segments: Box<[Seg]>,
    /// Paths with one segment more.
    longer: RefCell<FxHashMap<Seg, Path>>,
}

thread_local! {
    static NAMES: RefCell<FxHashMap<&'static str, Name>> = RefCell::default();
    static EMPTY: Path = Path::keep(Box::from([]));
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        NAMES.with_borrow_mut(|names| {
            if let Some(name) = names.get(text) {
                return *name;
            }
            let mut hasher = FxHasher::default();
            text.hash(&mut hasher);
            let kept: &'static Text = Box::leak(Box::new(Text { hash: hasher.finish(), text: text.into() }));
            let name = Self(kept, PhantomData);
            names.insert(&kept.text, name);
            name
        })
    }
}

impl From<&Name> for Name {
    fn from(name: &Name) -> Self {
        *name
    }
}

impl Deref for Name {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0.text
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Name {}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        if self == other { std::cmp::Ordering::Equal } else { self.0.text.cmp(&other.0.text) }
    }
}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash.hash(state);
    }
}

impl std::fmt::Debug for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&**self, f)
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self)
    }
}

impl Path {
    fn keep(segments: Box<[Seg]>) -> Self {
        let mut hasher = FxHasher::default();
        segments.hash(&mut hasher);
        let hash = hasher.finish();
        Self(Box::leak(Box::new(Segments { hash, segments, longer: RefCell::default() })), PhantomData)
    }

    /// With a segment more.
    pub(crate) fn child(self, seg: Seg) -> Self {
        if let Some(path) = self.0.longer.borrow().get(&seg) {
            return *path;
        }
        let path = Self::keep(self.iter().copied().chain([seg]).collect());
        self.0.longer.borrow_mut().insert(seg, path);
        path
    }
}

impl Default for Path {
    fn default() -> Self {
        EMPTY.with(|path| *path)
    }
}

impl<T: AsRef<[Seg]>> From<T> for Path {
    fn from(segments: T) -> Self {
        segments.as_ref().iter().fold(Self::default(), |path, seg| path.child(*seg))
    }
}

impl Deref for Path {
    type Target = [Seg];
    fn deref(&self) -> &[Seg] {
        &self.0.segments
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Eq for Path {}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        if self == other { std::cmp::Ordering::Equal } else { self.0.segments.cmp(&other.0.segments) }
    }
}

impl Hash for Path {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash.hash(state);
    }
}

impl std::fmt::Debug for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_is_the_same() {
        let (a, b) = (Name::from("email"), Name::from("mail"));
        assert_eq!(a, Name::from("email"));
        assert_ne!(a, b);
        assert!(a < b && *a == *"email");
        let path = Path::default().child(Seg::Name(a)).child(Seg::Call);
        assert_eq!(path, Path::from([Seg::Name(a), Seg::Call]));
        assert_eq!(path.len(), 2);
        assert_ne!(path, Path::default());
    }
}
