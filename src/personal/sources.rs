//! Known sources: places where personal data enters a program, per language, as data (stub).

/// Where the path of a known source starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceRoot {
    /// A global (`navigator`, `document`).
    Global(String),
    /// A package (`next-auth/react`).
    Package(String),
    /// A parameter with one of these names or declared types (request objects).
    Param {
        /// Usual names.
        names: Vec<String>,
        /// Type names; an untyped parameter matches by name alone.
        types: Vec<String>,
    },
}

/// A place where personal data enters.
#[derive(Clone, Debug)]
pub struct KnownSource {
    /// Where the path starts.
    pub root: SourceRoot,
    /// Segments: `name`, `name()`, `name>0` as in the catalogue.
    pub path: Vec<String>,
    /// The class of the value, if it is one.
    pub class: Option<String>,
    /// Otherwise: the value is an object about a person; word that serves as owner (`user`).
    pub owner: Option<String>,
    /// Fields of that object, where the whole object is passed on.
    pub fields: Vec<String>,
}
