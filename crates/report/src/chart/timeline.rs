// SPDX-License-Identifier: AGPL-3.0-or-later
//! Phases as bars over time, with the line of a day: today.

use super::svg::{Anchor, INK, KEY_LINE, Part, QUIET, RULE, Svg};
use super::wrap::{LINE_HEIGHT, Screen, for_screens, lines};
use super::{Look, Names, ROWS_MAX};
use ambito_base::Date;

/// The room of a phase, in pixels: its name on one line, and its bar.
const ROW_HEIGHT: u32 = 44;
/// Where in it the name stands.
const NAME_LINE: u32 = 16;
/// Where in it the bar begins.
const BAR_TOP: u32 = 22;
/// The height of a bar.
const BAR_HEIGHT: u32 = 13;
/// The room of the days at the top.
const TICKS_HEIGHT: u32 = 24;
/// The narrowest bar: a day of a year can still be seen.
const NARROWEST: Part = Part(60);

/// From which part of the width on the short name of a day stands before its place.
const TICK_TURN: i64 = 7_600;
/// The same for the longer name of the day that is marked.
const TODAY_TURN: i64 = 5_000;

/// A phase.
#[derive(Clone, Debug)]
pub struct Span {
    /// Its name.
    pub name: String,
    /// When, in words.
    pub when: String,
    /// The first day; absent where the document does not say it: then it begins where the chart does.
    pub from: Option<Date>,
    /// The last day; absent likewise.
    pub to: Option<Date>,
    /// How it looks.
    pub look: Look,
}

impl Span {
    /// What is said of it.
    fn label(&self) -> String {
        if self.when.is_empty() { self.name.clone() } else { format!("{} · {}", self.name, self.when) }
    }

    /// The same on one line, or on several, of which those that say when begin anew.
    fn lines(&self, screen: Screen) -> Vec<String> {
        let together = lines(&self.label(), screen);
        if together.len() <= 1 {
            return together;
        }
        lines(&self.name, screen).into_iter().chain(lines(&self.when, screen)).collect()
    }
}

/// A day that is named at the top.
#[derive(Clone, Debug)]
pub struct Tick {
    /// The day.
    pub day: Date,
    /// Its name.
    pub name: String,
}

/// Phases over time.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// What the chart is called.
    pub names: Names,
    /// What each look is.
    pub key: Vec<(Look, String)>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The days that are named.
    pub ticks: Vec<Tick>,
    /// The day that a line marks, where it lies within.
    pub today: Tick,
    /// The phases; those beyond [`ROWS_MAX`] are not drawn.
    pub spans: Vec<Span>,
}

impl Timeline {
    /// The chart; drawn twice where names are long, for small screens and for others.
    #[must_use]
    pub fn svg(&self) -> String {
        let labels: Vec<String> = self.spans.iter().take(ROWS_MAX).map(Span::label).collect();
        for_screens(labels.iter().map(String::as_str), |screen| self.drawn(screen))
    }

    fn drawn(&self, screen: Screen) -> String {
        let spans = self.spans.iter().take(ROWS_MAX).map(|span| (span, span.lines(screen)));
        let spans: Vec<(&Span, Vec<String>)> = spans.collect();
        let more = |lines: &[String]| u32::try_from(lines.len().saturating_sub(1)).unwrap_or_default() * LINE_HEIGHT;
        let count = |length: usize| u32::try_from(length).unwrap_or_default();
        let top = count(self.key.len()) * KEY_LINE + TICKS_HEIGHT * 2;
        let height = top + spans.iter().map(|(_, lines)| ROW_HEIGHT + more(lines)).sum::<u32>();
        let looks: Vec<Look> =
            spans.iter().map(|(span, _)| span.look).chain(self.key.iter().map(|(look, _)| *look)).collect();
        let mut svg = Svg::begin(&self.names, screen, height, &looks);
        let key: Vec<(Look, &str)> = self.key.iter().map(|(look, name)| (*look, name.as_str())).collect();
        svg.key(KEY_LINE - 6, &key);
        for Tick { day, name } in self.ticks.iter().filter(|tick| self.from <= tick.day && tick.day <= self.to) {
            let x = self.at(*day);
            svg.words(x, top - 6, anchor(x, TICK_TURN), QUIET, name);
            svg.put(format_args!("<line x1=\"{x}\" y1=\"{top}\" x2=\"{x}\" y2=\"{height}\" stroke=\"{RULE}\"/>"));
        }
        let mut y = top;
        for (Span { from, to, look, .. }, lines) in spans {
            svg.level(y);
            svg.name(y + NAME_LINE, &lines);
            y += more(&lines);
            if from.is_some() || to.is_some() {
                let begin = self.at(from.unwrap_or(self.from));
                let end = self.at(to.unwrap_or(self.to));
                let width = Part(end.0.saturating_sub(begin.0).clamp(NARROWEST.0, Part::WHOLE.0));
                let begin = Part(begin.0.min(Part::WHOLE.0 - width.0));
                svg.bar(begin, y + BAR_TOP, width, BAR_HEIGHT, *look);
            }
            y += ROW_HEIGHT;
        }
        if self.from <= self.today.day && self.today.day <= self.to {
            let x = self.at(self.today.day);
            svg.words(x, top - TICKS_HEIGHT - 4, anchor(x, TODAY_TURN), INK, &self.today.name);
            svg.upright(x, top - TICKS_HEIGHT, height, INK, "6 3");
        }
        svg.finish()
    }

    /// Where a day stands in the width.
    fn at(&self, day: Date) -> Part {
        let days = |day: Date| i64::from(self.from.until(day).map(|span| span.get_days()).unwrap_or_default());
        Part::of(days(day), days(self.to), Part::WHOLE)
    }
}

/// Words begin at their place, and end there where the end is near: from `turn` on.
fn anchor(x: Part, turn: i64) -> Anchor {
    if x.0 < turn { Anchor::Start } else { Anchor::End }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: i8, day: i8) -> Date {
        Date::constant(2027, month, day)
    }

    fn timeline(spans: Vec<Span>) -> String {
        let names = Names { id: "t".to_owned(), title: "Fasi".to_owned(), description: "Le fasi del 2027.".to_owned() };
        let tick = |day, name: &str| Tick { day, name: name.to_owned() };
        Timeline {
            names,
            key: vec![(Look::Full, "prevista".to_owned())],
            from: day(1, 1),
            to: day(12, 31),
            ticks: vec![tick(day(1, 1), "gen"), tick(day(7, 1), "lug")],
            today: tick(day(5, 10), "oggi"),
            spans,
        }
        .svg()
    }

    #[test]
    fn phases_stand_where_their_days_are() {
        let span =
            |from, to| Span { name: "Avvio".to_owned(), when: "da marzo".to_owned(), from, to, look: Look::Full };
        let spans = vec![span(Some(day(3, 1)), Some(day(6, 30))), span(None, Some(day(1, 31))), span(None, None)];
        insta::assert_snapshot!(timeline(spans).replace("><", ">\n<"));
    }

    #[test]
    fn long_names_are_whole_on_every_screen() {
        let name = "Stesura e approvazione del programma annuale delle attività dell’Ufficio di Piano".to_owned();
        let from = Some(day(3, 1));
        let svg = timeline(vec![Span { name: name.clone(), when: String::new(), from, to: from, look: Look::Full }]);
        let pictures: Vec<&str> = svg.split("<svg ").skip(1).collect();
        let [wide, narrow] = pictures.as_slice() else { panic!("{svg}") };
        assert!(wide.starts_with("class=\"chart chart-wide\"") && wide.contains(&format!(">{name}<")), "{wide}");
        assert!(narrow.starts_with("class=\"chart chart-narrow\"") && narrow.contains(">Piano<"), "{narrow}");
        assert!(narrow.contains("id=\"t-narrow-title\"") && wide.contains("id=\"t-title\""), "one id each");
    }

    #[test]
    fn days_outside_stay_within() {
        let (early, late) = (Date::constant(1999, 1, 1), Date::constant(2999, 1, 1));
        for (from, to) in [(early, late), (late, early), (early, early), (late, late)] {
            let span =
                Span { name: "x".to_owned(), when: String::new(), from: Some(from), to: Some(to), look: Look::Struck };
            assert!(!timeline(vec![span]).contains("\"-"), "a place before the beginning");
        }
    }
}
