//! Dependency injection: `inject(Service)`, `container.resolve(token)`, `app.provide(key, value)`.
//!
//! Who asks a container for a class gets an instance of it; who asks for a token gets what was registered under it, wherever
//! that was. The token's text is the meeting place. Parameters that a container fills are found by their types, not here.

use super::calls::Call;
use super::effect::Cell;
use super::eval::Eval;
use super::shape::{Access, Atom, Datum, Name, Root, Seg, Shape};

/// The member that keeps the text of a token.
const TOKEN: &str = "%token";
/// The member that keeps what a token gives by itself.
const MADE: &str = "%made";

impl Eval<'_, '_> {
    /// The result, if something is asked of a container; what is registered is kept.
    pub(crate) fn injected(&mut self, outside: &[Datum], call: &Call) -> Option<Shape> {
        let last = || outside.first().and_then(|access| access.last_name().copied());
        let root = || match outside {
            [access] if access.path.is_empty() => match access.root {
                Root::Global(name) => Some(name),
                _ => None,
            },
            _ => None,
        };
        let name = call.method.or_else(last).or_else(root)?;
        if call.args.is_empty() || self.solver.is_python(call.spot.at.file) {
            return None;
        }
        match &*name {
            "inject" | "resolve" | "get" | "getInstance" => self.asked(&name, call),
            "InjectionToken" | "Symbol" => Some(self.token(outside, call)),
            "for"
                if outside
                    .iter()
                    .any(|access| matches!(&access.root, Root::Global(name) if &**name == "Symbol")) =>
            {
                Some(self.token(outside, call))
            }
            "bind" => {
                let token = text(&call.arg(0))?;
                let made = Shape::data(outside.first()?.member(Seg::Call, call.spot.at));
                Some(made.with(TOKEN.into(), Shape::string(&token)))
            }
            "to" | "toConstantValue" | "toDynamicValue" => {
                let token = text(&call.this)?;
                let value = match &*name {
                    "toDynamicValue" => self.made_by(&call.arg(0), call),
                    "to" => instances(&call.arg(0)),
                    _ => call.arg(0),
                };
                self.offer(&token, value);
                None
            }
            "provide" | "register" | "registerInstance" | "registerSingleton" if call.args.len() > 1 => {
                let token = text(&call.arg(0))?;
                let given = call.arg(1);
                let value = self.provided(&given, call);
                self.offer(&token, value);
                None
            }
            _ => None,
        }
    }

    /// An instance of the class asked for, or what stands under the token.
    fn asked(&self, name: &str, call: &Call) -> Option<Shape> {
        let token = call.arg(0);
        let made = token.atoms().iter().filter_map(|atom| match atom {
            Atom::Class(class) => Some(Atom::Instance(*class)),
            // Of a file that is not parsed yet.
            Atom::Data(access) if name != "get" && names_class(access) => {
                Some(Atom::Data(Datum::new(access.member(Seg::Call, call.spot.at))))
            }
            _ => None,
        });
        let made: Vec<Atom> = made.collect();
        if !made.is_empty() {
            return Some(Shape::of(made));
        }
        let own = token.node().and_then(|node| node.fields.get(MADE)?.value.clone()).unwrap_or_default();
        let kept = self.solver.read(&Cell::Channel(cell(&text(&token)?)));
        let found = own.join(kept);
        (!found.is_empty()).then_some(found)
    }

    /// `new InjectionToken("name", { factory })`, `Symbol("name")`
    fn token(&mut self, outside: &[Datum], call: &Call) -> Shape {
        let made = outside.first().map(|access| Shape::data(access.member(Seg::Call, call.spot.at)));
        let made = made.unwrap_or_default().with(TOKEN.into(), call.arg(0));
        let options = call.arg(1);
        match options.node().and_then(|node| node.fields.get("factory")?.value.clone()) {
            Some(factory) => made.with(MADE.into(), self.made_by(&factory, call)),
            None => made,
        }
    }

    /// `{ useClass: C }`, `{ useValue: v }`, `{ useFactory: () => v }`, or the value itself.
    fn provided(&mut self, given: &Shape, call: &Call) -> Shape {
        let field = |name: &str| given.node().and_then(|node| node.fields.get(name)?.value.clone());
        if let Some(class) = field("useClass") {
            return instances(&class);
        }
        if let Some(factory) = field("useFactory") {
            return self.made_by(&factory, call);
        }
        field("useValue").unwrap_or_else(|| instances(given))
    }

    fn made_by(&mut self, factory: &Shape, call: &Call) -> Shape {
        self.apply(factory, &Call::plain(Shape::default(), Vec::new(), &call.spot))
    }

    fn offer(&mut self, token: &Name, value: Shape) {
        if self.solver.reaches(&value, 0) {
            self.solver.channels.borrow_mut().insert(*token);
        }
        self.write_cell(Cell::Channel(cell(token)), value);
    }
}

/// Where what is registered is kept, apart from events of the same name.
fn cell(token: &Name) -> Name {
    format!("%token {token}").as_str().into()
}

/// The text of a token: itself, or what it was made with.
fn text(token: &Shape) -> Option<Name> {
    let kept = token.node().and_then(|node| node.fields.get(TOKEN)?.value.as_ref()?.literal());
    kept.or_else(|| token.literal())
}

/// Classes as their instances.
fn instances(value: &Shape) -> Shape {
    let made = value.atoms().iter().filter_map(|atom| match atom {
        Atom::Class(class) => Some(Atom::Instance(*class)),
        _ => None,
    });
    let made: Vec<Atom> = made.collect();
    if made.is_empty() { value.clone() } else { Shape::of(made) }
}

/// True for an import that is named as classes are.
fn names_class(access: &Access) -> bool {
    let named = |name: &Name| name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
    matches!(&access.root, Root::Import(_, name) if access.path.is_empty() && named(name))
}
