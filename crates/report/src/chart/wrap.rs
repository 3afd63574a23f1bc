// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names that are longer than a screen is wide: on as many lines as they need, drawn once for a small screen and once for
//! a wide one, of which the page shows the one that fits.
//!
//! A picture cannot measure letters: how wide they are is estimated, rather too wide than too narrow.

/// The most lines of a name; what is longer ends with dots.
const LINES_MAX: usize = 6;
/// The height of a line after the first, in pixels.
pub const LINE_HEIGHT: u32 = 18;

/// Which screens a picture is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// All of them: no name is too long for the smallest.
    Any,
    /// Those as wide as a page.
    Wide,
    /// Small ones.
    Narrow,
}

impl Screen {
    /// The classes of the picture.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Any => "chart",
            Self::Wide => "chart chart-wide",
            Self::Narrow => "chart chart-narrow",
        }
    }

    /// What is put to the id of the picture.
    pub const fn id_end(self) -> &'static str {
        match self {
            Self::Any | Self::Wide => "",
            Self::Narrow => "-narrow",
        }
    }

    /// How wide a line may be, in tenths of a small letter.
    const fn tenths(self) -> u32 {
        match self {
            Self::Wide => 1_000,
            Self::Any | Self::Narrow => 350,
        }
    }
}

/// The lines of a name.
pub fn lines(name: &str, screen: Screen) -> Vec<String> {
    let most = screen.tenths();
    let (mut lines, mut line, mut taken) = (Vec::new(), String::new(), 0);
    let mut end = |line: &mut String, taken: &mut u32| {
        if !line.is_empty() {
            lines.push(std::mem::take(line));
        }
        *taken = 0;
    };
    for word in name.split_whitespace() {
        let long = width(word);
        if taken + width(" ") + long > most {
            end(&mut line, &mut taken);
        }
        if !line.is_empty() {
            line.push(' ');
            taken += width(" ");
        }
        for char in word.chars() {
            let wide = letter(char);
            if taken + wide > most {
                end(&mut line, &mut taken);
            }
            line.push(char);
            taken += wide;
        }
    }
    end(&mut line, &mut taken);
    if lines.len() > LINES_MAX {
        lines.truncate(LINES_MAX);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

/// Draws a picture for every screen, or once for each kind where names are too long for the smallest.
pub fn for_screens<'a>(names: impl Iterator<Item = &'a str>, draw: impl Fn(Screen) -> String) -> String {
    let is_long = |name: &str| lines(name, Screen::Narrow).len() > 1;
    if names.into_iter().any(is_long) { draw(Screen::Wide) + &draw(Screen::Narrow) } else { draw(Screen::Any) }
}

fn width(word: &str) -> u32 {
    word.chars().map(letter).sum()
}

/// How wide a letter is, in tenths of a small one.
fn letter(char: char) -> u32 {
    match char {
        ' ' | 'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '-' | '(' | ')' | '/' => {
            6
        }
        'm' | 'w' => 15,
        char if char.is_uppercase() => 13,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_on_the_next_line() {
        let check = |name: &str, expected: &[&str]| assert_eq!(lines(name, Screen::Narrow), expected, "{name}");
        check("", &[]);
        check("Avvio", &["Avvio"]);
        check(
            "Stesura e approvazione del programma annuale del Piano di zona",
            &["Stesura e approvazione del programma", "annuale del Piano di zona"],
        );
        check("ASSISTENZA DOMICILIARE AGLI ANZIANI", &["ASSISTENZA DOMICILIARE AGLI", "ANZIANI"]);
        check(&"x".repeat(36), &[&"x".repeat(35), "x"]);
        let endless = lines(&"parola ".repeat(999), Screen::Narrow);
        assert_eq!(endless.len(), LINES_MAX);
        assert!(endless[LINES_MAX - 1].ends_with('…'));
        assert_eq!(lines(&"parola ".repeat(14), Screen::Wide).len(), 1);
    }
}
