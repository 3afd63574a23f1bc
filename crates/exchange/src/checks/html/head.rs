// SPDX-License-Identifier: AGPL-3.0-or-later
//! The top of the page: what was checked, the answer, and where to go from here.

use super::bars::per_mille;
use super::outline::Tally;
use super::places::Spot;
use super::severity::{self, GRAVEST_FIRST};
use super::{Page, findings, sections};
use crate::checks::Counts;
use crate::page::escaped;
use crate::people;
use ambito_domain::planning::{PlanDraft, TextLine};
use ambito_findings::Severity;
use std::io::{self, Write};

/// Writes the band with the title, and the way past it.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>) -> io::Result<()> {
    let catalogue = page.catalogue;
    writeln!(out, "<a class=\"skip\" href=\"#findings\">{}</a>", escaped(&catalogue.text("page-skip", &[])))?;
    writeln!(out, "<header><p class=\"kicker\">{}</p>", escaped(&catalogue.text("page-kicker", &[])))?;
    match page.sources {
        [_] => {
            writeln!(out, "<h1>{}</h1>", escaped(&page.title(0)))?;
            writeln!(out, "<p class=\"facts\">{}</p>", facts(page, 0))?;
        }
        sources => {
            let title = catalogue.text("read-summary-documents", &[("count", sources.len().into())]);
            writeln!(out, "<h1>{}</h1>\n<ul class=\"facts\">", escaped(&title))?;
            for source in 0..sources.len() {
                let title = escaped(&page.title(source));
                writeln!(out, "<li><a href=\"#doc-{}\">{title}</a> · {}</li>", source + 1, facts(page, source))?;
            }
            out.write_all(b"</ul>\n")?;
        }
    }
    out.write_all(b"</header>\n")
}

/// Body, period, family.
fn facts(page: &Page<'_>, source: usize) -> String {
    let catalogue = page.catalogue;
    let PlanDraft { family, body, period, issued, .. } = page.draft(source);
    let period = people::period(*period, catalogue);
    let issued = issued.map(|date| catalogue.text("document-issued", &[("date", (&people::date(date)).into())]));
    let family = family.map(|family| people::family(family, catalogue));
    let facts = [body.clone().filter(|_| !page.title_has_body(source)), family, period, issued].into_iter().flatten();
    facts.map(|fact| page.said(&fact)).collect::<Vec<_>>().join(" · ")
}

/// Writes the answer: how many findings, of which families, and how much was understood.
pub(super) fn answer(out: &mut impl Write, page: &Page<'_>) -> io::Result<()> {
    let catalogue = page.catalogue;
    let counts = Counts::of(page.findings);
    let verdict = match counts {
        Counts { errors: 1.., .. } => catalogue.text("page-verdict-errors", &[]),
        Counts { warnings: 1.., .. } => catalogue.text("page-verdict-warnings", &[]),
        Counts { notes: 1.., .. } => catalogue.text("page-verdict-notes", &[]),
        _ => catalogue.text("page-verdict-nothing", &[]),
    };
    out.write_all(b"<section class=\"answer\" aria-labelledby=\"answer\">\n")?;
    writeln!(out, "<h2 id=\"answer\">{}</h2>", escaped(&verdict))?;
    out.write_all(b"<ul class=\"chips\">\n")?;
    let Counts { errors, warnings, notes, accepted } = counts;
    let tally = Tally { errors, warnings, notes };
    for severity in GRAVEST_FIRST {
        let count = severity::of(tally, severity);
        let class = if count == 0 { "none" } else { severity.word() };
        let words = severity::counted(page, severity, count);
        let sign = severity::sign(severity);
        writeln!(out, "<li class=\"{class}\"><span aria-hidden=\"true\">{sign}</span> {}</li>", escaped(&words))?;
    }
    if accepted > 0 {
        let words = catalogue.text("check-accepted", &[("count", accepted.into())]);
        writeln!(out, "<li class=\"accepted\"><span aria-hidden=\"true\">✓</span> {}</li>", escaped(&words))?;
    }
    out.write_all(b"</ul>\n<div class=\"side\">\n")?;
    families(out, page)?;
    contents(out, page)?;
    out.write_all(b"</div>\n")?;
    for source in 0..page.sources.len() {
        understood(out, page, source)?;
    }
    if let Some(count) = page.hider.count() {
        let words = catalogue.text("page-names-hidden", &[("count", count.into())]);
        writeln!(out, "<p class=\"privacy\">{}</p>", escaped(&words))?;
    }
    out.write_all(b"</section>\n")
}

/// The findings by family, with bars.
fn families(out: &mut impl Write, page: &Page<'_>) -> io::Result<()> {
    let groups = findings::open_by_family(page);
    let longest = groups.iter().map(|group| group.tally.sum()).max().unwrap_or(0);
    if longest == 0 {
        return Ok(());
    }
    let catalogue = page.catalogue;
    writeln!(
        out,
        "<table class=\"families\"><caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\" class=\"r\">{}</th><th scope=\"col\" class=\"r\">{}</th>\
         <th scope=\"col\" class=\"r\">{}</th><td></td></tr></thead>\n<tbody>",
        escaped(&catalogue.text("page-by-family", &[])),
        escaped(&catalogue.text("page-family", &[])),
        escaped(&catalogue.text("page-errors", &[])),
        escaped(&catalogue.text("page-warnings", &[])),
        escaped(&catalogue.text("page-notes", &[])),
    )?;
    for group in &groups {
        write!(out, "<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th>", group.anchor(), escaped(&group.title(page)))?;
        for severity in GRAVEST_FIRST {
            let count = severity::of(group.tally, severity);
            let class = if count == 0 { "none" } else { severity.word() };
            write!(out, "<td class=\"r {class}\">{count}</td>")?;
        }
        out.write_all(b"<td class=\"bars\"><span class=\"track\">")?;
        for severity in GRAVEST_FIRST {
            let width = bar_of(group.tally, severity, longest);
            if width > 0 {
                write!(out, "<span class=\"bar {}\" style=\"--w:{width}\"></span>", severity.word())?;
            }
        }
        out.write_all(b"</span></td></tr>\n")?;
    }
    out.write_all(b"</tbody></table>\n")
}

fn bar_of(tally: Tally, severity: Severity, longest: usize) -> i64 {
    let as_number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    per_mille(as_number(severity::of(tally, severity)), as_number(longest))
}

/// Where to go from here.
fn contents(out: &mut impl Write, page: &Page<'_>) -> io::Result<()> {
    let catalogue = page.catalogue;
    let title = escaped(&catalogue.text("page-contents", &[]));
    writeln!(out, "<nav aria-label=\"{title}\"><p aria-hidden=\"true\">{title}</p>\n<ul>")?;
    writeln!(out, "<li><a href=\"#findings\">{}</a></li>", escaped(&catalogue.text("page-findings", &[])))?;
    for source in 0..page.sources.len() {
        if page.sources.len() > 1 {
            let title = escaped(&page.title(source));
            writeln!(out, "<li><a href=\"#doc-{}\">{title}</a></li>", source + 1)?;
            continue;
        }
        for section in sections::present(page, source) {
            let title = escaped(&section.title(page));
            writeln!(out, "<li><a href=\"#{}\">{title}</a></li>", section.anchor(source))?;
        }
    }
    out.write_all(b"</ul></nav>\n")
}

/// How much of a document was understood, and what was not.
fn understood(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    let catalogue = page.catalogue;
    let reading = &page.sources[source].reading;
    let PlanDraft { coverage, unread, .. } = &reading.draft;
    let share = people::understood(coverage, catalogue.language());
    let words = catalogue.text("document-understood", &[("share", (&share).into()), ("lines", coverage.lines.into())]);
    writeln!(
        out,
        "<div class=\"understood\"><p><span class=\"path\">{}</span> · {}</p>{}",
        escaped(&reading.path),
        escaped(&words),
        super::bars::bar("read", per_mille(i64::from(coverage.share_hundredths()), 10_000)),
    )?;
    let title = catalogue.text("page-fingerprint", &[]);
    writeln!(
        out,
        "<details><summary>{}</summary><code>{}</code></details>",
        escaped(&title),
        escaped(&reading.sha256)
    )?;
    if !unread.is_empty() {
        let title = catalogue.text("page-unread", &[("count", unread.len().into())]);
        writeln!(out, "<details><summary>{}</summary><ul class=\"plain\">", escaped(&title))?;
        for TextLine { line, text } in unread {
            let link = page.line_link_here(Spot { source, line: *line });
            writeln!(out, "<li>{link}: {}</li>", page.said(&people::one_line(text)))?;
        }
        out.write_all(b"</ul></details>\n")?;
    }
    out.write_all(b"</div>\n")
}

/// Writes the end of the page.
pub(super) fn footer(out: &mut impl Write, page: &Page<'_>) -> io::Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let words = page.catalogue.text("page-footer", &[("version", version.into())]);
    writeln!(out, "<footer><p>{}</p></footer>", escaped(&words))
}
