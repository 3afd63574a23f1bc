// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a document says of itself: family, period, title, body, date, version, status.

use crate::blocks::{Blocks, LineKind, Places};
use crate::clean::clean_line;
use crate::reader::{Mark, Reader};
use crate::values::words::{after_phrase, has_phrase, year_in};
use crate::vocabulary::{Role, Vocabulary};
use ambito_base::{Date, Period, find_date, fold};
use ambito_domain::planning::Family;
use rustc_hash::FxHashMap;

/// How much of the beginning of a document tells its family and period, in bytes.
const SURVEY_BYTES_MAX: usize = 96 * 1024;
/// How many lines of the beginning can be its cover.
const COVER_LINES_MAX: usize = 24;
/// Below this weight of signs no family is told.
const FAMILY_WEIGHT_MIN: u32 = 6;

/// What a look at the beginning of a document tells.
#[derive(Clone, Debug, Default)]
pub(crate) struct Survey {
    pub(crate) family: Option<Family>,
    pub(crate) period: Period,
    /// The year that "31/12" means.
    pub(crate) year: Option<i16>,
}

impl Survey {
    pub(crate) fn of(blocks: &Blocks, words: &Vocabulary) -> Self {
        let mut seen = 0;
        let mut folded = String::new();
        let mut lines: Vec<String> = Vec::new();
        for line in &blocks.lines {
            if matches!(line.kind, LineKind::Blank | LineKind::PageBreak | LineKind::Rule) {
                continue;
            }
            let text = blocks.str(line.span);
            seen += text.len();
            if seen > SURVEY_BYTES_MAX && !lines.is_empty() {
                break;
            }
            let end = text.char_indices().nth(SURVEY_BYTES_MAX / 4).map_or(text.len(), |(at, _)| at);
            let clean = clean_line(&text[..end]);
            folded.push_str(&fold(&clean));
            folded.push('\n');
            lines.push(clean.into_owned());
        }
        let family = family(&folded, words);
        let period = period(&lines, &folded, words);
        let year = period.to.map(|date| date.year());
        Self { family, period, year }
    }
}

/// The family whose signs weigh most; each sign counts once.
fn family(folded: &str, words: &Vocabulary) -> Option<Family> {
    let weigh = |signs: &[(String, u32)]| {
        signs.iter().filter(|(sign, _)| has_phrase(folded, sign)).map(|(_, weight)| *weight).sum::<u32>()
    };
    let mut best: Option<(Family, u32)> = None;
    for candidate in &words.families {
        let weight = weigh(&candidate.signs);
        if weight >= FAMILY_WEIGHT_MIN && best.is_none_or(|(_, most)| weight > most) {
            best = Some((candidate.family, weight));
        }
    }
    best.map(|(family, _)| family)
}

/// The years a document is in force: a range or year in a title, the period a label tells, the year of its version,
/// "per l'anno 2022", the year in heading rows.
fn period(lines: &[String], folded: &str, words: &Vocabulary) -> Period {
    let cover = &lines[..lines.len().min(COVER_LINES_MAX)];
    let titles = || cover.iter().filter(|line| line.len() < 200 && starts_title(line, words));
    if let Some((first, last)) = titles().find_map(|line| year_range(line)) {
        return Period::years(first, last);
    }
    for line in cover {
        let named = line.len() < 120
            && words
                .labels
                .iter()
                .any(|(word, label)| label.role == Role::Period && after_phrase(line, word).is_some());
        if named && let Some((first, last)) = year_range(line).or_else(|| year_in(line).map(|year| (year, year))) {
            return Period::years(first, last);
        }
    }
    if let Some(year) = titles().find_map(|line| year_in(line)) {
        return Period::years(year, year);
    }
    let short = cover.iter().filter(|line| line.len() < 120);
    if let Some(year) = short.clone().filter(|line| fold(line).starts_with("version")).find_map(|line| year_in(line)) {
        return Period::years(year, year);
    }
    if let Some((first, last)) = short.clone().filter(|line| line.len() < 60).find_map(|line| year_range(line)) {
        return Period::years(first, last);
    }
    for phrase in ["per il triennio ", "nel triennio ", "triennio ", "per il biennio "] {
        if let Some(at) = folded.find(phrase) {
            let rest = &folded[at + phrase.len()..];
            let rest = &rest[..rest.char_indices().nth(12).map_or(rest.len(), |(at, _)| at)];
            if let Some((first, last)) = year_range(rest) {
                return Period::years(first, last);
            }
        }
    }
    for phrase in ["per l anno ", "dell anno ", "anno ", "valore previsto ", "valore atteso ", "target "] {
        let mut from = 0;
        while let Some(found) = folded[from..].find(phrase) {
            let rest = &folded[from + found + phrase.len()..];
            let word = rest.split([' ', '\n']).next().unwrap_or("");
            if word.len() == 4
                && let Some(year) = year_in(word)
            {
                return Period::years(year, year);
            }
            from += found + phrase.len();
        }
    }
    Period::default()
}

/// "2021 – 2023", "2021-2023", "2027/2029", "2023-24".
pub(crate) fn year_range(text: &str) -> Option<(i16, i16)> {
    let bytes = text.as_bytes();
    for at in 0..bytes.len().saturating_sub(6) {
        let starts = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        if !starts || !bytes[at..at + 4].iter().all(u8::is_ascii_digit) {
            continue;
        }
        let Some(first) = text.get(at..at + 4).and_then(year_in) else { continue };
        let Some(rest) = text.get(at + 4..) else { continue };
        let after = rest.trim_start_matches([' ', '-', '–', '—', '/']);
        if !rest[..rest.len() - after.len()].contains(['-', '–', '—', '/']) {
            continue;
        }
        let run = after.bytes().take_while(u8::is_ascii_digit).count();
        let last = match run {
            4 => year_in(&after[..4]),
            2 => after[..2].parse::<i16>().ok().map(|short| first / 100 * 100 + short),
            _ => None,
        };
        if let Some(last) = last
            && last > first
            && last - first <= 10
            && !after[run..].starts_with(['/', '-'])
        {
            return Some((first, last));
        }
    }
    None
}

pub(crate) fn starts_title(line: &str, words: &Vocabulary) -> bool {
    words.words.titles.iter().any(|word| after_phrase(line, word).is_some())
}

impl Reader<'_> {
    /// A line of the cover: title, body, date, status. Says whether it was used.
    pub(crate) fn front_line(&mut self, at: usize, text: &str) -> bool {
        if !self.draft.nodes.is_empty() || text.len() > 300 {
            return false;
        }
        if let Some(Some(date)) = approval(text, self.draft.status.is_some()) {
            self.draft.issued = self.draft.issued.or(Some(date));
            if fold(text).contains("approvat") {
                self.draft.status.get_or_insert_with(|| text.to_owned());
            }
            return self.used(at);
        }
        if fold(text).starts_with("approvat") && self.draft.status.is_none() {
            self.draft.status = Some(text.to_owned());
            return self.used(at);
        }
        if let Some(date) = act_date(text) {
            self.draft.issued = self.draft.issued.or(Some(date));
            self.draft.act.get_or_insert_with(|| text.to_owned());
            return self.used(at);
        }
        if self.draft.body.is_none() && self.words.words.bodies.iter().any(|word| starts_body(text, word)) {
            // "Comune di X – Piano degli obiettivi 2027" names the document too.
            let (body, rest) = text.split_once(" – ").or_else(|| text.split_once(" - ")).unwrap_or((text, ""));
            if starts_title(rest, self.words) {
                self.draft.body = Some(body.trim().to_owned());
                self.draft.title.get_or_insert_with(|| rest.trim().to_owned());
            } else {
                self.draft.body = Some(text.to_owned());
            }
            return self.used(at);
        }
        if self.draft.body.as_ref().is_some_and(|body| fold(body) == fold(text)) {
            return self.used(at);
        }
        if self.draft.title.is_none() && text.len() < 250 && starts_title(text, self.words) {
            self.draft.title = Some(text.to_owned());
            return self.used(at);
        }
        false
    }

    /// The title and the body where only the header of the first page names them.
    pub(crate) fn front_from_margins(&mut self) {
        let Places::Pages(pages) = &self.blocks.places else { return };
        let first = pages.margins.iter().map(|margin| margin.page).min();
        let texts =
            pages.margins.iter().filter(|margin| Some(margin.page) == first).flat_map(|margin| margin.text.split('\t'));
        for text in texts {
            let is_body = self.words.words.bodies.iter().any(|word| starts_body(text, word));
            if is_body && self.draft.body.is_none() {
                self.draft.body = Some(text.to_owned());
            } else if self.draft.title.is_none() && starts_title(text, self.words) {
                self.draft.title = Some(text.to_owned());
            }
        }
    }

    /// A value that a label of the document announces ("Versione: 3/2024 (31/12/2024)").
    pub(crate) fn front_value(&mut self, role: Role, value: &str) {
        let date = find_date(value, 0, None);
        match role {
            Role::Version => {
                self.draft.version.get_or_insert_with(|| value.split('(').next().unwrap_or(value).trim().to_owned());
                self.draft.issued = self.draft.issued.or(date.map(|found| found.date));
            }
            Role::Status => {
                self.draft.status.get_or_insert_with(|| value.to_owned());
            }
            Role::Issued => self.draft.issued = self.draft.issued.or(date.map(|found| found.date)),
            Role::Period => {
                let years = year_range(value).or_else(|| year_in(value).map(|year| (year, year)));
                if let Some((first, last)) = years.filter(|_| self.draft.period == Period::default()) {
                    self.draft.period = Period::years(first, last);
                }
            }
            Role::Body => {
                self.draft.body.get_or_insert_with(|| value.to_owned());
            }
            _ => {}
        }
    }

    pub(crate) fn used(&mut self, at: usize) -> bool {
        self.marks[at] = Mark::Read;
        true
    }

    /// The title where no cover has one: the first heading, with the words of its level.
    pub(crate) fn infer_title(&mut self) {
        if self.draft.title.is_some() {
            return;
        }
        let first =
            self.draft.nodes.iter().filter(|node| node.in_body && node.parent.is_none()).min_by_key(|node| node.line);
        let Some(line) = first.filter(|node| node.code.is_some()).map(|node| node.line as usize) else { return };
        if let Some(line) = line.checked_sub(1).and_then(|at| self.blocks.lines.get(at)) {
            let text = clean_line(self.blocks.str(line.span)).into_owned();
            self.draft.title = Some(text).filter(|text| text.len() < 250 && !text.contains('\t'));
        }
    }

    /// The body where no cover names it: the area or municipality that the text speaks of most.
    pub(crate) fn infer_body(&mut self) {
        if self.draft.body.is_some() || self.draft.family.is_none() {
            return;
        }
        let text = &self.blocks.text;
        let end = text.char_indices().nth(SURVEY_BYTES_MAX).map_or(text.len(), |(at, _)| at);
        let mut counts: FxHashMap<String, u32> = FxHashMap::default();
        let phrases: &[&str] = match self.draft.family {
            Some(Family::ZonePlan) => {
                &["Ambito di ", "Ambito territoriale di ", "Ambito Territoriale di ", "Ambito sociale di "]
            }
            Some(Family::Peg) => &["Comune di ", "Unione dei Comuni di "],
            _ => return,
        };
        for phrase in phrases {
            for (at, _) in text[..end].match_indices(phrase) {
                let name: Vec<&str> = text[at + phrase.len()..]
                    .split([' ', ',', '.', ';', ':', '\n', '\t', ')', '(', '’', '\'', '-'])
                    .take_while(|word| word.chars().next().is_some_and(char::is_uppercase))
                    .take(3)
                    .collect();
                if !name.is_empty() {
                    *counts.entry(format!("{phrase}{}", name.join(" "))).or_default() += 1;
                }
            }
        }
        self.draft.body =
            counts.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0))).map(|(name, _)| name);
    }
}

fn starts_body(text: &str, word: &str) -> bool {
    // A body is written with a capital, and is no sentence.
    text.chars().next().is_some_and(char::is_uppercase)
        && !text.ends_with(['.', ';', ':', ','])
        && text.len() < 160
        && after_phrase(text, word).is_some_and(|end| !text[end..].trim().is_empty())
}

/// "Allegato alla DGR n. 12/41 del 20/01/2027", "Atto del 05/06/2026": the date of the act.
fn act_date(text: &str) -> Option<Date> {
    const ACTS: [&str; 9] =
        ["allegato", "atto", "deliberazione", "delibera", "dgr", "determinazione", "determina", "decreto", "d g r"];
    let begins = text.len() < 160 && ACTS.iter().any(|act| after_phrase(text, act).is_some());
    begins.then(|| find_date(text, 0, None)).flatten().map(|found| found.date)
}

/// "Approvato … il 10 febbraio 2022", or a line that is only "il 10 febbraio 2022" below it.
fn approval(text: &str, after_status: bool) -> Option<Option<Date>> {
    let folded = fold(text);
    if folded.starts_with("approvat")
        || folded.starts_with("adottat")
        || folded.starts_with("delibera")
        || (text.len() < 160 && folded.contains(" approvat"))
    {
        return Some(find_date(text, 0, None).map(|found| found.date));
    }
    let found = find_date(text, 0, None)?;
    let before = fold(&text[..found.start]);
    let alone = found.end == text.trim_end().len() && matches!(before.as_str(), "" | "il" | "del" | "in data" | "lì");
    (alone && (after_status || !before.is_empty())).then_some(Some(found.date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_years() {
        assert_eq!(year_range("Piano di Zona 2021 – 2023"), Some((2021, 2023)));
        assert_eq!(year_range("triennio 2027/29"), Some((2027, 2029)));
        assert_eq!(year_range("Versione 3/2024 (31/12/2024)"), None);
        assert_eq!(year_range("PEG 2021"), None);
    }
}
