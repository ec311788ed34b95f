//! Writes what happens: plain lines in three weights. `NO_COLOR` and `FORCE_COLOR` decide, else whether a person looks.

use std::env;
use std::io::{IsTerminal, Write, stdout};

fn styled(code: u8, text: &str) -> String {
    let is_set = |name| env::var(name).is_ok_and(|value| !value.is_empty());
    let is_forced = env::var("FORCE_COLOR").is_ok_and(|value| value != "0");
    let coloured = !is_set("NO_COLOR")
        && if is_set("FORCE_COLOR") {
            is_forced
        } else {
            stdout().is_terminal()
        };
    if coloured {
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    } else {
        text.to_string()
    }
}

/// A chapter: what is about to be shown.
pub fn chapter(title: &str) {
    println!("\n{}", styled(1, title));
}

/// A call, as it stands in the source.
pub fn call(text: &str) {
    println!("{}", styled(36, &format!("  {text}")));
}

/// What came of it, in columns.
pub fn outcome(columns: &[&str]) {
    let widths = [15, 26, 8].into_iter().chain(std::iter::repeat(0));
    let padded: Vec<String> = columns
        .iter()
        .zip(widths)
        .map(|(column, width)| format!("{column:width$}"))
        .collect();
    println!("    {}", padded.join("  ").trim_end());
}

/// A remark beside the story.
pub fn remark(text: &str) {
    println!("{}", styled(2, &format!("  {text}")));
}

/// Text without a line end, as it arrives.
pub fn piece(text: &str) {
    print!("{text}");
    // Whoever does not read the rest of the story does not miss this either.
    let _ = stdout().flush();
}
