/// An event of a stream (SSE-6).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Event {
    /// Its type, `message` unless the stream says otherwise.
    pub name: String,
    /// Its data.
    pub data: String,
    /// The last id of the stream.
    pub id: String,
    /// Milliseconds to wait before connecting again, if the stream has said so.
    pub retry: Option<u64>,
}

/// Reads server-sent events from bytes, wherever they were cut: WHATWG HTML 9.2.6.
#[derive(Debug, Default)]
pub struct EventParser {
    /// The line under way.
    line: Vec<u8>,
    /// Whether the last byte was a carriage return: a newline behind it belongs to it (SSE-1).
    after_return: bool,
    /// Whether the first line is complete: the mark of the byte order may be before it (SSE-3).
    started: bool,
    name: String,
    data: Option<String>,
    id: String,
    /// The id of the last event that was complete.
    last_id: String,
    retry: Option<u64>,
}

impl EventParser {
    /// One for a stream that goes on behind an event.
    #[must_use]
    pub fn behind(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            last_id: id.to_owned(),
            ..Self::default()
        }
    }

    /// The id behind which the stream would go on.
    #[must_use]
    pub fn last_id(&self) -> &str {
        &self.last_id
    }

    /// Milliseconds to wait before connecting again, if the stream has said so.
    #[must_use]
    pub const fn retry(&self) -> Option<u64> {
        self.retry
    }

    /// Takes a byte; an event if that completed one.
    pub fn push(&mut self, byte: u8) -> Option<Event> {
        let continues = std::mem::replace(&mut self.after_return, byte == b'\r');
        match byte {
            b'\n' if continues => None,
            b'\n' | b'\r' => self.end_line(),
            _ => {
                self.line.push(byte);
                None
            }
        }
    }

    /// How many bytes are held: an event must not grow without bound (SSE-12).
    #[must_use]
    pub fn held(&self) -> usize {
        self.line.len() + self.data.as_ref().map_or(0, String::len)
    }

    fn end_line(&mut self) -> Option<Event> {
        let bytes = std::mem::take(&mut self.line);
        let text = String::from_utf8_lossy(&bytes);
        let is_first = !std::mem::replace(&mut self.started, true);
        let line = if is_first {
            text.strip_prefix('\u{feff}').unwrap_or(&text)
        } else {
            &text
        };
        if line.is_empty() {
            return self.dispatch();
        }
        let (name, value) = line.split_once(':').unwrap_or((line, ""));
        self.field(name, value.strip_prefix(' ').unwrap_or(value));
        None
    }

    /// SSE-5. A comment is a field without a name.
    fn field(&mut self, name: &str, value: &str) {
        match name {
            "data" => {
                let data = self.data.get_or_insert_default();
                data.push_str(value);
                data.push('\n');
            }
            "event" => value.clone_into(&mut self.name),
            "id" if !value.contains('\0') => value.clone_into(&mut self.id),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok();
            }
            _ => {}
        }
    }

    /// SSE-6: the id stays, all else is forgotten.
    fn dispatch(&mut self) -> Option<Event> {
        self.last_id.clone_from(&self.id);
        let name = std::mem::take(&mut self.name);
        let mut data = self.data.take()?;
        data.pop();
        let name = if name.is_empty() {
            "message".to_owned()
        } else {
            name
        };
        Some(Event {
            name,
            data,
            id: self.id.clone(),
            retry: self.retry,
        })
    }
}
