// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value of a record: what kind it is, what it says as people write it, and how it takes what was typed.

use super::typed::{italian_date, marks_of};
use crate::tables::number_of;
use crate::values::targets::{measured, target};
use crate::vocabulary::Vocabulary;
use ambito_base::{Cents, Date, Share, parse_date};
use ambito_domain::planning::{DateKind, Measured, SourceAmount, TableCell, Target};
use ambito_domain::review::ValueKind;

/// What the readers of values have to know of the document.
pub(crate) struct Setting<'a> {
    /// The year that "31/12" means.
    pub(super) year: Option<i16>,
    pub(super) words: &'a Vocabulary,
}

/// A value of a record, in its place.
pub(crate) enum Slot<'a> {
    Text(&'a mut String),
    Words(&'a mut Option<String>),
    LongText(&'a mut String),
    Money(&'a mut Option<Cents>),
    Sum(&'a mut Cents),
    Date(&'a mut Option<Date>),
    Share(&'a mut Option<Share>),
    Target { slot: &'a mut Option<Target>, title: &'a str, year: Option<i16> },
    Measured { slot: &'a mut Option<Measured>, title: &'a str },
    Source(&'a mut SourceAmount),
    Cell(&'a mut TableCell),
    Marks(&'a mut Vec<u32>),
    Choice(&'a mut Option<&'static str>, &'static [&'static str]),
}

impl Slot<'_> {
    pub(super) fn kind(&self) -> ValueKind {
        match self {
            Self::LongText(_) => ValueKind::LongText,
            Self::Text(_) | Self::Words(_) | Self::Cell(_) | Self::Marks(_) => ValueKind::Text,
            Self::Money(_) | Self::Sum(_) | Self::Source(_) => ValueKind::Money,
            Self::Date(_) => ValueKind::Date,
            Self::Share(_) => ValueKind::Percent,
            Self::Target { .. } | Self::Measured { .. } => ValueKind::Target,
            Self::Choice(_, all) => ValueKind::Choice(all),
        }
    }

    /// What it says, as people write it; empty where there is nothing.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::LongText(text) => (*text).clone(),
            Self::Words(text) => (*text).clone().unwrap_or_default(),
            Self::Money(amount) => amount.map(Cents::italian).unwrap_or_default(),
            Self::Sum(amount) => amount.italian(),
            Self::Date(date) => date.map(italian_date).unwrap_or_default(),
            Self::Share(share) => share.map(Share::italian).unwrap_or_default(),
            Self::Target { slot, .. } => slot.as_ref().map(|target| target.raw.clone()).unwrap_or_default(),
            Self::Measured { slot, .. } => slot.as_ref().map(|found| found.raw.clone()).unwrap_or_default(),
            Self::Source(source) => {
                source.amount.map(Cents::italian).or_else(|| source.raw.clone()).unwrap_or_default()
            }
            Self::Cell(cell) => cell.raw.clone(),
            Self::Marks(marks) => {
                marks.iter().map(|mark| (u64::from(*mark) + 1).to_string()).collect::<Vec<_>>().join(", ")
            }
            Self::Choice(word, _) => word.unwrap_or_default().to_owned(),
        }
    }

    /// Takes what [`parse`](super::parse) made of what was typed; what it cannot take leaves it as it was.
    pub(super) fn put(&mut self, text: &str, setting: &Setting<'_>) {
        let filled = Some(text).filter(|text| !text.is_empty());
        match self {
            Self::Text(slot) | Self::LongText(slot) => text.clone_into(slot),
            Self::Words(slot) => **slot = filled.map(str::to_owned),
            Self::Money(slot) => match filled {
                None => **slot = None,
                Some(text) => **slot = Cents::parse(text).or(**slot),
            },
            Self::Sum(slot) => **slot = Cents::parse(text).unwrap_or(**slot),
            Self::Date(slot) => match filled {
                None => **slot = None,
                Some(text) => **slot = parse_date(text, None).or(**slot),
            },
            Self::Share(slot) => match filled {
                None => **slot = None,
                Some(text) => **slot = Share::parse(text).or(**slot),
            },
            Self::Target { slot, title, year } => {
                let old = slot.take();
                let column = old.as_ref().and_then(|old| old.column.clone());
                let mut new = target(text, title, None, year.or(setting.year), column.as_ref(), setting.words);
                if let (Some(new), Some(old)) = (&mut new, old)
                    && new.value.is_some()
                    && old.value.is_some()
                {
                    // The table's column of units said what the number counts.
                    new.unit = new.unit.or(old.unit);
                }
                **slot = new;
            }
            Self::Measured { slot, title } => {
                let old = slot.take();
                let kind = old.as_ref().map_or(DateKind::Result, |old| old.date_kind);
                let mut new = measured(text, kind, title, setting.year, setting.words);
                if let Some(new) = &mut new {
                    text.clone_into(&mut new.raw);
                    if let Some(old) = old {
                        new.date = new.date.or(old.date);
                        new.is_final |= old.is_final;
                        if new.value.is_some() && old.value.is_some() {
                            new.unit = new.unit.or(old.unit);
                        }
                    }
                }
                **slot = new;
            }
            Self::Source(source) => match filled {
                None => (source.amount, source.raw) = (None, None),
                Some(text) => {
                    if let Some(amount) = Cents::parse(text) {
                        (source.amount, source.raw) = (Some(amount), None);
                    }
                }
            },
            Self::Cell(cell) => **cell = TableCell { raw: text.to_owned(), value: number_of(text) },
            Self::Marks(slot) => {
                if let Some(marks) = marks_of(text) {
                    **slot = marks.into_iter().map(|mark| mark - 1).collect();
                }
            }
            Self::Choice(slot, all) => **slot = all.iter().copied().find(|word| *word == text),
        }
    }
}
