use crate::runtime::{Draft, Error, InvalidRequest, Result, Violation};

/// What a request says about streaming.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Wish {
    Stream,
    Answer,
    Unsaid,
}

impl Draft {
    fn wish(&self) -> Wish {
        let style = self.operation.stream.as_ref();
        let Some(when) = style.and_then(|style| style.when) else {
            return Wish::Unsaid;
        };
        match self.sent(when.name, when.in_body) {
            Some(value) if value == when.equals => Wish::Stream,
            Some(_) => Wish::Answer,
            None => Wish::Unsaid,
        }
    }

    /// Refuses a request for a stream, which has no single answer.
    pub(super) fn for_answer(self) -> Result<Self> {
        match self.wish() {
            Wish::Stream => Err(self.refusal("stream()")),
            Wish::Answer | Wish::Unsaid => Ok(self),
        }
    }

    /// Asks for a stream; refuses a request for something else.
    pub(super) fn for_stream(self) -> Result<Self> {
        let style = self.operation.stream.as_ref();
        match (self.wish(), style.and_then(|style| style.when)) {
            (Wish::Answer, _) => Err(self.refusal("send()")),
            (Wish::Unsaid, Some(when)) => {
                Ok(self.asking(when.name, when.equals, when.bare, when.in_body))
            }
            _ => Ok(self),
        }
    }

    /// Says that a verb is not the one for this request; nothing is sent.
    fn refusal(&self, verb: &str) -> Error {
        let when = self.operation.stream.as_ref();
        let path = match when.and_then(|style| style.when) {
            Some(when) if when.in_body => format!("body.{}", when.name),
            Some(when) => when.name.to_owned(),
            None => "stream".to_owned(),
        };
        Error::InvalidRequest(Box::new(InvalidRequest {
            operation: self.id.clone(),
            violations: vec![Violation {
                path,
                rule: format!("a value that calls for `{verb}`"),
            }],
        }))
    }
}
