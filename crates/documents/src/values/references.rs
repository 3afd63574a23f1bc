// SPDX-License-Identifier: AGPL-3.0-or-later
//! Cross references between revenue and expense chapters, in all the ways titles write them: "VEGG. CAP/U 30852",
//! "== VEGGASI CAP. E 3540", "VEDI CAP/E 3 655", "VEGG.CAPP/U 31862-31863", "3641/1", digits broken by a column.

use ambito_domain::planning::{ChapterReference, Direction};

/// A title shorter than this was not cut by the width of its column, in characters.
const CUT_TITLE_CHARS_MIN: usize = 90;
/// The digits of the longest chapter number.
const CHAPTER_DIGITS_MAX: usize = 5;
/// A number of fewer digits at the end of a cut title is a cut number.
const CHAPTER_DIGITS_WHOLE: usize = 4;

/// The title without its spaces, with the place of every byte.
struct Compact {
    bytes: Vec<u8>,
    places: Vec<usize>,
}

impl Compact {
    fn new(title: &str) -> Self {
        let mut compact = Self { bytes: Vec::with_capacity(title.len()), places: Vec::with_capacity(title.len()) };
        for (at, byte) in title.bytes().enumerate() {
            if !byte.is_ascii_whitespace() {
                compact.bytes.push(byte.to_ascii_uppercase());
                compact.places.push(at);
            }
        }
        compact
    }

    /// Where a folded phrase that begins at a place ends; its spaces and the title's full stops do not count.
    fn phrase_at(&self, phrase: &str, start: usize) -> Option<usize> {
        let mut at = start;
        for letter in phrase.bytes().filter(|b| *b != b' ') {
            while at > start && self.bytes.get(at) == Some(&b'.') {
                at += 1;
            }
            if self.bytes.get(at) != Some(&letter.to_ascii_uppercase()) {
                return None;
            }
            at += 1;
        }
        Some(at)
    }
}

/// The chapters of the other side that a title names. `own` is the side of the line itself.
pub(crate) fn references(title: &str, own: Direction, see: &[String]) -> Vec<ChapterReference> {
    let mut found = Vec::new();
    let compact = Compact::new(title);
    let mut from = 0;
    while let Some((start, behind)) = next_see(&compact, from, see) {
        let end = one_expression(title, &compact, (start, behind), own, &mut found);
        from = end.max(start + 3);
    }
    if let Some(raw) = cut_see(title) {
        found.push(ChapterReference { direction: own.opposite(), chapter: None, article: None, raw });
    }
    found
}

/// Where the next phrase that names a chapter begins and ends.
fn next_see(compact: &Compact, from: usize, see: &[String]) -> Option<(usize, usize)> {
    (from..compact.bytes.len()).find_map(|start| {
        // A word of its own: what stands right before it in the title is no letter.
        let before = start.checked_sub(1).map(|at| (compact.bytes[at], compact.places[start] - compact.places[at]));
        if before.is_some_and(|(byte, gap)| byte.is_ascii_alphabetic() && gap == 1) {
            return None;
        }
        see.iter().filter_map(|phrase| compact.phrase_at(phrase, start)).max().map(|end| (start, end))
    })
}

/// Reads "VEGG(ASI). CAP(P). (E|U) list" from a place of the compact title; gives the place after it.
fn one_expression(
    title: &str,
    compact: &Compact,
    see: (usize, usize),
    own: Direction,
    found: &mut Vec<ChapterReference>,
) -> usize {
    let bytes = &compact.bytes;
    let (start, mut at) = see;
    let mut direction = None;
    // Words and marks up to the first digit: VEGG, ASI, CAP, CAPP, ART, E, U, S and . / = :
    while at < bytes.len() && !bytes[at].is_ascii_digit() {
        match bytes[at] {
            b'.' | b'/' | b'=' | b':' | b'-' => {}
            letter if letter.is_ascii_alphabetic() => {
                let run = bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
                let word = &bytes[at..at + run];
                match word_direction(word) {
                    WordOf::See => {}
                    WordOf::Side(side) => direction = Some(side),
                    WordOf::Other => return at + run,
                }
                at += run;
                continue;
            }
            _ => return at + 1,
        }
        at += 1;
    }
    let direction = direction.unwrap_or(own.opposite());
    let first = found.len();
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    while at < bytes.len() && bytes[at].is_ascii_digit() {
        let piece = at;
        at += bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        let digits = at;
        let mut articles: Vec<(usize, usize)> = Vec::new();
        while bytes.get(at) == Some(&b'/') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            let article = at + 1;
            at = article + bytes[article..].iter().take_while(|b| b.is_ascii_digit()).count();
            articles.push((article, at));
        }
        if bytes[at..].starts_with(b"ART") {
            let skip = bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic() || **b == b'.').count();
            let article = at + skip;
            let end = article + bytes[article..].iter().take_while(|b| b.is_ascii_digit()).count();
            if end > article {
                articles.push((article, end));
                at = end;
            }
        }
        pieces.push((piece, at));
        push_piece(compact, piece, digits, &articles, direction, found);
        // "- ", ", " and " e " go on with another number; a dot does where a digit follows ("31891-31892").
        let joined = bytes.get(at) == Some(&b'E')
            && compact.places.get(at).is_some_and(|place| title.as_bytes()[*place] == b'e');
        let marks =
            if joined { 1 } else { bytes[at..].iter().take_while(|b| matches!(b, b'-' | b',' | b';' | b'.')).count() };
        if marks > 0 && bytes.get(at + marks).is_some_and(u8::is_ascii_digit) {
            at += marks;
        } else {
            break;
        }
    }
    if first == found.len() {
        return at;
    }
    let whole = slice(title, compact, start, at);
    for reference in &mut found[first..] {
        whole.clone_into(&mut reference.raw);
    }
    mark_cut(title, compact, &pieces, at, found);
    at
}

enum WordOf {
    See,
    Side(Direction),
    Other,
}

fn word_direction(word: &[u8]) -> WordOf {
    let stripped = word.strip_prefix(b"ASI").unwrap_or(word);
    let stripped = [&b"CAPITOLO"[..], b"CAPITOLI", b"CAPP", b"CAP", b"P", b"ITOLO", b"ITOLI"]
        .iter()
        .find_map(|cap| stripped.strip_prefix(*cap))
        .unwrap_or(stripped);
    match stripped {
        b"" => WordOf::See,
        b"E" | b"ENTRATA" | b"ENTR" => WordOf::Side(Direction::Revenue),
        b"U" | b"S" | b"USCITA" | b"SPESA" => WordOf::Side(Direction::Expense),
        _ => WordOf::Other,
    }
}

/// One number with its articles; a run of digits longer than a chapter is several chapters.
fn push_piece(
    compact: &Compact,
    start: usize,
    end: usize,
    articles: &[(usize, usize)],
    direction: Direction,
    found: &mut Vec<ChapterReference>,
) {
    let text = |from: usize, to: usize| String::from_utf8_lossy(&compact.bytes[from..to]).into_owned();
    let mut at = start;
    while end - at > CHAPTER_DIGITS_MAX {
        let chapter = text(at, at + CHAPTER_DIGITS_MAX);
        found.push(ChapterReference { direction, chapter: Some(chapter), article: None, raw: String::new() });
        at += CHAPTER_DIGITS_MAX;
    }
    let chapter = text(at, end);
    if articles.is_empty() {
        found.push(ChapterReference { direction, chapter: Some(chapter.clone()), article: None, raw: String::new() });
    }
    for &(from, to) in articles {
        found.push(ChapterReference {
            direction,
            chapter: Some(chapter.clone()),
            article: Some(text(from, to)),
            raw: String::new(),
        });
    }
}

/// Where the title was cut in the middle of the last number, that reference keeps only what is left of it.
fn mark_cut(title: &str, compact: &Compact, pieces: &[(usize, usize)], end: usize, found: &mut [ChapterReference]) {
    let Some(&(start, _)) = pieces.last() else { return };
    let digits = compact.bytes[start..end].iter().take_while(|b| b.is_ascii_digit()).count();
    let at_end = end == compact.bytes.len();
    if !at_end || title.chars().count() < CUT_TITLE_CHARS_MIN || digits >= CHAPTER_DIGITS_WHOLE {
        return;
    }
    if let Some(last) = found.last_mut() {
        last.chapter = None;
        last.article = None;
        let from = if pieces.len() == 1 {
            // "E/36": the side is part of what is left.
            (0..start).rev().take_while(|&at| !matches!(compact.bytes[at], b'=' | b'P')).last().unwrap_or(start)
        } else {
            start
        };
        last.raw = slice(title, compact, from, end).trim_start_matches(['.', ' ', '/']).to_owned();
    }
}

/// The end of a title that was cut in the middle of "VEGG": "===V", "==VE", "== VEGG. CAP".
fn cut_see(title: &str) -> Option<String> {
    if title.chars().count() < CUT_TITLE_CHARS_MIN {
        return None;
    }
    let tail = title.trim_end();
    let mark = tail.rfind('=')?;
    let left = tail[mark + 1..].trim();
    let compact: String = left.chars().filter(|c| c.is_ascii_alphabetic()).collect::<String>().to_ascii_uppercase();
    let cut = !compact.is_empty()
        && left.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '.' | '/' | ' '))
        && ["VEGGASICAPE", "VEGGASICAPU", "VEGGCAPPE", "VEGGCAPPU", "VEGGCAPE", "VEGGCAPU", "VEDICAPE", "VEDICAPU"]
            .iter()
            .any(|whole| whole.starts_with(&compact));
    cut.then(|| left.to_owned())
}

fn slice(title: &str, compact: &Compact, from: usize, to: usize) -> String {
    let start = compact.places.get(from).copied().unwrap_or(0);
    let end = to.checked_sub(1).and_then(|last| compact.places.get(last)).map_or(title.len(), |last| last + 1);
    title.get(start..end).unwrap_or("").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, own: Direction, expected: &str) {
        let words = crate::vocabulary::Vocabulary::builtin();
        let found: Vec<String> = references(title, own, &words.words.see)
            .iter()
            .map(|reference| {
                let side = if reference.direction == Direction::Revenue { "E" } else { "U" };
                match (&reference.chapter, &reference.article) {
                    (Some(chapter), Some(article)) => format!("{side}{chapter}/{article}"),
                    (Some(chapter), None) => format!("{side}{chapter}"),
                    (None, _) => format!("{side}?{}", reference.raw),
                }
            })
            .collect();
        assert_eq!(found.join(" "), expected, "{title}");
    }

    #[test]
    fn every_way_of_writing() {
        use Direction::{Expense, Revenue};
        check("ASCOLTO === VEGG. CAP/U 30852===", Revenue, "U30852");
        check("MENSA == VEGG. CAP. 3641/1 ==", Expense, "E3641/1");
        check("PROGRAMMA =VEGG.CAPP/U 31862-31863==", Revenue, "U31862 U31863");
        check("SPAZI ===VEGG. CAP/ U 32328===", Revenue, "U32328");
        check("PROGETTO ==VEGG . CAP/E 3541/1 ==", Expense, "E3541/1");
        check(
            "LAVORO (FAS E) == VEGG. CAP. U 30825-3082 6-30827/1/2/3 ==",
            Revenue,
            "U30825 U30826 U30827/1 U30827/2 U30827/3",
        );
        check("OFFICINE =VE GG.CAP.U/31454-31455-31456-314 44=", Revenue, "U31454 U31455 U31456 U31444");
        check("ORTI ===VEDI CAP/E 3 655 =====", Expense, "E3655");
        check("TIROCINI ===VE DI CAP/E 3443===", Expense, "E3443");
        check("CENTRI = = VEGG. CAP. E/5731 ==", Expense, "E5731");
        check("AREA OFFICINE VEGG/E 3621", Expense, "E3621");
        check("REGIONALI == VEGG. == CAPP U 31460-31460/1-31 468-31474==", Revenue, "U31460 U31460/1 U31468 U31474");
        check("BOTTEGHE === VEGG. CAP. U. 32235/ 4 ===", Revenue, "U32235/4");
        check("PROGETTO == VEG G. CAP. E/3425 ==", Expense, "E3425");
        check("SPORTELLO - PROG 1741 == VEGG. C AP. U 31463 ==", Revenue, "U31463");
        check("PROGETTI = =VEGG CAP/U 31430-31431 ==", Revenue, "U31430 U31431");
        check("ACQUISTO DI ARREDI PER I CENTRI DI QUARTIERE", Expense, "");
        check("Trasporto in convenzione (finanziato da cap. 1201/10)", Expense, "E1201/10");
        check("Contributo casa (vedi capp. 5210 e 5211)", Revenue, "U5210 U5211");
        check(
            "QUOTA VINCOLATA ==VEGG. CAP. U/22579 - 30857/1/2/3 - 31451 /1 - 31292",
            Revenue,
            "U22579 U30857/1 U30857/2 U30857/3 U31451/1 U31292",
        );
    }

    #[test]
    fn what_was_cut_keeps_what_is_left() {
        use Direction::{Expense, Revenue};
        let long = "CANONI PER L'USO DI SALE E ARREDI DEI CENTRI DI QUARTIERE DATI IN GESTIONE ALLE ASSOCIAZIONI DEI NOVE COMUNI VAL";
        check(&format!("{long} ===V"), Expense, "E?V");
        check(&format!("{long} ==VE"), Expense, "E?VE");
        check(&format!("{long} == VEGG. CAP. E/36"), Expense, "E?E/36");
        check(&format!("{long} ==VEGG. CAP. U/22579 - 31412 - 31419 - 3"), Revenue, "U22579 U31412 U31419 U?3");
    }
}
