/// Encodes a text for a path or a query: RFC 3986's unreserved characters stay (ENC-1).
#[must_use]
pub fn percent_encode(text: &str) -> String {
    encode(text, |_| None)
}

/// The same for a form, where a space is `+` (ENC-8).
#[must_use]
pub fn form_encode(text: &str) -> String {
    encode(text, |byte| (byte == b' ').then_some('+'))
}

fn encode(text: &str, special: impl Fn(u8) -> Option<char>) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else if let Some(character) = special(byte) {
            encoded.push(character);
        } else {
            encoded.push('%');
            encoded.push(char::from(DIGITS[usize::from(byte >> 4)]));
            encoded.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    encoded
}

/// The text that was percent-encoded.
pub(crate) fn percent_decode(text: &str) -> String {
    String::from_utf8_lossy(&percent_bytes(text)).into_owned()
}

/// The bytes that were percent-encoded.
pub(crate) fn percent_bytes(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes().iter();
    while let Some(&byte) = rest.next() {
        let pair = rest.as_slice().get(..2).filter(|_| byte == b'%');
        let pair = pair.filter(|pair| pair.iter().all(u8::is_ascii_hexdigit));
        let digits = pair.and_then(|pair| std::str::from_utf8(pair).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(decoded) => {
                bytes.push(decoded);
                rest.nth(1);
            }
            None => bytes.push(byte),
        }
    }
    bytes
}
