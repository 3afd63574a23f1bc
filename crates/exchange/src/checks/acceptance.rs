// SPDX-License-Identifier: AGPL-3.0-or-later
//! The findings that somebody decided to live with: a file of text beside the document.
//!
//! An entry names a finding by its fingerprint, which is made from the lines that the finding speaks of: when one of
//! them changes, the finding is back, and says that it was accepted before. Entries that no finding answers to are
//! kept: the finding may be away only for a while.

use ambito_findings::{Acceptance, Finding};
use ambito_i18n::{Arg, Catalogue};
use serde::{Deserialize, Serialize};

/// What the name of such a file ends with, after the name of its document.
pub const EXTENSION: &str = "accepted.toml";

/// The accepted findings of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// One entry a finding, in the order in which they were accepted.
    #[serde(default)]
    accepted: Vec<Entry>,
}

/// An accepted finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    code: String,
    /// The page, where lines are counted by page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    line: usize,
    fingerprint: String,
    message: String,
    reason: String,
    by: String,
    on: String,
}

/// A file that is none of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedError {
    /// The 1-based line where it goes wrong.
    pub line: usize,
}

impl Accepted {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is not what [`Accepted::text`] writes.
    pub fn parse(text: &str) -> Result<Self, AcceptedError> {
        toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = text.get(..start).map_or(1, |before| before.matches('\n').count() + 1);
            AcceptedError { line }
        })
    }

    /// The file, with a word on what it is.
    ///
    /// # Errors
    /// What the format says; it does not happen with these types.
    pub fn text(&self, catalogue: &Catalogue) -> Result<String, toml::ser::Error> {
        Ok(format!("# {}\n\n{}", catalogue.text("accepted-file", &[]), toml::to_string(self)?))
    }

    /// Adds a finding, or says anew why it is accepted.
    pub fn add(&mut self, finding: &Finding, acceptance: &Acceptance) {
        let Acceptance { reason, by, on } = acceptance.clone();
        let entry = Entry {
            code: finding.code.to_owned(),
            page: finding.at.page(),
            line: finding.span.map_or(0, |span| span.line),
            fingerprint: finding.fingerprint.clone(),
            message: finding.message.clone(),
            reason,
            by,
            on,
        };
        self.accepted.retain(|known| known.fingerprint != entry.fingerprint);
        self.accepted.push(entry);
    }

    /// Marks the findings that are accepted; those that were, before their lines changed, say so.
    pub fn apply<'f>(&self, findings: impl IntoIterator<Item = &'f mut Finding>, catalogue: &Catalogue) {
        let mut back: Vec<&mut Finding> = Vec::new();
        let mut answered: Vec<&str> = Vec::new();
        for finding in findings {
            match self.accepted.iter().find(|entry| entry.fingerprint == finding.fingerprint) {
                Some(Entry { reason, by, on, fingerprint, .. }) => {
                    answered.push(fingerprint);
                    finding.accepted = Some(Acceptance { reason: reason.clone(), by: by.clone(), on: on.clone() });
                }
                None => back.push(finding),
            }
        }
        for entry in self.accepted.iter().filter(|entry| !answered.contains(&entry.fingerprint.as_str())) {
            let line = |finding: &Finding| finding.span.map_or(0, |span| span.line);
            let nearest = back
                .iter_mut()
                .filter(|finding| finding.code == entry.code && finding.accepted.is_none())
                .filter(|finding| finding.at.page() == entry.page)
                .filter(|finding| line(finding).abs_diff(entry.line) <= NEAR_LINES)
                .min_by_key(|finding| line(finding).abs_diff(entry.line));
            if let Some(finding) = nearest {
                let args =
                    [("by", Arg::from(&entry.by)), ("on", Arg::from(&entry.on)), ("reason", (&entry.reason).into())];
                finding.hints.insert(0, catalogue.text("accepted-before", &args));
            }
        }
    }
}

/// How far from its old place a finding may stand to be taken for the one that was accepted, in lines.
const NEAR_LINES: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_base::Area;
    use ambito_findings::{Severity, Where};
    use ambito_i18n::Language;

    fn finding(fingerprint: &str) -> Finding {
        let mut finding = Finding::new("SUM002", Severity::Error, "A + B".to_owned()).on_line(11, "riga");
        finding.fingerprint = fingerprint.to_owned();
        finding
    }

    #[test]
    fn what_is_accepted_comes_back_when_it_changes() {
        let catalogue = Catalogue::new(Language::Italian);
        let acceptance = Acceptance {
            reason: "errore \"noto\"\nvedi verbale".into(),
            by: "Ufficio".into(),
            on: "2027-02-01".into(),
        };
        let mut accepted = Accepted::default();
        accepted.add(&finding("aaaa"), &acceptance);
        let text = accepted.text(&catalogue).expect("these types can be written");
        let read = Accepted::parse(&text).expect("what is written can be read");
        assert_eq!(read, accepted);
        let mut findings = [finding("aaaa"), finding("bbbb")];
        read.apply(&mut findings, &catalogue);
        assert_eq!(findings[0].accepted, Some(acceptance));
        assert!(findings[1].accepted.is_none() && findings[1].hints.is_empty());
        let mut changed = [finding("bbbb")];
        read.apply(&mut changed, &catalogue);
        assert!(changed[0].accepted.is_none() && changed[0].hints[0].contains("Ufficio"));
    }

    #[test]
    fn lines_of_other_pages_are_not_near() {
        let catalogue = Catalogue::new(Language::Italian);
        let acceptance = Acceptance { reason: "noto".into(), by: "Ufficio".into(), on: "2027-02-01".into() };
        let on_page = |fingerprint: &str, page: u32| {
            let mut finding = finding(fingerprint);
            finding.at = Where::Page { page, area: Area::default() };
            finding
        };
        let mut accepted = Accepted::default();
        accepted.add(&on_page("aaaa", 12), &acceptance);
        let text = accepted.text(&catalogue).expect("these types can be written");
        assert!(text.contains("page = 12"), "{text}");
        let read = Accepted::parse(&text).expect("what is written can be read");
        let mut changed = [on_page("bbbb", 11), on_page("cccc", 12)];
        read.apply(&mut changed, &catalogue);
        assert_eq!(changed.map(|finding| finding.hints.len()), [0, 1]);
    }

    #[test]
    fn a_wrong_file_is_told_with_its_line() {
        let error = Accepted::parse("# ok\n\n[[accepted]]\ncode = \"SUM002\"\nlinea = 3\n").expect_err("unknown key");
        assert_eq!(error.line, 5);
    }
}
