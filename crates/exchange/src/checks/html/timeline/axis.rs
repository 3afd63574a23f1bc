// SPDX-License-Identifier: AGPL-3.0-or-later
//! The axis of months: from days to places in the picture, in whole units.

use ambito_base::{Date, Period};
use std::io::{self, Write};

/// The width of the picture.
pub(super) const WIDTH: i64 = 1000;
/// Where the chart begins; the labels stand before it.
pub(super) const CHART_LEFT: i64 = 350;
/// How wide the chart is.
pub(super) const CHART_WIDTH: i64 = 640;
/// What the labels of the months take.
pub(super) const AXIS_HEIGHT: i64 = 26;
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
        CHART_LEFT + days * CHART_WIDTH / self.days
    }

    /// Writes the period, the lines of the months and their labels.
    pub(super) fn write(&self, out: &mut impl Write, height: i64) -> io::Result<()> {
        let bottom = height - AXIS_HEIGHT;
        if let Some((from, to)) = self.period {
            let (x, end) = (self.x(from), self.x(to));
            writeln!(
                out,
                "<rect class=\"period\" x=\"{x}\" y=\"{AXIS_HEIGHT}\" width=\"{}\" height=\"{bottom}\"/>",
                end - x
            )?;
        }
        let months = self.days / 30 + 1;
        let step = (months + LABELS_MAX - 1) / LABELS_MAX;
        // Steps that fall on the beginnings of years and quarters.
        let step = [1, 2, 3, 6, 12].into_iter().find(|nice| *nice >= step).unwrap_or(24);
        let (mut year, mut month) = (i64::from(self.first.year()), i64::from(self.first.month()));
        loop {
            let date = i16::try_from(year).ok().zip(i8::try_from(month).ok());
            let Some(date) = date.and_then(|(year, month)| Date::new(year, month, 1).ok()) else { break };
            if date > self.last {
                break;
            }
            if (year * 12 + month - 1) % step == 0 {
                let x = self.x(date);
                let class = if month == 1 { "year" } else { "month" };
                write!(
                    out,
                    "<line class=\"{class}\" x1=\"{x}\" x2=\"{x}\" y1=\"{}\" y2=\"{height}\"/>",
                    AXIS_HEIGHT - 4
                )?;
                writeln!(out, "<text class=\"tick\" x=\"{}\" y=\"16\">{month:02}/{:02}</text>", x + 2, year % 100)?;
            }
            month += 1;
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
        Ok(())
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
        assert_eq!(axis.x(day(2027, 1, 1)), CHART_LEFT);
        assert_eq!(axis.x(day(2027, 12, 31)), CHART_LEFT + CHART_WIDTH);
    }

    #[test]
    fn dates_centuries_apart_are_not_drawn() {
        let dates = [day(1027, 1, 1), day(2027, 1, 1)];
        assert!(Axis::of(dates.into_iter(), &Period::default()).is_none());
        assert!(Axis::of([].into_iter(), &Period::default()).is_none());
    }
}
