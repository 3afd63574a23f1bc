// SPDX-License-Identifier: AGPL-3.0-or-later
//! Changes as one page that stands for itself: to read, to print, to send along.
//!
//! No scripts, nothing fetched (a policy inside the page says so), all text escaped. Headings give the tree, each
//! node has a table with a caption; on a narrow screen its rows become cards. Colour only repeats what a sign or a
//! word says already.

mod rows;

use super::groups::{Group, groups};
use super::words::{contents, happened, record};
use super::{Compared, summary};
use crate::page::{self, escaped};
use ambito_domain::planning::comparison::{Change, ChangeKind, Counts, RecordKind};
use ambito_i18n::Catalogue;
use std::io::{self, Write};

/// The look of the page.
const STYLE: &str = include_str!("style.css");

/// Writes the page.
///
/// # Errors
/// What the output says.
pub fn write(out: &mut impl Write, compared: &Compared<'_>, catalogue: &Catalogue) -> io::Result<()> {
    let title = catalogue.text("compare-page-title", &[]);
    page::begin(out, catalogue.language(), &title, STYLE)?;
    write!(out, "<main>\n<h1>{}</h1>\n", escaped(&title))?;
    writeln!(out, "<p class=\"summary\">{}</p>", escaped(&summary(compared, catalogue)))?;
    documents(out, compared, catalogue)?;
    for (at, group) in groups(&compared.comparison).iter().enumerate() {
        section(out, compared, group, at, catalogue)?;
    }
    out.write_all(b"</main>\n")?;
    page::end(out)
}

/// Which documents are compared.
fn documents(out: &mut impl Write, compared: &Compared<'_>, catalogue: &Catalogue) -> io::Result<()> {
    writeln!(out, "<h2 class=\"quiet\">{}</h2>", escaped(&catalogue.text("compare-page-documents", &[])))?;
    out.write_all(b"<dl class=\"documents\">\n")?;
    let fingerprint = escaped(&catalogue.text("compare-page-fingerprint", &[]));
    let sides = [
        (catalogue.text("compare-page-old", &[]), compared.old),
        (catalogue.text("compare-page-new", &[]), compared.new),
    ];
    for (name, reading) in sides {
        let title = reading.draft.title.as_deref().map_or_else(String::new, |title| format!("{}<br>", escaped(title)));
        writeln!(
            out,
            "<div><dt>{}</dt><dd>{title}<span class=\"path\">{}</span> \
             <details><summary>{fingerprint}</summary><code>{}</code></details></dd></div>",
            escaped(&name),
            escaped(&reading.path),
            escaped(&reading.sha256),
        )?;
    }
    out.write_all(b"</dl>\n")
}

/// The changes in one node.
fn section(
    out: &mut impl Write,
    compared: &Compared<'_>,
    group: &Group<'_, '_>,
    at: usize,
    catalogue: &Catalogue,
) -> io::Result<()> {
    let (title, above) = match group.path.split_last() {
        Some((title, above)) => (escaped(title), escaped(&above.join(" › "))),
        None => (escaped(&catalogue.text("compare-whole-document", &[])), String::new()),
    };
    let class = group.whole.as_ref().map_or("changed", |whole| whole.change.kind.word());
    write!(out, "<section class=\"{class}\" aria-labelledby=\"s{at}\">\n<h2 id=\"s{at}\">")?;
    if let Some(whole) = &group.whole {
        write!(out, "{} ", tag(whole.change.kind, catalogue))?;
    }
    writeln!(out, "{title}</h2>")?;
    let level = group.level.map(escaped);
    let above = [level, Some(above)].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    if !above.is_empty() {
        writeln!(out, "<p class=\"above\">{}</p>", above.join(" · "))?;
    }
    match &group.whole {
        Some(whole) => {
            let places = compared.places(whole.change, catalogue);
            let contents = match whole.contents.as_slice() {
                [] => String::new(),
                some => format!(" · {}", contents(some, catalogue)),
            };
            writeln!(out, "<p>{}{}</p>", escaped(&places), escaped(&contents))?;
        }
        None => {
            let changes: Vec<&Change<'_>> =
                group.records.iter().flat_map(|record| record.changes.iter().copied()).collect();
            rows::table(out, compared, &changes, &super::counts_text(counts(&changes), catalogue), catalogue)?;
        }
    }
    out.write_all(b"</section>\n")
}

fn counts(changes: &[&Change<'_>]) -> Counts {
    let count = |kind| changes.iter().filter(|change| change.kind == kind).count();
    Counts { changed: count(ChangeKind::Changed), added: count(ChangeKind::Added), removed: count(ChangeKind::Removed) }
}

/// What happened, as a small label with a sign.
fn tag(kind: ChangeKind, catalogue: &Catalogue) -> String {
    let sign = match kind {
        ChangeKind::Changed => "≠",
        ChangeKind::Added => "+",
        ChangeKind::Removed => "−",
    };
    let words = escaped(&happened(kind, catalogue));
    format!("<span class=\"tag\"><span aria-hidden=\"true\">{sign}</span> {words}</span>")
}

/// What a record is called.
fn heading(change: &Change<'_>, catalogue: &Catalogue) -> String {
    match change.record {
        RecordKind::Node | RecordKind::Document => String::new(),
        kind => format!("<span class=\"kind\">{}</span> {}", escaped(&record(kind, catalogue)), escaped(&change.label)),
    }
}
