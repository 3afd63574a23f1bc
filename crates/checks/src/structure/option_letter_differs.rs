// SPDX-License-Identifier: AGPL-3.0-or-later
//! An option of a lettered list that is named with another letter.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::fold;

check! {
    /// # Una voce è nominata con un'altra lettera
    ///
    /// **Che cosa trova.** Un elenco dà a ogni voce una lettera («D. Trasporto sociale»), e più sotto il testo nomina
    /// la stessa voce con un'altra («(b) trasporto sociale»).
    ///
    /// **Perché conta.** Non si sa se vale la lettera o vale il nome: la casella barrata potrebbe essere un'altra.
    ///
    /// **Esempio.** L'elenco dice «D. Trasporto sociale», il testo «la (b) trasporto sociale».
    ///
    /// **Come si corregge.** Scrivere nel testo la lettera dell'elenco.
    ///
    /// **Eccezioni.** Si guarda solo l'ultimo elenco con lettere prima del testo, e solo voci con le stesse parole
    /// iniziali.
    ///
    /// # An option is named with another letter
    ///
    /// **What it finds.** A list gives each option a letter (“D. Social transport”), and further below the text names
    /// the same option with another one (“(b) social transport”).
    ///
    /// **Why it matters.** Nobody knows whether the letter or the name holds: another box might have been meant.
    ///
    /// **Example.** The list says “D. Social transport”, the text “the (b) social transport”.
    ///
    /// **How to mend it.** Write the list's letter in the text.
    ///
    /// **Exceptions.** Only the last lettered list before the text is looked at, and only options with the same first
    /// words.
    STR075, "option-with-another-letter", Warning, Run::Alone(look)
}

/// So much of an option's name is compared.
const NAME_CHARS: usize = 60;
/// More lines that begin with a letter are no list.
const OPTIONS_MAX: usize = 26;
/// A shorter name says little.
const NAME_MIN: usize = 12;

fn look(subject: &Subject<'_>, report: &mut Report) {
    // The options of the last list: letter, name folded, line.
    let mut options: Vec<(u8, String, u32)> = Vec::new();
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        let bytes = text.as_bytes();
        if let [letter @ b'A'..=b'Z', b'.', b' ', ..] = bytes
            && bytes.len() <= NAME_CHARS * 2
        {
            if *letter == b'A' || options.len() >= OPTIONS_MAX {
                options.clear();
            }
            let name: String = text.get(3..).unwrap_or("").chars().take(NAME_CHARS).collect();
            options.push((*letter, fold(&name), line));
            continue;
        }
        if options.is_empty() || !bytes.contains(&b'(') {
            continue;
        }
        for (at, _) in text.match_indices('(') {
            let Some([letter, b')', b' ']) = bytes.get(at + 1..at + 4) else { continue };
            let after: String = text.get(at + 4..).unwrap_or("").chars().take(NAME_CHARS).collect();
            let after = fold(&after);
            let named = |(_, name, _): &&(u8, String, u32)| name.len() >= NAME_MIN && after.starts_with(name.as_str());
            let Some((own, name, of)) = options.iter().rev().find(named) else { continue };
            let letter = letter.to_ascii_uppercase();
            if letter == *own || !letter.is_ascii_uppercase() {
                continue;
            }
            let Some(place) = text.get(at..at + 4 + name.len()).and_then(|words| subject.find(line, words.trim(), at))
            else {
                continue;
            };
            let words = |byte: u8| char::from(byte).to_string();
            let message = Words::new("str075-message").with("name", subject.line(*of).get(3..).unwrap_or(""));
            report
                .find(place, message.with("letter", words(letter)).with("own", words(*own)))
                .mark_only(place)
                .instead(words(letter), words(*own))
                .hint(Words::new("str075-hint").with("own", words(*own)))
                .see(*of, Words::new("str075-option"));
        }
    }
}
