// SPDX-License-Identifier: AGPL-3.0-or-later
//! From paths to readings, in the given order, on several threads.
//!
//! Invariants: an outcome is handed over as soon as all before it were; at most [`AHEAD_PER_THREAD`] readings a
//! thread wait for their turn, so that many files never stand in memory together.

use crate::commands::decode_pdf;
use crate::global::Global;
use crate::problems;
use crate::refusal::Refusal;
use ambito_documents::vocabulary::Vocabulary;
use ambito_exchange::{Reading, Source};
use ambito_intake::limits::{DECODER_SECONDS_MAX, RECOGNISER_SECONDS_MAX};
use ambito_intake::pdf::Decoder;
use ambito_intake::{Found, Input, IntakeError};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// How many readings a thread may be ahead of the one that is handed over.
const AHEAD_PER_THREAD: usize = 2;

/// How documents are read.
#[derive(Debug, clap::Args)]
pub struct ReadingArgs {
    /// Files of words that come before the built-in ones.
    #[arg(long, value_name = "value-file", help = "help-vocabulary")]
    pub vocabulary: Vec<PathBuf>,
    /// Whether pictures of pages are recognised.
    #[arg(long, help = "help-ocr")]
    pub ocr: bool,
    /// How many files are read at once.
    #[arg(long, value_name = "value-number", help = "help-threads")]
    pub threads: Option<NonZeroUsize>,
}

/// What one path gave: what was read, and the lines it was read from.
pub type Outcome = Result<Source, IntakeError>;

impl ReadingArgs {
    /// The built-in words, and those of the user's files.
    ///
    /// # Errors
    /// Where a file cannot be read or is no vocabulary.
    pub fn words(&self, global: &Global) -> anyhow::Result<Vocabulary> {
        let mut words = Vocabulary::builtin();
        for path in &self.vocabulary {
            let shown = path.display().to_string();
            let text = std::fs::read_to_string(path)
                .map_err(|error| Refusal(vec![problems::vocabulary_unreadable(&shown, &error, global)]))?;
            words = words
                .extended(&text)
                .map_err(|error| Refusal(vec![problems::vocabulary_refused(&shown, &text, &error, global)]))?;
        }
        Ok(words)
    }

    /// How PDFs are opened, with pictures recognised where that is asked for.
    fn decoder(&self) -> Option<Decoder> {
        let plain = decoder()?;
        if !self.ocr {
            return Some(plain);
        }
        let arguments = [plain.arguments, vec!["--ocr".to_owned()]].concat();
        Some(Decoder { arguments, seconds_max: RECOGNISER_SECONDS_MAX, ..plain })
    }

    /// Reads what was found and hands every outcome over, in the given order, until the receiver breaks off.
    ///
    /// # Errors
    /// What the receiver says.
    pub fn for_each(
        &self,
        found: Vec<Found>,
        words: &Vocabulary,
        mut each: impl FnMut(Outcome) -> anyhow::Result<ControlFlow<()>>,
    ) -> anyhow::Result<()> {
        let decoder = self.decoder();
        let decoder = decoder.as_ref();
        let threads = self.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
        if threads.min(found.len()) <= 1 {
            for item in found {
                if each(outcome(item, words, decoder))?.is_break() {
                    break;
                }
            }
            return Ok(());
        }
        let queue = Queue::new(found, threads * AHEAD_PER_THREAD);
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    let _closing = Closing { queue: &queue, only_in_panic: true };
                    while let Some((index, item)) = queue.take() {
                        queue.give(index, outcome(item, words, decoder));
                    }
                });
            }
            // Workers stop also where the receiver fails or breaks off.
            let _closing = Closing { queue: &queue, only_in_panic: false };
            while let Some(next) = queue.next() {
                if each(next)?.is_break() {
                    break;
                }
            }
            Ok(())
        })
    }
}

/// How PDFs are opened: by this program, started a second time.
#[must_use]
pub fn decoder() -> Option<Decoder> {
    let program = std::env::current_exe().ok()?;
    let arguments = vec![decode_pdf::WORD.to_owned()];
    Some(Decoder { program, arguments, seconds_max: DECODER_SECONDS_MAX })
}

/// The files among what was found.
pub fn files_of(found: &[Found]) -> impl Iterator<Item = &Path> {
    found.iter().filter_map(|item| match item {
        Found::File(path) => Some(path.as_path()),
        Found::Problem(_) => None,
    })
}

/// Reads one document.
fn outcome(found: Found, words: &Vocabulary, decoder: Option<&Decoder>) -> Outcome {
    let path = match found {
        Found::File(path) => path,
        Found::Problem(error) => return Err(error),
    };
    Ok(source_of(ambito_intake::open(&path, decoder)?, words))
}

/// What a file says, with the lines it was read from.
#[must_use]
pub fn source_of(input: Input, words: &Vocabulary) -> Source {
    let (draft, divided) = ambito_documents::read_divided(&input.blocks, words);
    let blocks = divided.unwrap_or(input.blocks);
    let reading = Reading {
        path: input.path.display().to_string(),
        sha256: input.sha256,
        format: blocks.format,
        places: blocks.places.clone(),
        draft,
    };
    Source { reading, blocks }
}

/// Files to read on one side, outcomes in order on the other.
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
    ahead: usize,
    total: usize,
}

struct State {
    waiting: std::iter::Enumerate<std::vec::IntoIter<Found>>,
    taken: usize,
    handed: usize,
    ready: BTreeMap<usize, Outcome>,
    closed: bool,
}

impl Queue {
    fn new(found: Vec<Found>, ahead: usize) -> Self {
        let total = found.len();
        let waiting = found.into_iter().enumerate();
        let state = State { waiting, taken: 0, handed: 0, ready: BTreeMap::new(), closed: false };
        Self { state: Mutex::new(state), changed: Condvar::new(), ahead, total }
    }

    /// The next file, once it is not too far ahead.
    fn take(&self) -> Option<(usize, Found)> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let wait =
            |state: &mut State| !state.closed && state.taken < self.total && state.taken >= state.handed + self.ahead;
        let mut state = self.changed.wait_while(state, wait).unwrap_or_else(PoisonError::into_inner);
        if state.closed {
            return None;
        }
        state.taken += 1;
        state.waiting.next()
    }

    fn give(&self, index: usize, outcome: Outcome) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).ready.insert(index, outcome);
        self.changed.notify_all();
    }

    /// The next outcome in order; `None` after the last, or when the queue is closed.
    fn next(&self) -> Option<Outcome> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.handed == self.total {
            return None;
        }
        let wait = |state: &mut State| !state.closed && !state.ready.contains_key(&state.handed);
        let mut state = self.changed.wait_while(state, wait).unwrap_or_else(PoisonError::into_inner);
        let handed = state.handed;
        state.handed += 1;
        self.changed.notify_all();
        state.ready.remove(&handed)
    }
}

/// Closes the queue when the receiver is done, or when a worker breaks down: nobody must wait for ever.
struct Closing<'a> {
    queue: &'a Queue,
    only_in_panic: bool,
}

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        if !self.only_in_panic || thread::panicking() {
            self.queue.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
            self.queue.changed.notify_all();
        }
    }
}
