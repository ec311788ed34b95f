/// The target of the first link to the next page in a `Link` header (RFC 8288). Links of
/// something else than the page, which `anchor` names, do not count.
pub(super) fn next_link(header: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, link)) = rest.split_once('<') {
        let (target, behind) = link.split_once('>')?;
        let (parameters, others) = parameters(behind);
        let find = |name: &str| parameters.iter().find(|(key, _)| key == name);
        let is_next = find("rel").is_some_and(|(_, value)| {
            let mut relations = value.split_whitespace();
            relations.any(|relation| relation.eq_ignore_ascii_case("next"))
        });
        if is_next && find("anchor").is_none() {
            return Some(target.to_owned());
        }
        rest = others;
    }
    None
}

/// The parameters behind a link, and the links behind them.
fn parameters(text: &str) -> (Vec<(String, String)>, &str) {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while let Some(parameter) = rest.strip_prefix(';') {
        let end = parameter.find(['=', ';', ',']).unwrap_or(parameter.len());
        let name = parameter[..end].trim().to_ascii_lowercase();
        let (value, behind) = match parameter[end..].strip_prefix('=') {
            Some(value) => word(value.trim_start()),
            None => (String::new(), &parameter[end..]),
        };
        found.push((name, value));
        rest = behind.trim_start();
    }
    (found, rest)
}

/// A token or a text in quotes, and what is behind it.
fn word(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        return (text[..end].trim().to_owned(), &text[end..]);
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(characters.next().map(|(_, escaped)| escaped)),
            plain => value.push(plain),
        }
    }
    (value, "")
}
