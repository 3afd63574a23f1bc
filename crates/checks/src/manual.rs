// SPDX-License-Identifier: AGPL-3.0-or-later
//! The manual of a check, from its doc comment.

use crate::Check;

/// The manual of a check in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manual {
    /// What is wrong, as a title.
    pub title: &'static str,
    /// What it finds, why it matters, an example, how to mend it, its exceptions; each begins with its name in `**`.
    pub paragraphs: Vec<String>,
}

impl Check {
    /// The manual in Italian.
    #[must_use]
    pub fn manual_italian(&self) -> Manual {
        section(self.doc, 0)
    }

    /// The manual in English.
    #[must_use]
    pub fn manual_english(&self) -> Manual {
        section(self.doc, 1)
    }
}

/// The section of a doc comment under its title of a number.
fn section(doc: &'static [&'static str], number: usize) -> Manual {
    let mut manual = Manual { title: "", paragraphs: Vec::new() };
    let mut titles = 0;
    let mut is_new = true;
    for line in doc.iter().map(|line| line.trim()) {
        if let Some(title) = line.strip_prefix("# ") {
            titles += 1;
            if titles == number + 1 {
                manual.title = title;
            }
        } else if titles == number + 1 {
            match (line, manual.paragraphs.last_mut()) {
                ("", _) => is_new = true,
                (text, Some(last)) if !is_new => {
                    last.push(' ');
                    last.push_str(text);
                }
                (text, _) => {
                    manual.paragraphs.push(text.to_owned());
                    is_new = false;
                }
            }
        }
    }
    manual
}

#[cfg(test)]
mod tests {
    use crate::{Family, registry};
    use std::collections::BTreeSet;

    #[test]
    fn every_check_has_its_manual() {
        let italian = ["Che cosa trova.", "Perché conta.", "Esempio.", "Come si corregge.", "Eccezioni."];
        let english = ["What it finds.", "Why it matters.", "Example.", "How to mend it.", "Exceptions."];
        for check in registry::CHECKS {
            for (manual, heads) in [(check.manual_italian(), italian), (check.manual_english(), english)] {
                assert!(!manual.title.is_empty(), "{}: no title", check.code);
                assert_eq!(manual.paragraphs.len(), heads.len(), "{}: {:?}", check.code, manual.paragraphs);
                for (paragraph, head) in manual.paragraphs.iter().zip(heads) {
                    assert!(paragraph.starts_with(&format!("**{head}** ")), "{}: {paragraph}", check.code);
                }
            }
        }
    }

    #[test]
    fn codes_and_names_are_their_own() {
        let mut codes = BTreeSet::new();
        let mut names = BTreeSet::new();
        for check in registry::CHECKS {
            assert!(codes.insert(check.code), "{} stands twice", check.code);
            assert!(names.insert(check.name), "{} stands twice", check.name);
            assert!(Family::ALL.iter().any(|family| check.code.starts_with(family.prefix())), "{}", check.code);
            assert!(
                check.code.len() == 6 && check.code[3..].bytes().all(|byte| byte.is_ascii_digit()),
                "{}",
                check.code
            );
        }
    }
}
