use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{Checks, Decode, Defaulted, Encode, Json, Mismatch, Writer, json, parse};

/// A type whose members can lie in one object together with others: a record, or a union
/// with its tag inside.
pub trait Members: Sized {
    /// Takes the members from an object.
    ///
    /// # Errors
    ///
    /// The first mismatch.
    fn read(object: &mut ObjectReader<'_, '_>) -> Result<Self, Mismatch>;

    /// Writes them in the order of the schema (JSON-1).
    fn write(&self, object: &mut ObjectWriter<'_>);

    /// Notes which of the schema's rules they break (JSON-4).
    fn check(&self, at: &mut Checks) {
        let _ = at;
    }
}

/// An object while its members are taken from it.
#[derive(Debug)]
pub struct ObjectReader<'j, 'a> {
    members: &'j [(Cow<'a, str>, Json<'a>)],
    taken: Vec<bool>,
    /// Members that lead to the object, from where its union lies.
    within: Vec<String>,
}

impl<'a> Json<'a> {
    /// The members of an object.
    ///
    /// # Errors
    ///
    /// A mismatch if it is something else.
    pub fn object<'j>(&'j self) -> Result<ObjectReader<'j, 'a>, Mismatch> {
        match self {
            Json::Object(members) => Ok(ObjectReader {
                members,
                taken: vec![false; members.len()],
                within: Vec::new(),
            }),
            other => Err(other.mismatch("an object")),
        }
    }
}

impl<'a> Json<'a> {
    /// The members of an object that has all of these; none if it is something else.
    #[must_use]
    pub fn object_with<'j>(&'j self, names: &[&str]) -> Option<ObjectReader<'j, 'a>> {
        let object = self.object().ok();
        object.filter(|object| names.iter().all(|name| object.has(name)))
    }
}

impl<'j, 'a> ObjectReader<'j, 'a> {
    /// Takes a member; of several with one name the last counts (JSON-14).
    pub fn take(&mut self, name: &str) -> Option<&'j Json<'a>> {
        let mut found = None;
        for ((key, value), taken) in self.members.iter().zip(&mut self.taken) {
            if key == name {
                *taken = true;
                found = Some(value);
            }
        }
        found
    }

    /// A member that must be there.
    ///
    /// # Errors
    ///
    /// A mismatch if it is absent, or not of its type.
    pub fn required<T: Decode>(&mut self, name: &str) -> Result<T, Mismatch> {
        let value = match self.take(name) {
            Some(value) => T::decode(value),
            None => Err(Mismatch::new("a value", "nothing")),
        };
        value.map_err(|found| self.outward(found.in_member(name)))
    }

    fn outward(&self, found: Mismatch) -> Mismatch {
        let names = self.within.iter().rev();
        names.fold(found, |found, name| found.in_member(name))
    }

    /// A member that may be absent: what that is, its type says by its default. Null is the
    /// same to an `Option`, and another thing to a [`Nullable`](super::Nullable).
    ///
    /// # Errors
    ///
    /// A mismatch if it is not of its type.
    pub fn optional<T: Decode + Default>(&mut self, name: &str) -> Result<T, Mismatch> {
        match self.take(name) {
            Some(value) => T::decode(value).map_err(|found| self.outward(found.in_member(name))),
            None => Ok(T::default()),
        }
    }

    /// The object that is a member; none if there is no such member.
    ///
    /// # Errors
    ///
    /// A mismatch if it is something else.
    pub fn inner(&mut self, name: &str) -> Result<Option<ObjectReader<'j, 'a>>, Mismatch> {
        let Some(value) = self.take(name) else {
            return Ok(None);
        };
        let object = value.object();
        let mut object = object.map_err(|found| self.outward(found.in_member(name)))?;
        object.within = [self.within.as_slice(), &[name.to_owned()]].concat();
        Ok(Some(object))
    }

    /// The same for a member that must be there.
    ///
    /// # Errors
    ///
    /// A mismatch if it is absent, or something else.
    pub fn content(&mut self, name: &str) -> Result<ObjectReader<'j, 'a>, Mismatch> {
        let absent = || Mismatch::new("a value", "nothing").in_member(name);
        self.inner(name)?.ok_or_else(|| self.outward(absent()))
    }

    /// The text that says which variant of a union the object is.
    ///
    /// # Errors
    ///
    /// A mismatch if it is absent, or no string.
    pub fn tag(&mut self, name: &str) -> Result<String, Mismatch> {
        self.required(name)
    }

    /// Holds the object to one of the variants whose names are those of its members (JSON-9).
    ///
    /// # Errors
    ///
    /// A mismatch if there are several.
    pub fn one_of(&self, names: &[&str]) -> Result<(), Mismatch> {
        if names.iter().filter(|name| self.has(name)).count() > 1 {
            return Err(self.outward(Mismatch::new("one variant", "several")));
        }
        Ok(())
    }

    /// Whether there is such a member.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.members.iter().any(|(key, _)| key == name)
    }

    /// What nobody has taken (JSON-7).
    pub fn rest(&mut self) -> Map<String, Value> {
        json::object(self.left())
    }

    /// The same, all of one type.
    ///
    /// # Errors
    ///
    /// The first mismatch.
    pub fn rest_of<T: Decode>(&mut self) -> Result<BTreeMap<String, T>, Mismatch> {
        let left = self.left().map(|(name, value)| {
            let value = T::decode(value).map_err(|found| found.in_member(name))?;
            Ok((name.clone().into_owned(), value))
        });
        left.collect()
    }

    /// What nobody has taken, as it came; of members of one name the last.
    pub(super) fn left(
        &mut self,
    ) -> impl Iterator<Item = &'j (Cow<'a, str>, Json<'a>)> + use<'j, 'a> {
        let taken = std::mem::take(&mut self.taken);
        let members = std::mem::take(&mut self.members);
        members
            .iter()
            .zip(taken)
            .filter(|(_, taken)| !taken)
            .map(|(member, _)| member)
    }
}

/// An object while it is written; dropping it writes its end.
#[derive(Debug)]
pub struct ObjectWriter<'a> {
    out: &'a mut Writer,
    is_empty: bool,
}

impl<'a> ObjectWriter<'a> {
    pub(super) fn new(out: &'a mut Writer) -> Self {
        out.raw('{');
        Self {
            out,
            is_empty: true,
        }
    }

    /// Writes a member.
    pub fn required(&mut self, name: &str, value: &(impl Encode + ?Sized)) {
        if self.out.part(name, value) {
            return;
        }
        if !std::mem::take(&mut self.is_empty) {
            self.out.raw(',');
        }
        self.out.string(name);
        self.out.raw(':');
        value.encode(self.out);
    }

    /// Writes a member unless it is absent.
    pub fn optional(&mut self, name: &str, value: &impl Encode) {
        if !value.is_absent() {
            self.required(name, value);
        }
    }

    /// Writes a member that is an object.
    pub fn inner(&mut self, name: &str, write: impl FnOnce(&mut ObjectWriter<'_>)) {
        if let Some(parts) = self.out.parts() {
            parts.object(name, write);
            return;
        }
        if !std::mem::take(&mut self.is_empty) {
            self.out.raw(',');
        }
        self.out.string(name);
        self.out.raw(':');
        write(&mut self.out.object());
    }

    /// Writes a member that may be absent, and is sent as its default then (JSON-1). Where
    /// values are kept and not sent, absent is absent.
    pub fn defaulted(&mut self, name: &str, value: &impl Encode, default: &'static str) {
        if self.out.is_kept() {
            self.optional(name, value);
        } else {
            self.required(name, &Defaulted::new(value, default));
        }
    }

    /// Writes a member whose value is JSON text already.
    pub(super) fn raw(&mut self, name: &str, text: &str) {
        if let Ok(value) = parse(text) {
            self.required(name, &value);
        }
    }

    /// Writes the text that says which variant of a union the object is.
    pub fn tag(&mut self, name: &str, tag: &str) {
        self.required(name, tag);
    }

    /// Writes members that the schema does not name.
    pub fn rest<'m, T: Encode + 'm>(
        &mut self,
        members: impl IntoIterator<Item = (&'m String, &'m T)>,
    ) {
        for (name, value) in members {
            self.required(name, value);
        }
    }
}

impl Drop for ObjectWriter<'_> {
    fn drop(&mut self) {
        self.out.raw('}');
    }
}
