// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito accept`: findings that somebody decided to live with, and why.

use crate::accepted;
use crate::global::Global;
use crate::problems;
use crate::reading::ReadingArgs;
use crate::refusal::Refusal;
use ambito_checks::{Selection, registry};
use ambito_exchange::checks::{self, Source};
use ambito_findings::{Acceptance, Finding};
use ambito_intake::Found;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What is accepted, why and by whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The findings, as `ambito check` names them.
    #[arg(required = true, value_name = "value-finding", help = "help-accept-findings")]
    findings: Vec<String>,
    /// The reason.
    #[arg(long, required = true, value_name = "value-text", help = "help-accept-reason")]
    reason: String,
    /// Who accepts.
    #[arg(long, required = true, value_name = "value-name", help = "help-accept-by")]
    by: String,
    /// Other documents to check together.
    #[arg(long, value_name = "value-path", help = "help-accept-with")]
    with: Vec<PathBuf>,
    /// How documents are read (`--vocabulary`, `--threads`).
    #[command(flatten)]
    reading: ReadingArgs,
}

// The words with which the catalogues name places; a test holds them to that.
/// Pages.
const PAGE_WORDS: [&str; 2] = ["pag.", "p."];
/// Lines.
const LINE_WORDS: [&str; 2] = ["riga", "line"];
/// Paragraphs.
const PARAGRAPH_WORDS: [&str; 2] = ["paragrafo", "paragraph"];

/// A finding as the user named it.
struct Name {
    said: String,
    document: PathBuf,
    /// The sheet, or the page as `p12`.
    ground: Option<String>,
    line: usize,
    column: Option<usize>,
    code: &'static str,
}

/// Accepts the findings.
///
/// # Errors
/// Where one of them is not there, a document cannot be read, or the file cannot be written. Then nothing is accepted.
pub fn run(args: &Args, global: &Global) -> anyhow::Result<ExitCode> {
    let Args { findings, reason, by, with, reading } = args;
    let (reason, by) = (reason.trim(), by.trim());
    if reason.is_empty() || by.is_empty() {
        return Err(refusal("USC008", global.text("accept-empty", &[]), global.text("accept-empty-hint", &[])));
    }
    let names = findings.iter().map(|said| name(said, global)).collect::<anyhow::Result<Vec<Name>>>()?;
    let sources = read(&names, with, reading, global)?;
    let all = checks::check(&sources, &Selection::default(), &global.catalogue);
    let mut chosen: BTreeMap<PathBuf, Vec<&Finding>> = BTreeMap::new();
    for name in &names {
        chosen.entry(name.document.clone()).or_default().push(choose(name, &all, global)?);
    }
    let on = jiff::Zoned::now().date().to_string();
    let acceptance = Acceptance { reason: reason.to_owned(), by: by.to_owned(), on };
    for (document, findings) in chosen {
        let path = accepted::change(&document, global, |accepted| {
            for finding in &findings {
                accepted.add(finding, &acceptance);
            }
        })?;
        let shown = path.display().to_string();
        let count = findings.len().into();
        global.tell_line(&global.text("accept-written", &[("count", count), ("path", (&shown).into())]));
    }
    Ok(ExitCode::SUCCESS)
}

/// What `DOCUMENT:LINE:CODE` and `DOCUMENT:LINE:COLUMN:CODE` mean; a sheet or a page (`p12`) may stand before the line,
/// and a place may be as `ambito check` words it (`pag. 12, riga 8`).
fn name(said: &str, global: &Global) -> anyhow::Result<Name> {
    let unclear = || {
        let message = global.text("accept-unclear", &[("finding", said.into())]);
        refusal("USC007", message, global.text("accept-unclear-hint", &[]))
    };
    let (rest, code) = said.rsplit_once(':').ok_or_else(unclear)?;
    if code.trim().bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(unclear());
    }
    let code = registry::find(code.trim()).ok_or_else(|| Refusal(vec![problems::unknown_code(code, global)]))?.code;
    let (rest, last) = rest.rsplit_once(':').ok_or_else(unclear)?;
    if let Some((ground, line)) = worded(last) {
        return Ok(Name { said: said.to_owned(), document: PathBuf::from(rest), ground, line, column: None, code });
    }
    let last: usize = last.parse().map_err(|_| unclear())?;
    let (path, line, column) = match rest.rsplit_once(':').map(|(path, line)| (path, line.parse::<usize>())) {
        Some((path, Ok(line))) if !Path::new(rest).exists() => (path, line, Some(last)),
        _ => (rest, last, None),
    };
    let named = |path, ground, line, column| {
        Ok(Name { said: said.to_owned(), document: PathBuf::from(path), ground, line, column, code })
    };
    match path.rsplit_once(':') {
        Some((file, ground)) if !Path::new(path).exists() && Path::new(file).exists() => match worded(ground) {
            Some((ground, worded_line)) => named(file, ground, worded_line, Some(line)),
            None => named(file, Some(ground.to_owned()), line, column),
        },
        _ => named(path, None, line, column),
    }
}

/// The page and the line of `pag. 12, riga 8`, the paragraph of `paragrafo 31 (tabella 2, cella B5)`, in any language.
fn worded(place: &str) -> Option<(Option<String>, usize)> {
    let mut parts = place.split_whitespace();
    let word = parts.next()?;
    let number: usize = parts.next()?.trim_end_matches(',').parse().ok()?;
    if PARAGRAPH_WORDS.contains(&word) {
        return Some((None, number));
    }
    let _ = parts.next().filter(|line| PAGE_WORDS.contains(&word) && LINE_WORDS.contains(line))?;
    let line = parts.next()?.parse().ok()?;
    parts.next().is_none().then(|| (Some(format!("p{number}")), line))
}

/// Reads the documents of the findings, and the others, each once.
fn read(names: &[Name], with: &[PathBuf], reading: &ReadingArgs, global: &Global) -> anyhow::Result<Vec<Source>> {
    let mut paths: Vec<&PathBuf> = Vec::new();
    for path in names.iter().map(|name| &name.document).chain(with) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    let found = paths.into_iter().map(|path| Found::File(path.clone())).collect();
    let words = reading.words(global)?;
    let mut sources = Vec::new();
    let mut refused = Vec::new();
    reading.for_each(found, &words, |outcome| {
        match outcome {
            Ok(source) => sources.push(source),
            Err(error) => refused.push(problems::input(&error, global)),
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if refused.is_empty() { Ok(sources) } else { Err(Refusal(refused).into()) }
}

/// The finding of a name.
fn choose<'f>(name: &Name, all: &'f [Finding], global: &Global) -> anyhow::Result<&'f Finding> {
    let document = name.document.display().to_string();
    let column_of = |finding: &Finding| finding.span.map(|span| span.column);
    let matching: Vec<&Finding> = all
        .iter()
        .filter(|finding| {
            finding.code == name.code
                && finding.document.as_deref() == Some(&document)
                && finding.span.is_some_and(|span| span.line == name.line)
                && is_on(finding, name.ground.as_deref())
                && (name.column.is_none() || column_of(finding) == name.column)
        })
        .collect();
    match matching[..] {
        [one] => Ok(one),
        [] => {
            let message = global.text("accept-not-found", &[("finding", (&name.said).into())]);
            Err(refusal("USC009", message, global.text("accept-not-found-hint", &[])))
        }
        [first, ..] if matching.iter().any(|finding| finding.at.ground() != first.at.ground()) => {
            let mut places: Vec<String> = matching
                .iter()
                .map(|finding| format!("{document}:{}:{}", finding.at.address(name.line), name.code))
                .collect();
            places.dedup();
            let places = places.join(", ");
            let message = global.text("accept-several-grounds", &[("finding", (&name.said).into())]);
            Err(refusal("USC010", message, global.text("accept-several-grounds-hint", &[("places", (&places).into())])))
        }
        _ => {
            let columns: Vec<String> =
                matching.iter().filter_map(|finding| Some(column_of(finding)?.to_string())).collect();
            let columns = columns.join(", ");
            let message = global.text("accept-several", &[("finding", (&name.said).into())]);
            Err(refusal("USC010", message, global.text("accept-several-hint", &[("columns", (&columns).into())])))
        }
    }
}

/// Whether a finding is on a sheet or a page, where one is named.
fn is_on(finding: &Finding, ground: Option<&str>) -> bool {
    let Some(ground) = ground else { return true };
    finding
        .at
        .ground()
        .is_some_and(|own| own == ground || (finding.at.page().is_some() && own.eq_ignore_ascii_case(ground)))
}

fn refusal(code: &'static str, message: String, hint: String) -> anyhow::Error {
    Refusal(vec![problems::error_finding(code, message).hint(hint)]).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_documents::blocks::Area;
    use ambito_findings::{Severity, Where};
    use ambito_i18n::{Arg, Catalogue, Language};

    #[test]
    fn places_as_they_are_worded() {
        for language in [Language::Italian, Language::English] {
            let catalogue = Catalogue::new(language);
            let check = |key: &str, args: &[(&str, Arg<'_>)], ground: Option<&str>, line: usize| {
                let place = catalogue.text(key, args);
                assert_eq!(worded(&place), Some((ground.map(str::to_owned), line)), "{place}");
            };
            check("place-page-line", &[("page", "12".into()), ("line", "8".into())], Some("p12"), 8);
            check("place-paragraph", &[("paragraph", "31".into())], None, 31);
            let cell = catalogue.text("place-cell", &[("table", "2".into()), ("name", "B5".into())]);
            check("place-paragraph-in", &[("paragraph", "31".into()), ("place", (&cell).into())], None, 31);
        }
        for sheet in ["8", "p12", "Spese", "Spese 2027", "Spese 2027, bis"] {
            assert_eq!(worded(sheet), None, "{sheet}");
        }
    }

    #[test]
    fn pages_and_sheets_stand_before_the_line() {
        let page = Where::Page { page: 12, area: Area::default() };
        let check = |at: &Where, ground: Option<&str>, expected: bool| {
            let mut finding = Finding::new("SUM002", Severity::Error, String::new());
            finding.at = at.clone();
            assert_eq!(is_on(&finding, ground), expected, "{ground:?}");
        };
        check(&page, None, true);
        check(&page, Some("p12"), true);
        check(&page, Some("P12"), true);
        check(&page, Some("p1"), false);
        check(&Where::Sheet("P12".to_owned()), Some("p12"), false);
        check(&Where::File, Some("p12"), false);
    }
}
