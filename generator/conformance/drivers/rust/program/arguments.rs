use crate::files::Holder;
use crate::outcome::Refused;
use crate::runtime::{Decode, FileInput, Json, parse};
use crate::script::Script;

/// The arguments of a call, which the client's own codecs read.
impl Script {
    pub fn path<T: Decode>(&self, name: &str) -> Result<T, Refused> {
        read(&format!("path.{name}"), self.message["path"][name].as_str())
    }

    pub fn param<T: Decode>(&self, name: &str) -> Result<T, Refused> {
        read(
            &format!("query.{name}"),
            self.message["params"][name].as_str(),
        )
    }

    /// A parameter that has a setter; none if it is not given, or if null clears it.
    pub fn given_param<T: Decode>(
        &self,
        name: &str,
        can_clear: bool,
    ) -> Result<Option<T>, Refused> {
        let given = self.message["params"][name].as_str();
        optional(&format!("query.{name}"), given, can_clear)
    }

    pub fn clears_param(&self, name: &str) -> bool {
        self.message["params"][name] == "null"
    }

    pub fn body<T: Decode>(&self) -> Result<T, Refused> {
        read(
            "body",
            Some(self.message["body"].as_str().unwrap_or("null")),
        )
    }

    /// The media type that a body is wanted in; empty for the first one.
    pub fn media(&self) -> &str {
        self.message["media"].as_str().unwrap_or_default()
    }

    /// A body, or a part of one, with its files in their places.
    pub fn filled<T: Holder>(&self, value: T) -> T {
        value.with(&self.files)
    }

    pub fn has_body(&self) -> bool {
        self.message["body"].is_string()
    }

    fn body_file(&self) -> Result<FileInput, Refused> {
        self.body().map(|file: FileInput| self.filled(file))
    }

    /// An object that a file can stand for, given as that or as the file.
    pub fn body_or_file<T: Decode + From<FileInput>>(&self) -> Result<T, Refused> {
        match self.message["body"].as_str() {
            Some(text) if text.starts_with('"') => self.body_file().map(T::from),
            _ => self.body(),
        }
    }

    fn field(&self, name: &str) -> Option<String> {
        let body = self.message["body"].as_str()?;
        let json = parse(body).ok()?;
        let Json::Object(members) = json else {
            return None;
        };
        let (_, value) = members.iter().find(|(key, _)| key == name)?;
        Some(value.to_value().to_string())
    }

    pub fn given_field<T: Decode>(
        &self,
        name: &str,
        can_clear: bool,
    ) -> Result<Option<T>, Refused> {
        optional(
            &format!("body.{name}"),
            self.field(name).as_deref(),
            can_clear,
        )
    }

    pub fn clears_field(&self, name: &str) -> bool {
        self.field(name).as_deref() == Some("null")
    }
}

fn read<T: Decode>(place: &str, text: Option<&str>) -> Result<T, Refused> {
    let text = text.unwrap_or("null");
    let value = parse(text).and_then(|json| T::decode(&json));
    value.map_err(|mismatch| Refused::new(place, &mismatch))
}

fn optional<T: Decode>(
    place: &str,
    text: Option<&str>,
    can_clear: bool,
) -> Result<Option<T>, Refused> {
    match text {
        None => Ok(None),
        Some("null") if can_clear => Ok(None),
        Some(text) => read(place, Some(text)).map(Some),
    }
}
