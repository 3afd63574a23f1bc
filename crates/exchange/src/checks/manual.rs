// SPDX-License-Identifier: AGPL-3.0-or-later
//! The manual of the checks on a terminal: one of them, or the list of all.

use ambito_checks::{Check, Family, Manual, Selection, registry};
use ambito_findings::Severity;
use ambito_i18n::{Catalogue, Language};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr as _;

/// The manual of a check in a language.
#[must_use]
pub fn of(check: &Check, language: Language) -> Manual {
    match language {
        Language::Italian => check.manual_italian(),
        Language::English => check.manual_english(),
    }
}

/// The word for a severity.
#[must_use]
pub fn severity(severity: Severity, catalogue: &Catalogue) -> String {
    match severity {
        Severity::Error => catalogue.text("severity-error", &[]),
        Severity::Warning => catalogue.text("severity-warning", &[]),
        Severity::Note => catalogue.text("severity-note", &[]),
    }
}

/// The name of a family.
#[must_use]
pub fn family(family: Family, catalogue: &Catalogue) -> String {
    match family {
        Family::Sum => catalogue.text("family-sum", &[]),
        Family::Structure => catalogue.text("family-structure", &[]),
        Family::Time => catalogue.text("family-time", &[]),
        Family::Indicators => catalogue.text("family-indicators", &[]),
        Family::People => catalogue.text("family-people", &[]),
        Family::Funds => catalogue.text("family-funds", &[]),
    }
}

/// Writes the manual of a check, in lines of so many columns.
///
/// # Errors
/// What the output says.
pub fn explain(out: &mut impl Write, check: &Check, columns: usize, catalogue: &Catalogue) -> io::Result<()> {
    let Manual { title, paragraphs } = of(check, catalogue.language());
    writeln!(out, "{}  {title}", check.code)?;
    let said = severity(check.severity, catalogue);
    writeln!(out, "{}", catalogue.text("explain-about", &[("name", check.name.into()), ("severity", (&said).into())]))?;
    for paragraph in paragraphs {
        writeln!(out)?;
        for line in wrapped(&paragraph.replace("**", ""), columns) {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// Writes the list of the selected checks, family by family.
///
/// # Errors
/// What the output says.
pub fn list(out: &mut impl Write, selection: &Selection, catalogue: &Catalogue) -> io::Result<()> {
    let words = [Severity::Error, Severity::Warning, Severity::Note].map(|one| severity(one, catalogue));
    let width = words.iter().map(|word| word.width()).max().unwrap_or(0);
    for one in Family::ALL {
        let checks: Vec<&Check> =
            registry::CHECKS.iter().filter(|check| check.family() == one && selection.has(check.code)).collect();
        if checks.is_empty() {
            continue;
        }
        writeln!(out, "{} — {}", one.prefix(), family(one, catalogue))?;
        for check in checks {
            let said = severity(check.severity, catalogue);
            let gap = width - said.width().min(width);
            writeln!(out, "  {}  {said}{:gap$}  {}", check.code, "", of(check, catalogue.language()).title)?;
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", catalogue.text("checks-after", &[]))
}

/// Writes the manual of a check as Markdown.
///
/// # Errors
/// What the output says.
pub fn explain_markdown(out: &mut impl Write, check: &Check, catalogue: &Catalogue) -> io::Result<()> {
    let Manual { title, paragraphs } = of(check, catalogue.language());
    let said = severity(check.severity, catalogue);
    writeln!(out, "## {} — {title}\n", check.code)?;
    writeln!(out, "{}", catalogue.text("explain-about", &[("name", check.name.into()), ("severity", (&said).into())]))?;
    for paragraph in paragraphs {
        writeln!(out, "\n{paragraph}")?;
    }
    Ok(())
}

/// Writes the list of all checks as Markdown, each with a link to its page.
///
/// # Errors
/// What the output says.
pub fn list_markdown(out: &mut impl Write, catalogue: &Catalogue) -> io::Result<()> {
    for one in Family::ALL {
        writeln!(out, "### {} — {}\n", one.prefix(), family(one, catalogue))?;
        for check in registry::CHECKS.iter().filter(|check| check.family() == one) {
            let title = of(check, catalogue.language()).title;
            let said = severity(check.severity, catalogue);
            writeln!(out, "- [{code}]({code}.md) {title} ({said})", code = check.code)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// A paragraph in lines of at most so many columns.
fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.width() + 1 + word.width() <= columns => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
