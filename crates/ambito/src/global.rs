// SPDX-License-Identifier: AGPL-3.0-or-later
//! What every command is given: the language, and the way to tell something on standard error.

use ambito_findings::{Finding, Words, printable, render};
use ambito_i18n::{Arg, Catalogue, Language};
use std::io::{self, IsTerminal as _, Write as _};

/// The widest text on a terminal, in columns; beyond it lines are hard to follow.
const COLUMNS_MAX: usize = 160;
/// The width where standard output is no terminal, in columns.
const COLUMNS_DEFAULT: usize = 100;
/// The narrowest width that tables are made for, in columns.
const COLUMNS_MIN: usize = 80;

/// The choices that hold for the whole run.
#[derive(Debug)]
pub struct Global {
    /// The messages of the chosen language.
    pub catalogue: Catalogue,
    /// How many columns a text for people has.
    pub columns: usize,
    words: Words,
}

impl Global {
    /// The choices that follow from the language and the terminal.
    #[must_use]
    pub fn new(catalogue: Catalogue) -> Self {
        let words = Words {
            error: catalogue.text("severity-error", &[]),
            warning: catalogue.text("severity-warning", &[]),
            note: catalogue.text("severity-note", &[]),
        };
        Self { columns: columns(), words, catalogue }
    }

    /// The language of the messages.
    #[must_use]
    pub fn language(&self) -> Language {
        self.catalogue.language()
    }

    /// The message of a key.
    #[must_use]
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.catalogue.text(key, args)
    }

    /// Tells a finding on standard error.
    pub fn tell(&self, finding: &Finding) {
        self.tell_line(render(finding, &self.words).trim_end());
    }

    /// Writes on standard error; where nobody can read it, nothing is left to do.
    pub fn tell_line(&self, text: &str) {
        for line in text.lines() {
            let _ = writeln!(io::stderr(), "{}", printable(line));
        }
    }
}

fn columns() -> usize {
    if !io::stdout().is_terminal() {
        return COLUMNS_DEFAULT;
    }
    console::Term::stdout()
        .size_checked()
        .map_or(COLUMNS_DEFAULT, |(_, columns)| usize::from(columns).clamp(COLUMNS_MIN, COLUMNS_MAX))
}
