// SPDX-License-Identifier: AGPL-3.0-or-later
//! An amount told of a programme in one document, and another amount of it in another.

use super::figures::{Figure, Fit, Kind, figures};
use super::two_forms::may_be_one_plan;
use crate::check::{Run, check};
use crate::{Place, Report, Subject, Words};
use ambito_base::{Cents, fold};
use ambito_domain::planning::NodeId;
use rustc_hash::FxHashMap;

/// The shortest name by which a programme is known in two documents, in letters.
const NAME_BYTES_MIN: usize = 10;

/// Words of a name that one document has and another leaves out.
const LITTLE_WORDS: [&str; 18] = [
    "programma",
    "programmi",
    "progetto",
    "finalizzato",
    "finalizzati",
    "fondo",
    "azione",
    "intervento",
    "il",
    "la",
    "i",
    "le",
    "di",
    "del",
    "della",
    "dei",
    "per",
    "l",
];

check! {
    /// # Un importo detto in un documento è un altro nella tabella di un altro
    ///
    /// **Che cosa trova.** Un documento dice nel testo l'importo di un programma; un altro, dato insieme e dello stesso periodo,
    /// ha per un programma con lo stesso nome solo importi diversi.
    ///
    /// **Perché conta.** La notizia e la tabella parlano dello stesso denaro: chi legge l'una si aspetta ciò che l'altra non dà.
    ///
    /// **Esempio.** Il testo dice "Centri per le famiglie (350.000 euro)", la tabella del riparto ne ha 305.000,00.
    ///
    /// **Come si corregge.** Controllare l'atto e correggere il documento che se ne scosta; se sono annualità diverse, dirlo.
    ///
    /// **Eccezioni.** Vale l'arrotondamento alle cifre scritte ("3 milioni"). Basta che una delle cifre dell'altro documento
    /// coincida; nomi corti, documenti di periodi diversi e importi l'uno più del doppio dell'altro non sono confrontati.
    ///
    /// # An amount told in one document is another in the table of another
    ///
    /// **What it finds.** One document tells the amount of a programme in its text; another one, given together and of the same
    /// period, has only different amounts for a programme of that name.
    ///
    /// **Why it matters.** The news and the table speak of the same money: who reads one expects what the other does not give.
    ///
    /// **Example.** The text says "Centres for families (350,000 euro)", the table that shares the fund out has 305,000.00.
    ///
    /// **How to mend it.** See the act and correct the document that differs from it; if they are different years, say so.
    ///
    /// **Exceptions.** Rounding to the printed digits holds ("3 million"). It is enough that one figure of the other document
    /// agrees; short names, documents of different periods and amounts more than twice another are not compared.
    SUM022, "told-amount-differs-elsewhere", Warning, Run::Together(look)
}

/// An amount that a heading tells of its node.
struct Told {
    place: Place,
    figure: Figure,
    name: String,
}

/// An amount that a document has for a name.
#[derive(Clone, Copy)]
struct Known {
    document: usize,
    line: u32,
    amount: Cents,
}

fn look(subjects: &[Subject<'_>], report: &mut Report) {
    let told: Vec<Vec<Told>> = subjects.iter().map(told_in).collect();
    if told.iter().all(Vec::is_empty) {
        return;
    }
    let mut known: FxHashMap<String, Vec<Known>> = FxHashMap::default();
    for (document, subject) in subjects.iter().enumerate() {
        collect(subject, document, &mut known);
    }
    for (document, told) in told.iter().enumerate() {
        for one in told {
            let Some(amounts) = known.get(&one.name) else { continue };
            for others in amounts.chunk_by(|left, right| left.document == right.document) {
                let other = others[0].document;
                let [left, right] = [document, other].map(|at| subjects[at].draft);
                let years = left.period.from.zip(right.period.from).is_none_or(|_| left.period == right.period);
                let agrees = others.iter().any(|known| one.figure.fit(known.amount.cents()) != Fit::Other);
                let one_size = others.iter().any(|known| {
                    let (left, right) = (known.amount.cents(), one.figure.hundredths);
                    left.min(right).saturating_mul(2) >= left.max(right)
                });
                if other != document && years && one_size && !agrees && !may_be_one_plan(left, right) {
                    tell(&subjects[document], document, one, others, report);
                }
            }
        }
    }
}

fn tell(subject: &Subject<'_>, document: usize, one: &Told, others: &[Known], report: &mut Report) {
    let found = Cents::new(one.figure.hundredths);
    let other = others[0].amount;
    let words = subject.line(one.place.line).trim();
    let name = words.split('(').next().unwrap_or(words).trim();
    let message = Words::new("sum022-message").with("name", name).with("found", found).with("other", other);
    let defect = report.find_in(document, one.place, message);
    defect.instead(found, other).hint(Words::new("sum022-hint"));
    for known in others {
        defect.see_in(known.document, known.line, Words::new("sum022-related").with("other", known.amount));
    }
}

/// The amounts that headings tell of their nodes.
fn told_in(subject: &Subject<'_>) -> Vec<Told> {
    let amounts = subject.draft.amounts.iter();
    amounts
        .filter_map(|amount| {
            let node = subject.node(amount.node?);
            let name = name_of(node.title.as_deref()?)?;
            if node.line != amount.line {
                return None;
            }
            let text = subject.line(amount.line);
            let figure = figures(text)
                .into_iter()
                .find(|figure| figure.kind == Kind::Money && figure.hundredths == amount.amount.cents())?;
            let place = subject.find(amount.line, text.get(figure.start..figure.end)?, figure.start)?;
            Some(Told { place, figure, name })
        })
        .collect()
}

/// Every amount that a document has in its tables for a name.
fn collect(subject: &Subject<'_>, document: usize, known: &mut FxHashMap<String, Vec<Known>>) {
    let mut add = |name: Option<&str>, line: u32, amount: Cents| {
        if let Some(name) = name.and_then(name_of) {
            known.entry(name).or_default().push(Known { document, line, amount });
        }
    };
    let title = |node: Option<NodeId>| node.and_then(|node| subject.node(node).title.as_deref());
    let draft = subject.draft;
    for node in &draft.nodes {
        if let Some(summary) = node.summary
            && let Some(amount) = summary.amount
        {
            add(node.title.as_deref(), summary.line, amount);
        }
    }
    for row in &draft.allocations {
        for amount in [row.total, row.after].into_iter().flatten() {
            add(title(row.node), row.line, amount);
        }
    }
    for row in &draft.resources {
        if let Some(cost) = row.cost {
            add(Some(&row.activity), row.line, cost);
        }
    }
    for amount in &draft.amounts {
        if amount.node.is_some_and(|node| subject.node(node).line == amount.line) {
            add(title(amount.node), amount.line, amount.amount);
        }
    }
    for table in &draft.tables {
        for (cells, line) in table.rows.iter().zip(&table.row_lines) {
            let Some((first, rest)) = cells.split_first() else { continue };
            for amount in rest.iter().filter_map(|cell| crate::subject::amount_in(&cell.raw)) {
                add(Some(&first.raw), *line, amount);
            }
        }
    }
}

/// What a programme is known by, without the words that one document leaves out.
fn name_of(title: &str) -> Option<String> {
    let folded = fold(title.split('(').next().unwrap_or(title));
    let words: Vec<&str> = folded.split(' ').filter(|word| !LITTLE_WORDS.contains(word)).collect();
    let name = words.join(" ");
    (name.len() >= NAME_BYTES_MIN).then_some(name)
}
