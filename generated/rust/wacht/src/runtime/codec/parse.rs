use std::borrow::Cow;

use super::{Json, Mismatch};

/// Levels that a value may be nested (JSON-14).
const DEEPEST: usize = 128;

/// Reads a JSON text: RFC 8259, a leading BOM allowed, and nothing behind the value.
///
/// # Errors
///
/// What is not JSON, or is nested more than 128 levels deep.
pub fn parse(text: &str) -> Result<Json<'_>, Mismatch> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut parser = Parser { text, at: 0 };
    let value = parser.value(0)?;
    parser.space();
    if parser.at < text.len() {
        return Err(parser.unexpected("the end of the text"));
    }
    Ok(value)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn value(&mut self, depth: usize) -> Result<Json<'a>, Mismatch> {
        if depth > DEEPEST {
            return Err(Mismatch::new("at most 128 levels", "more"));
        }
        self.space();
        match self.peek() {
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(self.unexpected("a JSON value")),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json<'a>, Mismatch> {
        let mut members = Vec::new();
        self.at += 1;
        self.space();
        if self.eat(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.unexpected("a member's name"));
            }
            let name = self.string()?;
            self.space();
            if !self.eat(b':') {
                return Err(self.unexpected("a colon"));
            }
            members.push((name, self.value(depth)?));
            self.space();
            if self.eat(b'}') {
                return Ok(Json::Object(members));
            }
            if !self.eat(b',') {
                return Err(self.unexpected("a comma or `}`"));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Json<'a>, Mismatch> {
        let mut items = Vec::new();
        self.at += 1;
        self.space();
        if self.eat(b']') {
            return Ok(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.space();
            if self.eat(b']') {
                return Ok(Json::List(items));
            }
            if !self.eat(b',') {
                return Err(self.unexpected("a comma or `]`"));
            }
        }
    }

    fn number(&mut self) -> Result<Json<'a>, Mismatch> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if self.eat(b'e') || self.eat(b'E') {
            let _ = self.eat(b'+') || self.eat(b'-');
            self.digits()?;
        }
        Ok(Json::Number(&self.text[start..self.at]))
    }

    fn digits(&mut self) -> Result<(), Mismatch> {
        if !self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            return Err(self.unexpected("a digit"));
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Mismatch> {
        self.at += 1;
        let start = self.at;
        let mut text = Cow::Borrowed("");
        let mut from = start;
        loop {
            match self.peek() {
                Some(b'"') => {
                    let piece = &self.text[from..self.at];
                    self.at += 1;
                    return Ok(if from == start {
                        Cow::Borrowed(piece)
                    } else {
                        text + piece
                    });
                }
                Some(b'\\') => {
                    text += &self.text[from..self.at];
                    text.to_mut().push(self.escape()?);
                    from = self.at;
                }
                Some(0x20..) => self.at += 1,
                _ => return Err(self.unexpected("the end of the string")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Mismatch> {
        self.at += 1;
        let escaped = self.peek();
        self.at += 1;
        Ok(match escaped {
            Some(plain @ (b'"' | b'\\' | b'/')) => plain.into(),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => self.unicode()?,
            _ => return Err(self.unexpected("an escape")),
        })
    }

    /// A code point, or U+FFFD for half a surrogate pair: it has no place in a Rust string.
    fn unicode(&mut self) -> Result<char, Mismatch> {
        let first = self.hex()?;
        if (0xd800..0xdc00).contains(&first) && self.text[self.at..].starts_with("\\u") {
            let back = self.at;
            self.at += 2;
            let second = self.hex()?;
            if (0xdc00..0xe000).contains(&second) {
                let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = back;
        }
        Ok(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hex(&mut self) -> Result<u32, Mismatch> {
        let digits = self.text.get(self.at..self.at + 4);
        let all_hex = |text: &&str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = digits
            .filter(all_hex)
            .map(|text| u32::from_str_radix(text, 16));
        self.at += 4;
        match code {
            Some(Ok(code)) => Ok(code),
            _ => Err(self.unexpected("four hexadecimal digits")),
        }
    }

    fn word(&mut self, word: &str, value: Json<'a>) -> Result<Json<'a>, Mismatch> {
        if !self.text[self.at..].starts_with(word) {
            return Err(self.unexpected("a JSON value"));
        }
        self.at += word.len();
        Ok(value)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn unexpected(&self, expected: &str) -> Mismatch {
        let at = self.at.min(self.text.len());
        Mismatch::new(expected, &format!("something else at byte {at}"))
    }
}
