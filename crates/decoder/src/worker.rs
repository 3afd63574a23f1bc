// SPDX-License-Identifier: AGPL-3.0-or-later
//! The process that decodes: a PDF in, an [`Answer`] out. It limits itself before it looks at the first byte, so that
//! whatever the file asks for, the worst is that this process ends.

use std::num::NonZeroUsize;
use std::thread;

use ambito_documents::blocks::{LineKind, PageState, Told};
use ambito_pages::{Answer, Context, Prepared, elements, put_together};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::file::{Decoded, Refusal, decode};
use crate::limits::{
    CPU_SECONDS_MAX, CPU_SECONDS_MIN, CPU_SECONDS_PER_MIB, CPU_SECONDS_RECOGNISING_MAX, MEMORY_BYTES_MAX,
    MEMORY_BYTES_MIN, MEMORY_BYTES_PER_BYTE,
};
use crate::scan;

/// Whether pictures of pages are recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictures {
    /// They are told.
    Told,
    /// Their text is recognised.
    Recognised,
}

/// Limits the memory and the time of this process to what a file of so many bytes may need. Limits only ever become
/// narrower.
pub fn limit_process(pictures: Pictures, file_bytes: usize) {
    let (memory, seconds) = match pictures {
        Pictures::Told => limits_for(file_bytes as u64),
        Pictures::Recognised => (MEMORY_BYTES_MAX, CPU_SECONDS_RECOGNISING_MAX),
    };
    // What is beyond its time is first told so, which the process that waits can see, and killed only then.
    const GRACE_SECONDS: u64 = 5;
    let limits =
        [(Resource::As, memory, memory), (Resource::Cpu, seconds, seconds + GRACE_SECONDS), (Resource::Core, 0, 0)];
    for (resource, current, maximum) in limits {
        let maximum = getrlimit(resource).maximum.map_or(maximum, |already| already.min(maximum));
        // Where the system does not know the limit, the process that waits for this one still ends it.
        let _ = setrlimit(resource, Rlimit { current: Some(current.min(maximum)), maximum: Some(maximum) });
    }
}

/// The memory in bytes and the time in seconds for a file of so many bytes: small files need little, and those that ask
/// for much are made to do harm.
fn limits_for(file_bytes: u64) -> (u64, u64) {
    let memory = MEMORY_BYTES_MIN.saturating_add(file_bytes.saturating_mul(MEMORY_BYTES_PER_BYTE));
    let seconds = CPU_SECONDS_MIN.saturating_add((file_bytes >> 20).saturating_mul(CPU_SECONDS_PER_MIB));
    (memory.min(MEMORY_BYTES_MAX), seconds.min(CPU_SECONDS_MAX))
}

/// How many letters a page of a picture may have beside it (a stamp, a number) and the file still be nothing but pictures.
const FEW_LETTERS: usize = 20;

/// Decodes and lays out a PDF.
#[must_use]
pub fn answer(bytes: Vec<u8>, pictures: Pictures) -> Answer {
    let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get).min(4);
    let source = if pictures == Pictures::Recognised { Some(bytes.clone()) } else { None };
    let mut decoded = match decode(bytes, threads, Prepared::of) {
        Ok(decoded) => decoded,
        Err(Refusal::Locked) => return Answer::Locked,
        Err(Refusal::Damaged) => return Answer::Damaged,
    };
    let mut states = States::of(&decoded);
    if let Some(source) = source.filter(|_| !states.unread.is_empty()) {
        match scan::recognise(source, &states.unread) {
            Ok(recognised) => {
                for (page, prepared) in recognised {
                    decoded.pages[page] = Some(prepared);
                    states.recognised.push(page);
                }
            }
            Err(scan::Missing) => return Answer::NoRecogniser,
        }
        states.unread.retain(|page| !states.recognised.contains(page));
    }
    let letters: usize = decoded.pages.iter().flatten().map(|page| page.letters.known).sum();
    let is_all_pictures = !decoded.pages.is_empty()
        && states.pictures().count() == decoded.pages.len()
        && letters < FEW_LETTERS * decoded.pages.len();
    if is_all_pictures {
        return Answer::Pictures;
    }
    lay_out(decoded, &states, threads)
}

/// Which pages have something the matter with them, by index.
#[derive(Default)]
struct States {
    /// Pictures, and pages whose letters are hidden.
    unread: Vec<usize>,
    illegible: Vec<usize>,
    undecoded: Vec<usize>,
    recognised: Vec<usize>,
}

impl States {
    fn of(decoded: &Decoded<Prepared>) -> Self {
        let mut states = Self::default();
        for (index, page) in decoded.pages.iter().enumerate() {
            match page {
                None => states.undecoded.push(index),
                Some(page) if page.letters.is_picture() => states.unread.push(index),
                Some(page) if page.letters.is_illegible() => {
                    states.unread.push(index);
                    states.illegible.push(index);
                }
                Some(_) => {}
            }
        }
        states
    }

    fn pictures(&self) -> impl Iterator<Item = usize> {
        self.unread.iter().copied().filter(|page| !self.illegible.contains(page))
    }

    fn told(&self, mended: &[usize]) -> Vec<Told> {
        let illegible = self.illegible.iter().copied().filter(|page| !self.recognised.contains(page));
        [
            (PageState::Picture, self.pictures().collect::<Vec<_>>()),
            (PageState::Recognised, self.recognised.clone()),
            (PageState::Illegible, illegible.collect()),
            (PageState::Mended, mended.to_vec()),
            (PageState::Undecoded, self.undecoded.clone()),
        ]
        .into_iter()
        .filter(|(_, pages)| !pages.is_empty())
        .map(|(state, pages)| Told::Pages {
            state,
            pages: pages.into_iter().filter_map(|page| u32::try_from(page + 1).ok()).collect(),
        })
        .collect()
    }
}

fn lay_out(decoded: Decoded<Prepared>, states: &States, threads: usize) -> Answer {
    let Decoded { pages, bookmarks, attachments, mended, is_cut, is_too_much } = decoded;
    let mut pages: Vec<Prepared> = pages.into_iter().map(Option::unwrap_or_default).collect();
    let mut cut = Vec::new();
    if is_cut {
        cut.push("pages".to_owned());
    }
    if pages.iter().any(|page| page.is_cut) {
        cut.push("page-glyphs".to_owned());
    }
    let context = Context::of(&mut pages);
    let share = pages.len().div_ceil(threads).max(1);
    let laid: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = pages
            .chunks(share)
            .enumerate()
            .map(|(part, pages)| {
                let context = &context;
                scope.spawn(move || {
                    let number = |index: usize| u32::try_from(part * share + index + 1).unwrap_or(u32::MAX);
                    pages
                        .iter()
                        .enumerate()
                        .map(|(index, page)| elements(page, number(index), context))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    let sizes = pages.iter().map(|page| page.size).collect();
    let mut blocks = put_together(laid, sizes, context, &bookmarks);
    cut.extend(blocks.cut.drain(..).map(str::to_owned));
    blocks.told.extend(states.told(&mended));
    if !attachments.is_empty() {
        blocks.told.push(Told::Attached { names: attachments });
    }
    let is_empty = blocks.lines.iter().all(|line| matches!(line.kind, LineKind::Blank | LineKind::PageBreak));
    if is_empty && !states.unread.is_empty() {
        return Answer::Pictures;
    }
    if is_empty && !states.undecoded.is_empty() {
        return if is_too_much { Answer::TooMuch } else { Answer::Damaged };
    }
    Answer::Read { blocks: Box::new(blocks), cut }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file_bytes: u64, memory_mib: u64, seconds: u64) {
        assert_eq!(limits_for(file_bytes), (memory_mib << 20, seconds), "{file_bytes}");
    }

    #[test]
    fn limits_grow_with_the_file_to_a_last_one() {
        check(0, 768, 20);
        check(1 << 20, 896, 24);
        check(10 << 20, 2_048, 60);
        check(100 << 20, 3_072, 120);
        check(u64::MAX, 3_072, 120);
    }
}
