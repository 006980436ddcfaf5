//! Where the register is: named, in the scanned tree, or in a folder above it up to the root of the repository.

use crate::error::Error;
use crate::source::SourceFile;
use std::path::{Path, PathBuf};

/// What the file is called.
pub(crate) const NAME: &str = "vendorflow.toml";

/// Reads the register that was named, or the one nearest above the root. Its path is told relative to the root.
pub(crate) fn find(root: &Path, named: Option<&Path>) -> Result<Option<SourceFile>, Error> {
    if let Some(named) = named {
        return read(named, shown(root, named)).map(Some);
    }
    let Ok(full) = std::fs::canonicalize(root) else { return Ok(None) };
    let start = if full.is_dir() { full.as_path() } else { full.parent().unwrap_or(&full) };
    let repository = start.ancestors().position(|dir| dir.join(".git").exists());
    // Outside a repository the folders above are no part of what was named.
    for (up, dir) in start.ancestors().enumerate().take(repository.unwrap_or(0) + 1) {
        let file = dir.join(NAME);
        if file.is_file() {
            return read(&file, format!("{}{NAME}", "../".repeat(up))).map(Some);
        }
    }
    Ok(None)
}

/// Reads a file beside the code: in the root, or next to it where that is a file.
pub(crate) fn beside(root: &Path, name: &str) -> Result<Option<SourceFile>, Error> {
    let dir = if root.is_dir() { root } else { root.parent().unwrap_or(root) };
    let file = dir.join(name);
    if file.is_file() { read(&file, name.to_owned()).map(Some) } else { Ok(None) }
}

fn read(file: &Path, path: String) -> Result<SourceFile, Error> {
    let cannot = |why: String| Error::Input { path: file.display().to_string(), why };
    let text = std::fs::read(file).map_err(|why| cannot(why.to_string()))?;
    let text = String::from_utf8(text).map_err(|_| cannot("it is not UTF-8".to_owned()))?;
    Ok(SourceFile { path, text })
}

/// As named, but never absolute: below the root relative to it, and elsewhere by its name alone.
fn shown(root: &Path, named: &Path) -> String {
    let full = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let below = full(named).strip_prefix(full(root)).map(Path::to_owned).ok();
    let name = named.file_name().map(PathBuf::from);
    let path = below
        .unwrap_or_else(|| if named.is_absolute() { name.unwrap_or_default() } else { named.to_owned() });
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn path(root: &Path, named: Option<&Path>) -> Option<String> {
        find(root, named).unwrap().map(|file| file.path)
    }

    #[test]
    fn the_nearest_up_to_the_repository_is_taken() {
        let dir = tempfile::tempdir().unwrap();
        let (repository, deep) = (dir.path().join("repo"), dir.path().join("repo/a/b"));
        fs::create_dir_all(&deep).unwrap();
        fs::write(dir.path().join(NAME), "").unwrap();
        assert_eq!(path(&deep, None), None, "no repository, nothing above");
        fs::create_dir(repository.join(".git")).unwrap();
        assert_eq!(path(&deep, None), None, "what is above the repository is not its own");
        fs::write(repository.join(NAME), "").unwrap();
        assert_eq!(path(&deep, None).as_deref(), Some("../../vendorflow.toml"));
        fs::write(repository.join("a").join(NAME), "").unwrap();
        assert_eq!(path(&deep, None).as_deref(), Some("../vendorflow.toml"));
        fs::write(deep.join("app.ts"), "").unwrap();
        assert_eq!(path(&deep.join("app.ts"), None).as_deref(), Some("../vendorflow.toml"));
    }

    #[test]
    fn a_named_one_is_taken_and_shown_without_where_it_is() {
        let dir = tempfile::tempdir().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let own = elsewhere.path().join("own.toml");
        fs::write(&own, "").unwrap();
        fs::write(dir.path().join("policy.toml"), "").unwrap();
        assert_eq!(path(dir.path(), Some(&own)).as_deref(), Some("own.toml"));
        assert_eq!(path(dir.path(), Some(&dir.path().join("policy.toml"))).as_deref(), Some("policy.toml"));
        assert!(find(dir.path(), Some(Path::new("/no/such.toml"))).is_err());
        fs::write(&own, [0xff]).unwrap();
        assert!(find(dir.path(), Some(&own)).is_err(), "not UTF-8");
    }
}
