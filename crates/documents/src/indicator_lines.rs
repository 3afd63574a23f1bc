// SPDX-License-Identifier: AGPL-3.0-or-later
//! Indicators, activities and phases told in lines of prose.

use crate::headings::number_after;
use crate::reader::{Mark, Reader, Section};
use crate::values::targets::{deadline, target};
use crate::values::words::after_phrase;
use ambito_base::fold;
use ambito_domain::planning::{Comparison, Indicator, LineNo, NodeId, Target, Unit};

/// What may stand between "Indicatore" and its colon, folded.
const KINDS: [&str; 14] = [
    "",
    "di risultato",
    "di output",
    "di outcome",
    "di processo",
    "di input",
    "di impatto",
    "di esito",
    "input",
    "output",
    "outcome",
    "di performance",
    "di efficacia",
    "di realizzazione",
];

/// Whether a text begins with "Indicatore:" or "Indicatori di …:".
pub(crate) fn starts_indicator(text: &str) -> bool {
    find_indicator(text, 0).is_some_and(|(start, ..)| start == 0)
}

/// The next "Indicatore(i) [di …]:" at or after a byte: where it starts, where the colon ends, whether it is plural.
fn find_indicator(text: &str, from: usize) -> Option<(usize, usize, bool)> {
    let mut search = from;
    loop {
        let rest = &text[search..];
        let found = rest.find("ndicator")?;
        let word = search + found;
        let start =
            word.checked_sub(1).filter(|&at| text.is_char_boundary(at) && text[at..].starts_with(['I', 'i']))?;
        let after = &text[word + "ndicator".len()..];
        let plural = after.starts_with('i');
        if (plural || after.starts_with('e'))
            && let Some(colon) = after.find(':')
            && let Some(middle) = after.get(1..colon)
            && KINDS.contains(&fold(middle).as_str())
        {
            return Some((start, word + "ndicator".len() + colon + 1, plural));
        }
        search = word + 1;
    }
}

impl Reader<'_> {
    /// The indicators that a line of prose tells; says whether there were any.
    pub(crate) fn indicator_text(&mut self, at: usize, text: &str) -> bool {
        let Some(mut current) = find_indicator(text, 0) else { return false };
        let node = self.indicator_node();
        let line = Self::number(at);
        loop {
            let (start, after, plural) = current;
            let next = find_indicator(text, after);
            let body = text[after..next.map_or(text.len(), |(start, ..)| start)].trim().trim_end_matches([';', ' ']);
            if body.is_empty() {
                if plural {
                    self.section = Section::IndicatorLines;
                    self.indicator_bullets = None;
                }
            } else {
                let before = text[..start].trim().trim_start_matches(['-', ' ']).trim_end_matches(['.', ':', ' ']);
                let group = self.group.clone().or_else(|| (!before.is_empty()).then(|| before.to_owned()));
                self.push_indicator(node, body, group, line);
                if plural && next.is_none() {
                    self.section = Section::IndicatorLines;
                    self.indicator_bullets = Some(false);
                }
            }
            match next {
                Some(next) => current = next,
                None => return true,
            }
        }
    }

    /// A line that is an indicator as a whole, below "Indicatori:".
    pub(crate) fn plain_indicator(&mut self, at: usize, text: &str) {
        let node = self.indicator_node();
        let group = self.group.clone();
        let body = text.trim_start_matches(['-', '•', '*', ' ']).trim_end_matches([';', ' ']);
        self.push_indicator(node, body, group, Self::number(at));
    }

    /// Indicators told in prose hang from the sheet, not from its activities.
    fn indicator_node(&self) -> Option<NodeId> {
        let activity = self.levels.iter().position(|level| level == "attività").map(|_| self.rank("attività"));
        self.open.iter().rev().find(|open| Some(open.rank) != activity).map(|open| open.node).or_else(|| self.current())
    }

    fn push_indicator(&mut self, node: Option<NodeId>, body: &str, group: Option<String>, line: LineNo) {
        let Divided { title, target: raw, note } = divide(body);
        let mut promised = raw.and_then(|raw| target(raw, title, None, self.survey.year, None, self.words));
        if promised
            .as_ref()
            .is_some_and(|promised| promised.value.is_none() && promised.due.is_none() && promised.comparison.is_none())
        {
            let raw = raw.unwrap_or_default();
            if let Some(months) = months(raw) {
                promised = Some(months);
            }
        }
        let deadline = deadline(title, self.survey.year, promised.as_ref());
        self.draft.indicators.push(Indicator {
            node,
            code: None,
            title: title.to_owned(),
            group,
            note: note.map(str::to_owned),
            baseline: None,
            target: promised,
            yearly: Vec::new(),
            deadline,
            measured: None,
            owner: None,
            extra: Vec::new(),
            line,
        });
    }

    /// "FASE 1" among the indicators of a project: the group of those that follow.
    pub(crate) fn group_line(&mut self, at: usize, text: &str) -> bool {
        if !matches!(self.section, Section::Indicators | Section::IndicatorLines) || text.len() > 40 {
            return false;
        }
        let Some(end) = after_phrase(text, "fase").or_else(|| after_phrase(text, "attività")) else { return false };
        let (code, title) = number_after(&text[end..]);
        if code.is_none() || !title.is_empty() {
            return false;
        }
        self.group = Some(text.to_owned());
        self.section = Section::Indicators;
        self.marks[at] = Mark::Read;
        true
    }

    /// "A1: COSTITUZIONE GRUPPI - …", "FASE A3. PIATTAFORMA …", "1 Costituzione gruppi": an activity of a project.
    pub(crate) fn activity(&mut self, at: usize, text: &str) -> bool {
        if self.section != Section::Activities {
            return false;
        }
        let level = "attività".to_owned();
        if self.plural_level(&fold(text)).is_some_and(|known| known == level) {
            self.marks[at] = Mark::Read;
            return true;
        }
        let body =
            after_phrase(text, "fase").or_else(|| after_phrase(text, "attività")).map_or(text, |end| &text[end..]);
        let (code, rest) = number_after(body);
        let Some(code) = code else { return false };
        if rest.is_empty() {
            return false;
        }
        let (title, prose) = activity_title(rest);
        let (title, prose) = (title.to_owned(), prose.to_owned());
        self.new_node(at, Some(&level), Some(code), &title, None);
        self.section = Section::Activities;
        self.last_heading = None;
        if !prose.is_empty() {
            self.keep_prose(at, Self::number(at), &prose);
        }
        self.marks[at] = Mark::Read;
        true
    }

    /// A label of the project's sheet closes its activities.
    pub(crate) fn leave_activities(&mut self) {
        if self.levels.iter().any(|level| level == "attività") {
            let rank = self.rank("attività");
            if self.sheet_rank.is_none() {
                self.close_to(rank);
            }
        }
        self.group = None;
    }
}

/// The title of an activity: a run of capitals, or what stands before " - " or the first full stop, or all of it.
fn activity_title(rest: &str) -> (&str, &str) {
    let mut capitals = 0;
    for word in rest.split_inclusive(' ') {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let upper = bare.chars().all(|c| !c.is_lowercase());
        if !upper || (bare.chars().count() < 2 && bare.chars().any(char::is_alphabetic) && capitals == 0) {
            break;
        }
        capitals += word.len();
    }
    let title = rest[..capitals].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '.' | ':'));
    if title.chars().filter(|c| c.is_alphabetic()).count() >= 4 {
        return (title, rest[capitals..].trim_start_matches(['-', '–', '.', ' ']));
    }
    match rest.split_once(" - ") {
        Some((title, prose)) if title.len() < 160 => (title, prose),
        _ => (rest, ""),
    }
}

/// An indicator told in prose: its title, the words of its target, and how it is verified.
#[derive(Debug, PartialEq, Eq)]
struct Divided<'t> {
    title: &'t str,
    target: Option<&'t str>,
    note: Option<&'t str>,
}

fn divide(body: &str) -> Divided<'_> {
    let body = body.trim_end_matches(['.', ' ']);
    if let Some((title, tail)) = body.split_once(" → ") {
        let (title, tail) = (title.trim(), tail.trim());
        return if tail.bytes().any(|b| b.is_ascii_digit()) {
            Divided { title, target: Some(tail), note: None }
        } else {
            Divided { title, target: number_phrase(title), note: Some(tail) }
        };
    }
    // "… – almeno 2 Agenti", "… - 90%", "… – entro mesi 1 e 2"
    for dash in [" – ", " - ", " — "] {
        if let Some(at) = body.rfind(dash) {
            let (title, tail) = (body[..at].trim(), body[at + dash.len()..].trim());
            if promises(tail) {
                return Divided { title, target: Some(tail), note: None };
            }
        }
    }
    // "X: almeno 95%", "X: 12"
    if let Some((title, tail)) = body.rsplit_once(": ")
        && promises(tail)
    {
        return Divided { title: title.trim(), target: Some(tail.trim()), note: None };
    }
    // "almeno il 10% degli accessi…", "aumento del 2% delle domande": the number is inside the title.
    Divided { title: body, target: number_phrase(body), note: None }
}

/// Whether a text begins like a target.
fn promises(tail: &str) -> bool {
    const WORDS: [&str; 10] =
        ["almeno", "entro", "da mese", "dal mese", "non meno", "massimo", "minimo", "tra", "si/no", "non piu"];
    let folded = fold(tail);
    tail.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '>' | '<' | '=' | '≥' | '≤'))
        || WORDS.iter().any(|word| after_phrase(&folded, word).is_some())
}

/// The words that promise a number inside a sentence: "almeno il 10%", "almeno n.1", "80%".
fn number_phrase(body: &str) -> Option<&str> {
    let bytes = body.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_digit() {
            let run = bytes[at..].iter().take_while(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')).count();
            let number = body[at..at + run].trim_end_matches([',', '.']);
            let end = at + number.len();
            let percent = bytes.get(end) == Some(&b'%');
            let before = body[..at].trim_end_matches(['.', ' ']);
            let least = [
                "almeno il",
                "almeno l'",
                "almeno n",
                "almeno",
                "Almeno il",
                "Almeno n",
                "Almeno",
                "minimo",
                "massimo",
            ]
            .iter()
            .find(|word| before.ends_with(*word))
            .map(|word| before.len() - word.len());
            if percent || least.is_some() {
                return Some(&body[least.unwrap_or(at)..end + usize::from(percent)]);
            }
            at += run;
        } else {
            at += 1;
        }
    }
    None
}

/// "entro mesi 1 e 2", "da mese 6 a mese 8": promised by months of the project, no date.
fn months(raw: &str) -> Option<Target> {
    let folded = fold(raw);
    let by = folded.starts_with("entro mes");
    let between = folded.starts_with("da mes") || folded.starts_with("dal mes");
    (by || between).then(|| Target {
        raw: raw.to_owned(),
        comparison: Some(if by { Comparison::By } else { Comparison::Between }),
        value: None,
        upper: None,
        unit: Some(Unit::Months),
        due: None,
        column: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indicators_are_found_in_prose() {
        assert_eq!(find_indicator("Nuovi sportelli. Indicatore: almeno 10", 0), Some((17, 28, false)));
        assert_eq!(find_indicator("Indicatori di output: n. incontri", 0), Some((0, 21, true)));
        assert_eq!(find_indicator("gli indicatori più appropriati: uno", 0), None);
        let check = |body: &str, title: &str, target: Option<&str>, note: Option<&str>| {
            assert_eq!(divide(body), Divided { title, target, note }, "{body}");
        };
        check("% referenti effettivi - 90%", "% referenti effettivi", Some("90%"), None);
        check("n. Agenti – almeno 2 Agenti", "n. Agenti", Some("almeno 2 Agenti"), None);
        check("Accessi più brevi → Almeno il 10%", "Accessi più brevi", Some("Almeno il 10%"), None);
        check(
            "Almeno il 70% è contento → verifica",
            "Almeno il 70% è contento",
            Some("Almeno il 70%"),
            Some("verifica"),
        );
        check("documento finale", "documento finale", None, None);
    }

    #[test]
    fn activities_have_titles_in_capitals_or_plain() {
        assert_eq!(
            activity_title("COSTITUZIONE GRUPPI - Gruppo Tecnico: svolge"),
            ("COSTITUZIONE GRUPPI", "Gruppo Tecnico: svolge")
        );
        assert_eq!(activity_title("MAINSTREAMING. La diffusione"), ("MAINSTREAMING", "La diffusione"));
        assert_eq!(activity_title("VALUTAZIONE Lo svolgimento"), ("VALUTAZIONE", "Lo svolgimento"));
        assert_eq!(activity_title("Costituzione gruppi"), ("Costituzione gruppi", ""));
    }
}
