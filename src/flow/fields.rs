//! The members of an abstract object: a short list in the order of their names.

use super::shape::Slot;
use super::symbol::Name;

/// Members by name, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields(Vec<(Name, Slot)>);

impl Fields {
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn get(&self, name: impl Into<Name>) -> Option<&Slot> {
        let name = name.into();
        self.0.iter().find(|(known, _)| *known == name).map(|(_, slot)| slot)
    }

    pub(crate) fn get_mut(&mut self, name: Name) -> Option<&mut Slot> {
        self.0.iter_mut().find(|(known, _)| *known == name).map(|(_, slot)| slot)
    }

    pub(crate) fn insert(&mut self, name: Name, slot: Slot) {
        match self.get_mut(name) {
            Some(known) => *known = slot,
            None => {
                let at = self.0.partition_point(|(known, _)| *known < name);
                self.0.insert(at, (name, slot));
            }
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Name, &Slot)> {
        self.0.iter().map(|(name, slot)| (name, slot))
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&Name, &mut Slot)> {
        self.0.iter_mut().map(|(name, slot)| (&*name, slot))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &Name> {
        self.0.iter().map(|(name, _)| name)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &Slot> {
        self.0.iter().map(|(_, slot)| slot)
    }

    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut Slot> {
        self.0.iter_mut().map(|(_, slot)| slot)
    }

    /// The same names with other values.
    pub(crate) fn map(&self, f: impl FnMut(&Slot) -> Slot) -> Self {
        let mut f = f;
        Self(self.0.iter().map(|(name, slot)| (*name, f(slot))).collect())
    }
}

impl FromIterator<(Name, Slot)> for Fields {
    fn from_iter<T: IntoIterator<Item = (Name, Slot)>>(members: T) -> Self {
        let mut fields = Self::default();
        for (name, slot) in members {
            fields.insert(name, slot);
        }
        fields
    }
}

impl IntoIterator for Fields {
    type Item = (Name, Slot);
    type IntoIter = std::vec::IntoIter<(Name, Slot)>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
