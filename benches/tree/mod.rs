//! A generated TypeScript tree: features with models, services, components and helpers that import each other.
//!
//! Seeded: the same size gives the same bytes. Some three per cent of the files use the wrapper around the vendor, and a
//! third of those hand it something personal.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const NOUNS: [&str; 24] = [
    "Invoice",
    "Shipment",
    "Catalog",
    "Basket",
    "Ticket",
    "Campaign",
    "Workspace",
    "Member",
    "Contract",
    "Payment",
    "Report",
    "Schedule",
    "Project",
    "Message",
    "Asset",
    "Vehicle",
    "Booking",
    "Course",
    "Listing",
    "Device",
    "Review",
    "Template",
    "Budget",
    "Account",
];
const VERBS: [&str; 12] = [
    "load", "save", "format", "merge", "filter", "group", "sort", "resolve", "update", "render", "compute",
    "select",
];
const FIELDS: [&str; 20] = [
    "id",
    "title",
    "status",
    "email",
    "createdAt",
    "total",
    "currency",
    "ownerId",
    "firstName",
    "lastName",
    "phone",
    "street",
    "city",
    "quantity",
    "notes",
    "priority",
    "color",
    "updatedAt",
    "isActive",
    "parentId",
];
/// Files of a feature; the last one is its barrel.
const FEATURE: usize = 40;
/// One file in so many uses the vendor.
const TRACKED: u64 = 33;

/// What was made.
#[derive(Default)]
pub(crate) struct Made {
    pub(crate) files: usize,
    pub(crate) lines: usize,
    pub(crate) bytes: usize,
}

/// A small generator of numbers (xorshift), so that every run sees the same tree.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[usize::try_from(self.below(of.len() as u64)).unwrap_or(0)]
    }

    fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.below(high - low)
    }
}

const ANALYTICS: &str = "import mixpanel from 'mixpanel-browser';
import * as Sentry from '@sentry/browser';

export interface Person { id: string; email: string; firstName: string; lastName: string; plan: string }

export function start(token: string) {
  mixpanel.init(token, { ip: false });
}

export function identify(person: Person) {
  mixpanel.identify(person.id);
  mixpanel.people.set({ $email: person.email, plan: person.plan });
}

export function track(event: string, properties: Record<string, unknown> = {}) {
  mixpanel.track(event, properties);
}

export function fail(error: Error, extra: Record<string, unknown> = {}) {
  Sentry.captureException(error, { extra });
}
";

const MANIFEST: &str = "{ \"name\": \"generated\", \"private\": true,\n  \"dependencies\": \
    { \"mixpanel-browser\": \"2.71.0\", \"@sentry/browser\": \"9.0.0\", \"react\": \"19.0.0\" } }\n";

/// Writes a tree of about so many lines.
pub(crate) fn generate(root: &Path, lines: usize) -> Made {
    let mut made = Made::default();
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    write(root, "package.json", MANIFEST, &mut made);
    write(root, "src/lib/analytics.ts", ANALYTICS, &mut made);
    for feature in 0.. {
        let mut barrel = String::new();
        for number in 0..FEATURE {
            if made.lines >= lines {
                return made;
            }
            let names = Names::of(feature * FEATURE + number);
            let (kind, extension, text) = match number % 8 {
                0 => ("Model", "ts", model(&mut dice, &names)),
                1 | 4 => ("Service", "ts", service(&mut dice, &names)),
                2 | 5 => ("View", "tsx", view(&mut dice, &names, None)),
                3 | 6 => ("View", "tsx", view(&mut dice, &names, Some(&Names::of(names.serial - 1)))),
                _ => ("Helpers", "ts", helpers(&mut dice, &names)),
            };
            let name = format!("{}{kind}", names.own);
            let _ = writeln!(barrel, "export * from './{name}';");
            write(root, &format!("src/features/f{feature}/{name}.{extension}"), &text, &mut made);
        }
        write(root, &format!("src/features/f{feature}/index.ts"), &barrel, &mut made);
    }
    made
}

/// What a file is called, and the model it speaks of: the last one before it. Unique, as most names of a real tree are.
struct Names {
    serial: usize,
    own: String,
    ty: String,
}

impl Names {
    fn of(serial: usize) -> Self {
        let name = |serial: usize| format!("{}{serial}", NOUNS[serial % NOUNS.len()]);
        Self { serial, own: name(serial), ty: name(serial - serial % 8) }
    }

    fn import(&self) -> String {
        format!("import type {{ {0}, {0}Draft }} from './{0}Model';\n", self.ty)
    }
}

fn write(root: &Path, name: &str, text: &str, made: &mut Made) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
    made.files += 1;
    made.lines += text.lines().count();
    made.bytes += text.len();
}

fn model(dice: &mut Dice, names: &Names) -> String {
    let own = &names.own;
    let mut text = String::new();
    for part in ["", "Summary", "Draft", "Filter"] {
        let _ = writeln!(text, "/** {own}: what the server says of it. */\nexport interface {own}{part} {{");
        let first = dice.below(5);
        for field in FIELDS.iter().skip(usize::try_from(first).unwrap_or(0)).step_by(if part.is_empty() {
            1
        } else {
            2
        }) {
            let ty = dice.one(&["string", "string", "number", "boolean", "string | null"]);
            let _ = writeln!(text, "  {field}: {ty};");
        }
        text.push_str("}\n\n");
    }
    text
}

fn service(dice: &mut Dice, names: &Names) -> String {
    let Names { own, ty, .. } = names;
    let mut text = names.import();
    let tracked = dice.below(TRACKED) == 0;
    if tracked {
        text.push_str("import { fail } from '../../lib/analytics';\n");
    }
    let _ = writeln!(
        text,
        "\nexport class {own}Service {{\n  private readonly cache = new Map<string, {ty}>();\n\n  \
         constructor(private readonly base: string, private readonly timeout = {}) {{}}\n",
        dice.between(1, 60) * 1000
    );
    for part in 0..dice.between(5, 12) {
        let (verb, field) = (dice.one(&VERBS), dice.one(&FIELDS));
        let _ = write!(
            text,
            "  async {verb}{own}x{part}(id: string, draft?: Partial<{ty}Draft>): Promise<{ty} | undefined> {{
    const known = this.cache.get(id);
    if (known && !draft) {{
      return known;
    }}
    const response = await fetch(`${{this.base}}/{field}/${{encodeURIComponent(id)}}`, {{
      method: draft ? 'PUT' : 'GET',
      body: draft ? JSON.stringify(draft) : undefined,
    }});
    if (!response.ok) {{
"
        );
        if tracked && part == 0 {
            let _ =
                writeln!(text, "      fail(new Error('{verb} failed'), {{ status: response.status, id }});");
        }
        let _ = write!(
            text,
            "      throw new Error(`cannot {verb}: ${{response.status}}`);
    }}
    const value = (await response.json()) as {ty};
    this.cache.set(id, {{ ...value, ...draft }} as {ty});
    return value;
  }}

"
        );
    }
    text.push_str("}\n");
    text
}

fn view(dice: &mut Dice, names: &Names, child: Option<&Names>) -> String {
    let Names { own, ty, .. } = names;
    let mut text = "import { useEffect, useState } from 'react';\n".to_owned() + &names.import();
    if let Some(Names { own, .. }) = child {
        let _ = writeln!(text, "import {{ {own}View }} from './{own}View';");
    }
    let tracked = dice.below(TRACKED) == 0;
    let personal = tracked && dice.below(3) == 0;
    if tracked {
        text.push_str("import { identify, track, type Person } from '../../lib/analytics';\n");
    }
    let person = if personal { "; person: Person" } else { "" };
    let names = if personal { "items, onSelect, person" } else { "items, onSelect" };
    let _ = writeln!(
        text,
        "\ninterface Props {{ items: {ty}[]; onSelect: (item: {ty}) => void{person} }}\n\n\
         export function {own}View({{ {names} }}: Props) {{\n  const [open, setOpen] = useState(false);\n  \
         const [query, setQuery] = useState('');"
    );
    if personal {
        text.push_str("  useEffect(() => identify(person), [person]);\n");
    }
    for part in 0..dice.between(2, 6) {
        let (verb, field) = (dice.one(&VERBS), dice.one(&FIELDS));
        let _ = write!(
            text,
            "
  const {verb}{part} = (item: {ty}) => {{
    const next = items.filter((other) => other.{field} !== item.{field});
    setOpen(next.length > {});
",
            dice.below(20)
        );
        if tracked && part == 0 {
            let _ = writeln!(text, "    track('{own} {verb}', {{ count: next.length, open }});");
        }
        text.push_str("    onSelect(item);\n  };\n");
    }
    text.push_str("\n  return (\n    <section className=\"panel\">\n");
    text.push_str("      <input value={query} onChange={(event) => setQuery(event.target.value)} />\n");
    for _ in 0..dice.between(4, 12) {
        let field = dice.one(&FIELDS);
        let _ = write!(
            text,
            "      {{open && items.map((item) => (
        <div key={{String(item.{field})}} className=\"{field}-row\" onClick={{() => onSelect(item)}}>
          <span title=\"{field}\">{{item.{field}}}</span>
        </div>
      ))}}
"
        );
    }
    if let Some(Names { own, .. }) = child {
        let _ = writeln!(text, "      <{own}View items={{items}} onSelect={{onSelect}} />");
    }
    text.push_str("    </section>\n  );\n}\n");
    text
}

fn helpers(dice: &mut Dice, names: &Names) -> String {
    let Names { own, ty, .. } = names;
    let mut text = names.import();
    for part in 0..dice.between(6, 14) {
        let (verb, field, other) = (dice.one(&VERBS), dice.one(&FIELDS), dice.one(&FIELDS));
        let _ = write!(
            text,
            "
/** Helps to {verb} by {field}; the order of equal ones stays. */
export function {verb}{own}x{part}(items: readonly {ty}[], limit = {}): Map<string, {ty}[]> {{
  const groups = new Map<string, {ty}[]>();
  for (const item of items.slice(0, limit)) {{
    const key = String(item.{field} ?? item.{other});
    const group = groups.get(key) ?? [];
    group.push(item);
    groups.set(key, group);
  }}
  return groups;
}}
",
            dice.between(10, 500)
        );
    }
    text
}
