// SPDX-License-Identifier: AGPL-3.0-or-later
//! Shapes of codes: a small pattern that offices can write.

/// A shape of codes: `9` a digit, `A` a letter, `X` a letter or digit, `X*` and `9*` one or more of them, `*` the
/// rest of letters, digits and underscores; other characters stand for themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shape(Vec<Part>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Digit,
    Letter,
    Either,
    Digits,
    Eithers,
    Rest,
    Exactly(u8),
}

impl Shape {
    /// Compiles a shape; every text is one.
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut parts = Vec::new();
        let mut at = 0;
        while at < bytes.len() {
            let starred = bytes.get(at + 1) == Some(&b'*');
            let part = match bytes[at] {
                b'9' if starred => Part::Digits,
                b'X' if starred => Part::Eithers,
                b'9' => Part::Digit,
                b'A' => Part::Letter,
                b'X' => Part::Either,
                b'*' => Part::Rest,
                other => Part::Exactly(other),
            };
            at += if matches!(part, Part::Digits | Part::Eithers) { 2 } else { 1 };
            parts.push(part);
        }
        Self(parts)
    }

    /// How many bytes of the text's beginning have this shape, ended by something that is no letter, digit or
    /// underscore.
    pub(crate) fn prefix(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = 0;
        for part in &self.0 {
            let run = |test: fn(&u8) -> bool| bytes[at..].iter().take_while(|b| test(b)).count();
            let taken = match part {
                Part::Digit => usize::from(bytes.get(at).is_some_and(u8::is_ascii_digit)),
                Part::Letter => usize::from(bytes.get(at).is_some_and(u8::is_ascii_alphabetic)),
                Part::Either => usize::from(bytes.get(at).is_some_and(u8::is_ascii_alphanumeric)),
                Part::Digits => run(u8::is_ascii_digit),
                Part::Eithers => run(u8::is_ascii_alphanumeric),
                Part::Rest => run(|b| b.is_ascii_alphanumeric() || *b == b'_'),
                Part::Exactly(byte) => usize::from(bytes.get(at) == Some(byte)),
            };
            if taken == 0 {
                return None;
            }
            at += taken;
        }
        let ended = !bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_');
        (ended && at > 0).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_by_their_shape() {
        let project = Shape::new("9999_PD_*");
        assert_eq!(project.prefix("2021_PD_85PA Anticorruzione"), Some(12));
        assert_eq!(project.prefix("2021_PD_A207**Attività"), Some(12));
        assert_eq!(project.prefix("2021_OB_8501_1 x"), None);
        assert_eq!(Shape::new("9999_OB_*").prefix("2021_OB_8504_C Centro"), Some(14));
        assert_eq!(Shape::new("Z_9*").prefix("Z_23101**x"), Some(7));
        assert_eq!(Shape::new("A_X*_X_9*").prefix("M_8501_1_2"), Some(10));
    }
}
