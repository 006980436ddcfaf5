//! The words of a document without its markup, and where each stood.

/// Tags inside a line; any other begins a new one.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "u",
];
/// Entities of letters that the seven languages write, and of blanks and signs.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("gt", '>'),
    ("lt", '<'),
    ("mdash", '—'),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("quot", '"'),
    ("rsquo", '’'),
    ("shy", '\u{ad}'),
    ("szlig", 'ß'),
];
/// Accents of entities by their end: `&eacute;`.
const ACCENTS: &[(&str, &str, &str)] = &[
    ("acute", "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
    ("cedil", "cC", "çÇ"),
    ("circ", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ("ring", "aA", "åÅ"),
    ("tilde", "anoANO", "ãñõÃÑÕ"),
    ("uml", "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
];

/// Text as a reader sees it. Works for HTML, Markdown and plain text alike: what is no tag stays.
pub(crate) struct Plain {
    /// The words.
    pub text: String,
    /// Where runs of the text stood: from this byte of the text on, at this byte of the source.
    runs: Vec<(usize, usize)>,
}

impl Plain {
    /// Leaves tags, comments, scripts and styles out, and reads entities.
    pub(crate) fn of(source: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(source.len()), runs: Vec::new() };
        let mut at = 0;
        while let Some(c) = source[at..].chars().next() {
            let rest = &source[at..];
            let (length, put) = match c {
                '<' => tag(rest).unwrap_or((1, Put::Char(c))),
                '&' => entity(rest).map_or((1, Put::Char(c)), |(length, c)| (length, Put::Char(c))),
                c => (c.len_utf8(), Put::Char(c)),
            };
            plain.runs.push((plain.text.len(), at));
            match put {
                // It only says where a word may be cut.
                Put::Char('\u{ad}') | Put::Nothing => {
                    plain.runs.pop();
                }
                Put::Char(c) => plain.text.push(c),
                Put::Line => plain.text.push_str("\n\n"),
            }
            plain.join(c.len_utf8() == length);
            at += length;
        }
        plain
    }

    /// Runs that simply go on are one.
    fn join(&mut self, plain: bool) {
        let [.., (text, source), (next_text, next_source)] = self.runs[..] else { return };
        if plain && next_text.wrapping_sub(text) == next_source - source {
            self.runs.pop();
        }
    }

    /// Where a byte of the text stood.
    pub(crate) fn source(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|(text, _)| *text <= at);
        self.runs.get(run.wrapping_sub(1)).map_or(at, |(text, source)| source + (at - text))
    }
}

enum Put {
    Nothing,
    Char(char),
    Line,
}

/// The length of a tag or comment at the start of the text, with what a reader sees of it.
fn tag(text: &str) -> Option<(usize, Put)> {
    if let Some(rest) = text.strip_prefix("<!--") {
        return Some((rest.find("-->").map_or(text.len(), |end| 4 + end + 3), Put::Nothing));
    }
    let inner =
        text.strip_prefix("</").or_else(|| text.strip_prefix("<!")).or_else(|| text.strip_prefix('<'))?;
    let name: String =
        inner.chars().take_while(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // `<https://…>` is an address.
    if !inner[name.len()..].starts_with([' ', '>', '/', '\t', '\n', '\r']) {
        return None;
    }
    let end = close(text)?;
    if ["script", "style", "template"].contains(&name.as_str()) && !text.starts_with("</") {
        let lower = text[end..].to_ascii_lowercase();
        let skipped = lower.find(&format!("</{name}")).unwrap_or(lower.len());
        return Some((end + skipped, Put::Line));
    }
    Some((end, if INLINE.contains(&name.as_str()) { Put::Nothing } else { Put::Line }))
}

/// One past the `>` of a tag; quoted ones do not count. A tag that does not end is none.
fn close(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (c, quote) {
            ('>', None) => return Some(at + 1),
            ('"' | '\'', None) => quote = Some(c),
            (c, Some(open)) if c == open => quote = None,
            _ => {}
        }
    }
    None
}

fn entity(text: &str) -> Option<(usize, char)> {
    let end = text.char_indices().take(12).find(|(_, c)| *c == ';')?.0;
    let name = text.get(1..end)?;
    let number = name.strip_prefix('#').map(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    });
    let named = || ENTITIES.iter().find(|(entity, _)| *entity == name).map(|(_, c)| *c);
    let accented = || {
        let letter = name.chars().next()?;
        let (_, from, to) = ACCENTS.iter().find(|(accent, ..)| name.get(1..) == Some(*accent))?;
        to.chars().nth(from.chars().position(|c| c == letter)?)
    };
    let c = match number {
        Some(number) => char::from_u32(number.ok()?)?,
        None => named().or_else(accented)?,
    };
    Some((end + 1, c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_sees_no_markup() {
        for (source, expected) in [
            ("plain | text, 3 < 4 & 5 > 2", "plain | text, 3 < 4 & 5 > 2"),
            ("<p>E-<b>Mail</b></p>", "\n\nE-Mail\n\n"),
            ("t&eacute;l&#233;phone&nbsp;&amp; &Uuml;&#xfc;&szlig; &unknown;", "téléphone & Üüß &unknown;"),
            ("a<!-- b > c -->d", "ad"),
            ("a<script>var x = '<b>Segment</b>'</script>d", "a\n\n\n\nd"),
            ("<a title=\"a > b\" href='x'>c</a>", "c"),
            ("Tele&shy;fon", "Telefon"),
            ("an open < b and <a", "an open < b and <a"),
            ("<!-- open", ""),
            ("<style>open", "\n\n"),
            ("<https://mixpanel.com>", "<https://mixpanel.com>"),
        ] {
            assert_eq!(Plain::of(source).text, expected, "{source}");
        }
    }

    #[test]
    fn every_word_knows_where_it_stood() {
        let source = "<h1>Über</h1><p class=\"x\">t&eacute;l, <b>IP</b>-Adresse<br>Ende";
        let plain = Plain::of(source);
        for word in ["Über", "IP", "Adresse", "Ende"] {
            let at = plain.source(plain.text.find(word).unwrap());
            assert_eq!(&source[at..at + word.len()], word);
        }
        assert!(source[plain.source(plain.text.find("tél").unwrap())..].starts_with("t&eacute;l"));
        assert!(Plain::of("").runs.is_empty() && Plain::of("").source(0) == 0);
    }
}
