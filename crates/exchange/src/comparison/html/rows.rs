// SPDX-License-Identifier: AGPL-3.0-or-later
//! The table of one node's changes. Roles are written out because the narrow form lays the rows out as blocks, which
//! would take the table's meaning from those who listen to it.

use super::{heading, tag};
use crate::comparison::Compared;
use crate::comparison::values::{changed_words, difference, named, shown, told};
use crate::page::escaped;
use ambito_domain::planning::comparison::{Change, ChangeKind, Value, WordRun};
use ambito_i18n::Catalogue;
use std::io::{self, Write};

/// The headings of the columns, which the narrow form repeats beside each cell.
struct Columns {
    what: String,
    before: String,
    now: String,
    /// Absent in a table without differences of money: the column would only take room from the words.
    difference: Option<String>,
    place: String,
}

/// Writes the table.
pub(super) fn table(
    out: &mut impl Write,
    compared: &Compared<'_>,
    changes: &[&Change<'_>],
    caption: &str,
    catalogue: &Catalogue,
) -> io::Result<()> {
    let columns = Columns {
        what: escaped(&catalogue.text("compare-page-what", &[])),
        before: escaped(&catalogue.text("compare-page-old", &[])),
        now: escaped(&catalogue.text("compare-page-new", &[])),
        difference: changes
            .iter()
            .any(|change| change.difference().is_some())
            .then(|| escaped(&catalogue.text("compare-page-difference", &[]))),
        place: escaped(&catalogue.text("compare-page-where", &[])),
    };
    writeln!(out, "<table role=\"table\">\n<caption>{}</caption>", escaped(caption))?;
    out.write_all(b"<thead role=\"rowgroup\"><tr role=\"row\">")?;
    let titles = [
        ("what", Some(&columns.what)),
        ("value", Some(&columns.before)),
        ("value", Some(&columns.now)),
        ("difference", columns.difference.as_ref()),
        ("place", Some(&columns.place)),
    ];
    for (class, title) in titles {
        if let Some(title) = title {
            write!(out, "<th role=\"columnheader\" scope=\"col\" class=\"{class}\">{title}</th>")?;
        }
    }
    out.write_all(b"</tr></thead>\n<tbody role=\"rowgroup\">\n")?;
    for change in changes {
        row(out, compared, change, &columns, catalogue)?;
    }
    out.write_all(b"</tbody>\n</table>\n")
}

fn row(
    out: &mut impl Write,
    compared: &Compared<'_>,
    change: &Change<'_>,
    columns: &Columns,
    catalogue: &Catalogue,
) -> io::Result<()> {
    let what = match change.field {
        Some(field) => {
            let name = format!("<b>{}</b>", escaped(&named(field, change.part.as_deref(), catalogue)));
            match heading(change, catalogue) {
                heading if heading.is_empty() => name,
                heading => format!("{heading}<br>{name}"),
            }
        }
        None => format!("{} {}", tag(change.kind, catalogue), heading(change, catalogue)),
    };
    let (before, now) = cells(change, catalogue);
    let difference = difference(change, catalogue).unwrap_or_default();
    let place = compared.places(change, catalogue);
    write!(out, "<tr role=\"row\" class=\"{}\">", change.kind.word())?;
    write!(out, "<th role=\"rowheader\" scope=\"row\">{what}</th>")?;
    let number =
        if matches!((&change.old, &change.new), (Value::Money(_), _) | (_, Value::Money(_))) { " number" } else { "" };
    cell(out, &format!("value{number}"), &columns.before, &before)?;
    cell(out, &format!("value{number}"), &columns.now, &now)?;
    if let Some(title) = &columns.difference {
        cell(out, "difference number", title, &escaped(&difference))?;
    }
    cell(out, "place", &columns.place, &escaped(&place))?;
    out.write_all(b"</tr>\n")
}

/// A cell; in the narrow form an empty one is not shown.
fn cell(out: &mut impl Write, class: &str, label: &str, html: &str) -> io::Result<()> {
    let empty = if html.is_empty() { " empty" } else { "" };
    write!(out, "<td role=\"cell\" class=\"{class}{empty}\" data-label=\"{label}\"><div>{html}</div></td>")
}

/// Both values, changed words marked.
fn cells(change: &Change<'_>, catalogue: &Catalogue) -> (String, String) {
    let Some(field) = change.field else {
        let values: Vec<String> = told(change, catalogue).iter().map(|value| escaped(value)).collect();
        let list = if values.is_empty() { String::new() } else { values.join("<br>") };
        return match change.kind {
            ChangeKind::Removed => (list, String::new()),
            ChangeKind::Added | ChangeKind::Changed => (String::new(), list),
        };
    };
    if let Some(runs) = changed_words(change) {
        return (marked(&runs, ChangeKind::Removed), marked(&runs, ChangeKind::Added));
    }
    let text = |value: &Value<'_>| match shown(field, value, catalogue) {
        nothing if nothing.is_empty() => {
            format!("<span class=\"nothing\">{}</span>", escaped(&catalogue.text("compare-page-nothing", &[])))
        }
        text => escaped(&text),
    };
    (text(&change.old), text(&change.new))
}

fn marked(runs: &[WordRun], kind: ChangeKind) -> String {
    let parts: Vec<String> = runs
        .iter()
        .filter_map(|run| match (run, kind) {
            (WordRun::Same(words), _) => Some(escaped(words)),
            (WordRun::Removed(words), ChangeKind::Removed) => Some(format!("<del>{}</del>", escaped(words))),
            (WordRun::Added(words), ChangeKind::Added) => Some(format!("<ins>{}</ins>", escaped(words))),
            _ => None,
        })
        .collect();
    parts.join(" ")
}
