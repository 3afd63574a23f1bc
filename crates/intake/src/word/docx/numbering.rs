// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lists of a Word document: the numbers and signs before their items, counted as Word counts them. Lists that
//! share their definition count on, unless one says that it begins again.

use std::collections::{HashMap, HashSet};

use super::super::numbers::{Counters, LEVELS_MAX, Level, Numeral};
use super::super::signs;
use super::super::xml::{Step, Tag, Walker};
use super::styles::Settled;

/// The lists, and how far they have been counted.
#[derive(Debug, Default)]
pub struct Numbering {
    definitions: HashMap<u32, Definition>,
    lists: HashMap<u32, List>,
    /// How far each definition is counted.
    counters: HashMap<u32, Counters>,
    /// Lists and levels that have begun.
    begun: HashSet<(u32, usize)>,
    place: Place,
    level: Option<(usize, Reading)>,
}

#[derive(Debug, Default)]
struct Definition {
    levels: HashMap<usize, Reading>,
    /// The style of lists that has the levels instead.
    through_style: Option<String>,
}

#[derive(Debug, Default)]
struct List {
    definition: u32,
    levels: HashMap<usize, Reading>,
    starts: HashMap<usize, u32>,
}

/// A level as it is read.
#[derive(Clone, Debug, Default)]
struct Reading {
    level: Level,
    pattern: String,
    is_bullet: bool,
    style: Option<String>,
}

/// What the open element belongs to.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Place {
    #[default]
    None,
    Definition(u32),
    List(u32),
    /// A list's own word on a level.
    Override(u32, usize),
}

impl Numbering {
    /// Counts an item and gives what stands before it; `None` where there is no such list. A level that only a
    /// style names is found by it.
    pub fn count(&mut self, list: u32, level: Option<u32>, style: Option<&str>, styles: &Settled) -> Option<String> {
        let own = self.lists.get(&list)?;
        let mut number = own.definition;
        let mut definition = self.definitions.get(&number)?;
        if let Some(through) = &definition.through_style
            && let Some(other) = styles.list_of(through).and_then(|list| self.lists.get(&list))
            && let Some(found) = self.definitions.get(&other.definition)
        {
            number = other.definition;
            definition = found;
        }
        let of_style = |(_, reading): &(&usize, &Reading)| style.is_some() && reading.style.as_deref() == style;
        let at = match level {
            Some(level) => level as usize,
            None => definition.levels.iter().filter(of_style).map(|(at, _)| *at).min().unwrap_or(0),
        };
        let level_of =
            |at: usize| own.levels.get(&at).or_else(|| definition.levels.get(&at)).map(|reading| &reading.level);
        let first = level_of(at)?.start.unwrap_or(1);
        let begins = self.begun.insert((list, at));
        let set = own.starts.get(&at).copied().filter(|_| begins);
        let counters = self.counters.entry(number).or_default();
        counters.count(at, first, set);
        Some(counters.label(at, level_of))
    }

    fn reading(&mut self) -> Option<&mut Reading> {
        self.level.as_mut().map(|(_, reading)| reading)
    }
}

impl Walker for Numbering {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        let val = || tag.get("val").unwrap_or_default();
        match tag.name() {
            "abstractNum" => {
                let Some(number) = tag.number("abstractNumId") else { return Step::Over };
                self.definitions.entry(number).or_default();
                self.place = Place::Definition(number);
            }
            "num" => {
                let Some(number) = tag.number("numId") else { return Step::Over };
                self.lists.entry(number).or_default();
                self.place = Place::List(number);
            }
            "lvlOverride" => {
                let (Place::List(list), Some(level)) = (self.place, tag.number("ilvl")) else { return Step::Over };
                self.place = Place::Override(list, level as usize);
            }
            "abstractNumId" => {
                if let (Place::List(list), Some(definition)) = (self.place, tag.number("val"))
                    && let Some(list) = self.lists.get_mut(&list)
                {
                    list.definition = definition;
                }
            }
            "startOverride" => {
                if let (Place::Override(list, level), Some(start)) = (self.place, tag.number("val"))
                    && let Some(list) = self.lists.get_mut(&list)
                {
                    list.starts.insert(level, start);
                }
            }
            "numStyleLink" => {
                if let Place::Definition(number) = self.place
                    && let Some(definition) = self.definitions.get_mut(&number)
                {
                    definition.through_style = tag.get("val");
                }
            }
            "lvl" => {
                let at = tag.number("ilvl").map_or(0, |level| level as usize);
                self.level = (at < LEVELS_MAX).then(|| (at, Reading::default()));
            }
            "pPr" | "rPr" | "lvlPicBulletId" => return Step::Over,
            name => {
                if let Some(reading) = self.reading() {
                    match name {
                        "start" => reading.level.start = tag.number("val"),
                        "numFmt" => match numeral(&val()) {
                            Some(numeral) => reading.level.numeral = numeral,
                            None => reading.is_bullet = true,
                        },
                        "lvlText" => reading.pattern = val(),
                        "isLgl" => reading.level.is_legal = tag.is_on(),
                        "pStyle" => reading.style = tag.get("val"),
                        // The formats of new Words stand beside the old ones.
                        "Choice" => return Step::Over,
                        _ => {}
                    }
                }
            }
        }
        Step::In
    }

    fn end(&mut self, name: &str) {
        match (name, self.place) {
            ("lvl", place) => {
                let Some((at, mut reading)) = self.level.take() else { return };
                if reading.is_bullet {
                    reading.level.bullet = Some(signs::bullet(&reading.pattern));
                } else {
                    reading.level.set_pattern(&reading.pattern);
                }
                let levels = match place {
                    Place::Definition(number) => self.definitions.get_mut(&number).map(|found| &mut found.levels),
                    Place::Override(list, _) => self.lists.get_mut(&list).map(|found| &mut found.levels),
                    _ => None,
                };
                if let Some(levels) = levels {
                    levels.insert(at, reading);
                }
            }
            ("lvlOverride", Place::Override(list, _)) => self.place = Place::List(list),
            ("abstractNum" | "num", _) => self.place = Place::None,
            _ => {}
        }
    }

    fn text(&mut self, _text: &str) {}
}

/// How numbers are written; `None` for signs.
fn numeral(format: &str) -> Option<Numeral> {
    Some(match format {
        "bullet" => return None,
        "none" => Numeral::Nothing,
        "upperRoman" => Numeral::UpperRoman,
        "lowerRoman" => Numeral::LowerRoman,
        "upperLetter" => Numeral::UpperLetter,
        "lowerLetter" => Numeral::LowerLetter,
        "decimalZero" => Numeral::DecimalZero,
        "ordinal" => Numeral::Ordinal,
        _ => Numeral::Decimal,
    })
}
