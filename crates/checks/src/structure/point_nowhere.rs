// SPDX-License-Identifier: AGPL-3.0-or-later
//! References to a point that does not exist.

use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};

check! {
    /// # Un rinvio a un punto che non c'è
    ///
    /// **Che cosa trova.** Il testo rinvia a un punto con numero e lettera («punto 2c)»), ma nelle righe vicine non
    /// c'è nessuna voce con quella lettera.
    ///
    /// **Perché conta.** Chi legge non trova la cosa a cui il testo rinvia; di solito l'elenco è stato copiato senza
    /// le sue lettere, o viene da un altro documento.
    ///
    /// **Esempio.** «gli indicatori del punto 2c)» in una scheda senza elenchi con lettere.
    ///
    /// **Come si corregge.** Mettere la lettera davanti alla voce, o dire con parole a che cosa si rinvia.
    ///
    /// **Eccezioni.** I rinvii a leggi e articoli («punto 3 dell'articolo 8») e quelli senza lettera non sono
    /// guardati.
    ///
    /// # A reference to a point that does not exist
    ///
    /// **What it finds.** The text refers to a point with a number and a letter (“punto 2c)”), but in the lines
    /// around there is no item with that letter.
    ///
    /// **Why it matters.** The reader cannot find the thing that the text refers to; most often the list was copied
    /// without its letters, or comes from another document.
    ///
    /// **Example.** “the indicators of point 2c)” in a sheet without lettered lists.
    ///
    /// **How to mend it.** Put the letter before the item, or say in words what is referred to.
    ///
    /// **Exceptions.** References to laws and articles, and those without a letter, are not looked at.
    STR074, "point-that-does-not-exist", Warning, Run::Alone(look)
}

/// So many lines around are looked at, within the sheet.
const LINES_AROUND: u32 = 60;

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut found: Vec<(Place, &str)> = Vec::new();
    for line in 1..=subject.lines() {
        let text = subject.line(line);
        for (at, word) in text.match_indices("unto ") {
            let Some(rest) = text.get(at + word.len()..) else { continue };
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let Some(letter) = rest.as_bytes().get(digits).filter(|byte| byte.is_ascii_lowercase()) else { continue };
            let named = matches!(text.as_bytes().get(at.wrapping_sub(1)), Some(b'p' | b'P'));
            if !named || !(1..=2).contains(&digits) || rest.as_bytes().get(digits + 1) != Some(&b')') {
                continue;
            }
            let Some(point) = rest.get(..digits + 2) else { continue };
            if !stands_near(subject, line, *letter, point)
                && let Some(place) = subject.find(line, point, at)
            {
                found.push((place, point));
            }
        }
    }
    let Some(((place, point), others)) = found.split_first() else { return };
    let message = Words::new("str074-message").with("count", found.len()).with("point", *point);
    let defect = report.find(*place, message);
    defect.mark_only(*place).found(*point).hint(Words::new("str074-hint"));
    for (other, _) in others {
        defect.see(other.line, Words::new("str074-other"));
    }
}

/// Whether an item of that letter or of that number and letter stands in the lines around.
fn stands_near(subject: &Subject<'_>, line: u32, letter: u8, point: &str) -> bool {
    let item = [letter, b')'];
    let begins = || subject.draft.nodes.iter().filter(|node| node.in_body).map(|node| node.line);
    let begin =
        begins().filter(|begin| *begin <= line).max().unwrap_or(1).max(line.saturating_sub(LINES_AROUND)).max(1);
    let end = begins().filter(|begin| *begin > line).min().unwrap_or(u32::MAX).min(line + LINES_AROUND + 1);
    let lines = begin..end.min(subject.lines() + 1);
    lines.into_iter().any(|near| {
        let text = subject.line(near);
        text.as_bytes().windows(2).enumerate().any(|(at, two)| {
            let before = at.checked_sub(1).and_then(|at| text.as_bytes().get(at));
            two == item && before.is_none_or(|byte| !byte.is_ascii_alphanumeric())
        }) || text.match_indices(point).any(|(at, _)| !text.get(..at).is_some_and(|head| head.ends_with("unto ")))
    })
}
