// SPDX-License-Identifier: AGPL-3.0-or-later
//! A piece of a long text around the words that were looked for.

use ambito_base::fold;

/// How many words of a text are shown before the one that was found.
const BEFORE: usize = 8;
/// How many words are shown.
const WORDS_MAX: usize = 30;

/// The piece of a text around the first of the words that is in it; its beginning where none is as such.
pub(super) fn around(text: &str, words: &str) -> String {
    let wanted: Vec<String> = words.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    let all: Vec<&str> = text.split_whitespace().collect();
    let found = all.iter().position(|word| {
        let word = fold(word);
        wanted.iter().any(|wanted| word.contains(wanted.as_str()))
    });
    let from = found.unwrap_or(0).saturating_sub(BEFORE);
    let to = (from + WORDS_MAX).min(all.len());
    let mut piece = all[from..to].join(" ");
    if from > 0 {
        piece.insert_str(0, "… ");
    }
    if to < all.len() {
        piece.push_str(" …");
    }
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_piece_has_what_was_found() {
        let long: String =
            (0..100).map(|at| if at == 60 { "Solidarietà ".to_owned() } else { format!("p{at} ") }).collect();
        let piece = around(&long, "solidarieta");
        assert!(piece.starts_with("… p52 ") && piece.contains("Solidarietà") && piece.ends_with(" p81 …"), "{piece}");
        assert_eq!(around("Spese vive", "altro"), "Spese vive");
        assert_eq!(around("", "x"), "");
    }
}
