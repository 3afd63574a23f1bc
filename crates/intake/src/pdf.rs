// SPDX-License-Identifier: AGPL-3.0-or-later
//! PDF: decoded and laid out in a process of its own, because its decoder meets what strangers made. This side starts
//! it, gives it the bytes, waits a limited time, and believes its answer only after looking at it.
//!
//! Invariants: whatever the process does (ends, hangs, answers nonsense), the result is an error of this file, in the
//! time that the decoder is given, and no process is left behind. The two threads here only carry bytes to and from it.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use ambito_documents::blocks::{Blocks, Format, LineKind, Places};
use ambito_pages::Answer;

use crate::error::IntakeError;
use crate::limits::ANSWER_BYTES_MAX;

/// The program that decodes PDF, and what it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoder {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// The longest that it may take for one file, in seconds: [`DECODER_SECONDS_MAX`](crate::limits::DECODER_SECONDS_MAX)
    /// or, where it recognises the text of pictures, [`RECOGNISER_SECONDS_MAX`](crate::limits::RECOGNISER_SECONDS_MAX).
    pub seconds_max: u64,
}

/// Reads a PDF.
///
/// # Errors
///
/// The file opens with a password only, is damaged, is made of pictures, or is too much for the decoder.
pub fn read(bytes: Vec<u8>, path: &Path, decoder: Option<&Decoder>) -> Result<Blocks, IntakeError> {
    let owned = || path.to_path_buf();
    let Some(decoder) = decoder else { return Err(IntakeError::NoDecoder { path: owned() }) };
    let answer = ask(bytes, decoder).map_err(|trouble| match trouble {
        Trouble::NotStarted => IntakeError::NoDecoder { path: owned() },
        Trouble::TooMuch => IntakeError::TooMuch { path: owned() },
        Trouble::BrokeOff => IntakeError::DecoderFailed { path: owned() },
    })?;
    match answer {
        Answer::Read { blocks, cut } => {
            let mut blocks = *blocks;
            if !is_sound(&blocks) {
                return Err(IntakeError::DecoderFailed { path: owned() });
            }
            blocks.cut = cut.iter().filter_map(|key| CUTS.into_iter().find(|known| known == key)).collect();
            Ok(blocks)
        }
        Answer::Locked => Err(IntakeError::Locked { path: owned() }),
        Answer::Damaged => Err(IntakeError::Damaged { path: owned() }),
        Answer::TooMuch => Err(IntakeError::TooMuch { path: owned() }),
        Answer::Pictures => Err(IntakeError::Pictures { path: owned() }),
        Answer::NoRecogniser => Err(IntakeError::NoRecogniser { path: owned() }),
    }
}

/// The keys of what may be cut, as the catalogue knows them.
const CUTS: [&str; 3] = ["pages", "page-glyphs", "text-bytes"];

/// Why there is no answer.
enum Trouble {
    NotStarted,
    /// It took longer than it may, or met its own limits.
    TooMuch,
    BrokeOff,
}

fn ask(bytes: Vec<u8>, decoder: &Decoder) -> Result<Answer, Trouble> {
    let mut child = Command::new(&decoder.program)
        .args(&decoder.arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| Trouble::NotStarted)?;
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        end(&mut child);
        return Err(Trouble::NotStarted);
    };
    // It may end before it has read everything: then there is an answer, or the next lines tell that there is none.
    let giving = thread::spawn(move || {
        let _ = input.write_all(&bytes);
    });
    let (sender, receiver) = channel();
    let taking = thread::spawn(move || {
        let mut answer = Vec::new();
        let whole = output.take(ANSWER_BYTES_MAX + 1).read_to_end(&mut answer).is_ok();
        let _ = sender.send(whole.then_some(answer));
    });
    let answer = receiver.recv_timeout(Duration::from_secs(decoder.seconds_max)).map(|bytes| {
        let bytes = bytes.filter(|bytes| bytes.len() as u64 <= ANSWER_BYTES_MAX);
        bytes.and_then(|bytes| Answer::from_bytes(&bytes))
    });
    // Without an answer its own end tells why, if it is let come to it.
    let status = if matches!(answer, Ok(None)) { ended(&mut child) } else { end(&mut child) };
    if !matches!(answer, Err(RecvTimeoutError::Timeout)) {
        let _ = giving.join();
        let _ = taking.join();
    }
    // Else what the process itself has started may hold the pipes: the threads end when it does.
    match answer {
        Ok(Some(answer)) => Ok(answer),
        Ok(None) if status.is_some_and(met_its_limits) => Err(Trouble::TooMuch),
        Ok(None) | Err(RecvTimeoutError::Disconnected) => Err(Trouble::BrokeOff),
        Err(RecvTimeoutError::Timeout) => Err(Trouble::TooMuch),
    }
}

/// Waits a little for a process that has closed its output, and ends it only then.
fn ended(child: &mut Child) -> Option<ExitStatus> {
    const TRIES: u32 = 500;
    const PAUSE: Duration = Duration::from_millis(2);
    for _ in 0..TRIES {
        if let Ok(Some(status)) = child.try_wait() {
            return Some(status);
        }
        thread::sleep(PAUSE);
    }
    end(child)
}

/// Ends the process, if it has not ended, and waits for it. One that was ending keeps its own reason.
fn end(child: &mut Child) -> Option<ExitStatus> {
    let _ = child.kill();
    child.wait().ok()
}

/// Whether a process ended because it asked for more than it may have: without memory and without room for calls it
/// aborts, the system ends it for its time, and also where the machine itself has no memory left.
#[cfg(unix)]
fn met_its_limits(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    const ABORTED: i32 = 6;
    const KILLED: i32 = 9;
    const OUT_OF_TIME: i32 = 24;
    matches!(status.signal(), Some(ABORTED | KILLED | OUT_OF_TIME))
}

/// Systems without signals do not tell.
#[cfg(not(unix))]
fn met_its_limits(_: ExitStatus) -> bool {
    false
}

/// Whether an answer keeps what blocks promise: the process that made it has met a stranger's file.
fn is_sound(blocks: &Blocks) -> bool {
    let Places::Pages(pages) = &blocks.places else { return false };
    let inside = |span: ambito_documents::blocks::Span| blocks.text.get(span.range()).is_some();
    let count = u32::try_from(pages.sizes.len()).unwrap_or(u32::MAX);
    let on_page = |page: u32| (1..=count).contains(&page);
    blocks.format == Format::Pdf
        && pages.lines.len() == blocks.lines.len()
        && pages.cells.len() == blocks.cells.len()
        && blocks.cells.iter().all(|&cell| inside(cell))
        && pages.lines.iter().all(|line| on_page(line.page))
        && pages.margins.iter().all(|margin| on_page(margin.page))
        && blocks.lines.iter().all(|line| {
            let cells = blocks.cells(line).len() == line.cells_count as usize;
            inside(line.span) && cells && (line.kind == LineKind::Row) == (line.cells_count > 0)
        })
}
