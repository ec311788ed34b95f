use std::collections::BTreeMap;

use super::{Checks, Nullable};

/// The scalars in a value: one, or those of a list or a map, at any depth.
pub trait Leaves {
    /// The type of each.
    type Leaf: ?Sized;

    /// Visits each at its place.
    fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &Self::Leaf));
}

macro_rules! leaf {
    ($($type:ty: $leaf:ty),*) => {$(
        impl Leaves for $type {
            type Leaf = $leaf;

            fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &Self::Leaf)) {
                visit(at, self);
            }
        }
    )*};
}

leaf!(String: str, i32: i32, i64: i64, u32: u32, u64: u64, f32: f32, f64: f64);

impl<T: Leaves> Leaves for Option<T> {
    type Leaf = T::Leaf;

    fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &Self::Leaf)) {
        if let Some(value) = self {
            value.leaves(at, visit);
        }
    }
}

impl<T: Leaves> Leaves for Nullable<T> {
    type Leaf = T::Leaf;

    fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &Self::Leaf)) {
        if let Self::Value(value) = self {
            value.leaves(at, visit);
        }
    }
}

impl<T: Leaves> Leaves for Vec<T> {
    type Leaf = T::Leaf;

    fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &Self::Leaf)) {
        for (index, item) in self.iter().enumerate() {
            at.step(format!("[{index}]"), |at| item.leaves(at, visit));
        }
    }
}

impl<T: Leaves> Leaves for BTreeMap<String, T> {
    type Leaf = T::Leaf;

    fn leaves(&self, at: &mut Checks, visit: &mut dyn FnMut(&mut Checks, &Self::Leaf)) {
        for (name, value) in self {
            at.within(name, |at| value.leaves(at, visit));
        }
    }
}
