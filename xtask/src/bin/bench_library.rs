// SPDX-License-Identifier: AGPL-3.0-or-later
//! The reader measured inside one process: from the file to the plan draft, without JSON and without starting up.
//! Run by `cargo xtask bench read --library`, which makes the files it is given.

#![expect(clippy::print_stdout, reason = "what it prints is its result")]

use ambito_documents::vocabulary::Vocabulary;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often a file is read; the best run counts.
const RUNS: usize = 5;

fn main() -> Result<()> {
    println!("| input | to blocks, ms | blocks to draft, ms | MB/s |\n| --- | ---: | ---: | ---: |");
    let words = Vocabulary::builtin();
    for path in std::env::args_os().skip(1).map(PathBuf::from) {
        measure(&path, &words).with_context(|| format!("{} was not measured", path.display()))?;
    }
    Ok(())
}

fn measure(path: &Path, words: &Vocabulary) -> Result<()> {
    let bytes = std::fs::metadata(path)?.len();
    let mut best = (Duration::MAX, Duration::MAX);
    for _ in 0..RUNS {
        let start = now();
        let input = ambito_intake::open(path, None)?;
        let opened = start.elapsed();
        let draft = ambito_documents::read(&input.blocks, words);
        let all = start.elapsed();
        std::hint::black_box(&draft);
        if all < best.0.saturating_add(best.1) {
            best = (opened, all.saturating_sub(opened));
        }
    }
    let (to_blocks, to_draft) = (best.0.as_micros(), best.1.as_micros());
    let tenths = u128::from(bytes) * 10 / (to_blocks + to_draft).max(1);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let tenth = |micros: u128| format!("{}.{}", micros / 1_000, micros % 1_000 / 100);
    println!("| {name} | {} | {} | {}.{} |", tenth(to_blocks), tenth(to_draft), tenths / 10, tenths % 10);
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
fn now() -> Instant {
    Instant::now()
}
