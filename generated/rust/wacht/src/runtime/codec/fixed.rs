//! Numbers as whole counts of a decimal fraction of one, without floating point.

/// How often a JSON number has `10^-places`, what is smaller cut off; none if that is too often.
pub(super) fn units_of(digits: &str, places: u32) -> Option<i128> {
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all: i128 = format!("{before}{behind}").parse().ok()?;
    let behind = i32::try_from(behind.len()).ok()?;
    let shift = exponent.checked_add(i32::try_from(places).ok()?)? - behind;
    let Ok(up) = u32::try_from(shift) else {
        let down = 10_i128.checked_pow(shift.unsigned_abs());
        return Some(down.map_or(0, |down| all / down));
    };
    if all == 0 {
        return Some(0);
    }
    all.checked_mul(10_i128.checked_pow(up)?)
}

/// That many times `10^-places` as a JSON number, with as many digits as needed.
pub(super) fn digits_of(units: i128, places: u32) -> String {
    let one = 10_u128.pow(places);
    let sign = if units < 0 { "-" } else { "" };
    let (whole, rest) = (units.unsigned_abs() / one, units.unsigned_abs() % one);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let fraction = format!("{rest:0width$}", width = places as usize);
    format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
}
