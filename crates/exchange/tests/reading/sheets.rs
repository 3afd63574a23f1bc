// SPDX-License-Identifier: AGPL-3.0-or-later
//! A PEG with its sheets in another order.

/// What moves when sheets change their places.
#[derive(Clone, Copy)]
pub enum Moved {
    /// Only sheets: the head of a centre, with its summary, stays where it is.
    Sheets,
    /// Everything from one heading of a project to the next, with the head of a centre that stands at its end.
    Stretches,
}

/// Whether a line is the heading of a project's sheet: its code, perhaps with the title behind it, but no row.
fn is_sheet(line: &str) -> bool {
    let code: String = line.chars().take_while(|char| char.is_ascii_alphanumeric() || *char == '_').collect();
    let mut parts = code.split('_');
    let year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let known = match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(first), Some("PD" | "PG"), Some(_), None) => year(first),
        (Some("Z"), Some(number), None, None) => number.bytes().all(|byte| byte.is_ascii_digit()),
        _ => false,
    };
    known && !line.contains('\t')
}

/// Whether a line is the heading of a centre: "87 - SERVIZIO …".
fn is_centre(line: &str) -> bool {
    line.split_once(" - ").is_some_and(|(code, title)| {
        (1..=3).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && title == title.to_uppercase()
    })
}

/// The document with its sheets in another order.
pub fn shuffled(text: &str, moved: Moved, seed: u64) -> String {
    let mut pieces: Vec<(bool, Vec<&str>)> = vec![(false, Vec::new())];
    for line in text.split('\n') {
        if is_sheet(line) {
            pieces.push((true, Vec::new()));
        } else if matches!(moved, Moved::Sheets) && is_centre(line) {
            pieces.push((false, Vec::new()));
        }
        pieces.last_mut().unwrap().1.push(line);
    }
    let mut sheets: Vec<Vec<&str>> =
        pieces.iter_mut().filter(|(is_sheet, _)| *is_sheet).map(|(_, lines)| std::mem::take(lines)).collect();
    assert!(sheets.len() >= 10, "only {} sheets", sheets.len());
    shuffle(&mut sheets, seed);
    let mut sheets = sheets.into_iter();
    let lines: Vec<&str> = pieces
        .into_iter()
        .flat_map(|(is_sheet, lines)| if is_sheet { sheets.next().unwrap_or_default() } else { lines })
        .collect();
    lines.join("\n")
}

/// Puts a list into an order that depends on a number only (Fisher–Yates, xorshift).
fn shuffle<T>(list: &mut [T], seed: u64) {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    for end in (1..list.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        list.swap(end, usize::try_from(state % (end as u64 + 1)).unwrap());
    }
}
