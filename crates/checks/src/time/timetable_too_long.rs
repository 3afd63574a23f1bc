// SPDX-License-Identifier: AGPL-3.0-or-later
//! Timetables of more months than the plan has left.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::{Date, fold};

/// A timetable of fewer months fits in any plan.
const MONTHS_MIN: usize = 13;
/// The first letters of the months.
const MONTHS: [&str; 12] = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];

check! {
    /// # Il cronoprogramma dura più del piano
    ///
    /// **Che cosa trova.** Un cronoprogramma con i mesi in testa e senza anni, che ha più mesi di quanti ne restano
    /// dal giorno del documento alla fine del piano.
    ///
    /// **Perché conta.** Senza anni non si sa quando il lavoro comincia; e se comincia con il piano, i suoi ultimi
    /// mesi cadono dopo la fine.
    ///
    /// **Esempio.** Piano approvato a febbraio 2027 e valido fino al 31/12/2028: ne restano 23 mesi, il
    /// cronoprogramma ne ha 30.
    ///
    /// **Come si corregge.** Scrivere gli anni sopra i mesi, e togliere quelli dopo la fine del piano o dire che il
    /// lavoro prosegue.
    ///
    /// **Eccezioni.** I cronoprogrammi con gli anni sopra i mesi, e quelli di un anno o meno.
    ///
    /// # The timetable is longer than the plan
    ///
    /// **What it finds.** A timetable with months on top and no years, which has more months than are left from the
    /// day of the document to the end of the plan.
    ///
    /// **Why it matters.** Without years nobody knows when the work begins; and if it begins with the plan, its
    /// last months fall after the end.
    ///
    /// **Example.** Plan approved in February 2027 and in force until 31/12/2028: 23 months are left, the timetable
    /// has 30.
    ///
    /// **How to mend it.** Write the years above the months, and take out those after the end of the plan or say
    /// that the work goes on.
    ///
    /// **Exceptions.** Timetables with years above the months, and those of a year or less.
    TIM015, "timetable-too-long", Note, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let period = subject.draft.period;
    let (Some(begin), Some(end)) = (subject.draft.issued.or(period.from), period.to) else { return };
    let begin = period.from.map_or(begin, |from| from.max(begin));
    let left = months(end) - months(begin) + 1;
    for timetable in &subject.draft.timetables {
        let count = timetable.columns.len();
        let dated = |cell: &String| cell.bytes().filter(u8::is_ascii_digit).count() >= 2;
        let years = timetable.columns.iter().chain(timetable.header.iter().flatten()).any(dated);
        let Some(row) = timetable.rows.first().filter(|_| !years && count >= MONTHS_MIN) else { continue };
        if i64::try_from(count).unwrap_or(i64::MAX) <= left
            || left < 1
            || !timetable.columns.iter().all(|cell| is_month(cell))
        {
            continue;
        }
        // The heading is the last row of cells above the first.
        let heading =
            (row.line.saturating_sub(3)..row.line).rev().find(|line| subject.cells(*line).count() > count / 2);
        let place = subject.whole(heading.unwrap_or(row.line));
        let message =
            Words::new("tim015-message").with("count", count).with("left", usize::try_from(left).unwrap_or(0));
        report.find(place, message.with("end", end)).mark_only(place).hint(Words::new("tim015-hint"));
    }
}

fn months(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month())
}

fn is_month(cell: &str) -> bool {
    let cell = fold(cell);
    !cell.is_empty() && MONTHS.iter().any(|month| month.starts_with(cell.as_str()) || cell.starts_with(month))
}
