// SPDX-License-Identifier: AGPL-3.0-or-later
//! The cells of the tables of a PDF: those that Ambito finds, and how many of the true ones somebody found. Run by
//! `cargo xtask bench pdf`; a program of its own, so that `cargo xtask` itself is built without the readers, and
//! so that what it compares is compared by an optimised build.
//!
//! `bench-cells read AMBITO PDF` writes the rows of the blocks, each as its page and its cells, separated by tabs;
//! `bench-cells compare TRUTH FOUND` writes how many cells of the truth were found and how many there are, then one line
//! for each that was not: the page, the column, what should stand there, what was found.
//!
//! Rows of both files are a number and the cells. Deliberately absent: a look at the reading; cells are those that any
//! later stage would see.

mod align;
mod compare;

use ambito_documents::blocks::LineKind;
use ambito_intake::limits::DECODER_SECONDS_MAX;
use ambito_intake::pdf::Decoder;
use anyhow::{Context, Result, bail};
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let answer = match &args[..] {
        [word, program, pdf] if word == "read" => read(program, Path::new(pdf))?,
        [word, truth, found] if word == "compare" => compare::compare(&text(truth)?, &text(found)?),
        _ => bail!("usage: bench-cells read AMBITO PDF | bench-cells compare TRUTH FOUND"),
    };
    Ok(std::io::stdout().write_all(answer.as_bytes())?)
}

fn text(path: &str) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{path} cannot be read"))
}

/// The rows that Ambito's own reader hands over, decoded by the program that is shipped.
fn read(program: &str, pdf: &Path) -> Result<String> {
    let arguments = vec!["decode-pdf".to_owned()];
    let decoder = Decoder { program: PathBuf::from(program), arguments, seconds_max: DECODER_SECONDS_MAX };
    let blocks = ambito_intake::open(pdf, Some(&decoder))?.blocks;
    let mut out = String::new();
    for (line, number) in blocks.lines.iter().zip(1..) {
        if line.kind == LineKind::Row {
            out.push_str(&blocks.places.of(number).page.unwrap_or_default().to_string());
            for &cell in blocks.cells(line) {
                out.push('\t');
                out.push_str(&compare::collapsed(blocks.str(cell)));
            }
            out.push('\n');
        }
    }
    Ok(out)
}
