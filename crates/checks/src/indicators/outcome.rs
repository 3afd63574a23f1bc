// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was found against what was promised.

use crate::Datum;
use ambito_base::{Decimal, fold, parse_date};
use ambito_domain::planning::{Comparison, Indicator, Measured, Target, Unit};
use std::cmp::Ordering;

/// Beginnings of titles that measure how long something takes.
const TIMES: [&str; 6] = ["giorni", "tempo", "tempi", "mesi medi", "ore medie", "durata media"];

/// Words of titles of which less is better.
const LESS_IS_BETTER: [&str; 9] = [
    "n giorni",
    "giorni medi",
    "tempo medio",
    "tempi medi",
    "di attesa",
    "ritardi",
    "reclami",
    "errori",
    "scostamento",
];

/// Which way a result should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
}

/// A number times a thousand million, so that two of them compare as they are.
pub(super) fn scaled(number: Decimal) -> Option<i128> {
    let text = number.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let digits: i128 = format!("{whole}{decimals}").parse().ok()?;
    let scale = 9u32.checked_sub(u32::try_from(decimals.len()).ok()?)?;
    digits.checked_mul(10i128.pow(scale))
}

/// Whether a target is 100%.
pub(super) fn is_hundred_percent(target: &Target) -> bool {
    target.unit == Some(Unit::Percent) && target.value.and_then(scaled) == scaled(Decimal::whole(100))
}

/// A value as a figure where it is a number, else as printed.
pub(super) fn figure(value: Option<Decimal>, raw: &str) -> Datum {
    value.map_or_else(|| Datum::from(raw), Datum::from)
}

/// The numbers of target and result, where they count the same.
pub(super) fn numbers(target: &Target, measured: &Measured) -> Option<(i128, i128)> {
    let same_unit = match (target.unit, measured.unit) {
        (Some(left), Some(right)) => left == right,
        _ => true,
    };
    let (target, result) = target.value.zip(measured.value).filter(|_| same_unit)?;
    scaled(target).zip(scaled(result))
}

/// Which way is better for an indicator whose target does not say: its start value tells, then the words of its title.
pub(super) fn better(indicator: &Indicator, target: &Target) -> Better {
    match target.comparison {
        Some(Comparison::Less | Comparison::AtMost) => return Better::Less,
        Some(Comparison::More | Comparison::AtLeast) => return Better::More,
        _ => {}
    }
    let start = indicator.baseline.as_deref().and_then(|raw| Decimal::parse(raw.trim().trim_end_matches('%').trim()));
    if let Some(order) = start.and_then(scaled).zip(target.value.and_then(scaled)).map(|(start, end)| start.cmp(&end)) {
        match order {
            Ordering::Less => return Better::More,
            Ordering::Greater => return Better::Less,
            Ordering::Equal => {}
        }
    }
    let title = fold(&indicator.title);
    let takes_time = target.unit != Some(Unit::Percent) && TIMES.iter().any(|words| title.starts_with(words));
    if takes_time || LESS_IS_BETTER.iter().any(|words| title.contains(words)) { Better::Less } else { Better::More }
}

/// Whether the target was not reached; `None` where it cannot be told.
pub(super) fn missed(indicator: &Indicator, target: &Target, measured: &Measured) -> Option<bool> {
    if let Some(due) = target.due {
        return parse_date(measured.raw.trim(), None).map(|reached| reached > due);
    }
    if target.comparison == Some(Comparison::Yes) {
        return Some(fold(&measured.raw) == "no");
    }
    let (wanted, result) = numbers(target, measured)?;
    let upper = target.upper.and_then(scaled);
    Some(match target.comparison {
        Some(Comparison::More) => result <= wanted,
        Some(Comparison::AtLeast) => result < wanted,
        Some(Comparison::Less) => result >= wanted,
        Some(Comparison::AtMost) => result > wanted,
        Some(Comparison::Between) => result < wanted || upper.is_some_and(|upper| result > upper),
        Some(Comparison::By) => return None,
        Some(Comparison::Equal | Comparison::Yes) | None => match better(indicator, target) {
            Better::More => result < wanted,
            Better::Less => result > wanted,
        },
    })
}
