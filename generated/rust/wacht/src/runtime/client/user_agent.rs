use std::env::consts::{ARCH, OS};

use super::Service;

/// `wacht-rust/0.2.0 (linux; x86_64) heddle`, and what the program adds (UA-1).
pub(super) fn user_agent(service: &Service, product: Option<&str>) -> String {
    let own = format!(
        "{}-rust/{} ({OS}; {ARCH}; rust/unknown) heddle",
        token(service.name),
        token(service.version)
    );
    match product {
        Some(product) => format!("{own} {product}"),
        None => own,
    }
}

/// A token of RFC 9110.
fn token(text: &str) -> String {
    let is_tchar = |character: char| {
        character.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(character)
    };
    text.chars()
        .map(|character| if is_tchar(character) { character } else { '_' })
        .collect()
}
