// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes for people on a terminal: by node, in a node by record, in a record by value; one line where nothing changed.

use super::groups::{Group, RecordGroup, Whole, groups};
use super::values::{changed_words, difference, named, shown, told};
use super::words::{contents, happened, record};
use super::{Compared, summary};
use crate::people;
use crate::table::wrap;
use ambito_domain::planning::comparison::{Change, ChangeKind, RecordKind, WordRun};
use ambito_i18n::Catalogue;
use std::io::{self, Write};

/// The most lines of one value; the JSON and the page have the whole of it.
const VALUE_LINES_MAX: usize = 6;

/// What stands for a value that is not there.
const NOTHING: &str = "—";

/// Writes what changed, no line wider than `columns`.
///
/// # Errors
/// What the output says.
pub fn write(out: &mut impl Write, compared: &Compared<'_>, columns: usize, catalogue: &Catalogue) -> io::Result<()> {
    let mut page = Page { out, compared, columns, catalogue };
    for group in groups(&compared.comparison) {
        page.group(&group)?;
    }
    page.line(0, &summary(compared, catalogue))
}

struct Page<'p, W> {
    out: &'p mut W,
    compared: &'p Compared<'p>,
    columns: usize,
    catalogue: &'p Catalogue,
}

impl<W: Write> Page<'_, W> {
    fn group(&mut self, group: &Group<'_, '_>) -> io::Result<()> {
        let title = if group.path.is_empty() {
            self.catalogue.text("compare-whole-document", &[])
        } else {
            group.path.join(" › ")
        };
        match &group.whole {
            Some(whole) => self.whole(&title, group.level, whole)?,
            None => {
                self.line(0, &title)?;
                for record in &group.records {
                    self.record(record)?;
                }
            }
        }
        writeln!(self.out)
    }

    /// A node that came or went.
    fn whole(&mut self, title: &str, level: Option<&str>, whole: &Whole<'_, '_>) -> io::Result<()> {
        let level = level.map_or_else(|| record(RecordKind::Node, self.catalogue), str::to_owned);
        let kind = happened(whole.change.kind, self.catalogue);
        let places = self.compared.places(whole.change, self.catalogue);
        self.line(0, &format!("{} {title}", sign(whole.change.kind)))?;
        self.line(2, &format!("{level}: {kind} · {places}"))?;
        if !whole.contents.is_empty() {
            self.line(2, &contents(&whole.contents, self.catalogue))?;
        }
        Ok(())
    }

    fn record(&mut self, group: &RecordGroup<'_, '_>) -> io::Result<()> {
        let Some(first) = group.changes.first() else { return Ok(()) };
        let places = self.compared.places(first, self.catalogue);
        let is_node = matches!(first.record, RecordKind::Node | RecordKind::Document);
        if let Some(change) = group.whole() {
            let values = told(change, self.catalogue);
            self.line(2, &format!("{} {} · {places}", sign(change.kind), self.heading(change)))?;
            return if values.is_empty() { Ok(()) } else { self.line(6, &values.join(" · ")) };
        }
        if !is_node {
            self.line(2, &format!("{} · {places}", self.heading(first)))?;
        }
        for change in &group.changes {
            self.value(change, if is_node { 2 } else { 4 })?;
        }
        Ok(())
    }

    /// `indicatore Persone seguite`
    fn heading(&self, change: &Change<'_>) -> String {
        format!("{} {}", record(change.record, self.catalogue), people::one_line(&change.label))
    }

    fn value(&mut self, change: &Change<'_>, indent: usize) -> io::Result<()> {
        let Some(field) = change.field else { return Ok(()) };
        let name = named(field, change.part.as_deref(), self.catalogue);
        if let Some(runs) = changed_words(change) {
            self.line(indent, &name)?;
            self.line(
                indent,
                &format!("  {}: {}", self.catalogue.text("compare-before", &[]), side(&runs, ChangeKind::Removed)),
            )?;
            return self.line(
                indent,
                &format!("  {}: {}", self.catalogue.text("compare-now", &[]), side(&runs, ChangeKind::Added)),
            );
        }
        let text = |value: String| if value.is_empty() { NOTHING.to_owned() } else { value };
        let old = text(shown(field, &change.old, self.catalogue));
        let new = text(shown(field, &change.new, self.catalogue));
        let difference = difference(change, self.catalogue).map_or_else(String::new, |text| format!("  ({text})"));
        self.line(indent, &format!("{name}: {old} → {new}{difference}"))
    }

    /// Writes a text, broken at the width; what does not fit goes on two columns further in.
    fn line(&mut self, indent: usize, text: &str) -> io::Result<()> {
        let width = self.columns.saturating_sub(indent + 2).max(1);
        for (at, line) in wrap(text, width, VALUE_LINES_MAX).into_iter().enumerate() {
            let indent = if at == 0 { indent } else { indent + 2 };
            writeln!(self.out, "{:indent$}{line}", "")?;
        }
        Ok(())
    }
}

/// One side of changed words, those of this side between brackets.
fn side(runs: &[WordRun], kind: ChangeKind) -> String {
    let parts: Vec<String> = runs
        .iter()
        .filter_map(|run| match (run, kind) {
            (WordRun::Same(words), _) => Some(words.clone()),
            (WordRun::Removed(words), ChangeKind::Removed) | (WordRun::Added(words), ChangeKind::Added) => {
                Some(format!("[{words}]"))
            }
            _ => None,
        })
        .collect();
    if parts.is_empty() { NOTHING.to_owned() } else { parts.join(" ") }
}

fn sign(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Changed => "~",
        ChangeKind::Added => "+",
        ChangeKind::Removed => "−",
    }
}
