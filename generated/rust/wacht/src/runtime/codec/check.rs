use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};
use std::ops::RangeBounds;

use super::decimal::compare;
use super::{Encode, Leaves, Pattern};

/// A rule of the schema that a value breaks: where, and which (JSON-4).
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Violation {
    /// Where the value is: `body.title`.
    pub path: String,
    /// What it must be, in words.
    pub rule: String,
}

impl Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} must be {}", self.path, self.rule)
    }
}

/// A walk over a value that notes every rule it breaks. A rule of a scalar is one of each
/// scalar in a list or a map.
#[derive(Debug, Default)]
pub struct Checks {
    path: Vec<String>,
    found: Vec<Violation>,
}

impl Checks {
    /// A walk that begins at a named place: a parameter, or the body.
    #[must_use]
    pub fn at(place: &str) -> Self {
        let path = if place.is_empty() {
            Vec::new()
        } else {
            vec![place.to_owned()]
        };
        Self {
            path,
            found: Vec::new(),
        }
    }

    /// What was found.
    #[must_use]
    pub fn into_violations(self) -> Vec<Violation> {
        self.found
    }

    /// Looks into a member.
    pub fn nested(&mut self, name: &str, value: &impl Encode) {
        self.within(name, |at| value.check(at));
    }

    /// Looks into a member that is an object.
    pub fn inside(&mut self, name: &str, look: impl FnOnce(&mut Self)) {
        self.within(name, look);
    }

    /// Looks into every item of a list.
    pub fn each(&mut self, items: &[impl Encode]) {
        for (index, item) in items.iter().enumerate() {
            self.step(format!("[{index}]"), |at| item.check(at));
        }
    }

    /// Numbers must lie in the range.
    pub fn range<T>(&mut self, name: &str, value: &T, range: impl RangeBounds<T::Leaf>)
    where
        T: Leaves,
        T::Leaf: PartialOrd + Display + Sized,
    {
        self.within(name, |at| {
            value.leaves(at, &mut |at, number| {
                if !range.contains(number) {
                    at.violate(&words(&range, ""));
                }
            });
        });
    }

    /// Texts must have that many characters.
    pub fn length<T: Leaves<Leaf = str>>(
        &mut self,
        name: &str,
        value: &T,
        range: impl RangeBounds<usize>,
    ) {
        self.within(name, |at| {
            value.leaves(at, &mut |at, text| {
                if !range.contains(&text.chars().count()) {
                    at.violate(&words(&range, " characters long"));
                }
            });
        });
    }

    /// Texts must be one of those.
    pub fn one_of<T: Leaves<Leaf = str>>(&mut self, name: &str, value: &T, allowed: &[&str]) {
        self.within(name, |at| {
            value.leaves(at, &mut |at, text| {
                if !allowed.contains(&text) {
                    at.violate(&format!("one of {}", allowed.join(", ")));
                }
            });
        });
    }

    /// Texts must have a match of the pattern somewhere in them.
    pub fn pattern<T: Leaves<Leaf = str>>(&mut self, name: &str, value: &T, pattern: &Pattern) {
        self.within(name, |at| {
            value.leaves(at, &mut |at, text| {
                if !pattern.is_match(text) {
                    at.violate(&format!("a text that matches {}", pattern.source()));
                }
            });
        });
    }

    /// Decimal numbers must lie in the range.
    pub fn decimal<T: Leaves<Leaf = str>>(
        &mut self,
        name: &str,
        value: &T,
        range: impl RangeBounds<&'static str>,
    ) {
        use std::ops::Bound::Included;
        self.within(name, |at| {
            value.leaves(at, &mut |at, digits| {
                let is_low =
                    matches!(range.start_bound(), Included(min) if compare(digits, min).is_lt());
                let is_high =
                    matches!(range.end_bound(), Included(max) if compare(digits, max).is_gt());
                if is_low || is_high {
                    at.violate(&words(&range, ""));
                }
            });
        });
    }

    /// Bytes must be that many.
    pub fn size<T: Leaves<Leaf = [u8]>>(
        &mut self,
        name: &str,
        value: &T,
        range: impl RangeBounds<usize>,
    ) {
        self.within(name, |at| {
            value.leaves(at, &mut |at, bytes| {
                if !range.contains(&bytes.len()) {
                    at.violate(&words(&range, " bytes long"));
                }
            });
        });
    }

    /// A list, if there is one, must have that many items.
    pub fn count<'v, T: 'v>(
        &mut self,
        name: &str,
        value: impl Into<Option<&'v Vec<T>>>,
        range: impl RangeBounds<usize>,
    ) {
        let count = value.into().map(Vec::len);
        if count.is_some_and(|count| !range.contains(&count)) {
            self.within(name, |at| at.violate(&words(&range, " items long")));
        }
    }

    /// Looks into every item of a list, if there is one, that has rules as a whole.
    pub fn items<'v, T: 'v>(
        &mut self,
        name: &str,
        value: impl Into<Option<&'v Vec<T>>>,
        look: impl Fn(&mut Self, &'v T),
    ) {
        self.within(name, |at| {
            for (index, item) in value.into().into_iter().flatten().enumerate() {
                at.step(format!("[{index}]"), |at| look(at, item));
            }
        });
    }

    /// The same of a map.
    pub fn values<'v, T: 'v>(
        &mut self,
        name: &str,
        value: impl Into<Option<&'v BTreeMap<String, T>>>,
        look: impl Fn(&mut Self, &'v T),
    ) {
        self.within(name, |at| {
            for (name, value) in value.into().into_iter().flatten() {
                at.within(name, |at| look(at, value));
            }
        });
    }

    /// The value at hand breaks a rule.
    pub fn violate(&mut self, rule: &str) {
        let path = self.path.concat();
        self.found.push(Violation {
            path,
            rule: rule.to_owned(),
        });
    }

    /// One step deeper, into an item or a member.
    pub(super) fn step(&mut self, step: String, look: impl FnOnce(&mut Self)) {
        self.path.push(step);
        look(self);
        self.path.pop();
    }

    /// One step deeper, into a member; a value at hand has no name.
    pub(super) fn within(&mut self, name: &str, look: impl FnOnce(&mut Self)) {
        if name.is_empty() {
            return look(self);
        }
        let dot = if self.path.is_empty() { "" } else { "." };
        self.step(format!("{dot}{name}"), look);
    }
}

fn words<T: Display>(range: &impl RangeBounds<T>, unit: &str) -> String {
    use std::ops::Bound::Included;
    let mut words = String::new();
    // Writing to a string cannot fail.
    let _ = match (range.start_bound(), range.end_bound()) {
        (Included(min), Included(max)) => write!(words, "{min} to {max}{unit}"),
        (Included(min), _) => write!(words, "at least {min}{}", counted(min, unit)),
        (_, Included(max)) => write!(words, "at most {max}{}", counted(max, unit)),
        _ => Ok(()),
    };
    words
}

/// `1 character long`, `2 characters long`.
fn counted(count: &impl Display, unit: &str) -> String {
    if count.to_string() == "1" {
        unit.replacen("s long", " long", 1)
    } else {
        unit.to_owned()
    }
}
