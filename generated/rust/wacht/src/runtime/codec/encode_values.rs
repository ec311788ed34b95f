use std::collections::BTreeMap;

use serde_json::Value;

use super::{Checks, Encode, Writer};
use crate::runtime::Parts;

impl Encode for Value {
    fn encode(&self, out: &mut Writer) {
        out.raw(self);
    }
}

/// A value that is sent as its schema's default where it is absent.
#[derive(Clone, Copy, Debug)]
pub struct Defaulted<'v, T> {
    value: &'v T,
    default: &'static str,
}

impl<'v, T: Encode> Defaulted<'v, T> {
    /// The value, or else that JSON.
    pub const fn new(value: &'v T, default: &'static str) -> Self {
        Self { value, default }
    }
}

impl<T: Encode> Encode for Defaulted<'_, T> {
    fn encode(&self, out: &mut Writer) {
        if self.value.is_absent() {
            out.raw(self.default);
        } else {
            self.value.encode(out);
        }
    }
}

impl<T: Encode> Encode for Option<T> {
    fn encode(&self, out: &mut Writer) {
        match self {
            Some(value) => value.encode(out),
            None => out.raw("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn check(&self, at: &mut Checks) {
        if let Some(value) = self {
            value.check(at);
        }
    }

    fn part(&self, parts: &mut Parts) {
        if let Some(value) = self {
            value.part(parts);
        }
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self, out: &mut Writer) {
        (**self).encode(out);
    }

    fn check(&self, at: &mut Checks) {
        (**self).check(at);
    }

    fn part(&self, parts: &mut Parts) {
        (**self).part(parts);
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, out: &mut Writer) {
        out.list(self);
    }

    fn check(&self, at: &mut Checks) {
        at.each(self);
    }

    fn part(&self, parts: &mut Parts) {
        for item in self {
            item.part(parts);
        }
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self, out: &mut Writer) {
        let mut object = out.object();
        for (name, value) in self {
            object.required(name, value);
        }
    }

    fn check(&self, at: &mut Checks) {
        for (name, value) in self {
            at.nested(name, value);
        }
    }
}
