//! What compilers make of async functions and decorators: `__awaiter`, `__metadata`, `__decorate`.
//!
//! Published packages ship compiled code, so these helpers stand for the syntax they replace.

use super::calls::Call;
use super::effect::Given;
use super::eval::Eval;
use super::shape::{Atom, Datum, Name, Root, Seg, Shape};
use crate::ir::{CallKind, Key, Op, Value};
use std::rc::Rc;

/// The member that keeps the parameter types of a constructor.
const TYPES: &str = "%paramtypes";

impl Eval<'_, '_> {
    /// The result, if a helper of a compiler is called.
    pub(crate) fn compiled(&mut self, callee: &Op, call: &Call, values: &[Value]) -> Option<Shape> {
        let name = match callee {
            Op::Load(var) => self.module[*var].name.clone(),
            Op::Get(_, Key::Name(name)) | Op::Global(name) => name.clone(),
            _ => return None,
        };
        match (name.as_str(), call.args.len()) {
            ("__awaiter", 4) => Some(self.awaiter(call, values)),
            ("__metadata", 2) => {
                let types = call.arg(0).literal().is_some_and(|key| &*key == "design:paramtypes");
                Some(if types { Shape::object([(TYPES.into(), call.arg(1))]) } else { Shape::default() })
            }
            ("__decorate", 2) => Some(self.decorate(call)),
            _ => None,
        }
    }

    /// `__awaiter(this, …, function* () {})`: the body runs on this receiver.
    fn awaiter(&mut self, call: &Call, values: &[Value]) -> Shape {
        let inner = Call {
            this: call.arg(0),
            args: Vec::new(),
            method: None,
            origin: values.first().map(|this| (Some(*this), Rc::from([]))),
            ..call.clone()
        };
        self.apply(&call.arg(3), &inner)
    }

    /// `C = __decorate([Injectable(), __metadata("design:paramtypes", [A, B])], C)`: a container makes it with an A and a B.
    fn decorate(&mut self, call: &Call) -> Shape {
        let target = call.arg(1);
        let list = call.arg(0);
        let items = list.node().into_iter().flat_map(|node| node.fields.values());
        let types =
            items.filter_map(|slot| slot.value.as_ref()?.node()?.fields.get(TYPES)?.value.clone()).next();
        for atom in target.atoms() {
            let Atom::Class(class) = atom else { continue };
            self.solver.decorated.borrow_mut().insert(*class);
            let Some(types) = &types else { continue };
            let count = types.node().map_or(0, |node| node.fields.len());
            let args = (0..count)
                .map(|i| {
                    let ty = types.plain_member(&Name::from(i.to_string().as_str()), call.spot.at);
                    let made = ty.atoms().iter().filter_map(|atom| match atom {
                        Atom::Class(class) => Some(Atom::Instance(*class)),
                        // Of a file that is not parsed yet: made there, and asked for when that matters.
                        Atom::Data(access) if matches!(access.root, Root::Import(..)) => {
                            Some(Atom::Data(Datum::new(access.member(Seg::Call, call.spot.at))))
                        }
                        _ => None,
                    });
                    Given::new(Shape::of(made.collect()), call.spot.at)
                })
                .collect();
            let made = Call {
                args,
                this: Shape::default(),
                method: None,
                how: CallKind::New,
                origin: None,
                ..call.clone()
            };
            self.apply(&Shape::atom(atom.clone()), &made);
        }
        target
    }
}
