// SPDX-License-Identifier: AGPL-3.0-or-later
//! All equations that the checks stated, and what is told of those that do not hold.

use super::equation::Broken;
use super::{Equation, Rule, Scope, Term};
use crate::{Check, Place, Report, Words, registry};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// How many parts of a sum are named one by one; of a longer one, the first and the last.
const PARTS_NAMED_MAX: usize = 400;

/// How many equations may together carry another one along; beyond it, chance would do.
const TOGETHER_MAX: usize = 6;

/// The equations.
#[derive(Debug)]
pub struct Ledger {
    check: &'static Check,
    document: usize,
    broken: Vec<Broken>,
    /// The figures of each equation, also of those that hold: what connects one with another.
    figures: AllFigures,
}

/// The figures of one equation: a stretch of the list of all.
#[derive(Debug)]
struct Figures {
    document: usize,
    places: Range<usize>,
}

/// The figures of all equations, by line and first byte.
#[derive(Debug, Default)]
struct AllFigures {
    equations: Vec<Figures>,
    places: Vec<(u32, u32)>,
}

impl AllFigures {
    fn of<'a>(&'a self, equation: &Figures) -> impl Iterator<Item = Figure> + use<'a> {
        let document = equation.document;
        self.places[equation.places.clone()].iter().map(move |&(line, start)| (document, line, start))
    }
}

impl Default for Ledger {
    fn default() -> Self {
        Self { check: &registry::CHECKS[0], document: 0, broken: Vec::new(), figures: AllFigures::default() }
    }
}

impl Ledger {
    /// From now on this check states equations of this document.
    pub(crate) fn begin(&mut self, check: &'static Check, document: usize) {
        self.check = check;
        self.document = document;
    }

    /// States that the parts make the total. Whether they do is returned.
    pub fn state(&mut self, equation: Equation) -> bool {
        let from = self.figures.places.len();
        self.figures.places.extend(equation.figures().map(|term| (term.place.line, term.place.start)));
        let places = from..self.figures.places.len();
        self.figures.equations.push(Figures { document: self.document, places });
        // A sum that does not fit into 64 bits is nothing to tell people about.
        let gap = equation.gap().unwrap_or(0);
        if gap != 0 {
            self.broken.push(Broken { check: self.check, document: self.document, equation, gap });
        }
        gap == 0
    }

    /// Tells every broken equation once: the narrowest of those that miss together, with the others.
    pub(crate) fn tell(self, report: &mut Report) {
        let Self { mut broken, figures, .. } = self;
        if broken.is_empty() {
            return;
        }
        broken.sort_by_key(|broken| (broken.document, broken.equation.scope, broken.equation.total.place));
        let neighbours = Neighbours::of(&figures);
        // The root of each broken equation that was placed, by a figure of it.
        let mut owners: FxHashMap<Figure, Vec<usize>> = FxHashMap::default();
        // The roots of the columns that end on a line of totals: what is added twice or left out is so in all of them.
        let mut beside: FxHashMap<(usize, u32), Vec<usize>> = FxHashMap::default();
        let mut roots: Vec<usize> = Vec::new();
        let mut carried: Vec<Vec<usize>> = vec![Vec::new(); broken.len()];
        for at in 0..broken.len() {
            let own = figures_of(&broken[at]);
            let direct: FxHashSet<usize> =
                own.iter().flat_map(|figure| owners.get(figure)).flatten().copied().collect();
            let mut root = match broken[at].equation.rule {
                Rule::Sum => carrier(&broken, at, &direct),
                Rule::ShareOf(_) => share_carrier(&broken, at, &direct, &carried),
            };
            if root.is_none() && broken[at].equation.rule == Rule::Sum {
                let beside = beside.get(&(broken[at].document, broken[at].equation.total.place.line));
                root = beside.and_then(|others| carrier(&broken, at, &others.iter().copied().collect()));
            }
            if root.is_none() && broken[at].equation.scope > Scope::Column {
                let near: FxHashSet<usize> = own
                    .iter()
                    .flat_map(|figure| neighbours.near(*figure, &figures))
                    .flat_map(|figure| owners.get(&figure).into_iter().flatten().copied().collect::<Vec<_>>())
                    .filter(|root| broken[*root].equation.scope < broken[at].equation.scope)
                    .collect();
                root = carrier(&broken, at, &near);
            }
            let root = root.unwrap_or_else(|| {
                roots.push(at);
                at
            });
            if root != at {
                carried[root].push(at);
            }
            if broken[at].equation.scope == Scope::Column {
                let line = broken[at].equation.total.place.line;
                beside.entry((broken[at].document, line)).or_default().push(root);
            }
            for figure in own {
                owners.entry(figure).or_default().push(root);
            }
        }
        for root in roots {
            let all: Vec<&Broken> = carried[root].iter().map(|at| &broken[*at]).collect();
            tell_one(&broken[root], &all, report);
        }
    }
}

/// A figure of a document.
type Figure = (usize, u32, u32);

fn figures_of(broken: &Broken) -> Vec<Figure> {
    broken.equation.figures().map(|term| (broken.document, term.place.line, term.place.start)).collect()
}

/// Which of the candidates carries this equation along: the one that misses by as much, or else the first of several
/// that miss by as much together, added or taken away (a row of totals misses by what its rows and columns miss by).
fn carrier(broken: &[Broken], at: usize, candidates: &FxHashSet<usize>) -> Option<usize> {
    let gap = broken[at].gap;
    let mut candidates: Vec<usize> = candidates.iter().copied().collect();
    candidates.sort_unstable();
    if let Some(same) = candidates.iter().find(|root| broken[**root].gap.unsigned_abs() == gap.unsigned_abs()) {
        return Some(*same);
    }
    if candidates.len() > TOGETHER_MAX {
        return None;
    }
    let gaps: Vec<i64> = candidates.iter().map(|root| broken[*root].gap).collect();
    first_used(gap, &gaps).map(|used| candidates[used])
}

/// The first of the gaps that is used where some of them, added or taken away, make the whole.
fn first_used(whole: i64, gaps: &[i64]) -> Option<usize> {
    let (first, rest) = gaps.split_first()?;
    let with = |left: Option<i64>| left.is_some_and(|left| left == 0 || first_used(left, rest).is_some());
    if with(whole.checked_sub(*first)) || with(whole.checked_add(*first)) {
        return Some(0);
    }
    first_used(whole, rest).map(|used| used + 1)
}

/// A share is carried along by whatever is wrong with its part or its whole, and by another share that is printed alike
/// or misses by as much: of shares that make a hundred together, one has what the other lacks.
fn share_carrier(broken: &[Broken], at: usize, candidates: &FxHashSet<usize>, carried: &[Vec<usize>]) -> Option<usize> {
    let mut candidates: Vec<usize> = candidates.iter().copied().collect();
    candidates.sort_unstable();
    let printed = |at: usize| broken[at].equation.total.quantity;
    let alike = |other: usize| {
        broken[other].check.code == broken[at].check.code
            && (printed(other) == printed(at) || broken[other].gap.unsigned_abs() == broken[at].gap.unsigned_abs())
    };
    candidates.into_iter().find(|root| {
        broken[*root].equation.rule == Rule::Sum
            || broken[*root].gap == broken[at].gap
            || alike(*root)
            || carried[*root].iter().any(|other| alike(*other))
    })
}

/// Which figures stand in one equation with a figure.
struct Neighbours {
    equations: FxHashMap<Figure, Vec<u32>>,
}

impl Neighbours {
    fn of(figures: &AllFigures) -> Self {
        let mut equations: FxHashMap<Figure, Vec<u32>> = FxHashMap::default();
        for (at, equation) in (0u32..).zip(&figures.equations) {
            for figure in figures.of(equation) {
                equations.entry(figure).or_default().push(at);
            }
        }
        Self { equations }
    }

    fn near<'a>(&'a self, figure: Figure, figures: &'a AllFigures) -> impl Iterator<Item = Figure> + 'a {
        let equations = self.equations.get(&figure).into_iter().flatten();
        equations.filter_map(|at| figures.equations.get(*at as usize)).flat_map(|equation| figures.of(equation))
    }
}

/// Tells one broken equation and what it carries along.
fn tell_one(broken: &Broken, carried: &[&Broken], report: &mut Report) {
    let Broken { check, document, equation, gap } = broken;
    let Equation { rule, parts, total, message, hint, severity, see, .. } = equation;
    let found = total.quantity;
    let expected = found.like(found.hundredths() - gap);
    let figures = |words: &Words| {
        words
            .clone()
            .with("found", found)
            .with("expected", expected)
            .with("difference", found.like(gap.saturating_abs()))
    };
    report.begin(check, *document);
    let defect = report.find(total.place, figures(message));
    defect.severity(severity.unwrap_or(check.severity)).instead(found, expected).hint(figures(hint));
    let mut rows: Vec<u32> = Vec::new();
    for part in parts {
        match &part.label {
            _ if part.place.line != total.place.line => rows.push(part.place.line),
            Some(label) => {
                defect.mark(part.place, label.clone());
            }
            None => {
                defect.mark_only(part.place);
            }
        }
    }
    let written = total.label.clone().unwrap_or_else(|| Words::new("mark-written-is"));
    defect.mark(total.place, figures(&written));
    if let Rule::ShareOf(whole) = rule
        && whole.place.line != total.place.line
    {
        defect.see(whole.place.line, Words::new("related-whole").with("amount", whole.quantity));
    }
    for (line, label) in see {
        defect.see(*line, label.clone());
    }
    tell_rows(parts, total.place, rows.len() > PARTS_NAMED_MAX, defect);
    for other in carried {
        let place = other.equation.total.place;
        if place.line == total.place.line {
            defect.mark(place, other.equation.carried.clone());
        } else {
            defect.carries(place.line, other.equation.carried.clone());
        }
    }
}

/// Names the parts that stand on other lines.
fn tell_rows(parts: &[Term], total: Place, many: bool, defect: &mut crate::Defect) {
    let others: Vec<&Term> = parts.iter().filter(|part| part.place.line != total.line).collect();
    let last = others.len().saturating_sub(1);
    for (at, part) in others.into_iter().enumerate() {
        if !many || at == 0 || at == last {
            let label = part.label.clone().unwrap_or_else(|| Words::new("related-part"));
            defect.see(part.place.line, label.with("amount", part.quantity));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::first_used;

    #[test]
    fn gaps_add_up_to_a_gap() {
        assert_eq!(first_used(-100, &[-101, -1]), Some(0));
        assert_eq!(first_used(7, &[100, 3, 4]), Some(1));
        assert_eq!(first_used(7, &[100, 3, 5]), None);
        assert_eq!(first_used(7, &[]), None);
    }
}
