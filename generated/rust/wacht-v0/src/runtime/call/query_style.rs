use super::Draft;
use crate::runtime::{Encode, Json, parse, percent_encode, scalar_text, to_plain};

/// How a query parameter is written that is a list or an object (ENC-5).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum QueryStyle {
    /// `a=1&a=2`; the members of objects in brackets.
    Repeat,
    /// `a=1,2`, the comma literal.
    Comma,
    /// `a=1%7C2`.
    Pipe,
    /// `a=1%202`.
    Space,
    /// `a[]=1&a[]=2`.
    Brackets,
    /// `a[0]=1&a[1]=2`.
    Indices,
    /// The value as JSON.
    Json,
}

impl Draft {
    /// A query parameter; a list is repeated, an object is `deep` (ENC-5). Null is left out.
    pub fn query(&mut self, name: &str, value: &(impl Encode + ?Sized)) {
        self.query_as(QueryStyle::Repeat, name, value);
    }

    /// The same with a list or an object in another style.
    pub fn query_as(&mut self, style: QueryStyle, name: &str, value: &(impl Encode + ?Sized)) {
        if value.is_absent() {
            return;
        }
        let text = to_plain(value);
        let name = percent_encode(name);
        match parse(&text) {
            Ok(Json::Null) | Err(_) => {}
            Ok(_) if style == QueryStyle::Json => self.query.push((name, percent_encode(&text))),
            Ok(Json::List(items)) => self.query.extend(listed(style, &name, &items)),
            Ok(one) => nested(name, &one, percent_encode, &mut self.query),
        }
    }

    /// A query parameter that is empty where it is null (ENC-6).
    pub fn query_null(&mut self, name: &str, value: &(impl Encode + ?Sized)) {
        if !value.is_absent() && to_plain(value) == "null" {
            self.query.push((percent_encode(name), String::new()));
        }
    }
}

fn listed(style: QueryStyle, name: &str, items: &[Json<'_>]) -> Vec<(String, String)> {
    let texts = items.iter().filter_map(scalar_text);
    let mut texts = texts.map(|text| percent_encode(&text)).peekable();
    let mut joined = |separator| {
        let is_empty = texts.peek().is_none();
        let all: Vec<_> = texts.by_ref().collect();
        if is_empty {
            Vec::new()
        } else {
            vec![(name.to_owned(), all.join(separator))]
        }
    };
    match style {
        QueryStyle::Comma => joined(","),
        QueryStyle::Pipe => joined("%7C"),
        QueryStyle::Space => joined("%20"),
        QueryStyle::Brackets => texts.map(|text| (format!("{name}[]"), text)).collect(),
        QueryStyle::Indices => texts
            .enumerate()
            .map(|(index, text)| (format!("{name}[{index}]"), text))
            .collect(),
        QueryStyle::Repeat | QueryStyle::Json => {
            texts.map(|text| (name.to_owned(), text)).collect()
        }
    }
}

/// Names and values of a nested value: names in brackets, lists by index, null left out.
pub(super) fn nested(
    name: String,
    value: &Json<'_>,
    encode: fn(&str) -> String,
    pairs: &mut Vec<(String, String)>,
) {
    match value {
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                nested(format!("{name}[{index}]"), item, encode, pairs);
            }
        }
        Json::Object(members) => {
            for (key, member) in members {
                nested(format!("{name}[{}]", encode(key)), member, encode, pairs);
            }
        }
        scalar => pairs.extend(scalar_text(scalar).map(|text| (name, encode(&text)))),
    }
}
