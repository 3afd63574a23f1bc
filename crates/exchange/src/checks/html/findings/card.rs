// SPDX-License-Identifier: AGPL-3.0-or-later
//! One finding: the sentence, the place, the figures, the way out.

use super::super::document::without_markup;
use super::super::places::Spot;
use super::super::{Page, cut, leaf, severity};
use crate::checks::text::accepted_by;
use crate::page::escaped;
use crate::people;
use crate::place;
use ambito_findings::{Finding, Mark};
use std::collections::HashMap;
use std::io::{self, Write};

/// The longest quotation, in characters.
const QUOTE_CHARS_MAX: usize = 180;
/// Up to how many related lines the sentences write all of them.
const RELATED_WRITTEN_MAX: usize = 12;
/// How many related lines are listed.
const RELATED_MAX: usize = 60;

/// Writes the finding with this index.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, index: usize) -> io::Result<()> {
    let finding = &page.findings[index];
    let anchor = format!("f{}", index + 1);
    writeln!(
        out,
        "<article class=\"card {}\" id=\"{anchor}\" aria-labelledby=\"{anchor}-t\">\n\
         <p class=\"top\">{} <span class=\"code\">{}</span>{}</p>",
        severity::class(finding),
        severity::tag(page, finding),
        escaped(finding.code),
        place(page, index),
    )?;
    leaf::figure(out, page, index)?;
    writeln!(out, "<h4 id=\"{anchor}-t\">{}</h4>", page.said(&finding.message))?;
    evidence(out, page, finding)?;
    figures(out, page, finding)?;
    hints(out, page, finding)?;
    related(out, page, finding)?;
    out.write_all(b"</article>\n")
}

/// ` · riga 58`
fn place(page: &Page<'_>, index: usize) -> String {
    match page.spots[index] {
        Some(spot) => format!(" <span class=\"where\">{}</span>", page.line_link(spot)),
        None => String::new(),
    }
}

/// The marked places with their labels, else the line.
fn evidence(out: &mut impl Write, page: &Page<'_>, finding: &Finding) -> io::Result<()> {
    let Some(quote) = finding.quote.as_deref() else { return Ok(()) };
    if finding.marks.is_empty() {
        let cells = quote.split('\t').map(|cell| people::one_line(&without_markup(cell)));
        let cells: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
        let text = cut(&cells.join(" · "), QUOTE_CHARS_MAX);
        return if text.is_empty() { Ok(()) } else { writeln!(out, "<blockquote>{}</blockquote>", page.said(&text)) };
    }
    out.write_all(b"<ul class=\"marks\">")?;
    for mark in &finding.marks {
        let marked = cut(&marked(quote, mark), QUOTE_CHARS_MAX);
        let shown = if marked.is_empty() { "·".to_owned() } else { page.said(&marked) };
        let label = &mark.label;
        let label = if label.is_empty() { String::new() } else { format!(" <span>{}</span>", page.said(label)) };
        write!(out, "<li><mark>{shown}</mark>{label}</li>")?;
    }
    out.write_all(b"</ul>\n")
}

/// What stands there, and what should.
fn figures(out: &mut impl Write, page: &Page<'_>, finding: &Finding) -> io::Result<()> {
    if marks_say_figures(page, finding) {
        return Ok(());
    }
    let rows = [
        (page.catalogue.text("page-found", &[]), &finding.found),
        (page.catalogue.text("page-expected", &[]), &finding.expected),
    ];
    if rows.iter().all(|(_, value)| value.is_none()) {
        return Ok(());
    }
    out.write_all(b"<dl class=\"figures\">")?;
    for (name, value) in rows {
        if let Some(value) = value {
            let value = page.said(&cut(&for_people(value, page), QUOTE_CHARS_MAX));
            write!(out, "<div><dt>{}</dt><dd>{value}</dd></div>", escaped(&name))?;
        }
    }
    out.write_all(b"</dl>\n")
}

/// Whether the marked places and their labels have all the figures already.
fn marks_say_figures(page: &Page<'_>, finding: &Finding) -> bool {
    let quote = finding.quote.as_deref().unwrap_or_default();
    let said: Vec<String> = finding.marks.iter().flat_map(|mark| [mark.label.clone(), marked(quote, mark)]).collect();
    let figures = [&finding.found, &finding.expected].into_iter().flatten();
    figures
        .map(|figure| [for_people(figure, page), ambito_i18n::number(figure, page.catalogue.language())])
        .all(|forms| said.iter().any(|said| forms.iter().any(|figure| says(said, figure))))
}

/// Whether a text has a figure, and not as a part of a longer one.
fn says(text: &str, figure: &str) -> bool {
    // A long figure is cut.
    let figure = figure.trim_end_matches('…').trim_end();
    let mut found = text.match_indices(figure);
    !figure.is_empty()
        && found.any(|(at, _)| {
            let (before, rest) = text.split_at(at);
            let mut after = rest.chars().skip(figure.chars().count());
            let goes_on =
                matches!((after.next(), after.next()), (Some('0'..='9'), _) | (Some('.' | ','), Some('0'..='9')));
            !before.ends_with(|char: char| char.is_alphanumeric() || matches!(char, '.' | ',' | '-' | '+')) && !goes_on
        })
}

/// The text of a marked place, without the markup of its source.
fn marked(quote: &str, mark: &Mark) -> String {
    let Mark { column, end_column, .. } = mark;
    let text: String = quote.chars().skip(column - column.min(&1)).take(end_column.saturating_sub(*column)).collect();
    people::one_line(&without_markup(&text))
}

/// What follows and what to do; the numbers of related lines are links. For accepted ones, who decided and why.
fn hints(out: &mut impl Write, page: &Page<'_>, finding: &Finding) -> io::Result<()> {
    if let Some(acceptance) = &finding.accepted {
        return writeln!(out, "<p class=\"mend\">{}</p>", page.said(&accepted_by(acceptance, page.catalogue)));
    }
    let mut links: HashMap<usize, Spot> = HashMap::new();
    // A number that is a line on several pages, or a page, leads nowhere sure: those lines are listed below.
    for other in finding.related.iter().filter(|other| other.at.page().is_none()) {
        if let Some(spot) = page.places.of_related(other) {
            links.entry(other.line).or_insert(spot);
        }
    }
    let mend = page.catalogue.text("how-to-mend", &[("hint", "".into())]);
    for hint in &finding.hints {
        let class = if hint.starts_with(mend.trim_end()) { "mend" } else { "follows" };
        writeln!(out, "<p class=\"{class}\">{}</p>", linked(&page.said(hint), &links))?;
    }
    Ok(())
}

/// Makes links of the numbers that are lines; a number inside an amount or a code is none.
fn linked(html: &str, links: &HashMap<usize, Spot>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    let mut before = ' ';
    while let Some(at) = rest.find(|char: char| char.is_ascii_digit()) {
        let (text, from) = rest.split_at(at);
        out.push_str(text);
        before = text.chars().next_back().unwrap_or(before);
        let digits = from.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = from.split_at(digits);
        let mut next = after.chars();
        let glued =
            matches!((next.next(), next.next()), (Some('.' | ',' | '/' | '_'), Some('0'..='9')) | (Some('%' | '_'), _))
                || after.starts_with(char::is_alphabetic);
        let free = matches!(before, ' ' | '(' | '–' | '\u{a0}') && !glued;
        match number.parse().ok().filter(|_| free).and_then(|line: usize| links.get(&line)) {
            Some(spot) => out.push_str(&format!("<a href=\"#{}\">{number}</a>", spot.anchor())),
            None => out.push_str(number),
        }
        before = '0';
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The other lines, folded: each with what stands there.
fn related(out: &mut impl Write, page: &Page<'_>, finding: &Finding) -> io::Result<()> {
    if finding.related.is_empty() || hints_say_related(finding) {
        return Ok(());
    }
    let count = finding.related.len();
    let title = page.catalogue.text("page-related", &[("count", count.into())]);
    writeln!(out, "<details><summary>{}</summary><ul class=\"plain\">", escaped(&title))?;
    for other in finding.related.iter().take(RELATED_MAX) {
        let link = match page.places.of_related(other) {
            Some(spot) => page.line_link(spot),
            None => escaped(&place::words(&other.at, other.line, page.catalogue)),
        };
        writeln!(out, "<li>{link}: {}</li>", page.said(&other.label))?;
    }
    if let Some(more) = count.checked_sub(RELATED_MAX).filter(|more| *more > 0) {
        let words = page.catalogue.text("page-more", &[("count", more.into())]);
        writeln!(out, "<li>{}</li>", escaped(&words))?;
    }
    out.write_all(b"</ul></details>\n")
}

/// Whether the sentences above name all other lines with what stands there, few enough to be written one by one.
fn hints_say_related(finding: &Finding) -> bool {
    finding.accepted.is_none()
        && finding.related.len() <= RELATED_WRITTEN_MAX
        && finding.related.iter().all(|other| other.at.page().is_none())
        && finding.related.iter().all(|other| finding.hints.iter().any(|hint| hint.contains(&other.label)))
}

/// A figure in the pinned notation, as people write it.
fn for_people(pinned: &str, page: &Page<'_>) -> String {
    let language = page.catalogue.language();
    let decimals = pinned.rsplit_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals == 2 {
        return ambito_i18n::amount(pinned, language);
    }
    if let Ok(date) = pinned.parse::<ambito_base::Date>() {
        return people::date(date);
    }
    page.catalogue.find_text(pinned, &[]).unwrap_or_else(|| pinned.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_said_whole() {
        assert!(says("scritto 250,00; A + B = 300,00", "300,00"));
        assert!(!says("scritto 1.300,00", "300,00"));
        assert!(says("12,5%", "12,5"));
        assert!(says("300,00.", "300,00"));
    }

    #[test]
    fn only_numbers_of_lines_become_links() {
        let links = HashMap::from([(12, Spot { source: 0, line: 12 }), (58, Spot { source: 0, line: 60 })]);
        assert_eq!(
            linked("righe 12–58: 12,50 e 12.000 (12%)", &links),
            "righe <a href=\"#d1-12\">12</a>–<a href=\"#d1-60\">58</a>: 12,50 e 12.000 (12%)"
        );
    }
}
