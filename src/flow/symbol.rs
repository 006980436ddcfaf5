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

/// Something kept once. Bound to its thread, as what is equal is the same only there.
pub(crate) struct Kept<T: 'static>(&'static Entry<T>, PhantomData<Rc<()>>);

struct Entry<T> {
    hash: u64,
    value: T,
}

/// A property, package or variable name.
pub(crate) type Name = Kept<Box<str>>;

/// The segments of an access path.
pub(crate) type Path = Kept<Segments>;

/// Segments, with the paths that have one more.
pub(crate) struct Segments {
    segments: Box<[Seg]>,
    longer: RefCell<FxHashMap<Seg, Path>>,
}

thread_local! {
    static NAMES: RefCell<FxHashMap<&'static str, Name>> = RefCell::default();
    static EMPTY: Path = Path::of(Box::from([]));
}

impl<T: Deref<Target: Hash>> Kept<T> {
    fn keep(value: T) -> Self {
        let mut hasher = FxHasher::default();
        value.hash(&mut hasher);
        Self(Box::leak(Box::new(Entry { hash: hasher.finish(), value })), PhantomData)
    }
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T: Deref> Deref for Kept<T> {
    type Target = T::Target;
    fn deref(&self) -> &T::Target {
        &self.0.value
    }
}

impl<T> PartialEq for Kept<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl<T> Eq for Kept<T> {}

impl<T: Deref<Target: Ord>> PartialOrd for Kept<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Deref<Target: Ord>> Ord for Kept<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        if self == other { std::cmp::Ordering::Equal } else { self.deref().cmp(other.deref()) }
    }
}

impl<T> Hash for Kept<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash.hash(state);
    }
}

impl<T: Deref<Target: std::fmt::Debug>> std::fmt::Debug for Kept<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self.deref(), f)
    }
}

impl<T: Deref<Target: std::fmt::Display>> std::fmt::Display for Kept<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self.deref(), f)
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Self {
        NAMES.with_borrow_mut(|names| {
            if let Some(name) = names.get(text) {
                return *name;
            }
            let name = Self::keep(text.into());
            names.insert(&name.0.value, name);
            name
        })
    }
}

impl From<&Name> for Name {
    fn from(name: &Name) -> Self {
        *name
    }
}

impl Path {
    fn of(segments: Box<[Seg]>) -> Self {
        Self::keep(Segments { segments, longer: RefCell::default() })
    }

    /// With a segment more.
    pub(crate) fn child(self, seg: Seg) -> Self {
        if let Some(path) = self.0.value.longer.borrow().get(&seg) {
            return *path;
        }
        let path = Self::of(self.iter().copied().chain([seg]).collect());
        self.0.value.longer.borrow_mut().insert(seg, path);
        path
    }
}

impl Deref for Segments {
    type Target = [Seg];
    fn deref(&self) -> &[Seg] {
        &self.segments
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
