use std::cmp::Ordering;

/// Which of two decimal numbers is the larger, by all their digits.
pub(super) fn compare(left: &str, right: &str) -> Ordering {
    let (left, right) = (Digits::of(left), Digits::of(right));
    match (left.is_negative, right.is_negative) {
        (false, false) => left.size().cmp(&right.size()),
        (true, true) => right.size().cmp(&left.size()),
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
    }
}

struct Digits<'t> {
    is_negative: bool,
    before: &'t str,
    behind: &'t str,
}

impl<'t> Digits<'t> {
    fn of(text: &'t str) -> Self {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (before, behind) = digits.split_once('.').unwrap_or((digits, ""));
        let (before, behind) = (before.trim_start_matches('0'), behind.trim_end_matches('0'));
        let is_zero = before.is_empty() && behind.is_empty();
        Self {
            is_negative: !is_zero && digits.len() < text.len(),
            before,
            behind,
        }
    }

    /// What orders numbers of one sign.
    const fn size(&self) -> (usize, &'t str, &'t str) {
        (self.before.len(), self.before, self.behind)
    }
}
