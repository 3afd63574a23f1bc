// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito decode-pdf`: what Ambito starts of itself to open a PDF. A file on standard input, the answer on standard
//! output; not for people, so it has no texts.

use ambito_decoder::{Pictures, answer, limit_process};
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

/// The word that starts it.
pub const WORD: &str = "decode-pdf";

/// What it is asked for.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Whether pictures of pages are recognised.
    #[arg(long)]
    ocr: bool,
}

/// Decodes what comes in.
///
/// # Errors
/// What the system says of the input or the output.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    // What a stranger's file breaks is told by the process that waits for this one.
    std::panic::set_hook(Box::new(|_| {}));
    let pictures = if args.ocr { Pictures::Recognised } else { Pictures::Told };
    limit_process(pictures, usize::MAX);
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    limit_process(pictures, bytes.len());
    let answer = answer(bytes, pictures).to_bytes();
    std::io::stdout().lock().write_all(&answer)?;
    Ok(ExitCode::SUCCESS)
}
