//! Base64 as RFC 4648 has it (JSON-13).

const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const FOR_URLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Bytes in the standard alphabet, padded, or in that for URLs, unpadded.
pub(crate) fn encode(bytes: &[u8], for_urls: bool) -> String {
    let alphabet = if for_urls { FOR_URLS } else { STANDARD };
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let digit = |shift: u32| char::from(alphabet[(bits >> shift & 63) as usize]);
        let digits = [digit(18), digit(12), digit(6), digit(0)];
        text.extend(&digits[..=chunk.len()]);
        if !for_urls {
            text.extend(std::iter::repeat_n('=', 3 - chunk.len()));
        }
    }
    text
}

/// Either alphabet, padded or not.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for chunk in digits.as_bytes().chunks(4) {
        if chunk.len() == 1 {
            return None;
        }
        let mut bits: u32 = 0;
        for index in 0..4 {
            bits = bits << 6 | chunk.get(index).map_or(Some(0), |digit| value(*digit))?;
        }
        let [_, all @ ..] = bits.to_be_bytes();
        bytes.extend_from_slice(&all[..chunk.len() - 1]);
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    let digit = match digit {
        b'-' => b'+',
        b'_' => b'/',
        other => other,
    };
    let index = STANDARD.iter().position(|other| *other == digit)?;
    u32::try_from(index).ok()
}
