// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask demo`: the shortest way from a clone to a result. Builds the program, reads the documents of the
//! invented area of Valdoro, shows one of them, and leaves the rest in `out/` with a word on each file.
//!
//! Invariant: everything it writes is under `out/`, which git ignores.

use crate::{house, shell};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};

/// The words of the demonstration in one language.
struct Words {
    building: &'static str,
    table_of: &'static str,
    made: &'static str,
    json: &'static str,
    workbook: &'static str,
    amended: &'static str,
    comparison: &'static str,
    found: &'static str,
    published: &'static str,
    places: &'static str,
    findings: &'static str,
    next: &'static str,
}

static ITALIAN: Words = Words {
    building: "Costruisco Ambito: la prima volta servono alcuni minuti.",
    table_of: "Ecco come Ambito legge",
    made: "Ho letto i cinque documenti di Valdoro, un ambito inventato. Il risultato è qui:",
    json: "tutti e cinque, come dati per altri programmi",
    workbook: "tutti e cinque, come cartella di lavoro da aprire con Excel o LibreOffice",
    amended: "il PEG dopo una variazione, per provare il confronto",
    comparison: "che cosa cambia tra il PEG e la sua variazione: si apre con il browser",
    found: "Nella variazione qualcuno ha cambiato un importo senza rifare i conti. Ambito se ne accorge:",
    published: "Il PEG pubblicato è un PDF. Letto insieme alla variazione, ecco dove dicono cose diverse, con la pagina:",
    places: "gli stessi, con il disegno di ogni pagina del PDF e la cella segnata: si apre con il browser",
    findings: "i rilievi sulla variazione, accanto al documento: si apre con il browser",
    next: "E adesso, con un documento vero:",
};

static ENGLISH: Words = Words {
    building: "Building Ambito: the first time takes some minutes.",
    table_of: "This is how Ambito reads",
    made: "Read the five documents of Valdoro, an invented area. The result is here:",
    json: "all five, as data for other programs",
    workbook: "all five, as a workbook to open with Excel or LibreOffice",
    amended: "the PEG after an amendment, to try the comparison",
    comparison: "what changes between the PEG and its amendment: open it with a browser",
    found: "In the amendment somebody changed an amount and did not add up again. Ambito notices:",
    published: "The published PEG is a PDF. Read beside the amendment, this is where the two differ, with the page:",
    places: "the same, with the outline of each page of the PDF and the cell marked: open it with a browser",
    findings: "the findings on the amendment, beside the document: open it with a browser",
    next: "And now, with a document of yours:",
};

/// The document that is shown and amended.
const SHOWN: &str = "demo/documenti/peg-2027.txt";
/// The same as it is published: a PDF with ruled tables.
const PUBLISHED: &str = "demo/documenti/resi/peg-2027.righe.pdf";
/// The check that compares the figures of two forms of one plan.
const FORMS_DIFFER: &str = "SUM021";
/// What the amendment changes: a project's budget, in the summary and in its sheet, and the date of a target.
const AMENDMENTS: &[(&str, &str)] = &[("250.750,00", "262.350,00"), ("entro il\t31/03/2027", "entro il\t30/04/2027")];

/// How a comparison ends where it found a change.
const SOMETHING_CHANGED: i32 = 1;
/// How a check ends where it found an error.
const SOMETHING_FOUND: i32 = 1;

/// Runs the demonstration.
pub fn run(args: &[String]) -> Result<()> {
    if !args.is_empty() {
        bail!("usage: cargo xtask demo");
    }
    let words = words(&["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default()));
    println!("{}", words.building);
    let program = house::build_ambito(house::Profile::Release)?;
    let out = house::root().join("out");
    std::fs::create_dir_all(&out).with_context(|| format!("{} cannot be made", out.display()))?;

    println!("\n{} {SHOWN}\n", words.table_of);
    shell::run(shell::command(&program).args(["read", SHOWN]))?;

    let documents = house::demo_documents()?;
    read_all(&program, &documents, "json", "out/valdoro.json")?;
    read_all(&program, &documents, "xlsx", "out/valdoro.xlsx")?;
    let amended = write_amended(&out)?;
    let mut compare = shell::command(&program);
    compare.args(["compare", SHOWN, amended, "--format", "html", "-o", "out/confronto.html"]);
    shell::run_to(&mut compare, SOMETHING_CHANGED)?;
    println!("\n{}\n", words.found);
    shell::run_to(shell::command(&program).args(["check", amended]), SOMETHING_FOUND)?;
    let page = ["check", amended, "--format", "html", "-o", "out/rilievi.html"];
    shell::run_to(shell::command(&program).args(page), SOMETHING_FOUND)?;
    println!("\n{}\n", words.published);
    let beside = ["check", amended, PUBLISHED, "--select", FORMS_DIFFER];
    shell::run_to(shell::command(&program).args(beside), SOMETHING_FOUND)?;
    let page = ["--format", "html", "-o", "out/rilievi-pdf.html"];
    shell::run_to(shell::command(&program).args(beside).args(page), SOMETHING_FOUND)?;

    println!("\n{}\n", words.made);
    println!("  out/valdoro.json       {}", words.json);
    println!("  out/valdoro.xlsx       {}", words.workbook);
    println!("  {amended:<22} {}", words.amended);
    println!("  out/confronto.html     {}", words.comparison);
    println!("  out/rilievi.html       {}", words.findings);
    println!("  out/rilievi-pdf.html   {}", words.places);
    println!("\n{}\n", words.next);
    let shown = program.strip_prefix(house::root()).unwrap_or(&program).display();
    println!("  {shown} read piano.pdf");
    println!("  {shown} check piano.pdf");
    println!("  {shown} read piano.docx --format xlsx -o piano.xlsx");
    println!("  {shown} compare piano-2026.txt piano-2027.txt");
    println!("  {shown} --help");
    Ok(())
}

/// Italian unless the first of the variables that says something says English.
fn words(variables: &[String; 3]) -> &'static Words {
    let said = variables.iter().find(|value| !value.is_empty()).map_or("", String::as_str);
    let english = said.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en"));
    if english { &ENGLISH } else { &ITALIAN }
}

fn read_all(program: &Path, documents: &[PathBuf], format: &str, out: &str) -> Result<()> {
    let root = house::root();
    let mut command = shell::command(program);
    // The paths as a person would type them, so that the result does not depend on where the clone is.
    command.arg("read").args(documents.iter().map(|path| path.strip_prefix(&root).unwrap_or(path)));
    shell::run(command.args(["--format", format, "-o", out]))
}

fn write_amended(out: &Path) -> Result<&'static str> {
    let source = house::root().join(SHOWN);
    let mut text = std::fs::read_to_string(&source).with_context(|| format!("{} cannot be read", source.display()))?;
    for (before, after) in AMENDMENTS {
        text = text.replace(before, after);
    }
    let path = out.join("peg-variato.txt");
    std::fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok("out/peg-variato.txt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaks_italian_unless_told_english() {
        let check = |values: [&str; 3], italian: bool| {
            let chosen = words(&values.map(str::to_owned));
            assert_eq!(std::ptr::eq(chosen, &ITALIAN), italian, "{values:?}");
        };
        check(["", "", ""], true);
        check(["", "", "C.UTF-8"], true);
        check(["", "", "it_IT.UTF-8"], true);
        check(["", "", "en_GB.UTF-8"], false);
        check(["it_IT.UTF-8", "", "en_GB.UTF-8"], true);
    }

    #[test]
    fn the_amendments_are_found_in_the_document() {
        let text = std::fs::read_to_string(house::root().join(SHOWN)).unwrap();
        for (before, _) in AMENDMENTS {
            assert!(text.contains(before), "{SHOWN} no longer has {before:?}: choose another value");
        }
    }
}
