use crate::runtime::{Draft, Json, percent_encode};

/// How a list goes on (PAGE-1); names are those of parameters and of fields on the wire.
#[derive(Clone, Copy, Debug)]
pub enum PageStyle {
    /// By the number of items before the page.
    Offset {
        /// Dotted path to the items.
        items: &'static str,
        /// Dotted path to whether there are more.
        more: Option<&'static str>,
        /// The parameter, and the field that echoes it.
        limit: &'static str,
        /// The parameter, and the field that echoes it.
        offset: &'static str,
    },
}

/// What comes after a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// Nothing.
    End,
    /// The page for these parameters.
    Parameters(Vec<(&'static str, String)>),
}

impl PageStyle {
    /// What comes after the page that `body` is, asked for by `draft` (PAGE-3, PAGE-4).
    #[must_use]
    pub fn next(&self, body: &Json<'_>, draft: &Draft) -> Next {
        let Self::Offset {
            items,
            more,
            limit,
            offset,
        } = *self;
        let Some(Json::List(items)) = body.at(items) else {
            return Next::End;
        };
        let has_more = more.and_then(|path| body.at(path));
        let number = |name: &str| match body.at(name) {
            Some(Json::Number(digits)) => digits.parse::<usize>().ok(),
            _ => sent(draft, name),
        };
        let is_last = match has_more {
            Some(Json::Bool(more)) => !more,
            _ => number(limit).is_none_or(|limit| items.len() < limit),
        };
        if is_last || items.is_empty() {
            return Next::End;
        }
        let next = number(offset).unwrap_or(0) + items.len();
        Next::Parameters(vec![(offset, next.to_string())])
    }
}

fn sent(draft: &Draft, name: &str) -> Option<usize> {
    let name = percent_encode(name);
    let (_, value) = draft.query.iter().find(|(key, _)| *key == name)?;
    value.parse().ok()
}

impl Draft {
    /// The same request with other values of some parameters.
    pub(crate) fn with_parameters(&self, parameters: &[(&'static str, String)]) -> Self {
        let mut draft = self.clone();
        for (name, value) in parameters {
            let pair = (percent_encode(name), percent_encode(value));
            match draft.query.iter_mut().find(|(key, _)| *key == pair.0) {
                Some(found) => *found = pair,
                None => draft.query.push(pair),
            }
        }
        draft
    }
}
