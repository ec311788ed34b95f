use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{Decode, Encode, InvalidValue, Json, Mismatch, Writer};

const EXPECTED: &str = "a date and time";

/// An instant, as RFC 3339 writes it (JSON-12).
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct DateTime {
    /// Since 1970, rounded down.
    seconds: i64,
    nanos: u32,
}

/// Nanoseconds in one.
const SECOND: u32 = 1_000_000_000;

impl DateTime {
    /// The instant that many seconds after 1970, or before it, and nanoseconds later; a whole
    /// second of them counts as one.
    #[must_use]
    pub const fn from_unix(seconds: i64, nanos: u32) -> Self {
        Self {
            seconds: seconds.saturating_add((nanos / SECOND) as i64),
            nanos: nanos % SECOND,
        }
    }

    /// Whole seconds since 1970, rounded down.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.seconds
    }

    /// Nanoseconds since 1970.
    #[must_use]
    pub const fn unix_nanos(self) -> i128 {
        self.seconds as i128 * SECOND as i128 + self.nanos as i128
    }

    /// The instant that many nanoseconds after 1970, or before it; none beyond 64 bits of
    /// seconds.
    #[must_use]
    pub fn from_unix_nanos(nanos: i128) -> Option<Self> {
        let second = i128::from(SECOND);
        let seconds = i64::try_from(nanos.div_euclid(second)).ok()?;
        let nanos = u32::try_from(nanos.rem_euclid(second)).ok()?;
        Some(Self { seconds, nanos })
    }

    /// Nanoseconds behind [`unix`](Self::unix).
    #[must_use]
    pub const fn nanos(self) -> u32 {
        self.nanos
    }
}

impl From<SystemTime> for DateTime {
    fn from(time: SystemTime) -> Self {
        let whole = |duration: Duration| i64::try_from(duration.as_secs()).unwrap_or(i64::MAX);
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self::from_unix(whole(after), after.subsec_nanos()),
            Err(before) if before.duration().subsec_nanos() == 0 => {
                Self::from_unix(-whole(before.duration()), 0)
            }
            Err(before) => {
                let before = before.duration();
                Self::from_unix(-whole(before) - 1, 1_000_000_000 - before.subsec_nanos())
            }
        }
    }
}

impl FromStr for DateTime {
    type Err = InvalidValue;

    fn from_str(text: &str) -> Result<Self, InvalidValue> {
        read(text).ok_or(InvalidValue::new(EXPECTED))
    }
}

impl TryFrom<&str> for DateTime {
    type Error = InvalidValue;

    fn try_from(text: &str) -> Result<Self, InvalidValue> {
        text.parse()
    }
}

fn read(text: &str) -> Option<DateTime> {
    let number = |from: usize, to: usize| -> Option<i64> {
        let digits = text.get(from..to)?;
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| digits.parse().ok())?
    };
    let mark =
        |at: usize, marks: &str| text.get(at..=at).is_some_and(|found| marks.contains(found));
    if !(mark(4, "-") && mark(7, "-") && mark(10, "Tt") && mark(13, ":") && mark(16, ":")) {
        return None;
    }
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let is_valid = (1..=12).contains(&month) && hour < 24 && minute < 60 && second <= 60;
    if !is_valid {
        return None;
    }
    let rest = text.get(19..)?;
    let digits = rest.strip_prefix('.').map_or(0, |part| {
        part.bytes().take_while(u8::is_ascii_digit).count()
    });
    let (fraction, zone) = if digits == 0 {
        ("", rest)
    } else {
        (&rest[1..=digits], &rest[digits + 1..])
    };
    if digits > 9 {
        return None;
    }
    let nanos = format!("{fraction:0<9}").parse().ok()?;
    let days = days_since_1970(year, month, day);
    if civil(days) != (year, month, day) {
        return None;
    }
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset(zone)?;
    Some(DateTime { seconds, nanos })
}

/// Seconds that a zone is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    if matches!(zone, "Z" | "z") {
        return Some(0);
    }
    let (hours, minutes) = zone.get(1..)?.split_once(':')?;
    let part = |digits: &str, below: i64| -> Option<i64> {
        let is_pair = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        let value = is_pair.then(|| digits.parse().ok())??;
        (value < below).then_some(value)
    };
    let size = part(hours, 24)? * 3600 + part(minutes, 60)? * 60;
    match zone.as_bytes().first() {
        Some(b'+') => Some(size),
        Some(b'-') => Some(-size),
        _ => None,
    }
}

/// In UTC, with as many digits of a second as needed.
impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, second) = (
            self.seconds.div_euclid(86_400),
            self.seconds.rem_euclid(86_400),
        );
        let (year, month, day) = civil(days);
        let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
        write!(
            f,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
        )?;
        if self.nanos > 0 {
            let digits = format!("{:09}", self.nanos);
            write!(f, ".{}", digits.trim_end_matches('0'))?;
        }
        f.write_str("Z")
    }
}

/// Days of the Gregorian calendar, by Howard Hinnant's formulas.
pub(crate) const fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719_468
}

const fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day)
}

impl Decode for DateTime {
    fn decode(json: &Json<'_>) -> Result<Self, Mismatch> {
        match json {
            Json::String(text) => text.parse().map_err(|_| Mismatch::new(EXPECTED, text)),
            other => Err(other.mismatch(EXPECTED)),
        }
    }
}

impl Encode for DateTime {
    fn encode(&self, out: &mut Writer) {
        out.string(&self.to_string());
    }
}

crate::serde_codec!(DateTime);
