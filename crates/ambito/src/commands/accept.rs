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

/// A finding as the user named it.
struct Name {
    said: String,
    document: PathBuf,
    sheet: Option<String>,
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

/// What `DOCUMENT:LINE:CODE` and `DOCUMENT:LINE:COLUMN:CODE` mean; a sheet may stand before the line.
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
    let last: usize = last.parse().map_err(|_| unclear())?;
    let (path, line, column) = match rest.rsplit_once(':').map(|(path, line)| (path, line.parse::<usize>())) {
        Some((path, Ok(line))) if !Path::new(rest).exists() => (path, line, Some(last)),
        _ => (rest, last, None),
    };
    let (path, sheet) = match path.rsplit_once(':') {
        Some((file, sheet)) if !Path::new(path).exists() && Path::new(file).exists() => (file, Some(sheet.to_owned())),
        _ => (path, None),
    };
    Ok(Name { said: said.to_owned(), document: PathBuf::from(path), sheet, line, column, code })
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
                && (name.sheet.is_none() || finding.sheet == name.sheet)
                && (name.column.is_none() || column_of(finding) == name.column)
        })
        .collect();
    match matching[..] {
        [one] => Ok(one),
        [] => {
            let message = global.text("accept-not-found", &[("finding", (&name.said).into())]);
            Err(refusal("USC009", message, global.text("accept-not-found-hint", &[])))
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

fn refusal(code: &'static str, message: String, hint: String) -> anyhow::Error {
    Refusal(vec![problems::error_finding(code, message).hint(hint)]).into()
}
