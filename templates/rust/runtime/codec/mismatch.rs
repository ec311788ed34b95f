use std::fmt;

/// A value that is not what its type says: where, what was expected, what was there (JSON-6).
#[derive(Clone, Debug, PartialEq)]
pub struct Mismatch(Box<Details>);

#[derive(Clone, Debug, PartialEq)]
struct Details {
    /// Steps to the value, the innermost first: it is found on the way out.
    path: Vec<Step>,
    expected: String,
    found: String,
}

#[derive(Clone, Debug, PartialEq)]
enum Step {
    Member(String),
    Item(usize),
    /// Not in the body at all.
    Header(&'static str),
}

impl Mismatch {
    /// A mismatch at the value at hand.
    #[must_use]
    pub fn new(expected: &str, found: &str) -> Self {
        Self(Box::new(Details {
            path: Vec::new(),
            expected: expected.to_owned(),
            found: found.to_owned(),
        }))
    }

    /// A tag that none of the known variants has.
    #[must_use]
    pub fn unknown_variant(tag: &str, found: &str, known: &[&str]) -> Self {
        let expected = format!("one of `{}`", known.join("`, `"));
        Self::new(&expected, &format!("`{found}`")).in_member(tag)
    }

    /// The same seen from the object that the value is a member of.
    #[must_use]
    pub fn in_member(mut self, name: &str) -> Self {
        self.0.path.push(Step::Member(name.to_owned()));
        self
    }

    /// The same seen from the list that the value is an item of.
    #[must_use]
    pub fn in_item(mut self, index: usize) -> Self {
        self.0.path.push(Step::Item(index));
        self
    }

    /// The same of a header.
    #[must_use]
    pub fn in_header(mut self, name: &'static str) -> Self {
        self.0.path.push(Step::Header(name));
        self
    }

    /// Where the value is: `$.data[0].title`; `$` for the root.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = "$".to_owned();
        for step in self.0.path.iter().rev() {
            match step {
                Step::Member(name) => path = path + "." + name,
                Step::Item(index) => path = format!("{path}[{index}]"),
                Step::Header(name) => (*name).clone_into(&mut path),
            }
        }
        path
    }

    /// What should have been there.
    #[must_use]
    pub fn expected(&self) -> &str {
        &self.0.expected
    }

    /// What was there.
    #[must_use]
    pub fn found(&self) -> &str {
        &self.0.found
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details {
            expected, found, ..
        } = &*self.0;
        let path = self.path();
        write!(f, "{path}: expected {expected}, found {found}")
    }
}
