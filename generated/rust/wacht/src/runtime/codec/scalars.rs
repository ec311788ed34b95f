use super::{Decode, Encode, Json, Mismatch, Writer};

impl Decode for String {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        match json {
            Json::String(text) => Ok(text.clone().into_owned()),
            other => Err(other.mismatch("a string")),
        }
    }
}

impl Encode for String {
    fn encode(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl Encode for str {
    fn encode(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl Decode for bool {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        match json {
            Json::Bool(value) => Ok(*value),
            other => Err(other.mismatch("a boolean")),
        }
    }
}

impl Encode for bool {
    fn encode(&self, out: &mut Writer) {
        out.raw(self);
    }
}

macro_rules! integers {
    ($($type:ident),*) => {$(
        impl Decode for $type {
            fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
                let Json::Number(digits) = json else {
                    return Err(json.mismatch("an integer"));
                };
                whole(digits)
                    .and_then(|digits| digits.parse().ok())
                    .ok_or_else(|| Mismatch::new(concat!("an integer (", stringify!($type), ")"), digits))
            }
        }

        impl Encode for $type {
            fn encode(&self, out: &mut Writer) {
                out.raw(self);
            }
        }
    )*};
}

integers!(i32, i64, u32, u64);

/// The digits of a number without a fraction: JSON has one number type, and `1.0` and `1e2`
/// are integers (JSON-6).
fn whole(digits: &str) -> Option<String> {
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let point = i32::try_from(before.len()).ok()?.checked_add(exponent)?;
    let all = format!("{before}{behind}");
    let sign = usize::from(all.starts_with('-'));
    let end = usize::try_from(point).unwrap_or(0);
    if all
        .get(end.max(sign)..)
        .is_some_and(|rest| rest.bytes().any(|digit| digit != b'0'))
    {
        return None;
    }
    if end <= sign || all[sign..].bytes().all(|digit| digit == b'0') {
        return Some("0".to_owned());
    }
    if end > 32 {
        return None;
    }
    Some(if end <= all.len() {
        all[..end].to_owned()
    } else {
        format!("{all:0<end$}")
    })
}

macro_rules! floats {
    ($($type:ident),*) => {$(
        impl Decode for $type {
            fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
                let Json::Number(digits) = json else {
                    return Err(json.mismatch("a number"));
                };
                let value: Option<Self> = digits.parse().ok();
                value
                    .filter(|value| value.is_finite())
                    .ok_or_else(|| Mismatch::new(concat!("a number (", stringify!($type), ")"), digits))
            }
        }

        /// The shortest digits that give the same number, without an exponent within 1e-6 to
        /// 1e21 (ENC-4); what is not finite is null here and was refused before (JSON-3).
        impl Encode for $type {
            fn encode(&self, out: &mut Writer) {
                let size = self.abs();
                if !self.is_finite() {
                    out.raw("null");
                } else if size != 0.0 && !(1e-6..1e21).contains(&size) {
                    out.raw(format_args!("{self:e}"));
                } else {
                    out.raw(self);
                }
            }
        }
    )*};
}

floats!(f32, f64);
