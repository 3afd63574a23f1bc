// SPDX-License-Identifier: AGPL-3.0-or-later
//! What charts are drawn with.

use super::wrap::{LINE_HEIGHT, Screen};
use super::{Look, Names};
use std::fmt::{Display, Write as _};

/// The colour of words.
pub const INK: &str = "#1a1f24";
/// The colour of words beside.
pub const QUIET: &str = "#455a70";
/// The colour of lines behind.
pub const RULE: &str = "#c5cdd6";
/// The size of words, in pixels.
pub const WORDS: u32 = 14;

/// A picture being drawn: as wide as its place, and this high.
pub struct Svg {
    text: String,
    id: String,
}

/// A part of the width, in hundredths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part(pub i64);

impl Part {
    /// The whole width.
    pub const WHOLE: Self = Self(10_000);

    /// This part of a whole, at most all of it; nothing of nothing.
    pub fn of(value: i64, whole: i64, within: Self) -> Self {
        if whole <= 0 {
            return Self(0);
        }
        let part = i128::from(value.clamp(0, whole)) * i128::from(within.0) / i128::from(whole);
        Self(i64::try_from(part).unwrap_or(within.0))
    }
}

impl Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

/// Which end of some words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    const fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Svg {
    /// A picture with its names and the patterns of these looks.
    pub fn begin(names: &Names, screen: Screen, height: u32, looks: &[Look]) -> Self {
        let Names { id, title, description } = names;
        let (id, class) = (format!("{}{}", escaped(id), screen.id_end()), screen.class());
        let mut svg = Self { text: String::new(), id };
        let id = svg.id.clone();
        svg.put(format_args!(
            "<svg class=\"{class}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" width=\"100%\" \
             height=\"{height}\" font-size=\"{WORDS}\" xmlns=\"http://www.w3.org/2000/svg\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
            escaped(title),
            escaped(description)
        ));
        svg.put(format_args!("<defs>"));
        for look in Look::ALL.iter().filter(|look| looks.contains(look)) {
            let (word, colour) = (look.word(), look.colour());
            let strokes = match look {
                Look::Full => "",
                Look::Struck => "<path d=\"M0 8 8 0\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
                Look::Dotted => "<circle cx=\"4\" cy=\"4\" r=\"1.3\" fill=\"#fff\"/>",
                Look::Barred => "<path d=\"M4 0V8\" stroke=\"#fff\" stroke-width=\"1.5\"/>",
                Look::Crossed => "<path d=\"M0 0 8 8M0 8 8 0\" stroke=\"#fff\" stroke-width=\"1.2\"/>",
            };
            svg.put(format_args!(
                "<pattern id=\"{id}-{word}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
                 <rect width=\"8\" height=\"8\" fill=\"{colour}\"/>{strokes}</pattern>"
            ));
        }
        svg.put(format_args!("</defs>"));
        svg
    }

    /// Puts in what is written already.
    pub fn put(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.text.write_fmt(what);
    }

    /// A bar.
    pub fn bar(&mut self, x: Part, y: u32, width: Part, height: u32, look: Look) {
        let (id, word, colour) = (self.id.clone(), look.word(), look.colour());
        self.put(format_args!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"url(#{id}-{word})\" \
             stroke=\"{colour}\"/>"
        ));
    }

    /// Words at a place.
    pub fn words(&mut self, x: Part, y: u32, anchor: Anchor, colour: &str, words: &str) {
        let (anchor, words) = (anchor.word(), escaped(words));
        self.put(format_args!("<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"{colour}\">{words}</text>"));
    }

    /// A name from the left end on; `y` is what its first line stands on.
    pub fn name(&mut self, y: u32, lines: &[String]) {
        for (at, line) in (0..).zip(lines) {
            // Lines that stand behind leave room for the letters.
            let (y, line) = (y + at * LINE_HEIGHT, escaped(line));
            self.put(format_args!(
                "<text x=\"0\" y=\"{y}\" fill=\"{INK}\" stroke=\"#fff\" stroke-width=\"4\" stroke-linejoin=\"round\" \
                 paint-order=\"stroke\">{line}</text>"
            ));
        }
    }

    /// An upright line.
    pub fn upright(&mut self, x: Part, from: u32, to: u32, colour: &str, dashes: &str) {
        let dashes = if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
        self.put(format_args!(
            "<line x1=\"{x}\" y1=\"{from}\" x2=\"{x}\" y2=\"{to}\" stroke=\"{colour}\" stroke-width=\"2\"{dashes}/>"
        ));
    }

    /// A level line over the whole width.
    pub fn level(&mut self, y: u32) {
        self.put(format_args!("<line x1=\"0\" y1=\"{y}\" x2=\"100%\" y2=\"{y}\" stroke=\"{RULE}\"/>"));
    }

    /// A line of the key: a piece of each look with its name, one under the other from `y` on.
    pub fn key(&mut self, y: u32, looks: &[(Look, &str)]) {
        for (at, (look, name)) in (0..).zip(looks) {
            let y = y + at * KEY_LINE;
            let (id, word, colour, name) = (self.id.clone(), look.word(), look.colour(), escaped(name));
            self.put(format_args!(
                "<rect x=\"0\" y=\"{}\" width=\"24\" height=\"12\" fill=\"url(#{id}-{word})\" stroke=\"{colour}\"/>\
                 <text x=\"32\" y=\"{y}\" fill=\"{INK}\">{name}</text>",
                y.saturating_sub(11)
            ));
        }
    }

    /// The picture.
    pub fn finish(mut self) -> String {
        self.text.push_str("</svg>");
        self.text
    }
}

/// The height of a line of the key.
pub const KEY_LINE: u32 = 20;

/// Text as it stands in SVG.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#x27;"),
            char if char.is_control() => out.push(' '),
            char => out.push(char),
        }
    }
    out
}
