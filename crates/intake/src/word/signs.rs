// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signs that word processors keep as a place in a symbol font, and boxes to tick.

/// A box with a tick.
pub const TICKED: &str = "☒";
/// A box without one.
pub const EMPTY: &str = "☐";

/// A box to tick, as text.
#[must_use]
pub const fn tick_box(is_ticked: bool) -> &'static str {
    if is_ticked { TICKED } else { EMPTY }
}

/// The character that a place in the private area stands for: Wingdings, the font of nearly all of them, keeps its
/// signs there.
#[must_use]
pub fn of_private(char: char) -> Option<char> {
    let code = u32::from(char);
    (0xF020..=0xF0FF).contains(&code).then(|| wingdings(code - 0xF000)).flatten()
}

/// The character that a place in a symbol font stands for.
#[must_use]
pub fn of_font(font: &str, code: u32) -> Option<char> {
    let place = code & 0xFF;
    if font.eq_ignore_ascii_case("symbol") {
        Some(match place {
            0xA0 => '€',
            0xA3 => '≤',
            0xB1 => '±',
            0xB3 => '≥',
            0xB7 => '•',
            0xAE => '→',
            _ => return None,
        })
    } else if font.eq_ignore_ascii_case("wingdings 2") {
        Some(match place {
            0x50 => '✓',
            0x51..=0x54 => '☒',
            0xA3 => '☐',
            _ => return None,
        })
    } else {
        wingdings(place)
    }
}

fn wingdings(place: u32) -> Option<char> {
    Some(match place {
        0x6F | 0x71 | 0x72 | 0xA8 => '☐',
        0x78 | 0xFD | 0xFE => '☒',
        0xFC => '✓',
        0x6C | 0x6E | 0x76 | 0xA7 | 0xB7 | 0xD8 => '•',
        0xE0 => '→',
        0x20 => ' ',
        _ => return None,
    })
}

/// The sign of a list without numbers: a box to tick stays one, every other is a dash.
#[must_use]
pub fn bullet(sign: &str) -> String {
    let sign = sign.trim().chars().next().map(|char| of_private(char).unwrap_or(char));
    match sign {
        None => String::new(),
        Some('☐' | '□' | '◻') => EMPTY.to_owned(),
        Some('☒' | '☑' | '✓' | '✔') => TICKED.to_owned(),
        Some(_) => "-".to_owned(),
    }
}
