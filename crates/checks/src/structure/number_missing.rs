// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers of nodes that are left out.

use super::duplicate_code::strangers;
use super::numbers::{Sequence, code_place, number_of, sequences, split};
use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_documents::blocks::LineKind;
use ambito_domain::planning::{LineNo, Node, NodeId};
use ambito_findings::Severity;
use rustc_hash::{FxHashMap, FxHashSet};

/// How many lines above a sheet a sentence may stand that says where those before it are.
const REFERRAL_LINES: u32 = 8;
/// How such a sentence refers.
const REFERRALS: [&str; 4] = ["si rimanda", "si rinvia", "si veda", "già stati"];

check! {
    /// # Una numerazione con un buco
    ///
    /// **Che cosa trova.** Capitoli, obiettivi, azioni o attività numerati di seguito, fra i quali manca un numero: non
    /// c'è né nel testo né in un indice.
    ///
    /// **Perché conta.** Un numero saltato può essere una scheda persa, oppure un rinvio che non porta da nessuna
    /// parte; chi controlla lo chiede sempre.
    ///
    /// **Esempio.** Dopo l'azione 6 viene l'azione 8, e l'azione 7 non è nominata in nessun luogo.
    ///
    /// **Come si corregge.** Rimettere la scheda persa, oppure numerare di nuovo; se è stata tolta apposta, scriverlo.
    ///
    /// **Eccezioni.** Un tratto lungo di numeri saltati è una nota: di solito quelle voci stanno in un altro documento;
    /// anche dove una frase lì sopra rinvia ad altro, o la cosa si ripete in molte schede.
    /// I codici lunghi (1101, 1105) sono nomi, non conti. Se lo stesso succede in molte schede è detto una volta.
    ///
    /// # A numbering with a gap
    ///
    /// **What it finds.** Chapters, objectives, actions or activities numbered one after the other, among which a
    /// number is missing: neither the text nor an index has it.
    ///
    /// **Why it matters.** A number that was skipped may be a lost sheet, or a reference that leads nowhere; auditors
    /// always ask.
    ///
    /// **Example.** After action 6 comes action 8, and action 7 is named nowhere.
    ///
    /// **How to mend it.** Put the lost sheet back, or number again; if it was taken out on purpose, say so.
    ///
    /// **Exceptions.** A long run of skipped numbers is a note: those entries usually stand in another document;
    /// so is a gap below a sentence that refers elsewhere, and what happens in many sheets. Long
    /// codes (1101, 1105) are names, not counts. What happens in many sheets is said once.
    STR002, "number-missing", Warning, Run::Alone(look)
}

/// From how many sheets with a gap on it is said once.
const SHEETS_MIN: usize = 4;
/// A longer run of missing numbers is a note.
const RUN_MAX: u32 = 3;
/// A sequence must have this share of its numbers, in percent, to be one.
const PRESENT_PERCENT_MIN: usize = 50;

/// Numbers that are missing between two that are there.
pub(super) struct Gap {
    /// The first and the last missing number.
    pub missing: (u32, u32),
    /// What stands before it; absent where the numbering begins too late.
    pub before: Option<NodeId>,
    /// What stands behind it.
    pub after: NodeId,
}

impl Gap {
    /// How many numbers are missing, and the numbers; "7.4" where the code has more before it.
    fn listed(&self, after: &Node) -> (usize, String) {
        let (count, numbers) = listed(self.missing.0, self.missing.1);
        match after.code.as_deref().and_then(split).map(|(stem, _)| stem).filter(|stem| stem.ends_with('.')) {
            Some(stem) => (count, format!("{stem}{}", numbers.replace('–', &format!("–{stem}")))),
            None => (count, numbers),
        }
    }
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut levels: FxHashMap<&str, Vec<Sequence<'_>>> = FxHashMap::default();
    let mut order: Vec<&str> = Vec::new();
    for sequence in sequences(subject).into_iter().filter(Sequence::counts) {
        let group = levels.entry(sequence.level).or_default();
        if group.is_empty() {
            order.push(sequence.level);
        }
        group.push(sequence);
    }
    for level in order {
        let Some(group) = levels.get(level) else { continue };
        let sheets = missing(subject, group);
        match sheets.as_slice() {
            [first, others @ ..] if sheets.len() >= SHEETS_MIN => tell_once(subject, first, others, report),
            _ => sheets.iter().flatten().for_each(|gap| tell(subject, gap, report)),
        }
    }
}

/// The gaps of each sequence that has some, where the sequences of the level really count.
fn missing(subject: &Subject<'_>, group: &[Sequence<'_>]) -> Vec<Vec<Gap>> {
    let mut present = 0;
    let mut wanted = 0;
    for sequence in group {
        let values: FxHashSet<u32> = sequence.items.iter().map(|(value, _)| *value).collect();
        present += values.len();
        wanted += values.iter().max().map_or(0, |value| *value as usize);
    }
    if present * 100 < wanted * PRESENT_PERCENT_MIN || present < 3 {
        return Vec::new();
    }
    let ones = group.iter().filter(|sequence| sequence.items.iter().any(|(value, _)| *value <= 1)).count();
    let from_one = group.len() > 2 && ones * 100 >= group.len() * 70;
    group.iter().map(|sequence| gaps(subject, sequence, from_one)).filter(|gaps| !gaps.is_empty()).collect()
}

/// Whether two things have one number.
fn doubled(subject: &Subject<'_>, pair: &[(u32, NodeId)]) -> bool {
    let [(low, one), (high, other)] = pair else { return false };
    low == high && strangers(subject, &[*one, *other]).is_some()
}

fn gaps(subject: &Subject<'_>, sequence: &Sequence<'_>, from_one: bool) -> Vec<Gap> {
    let mut items = sequence.items.clone();
    items.sort_by_key(|(value, _)| *value);
    let mut found = Vec::new();
    if let Some(&(value, after)) = items.first().filter(|(value, _)| from_one && *value > 1) {
        found.push(Gap { missing: (1, value - 1), before: None, after });
    }
    let doubled: FxHashSet<u32> =
        items.windows(2).filter(|pair| doubled(subject, pair)).map(|pair| pair[0].0).collect();
    for pair in items.windows(2) {
        let [(low, before), (high, after)] = [pair[0], pair[1]];
        // A number given twice beside the missing one is the defect, and told as such.
        if high > low + 1 && !(doubled.contains(&low) || doubled.contains(&high)) {
            // What only a list names stands nowhere in the text: the sheet before is told.
            let sheets = items.iter().rev().filter(|(value, id)| *value <= low && subject.node(*id).in_body);
            let before = sheets.map(|(_, id)| *id).next().unwrap_or(before);
            found.push(Gap { missing: (low + 1, high - 1), before: Some(before), after });
        }
    }
    found
}

fn tell(subject: &Subject<'_>, gap: &Gap, report: &mut Report) {
    let node = subject.node(gap.after);
    let place = code_place(subject, node);
    let (from, to) = gap.missing;
    let (count, missing) = gap.listed(node);
    let before = gap.before.map(|id| number_of(subject.node(id)));
    let before = before.or_else(|| node.parent.map(|id| subject.name(id))).unwrap_or_default();
    let words = Words::new("str002-message").with("before", before).with("after", number_of(node));
    let defect = report.find(place, words.with("count", count).with("missing", missing.as_str()));
    defect.mark(place, Words::new("str002-mark").with("count", count).with("missing", missing.as_str()));
    defect.hint(Words::new("str002-hint"));
    if to - from >= RUN_MAX {
        defect.severity(Severity::Note);
    }
    if let Some(line) = referral(subject, node.line) {
        defect.severity(Severity::Note).see(line, Words::new("str002-referral"));
    }
    match (gap.before, node.parent) {
        (Some(id), _) => defect.see(subject.node(id).line, Words::new("str002-before")),
        (None, Some(id)) => defect.see(subject.node(id).line, Words::new("str002-first")),
        (None, None) => defect,
    };
}

fn tell_once(subject: &Subject<'_>, first: &[Gap], others: &[Vec<Gap>], report: &mut Report) {
    let Some(gap) = first.first() else { return };
    let node = subject.node(gap.after);
    let place = code_place(subject, node);
    let level = node.level.as_deref().unwrap_or("");
    let words = Words::new("str002-many-message").with("level", level).with("count", others.len() + 1);
    let (count, missing) = gap.listed(node);
    let defect = report.find(place, words).severity(Severity::Note);
    defect.mark(place, Words::new("str002-mark").with("count", count).with("missing", missing));
    for gap in others.iter().flatten().chain(first.iter().skip(1)) {
        let (count, missing) = gap.listed(subject.node(gap.after));
        let label = Words::new("str002-mark").with("count", count).with("missing", missing);
        defect.see(subject.node(gap.after).line, label);
    }
    defect.hint(Words::new("str002-hint"));
}

/// A sentence just above that says where the missing things are written.
fn referral(subject: &Subject<'_>, line: LineNo) -> Option<LineNo> {
    (line.saturating_sub(REFERRAL_LINES)..line).rev().find(|line| {
        let text = subject.line(*line);
        subject.kind(*line) == LineKind::Prose && REFERRALS.iter().any(|words| text.contains(words))
    })
}

/// How many numbers, and the numbers: "7", "7–8", "27–38".
pub(super) fn listed(from: u32, to: u32) -> (usize, String) {
    let count = to.saturating_sub(from) as usize + 1;
    (count, if from == to { from.to_string() } else { format!("{from}–{to}") })
}
