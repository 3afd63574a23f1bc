// SPDX-License-Identifier: AGPL-3.0-or-later
//! The axis of months: from days to places in the picture, in whole units.

use ambito_base::{Date, Period};
use std::io::{self, Write};

/// The height of a row of the picture.
pub(super) const ROW_HEIGHT: i64 = 24;
/// How wide the picture is.
const WIDTH: i64 = 1000;
/// The most labels of months.
const LABELS_MAX: i64 = 13;
/// A wrong date may be centuries away; nothing is drawn then.
const DAYS_MAX: i64 = 366 * 30;

/// The axis.
pub(super) struct Axis {
    /// The first day: the first of a month.
    pub first: Date,
    /// The last day: the last of a month.
    pub last: Date,
    days: i64,
    /// The days in force, where the document says them.
    period: Option<(Date, Date)>,
}

impl Axis {
    /// The axis that holds all dates; `None` where there is none, or where they are too far from each other.
    pub(super) fn of(dates: impl Iterator<Item = Date>, period: &Period) -> Option<Self> {
        let period = period.from.zip(period.to);
        let (mut first, mut last): (Option<Date>, Option<Date>) = (None, None);
        for date in dates.chain(period.into_iter().flat_map(|(from, to)| [from, to])) {
            first = Some(first.map_or(date, |known| known.min(date)));
            last = Some(last.map_or(date, |known| known.max(date)));
        }
        let (first, last) = (first?.first_of_month(), last?.last_of_month());
        let days = days_between(first, last)?;
        (1..=DAYS_MAX).contains(&days).then_some(Self { first, last, days, period })
    }

    /// Where a day is.
    pub(super) fn x(&self, date: Date) -> i64 {
        let days = days_between(self.first, date).unwrap_or(0).clamp(0, self.days);
        days * WIDTH / self.days
    }

    /// Writes the labels of the months; those that a narrow screen leaves out are marked.
    pub(super) fn labels(&self, out: &mut impl Write) -> io::Result<()> {
        for (date, index) in self.ticks().into_iter().zip(0usize..) {
            let class = if index.is_multiple_of(3) { "tick" } else { "tick minor" };
            let (x, month, year) = (self.x(date), date.month(), i64::from(date.year()) % 100);
            write!(out, "<span class=\"{class}\" style=\"--x:{x}\">{month:02}/{year:02}</span>")?;
        }
        Ok(())
    }

    /// Writes the days in force and the lines of the months.
    pub(super) fn grid(&self, out: &mut impl Write) -> io::Result<()> {
        if let Some((from, to)) = self.period {
            let (x, end) = (self.x(from), self.x(to));
            write!(out, "<path class=\"period\" d=\"M{x} 0H{end}V{ROW_HEIGHT}H{x}z\"/>")?;
        }
        let lines: String = self.ticks().into_iter().map(|date| format!("M{} 0V{ROW_HEIGHT}", self.x(date))).collect();
        write!(out, "<path class=\"month\" d=\"{lines}\"/>")
    }

    /// The beginnings of months that are shown: as many as there is room for, on quarters and years where not on all.
    fn ticks(&self) -> Vec<Date> {
        let months = self.days / 30 + 1;
        let wanted = (months + LABELS_MAX - 1) / LABELS_MAX;
        let step = [1, 2, 3, 6, 12].into_iter().find(|nice| *nice >= wanted).unwrap_or(24);
        let first = i64::from(self.first.year()) * 12 + i64::from(self.first.month()) - 1;
        (first..=first + months)
            .filter(|month| month % step == 0)
            .filter_map(|month| {
                let year = i16::try_from(month / 12).ok()?;
                let date = Date::new(year, i8::try_from(month % 12 + 1).ok()?, 1).ok()?;
                (date <= self.last).then_some(date)
            })
            .collect()
    }
}

fn days_between(from: Date, to: Date) -> Option<i64> {
    Some(i64::from(from.until(to).ok()?.get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).expect("a day")
    }

    #[test]
    fn the_axis_holds_whole_months_and_the_period() {
        let axis = Axis::of([day(2027, 3, 10)].into_iter(), &Period::years(2027, 2027)).expect("an axis");
        assert_eq!((axis.first, axis.last), (day(2027, 1, 1), day(2027, 12, 31)));
        assert_eq!(axis.x(day(2027, 1, 1)), 0);
        assert_eq!(axis.x(day(2027, 12, 31)), WIDTH);
        assert_eq!(axis.ticks().len(), 12);
    }

    #[test]
    fn dates_centuries_apart_are_not_drawn() {
        let dates = [day(1027, 1, 1), day(2027, 1, 1)];
        assert!(Axis::of(dates.into_iter(), &Period::default()).is_none());
        assert!(Axis::of([].into_iter(), &Period::default()).is_none());
    }
}
