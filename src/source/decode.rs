//! From bytes to text: UTF-8, UTF-16 with a byte-order mark, and what is left as Windows-1252.
//!
//! Nothing is guessed beyond that. A NUL byte means that it is no text.

/// The text of a file, without a byte-order mark; `None` where it is not text.
pub(super) fn decode(bytes: Vec<u8>) -> Option<String> {
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => return utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return utf16(rest, u16::from_be_bytes),
        _ => {}
    }
    if bytes.contains(&0) {
        return None;
    }
    match String::from_utf8(bytes) {
        Ok(mut text) => {
            if text.starts_with('\u{feff}') {
                text.drain(..'\u{feff}'.len_utf8());
            }
            Some(text)
        }
        Err(error) => Some(error.as_bytes().iter().map(|&byte| windows_1252(byte)).collect()),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    if !bytes.len().is_multiple_of(2) {
        return None;
    }
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).collect::<Result<_, _>>().ok()?;
    (!text.contains('\0')).then_some(text)
}

/// Latin-1 with the characters that Windows has where Latin-1 has controls. Every byte has a character of its own.
fn windows_1252(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn text(bytes: &[u8]) -> Option<String> {
        decode(bytes.to_vec())
    }

    #[test]
    fn encodings() {
        assert_eq!(text("Größe".as_bytes()).as_deref(), Some("Größe"));
        assert_eq!(text(b"\xef\xbb\xbfx").as_deref(), Some("x"));
        assert_eq!(text(b"\xff\xfea\0\xfc\0").as_deref(), Some("aü"));
        assert_eq!(text(b"\xfe\xff\0a\0\xfc").as_deref(), Some("aü"));
        assert_eq!(text(b"Gr\xf6\xdfe \x80").as_deref(), Some("Größe €"));
        assert_eq!(text(b"").as_deref(), Some(""));
    }

    #[test]
    fn what_is_no_text() {
        assert_eq!(text(b"a\0b"), None);
        assert_eq!(text(b"\xff\xfea"), None);
        assert_eq!(text(b"\xff\xfe\0\xd8"), None);
        assert_eq!(text(b"\xff\xfea\0\0\0"), None);
    }

    #[test]
    fn every_byte_has_its_own_character() {
        assert_eq!((0..=255).map(windows_1252).collect::<BTreeSet<_>>().len(), 256);
    }
}
