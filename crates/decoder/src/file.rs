// SPDX-License-Identifier: AGPL-3.0-or-later
//! A whole file: opened, its pages decoded, several at once.
#![expect(clippy::disallowed_types, reason = "the library measures pages in floating point")]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use ambito_pages::limits::PAGES_MAX;
use ambito_pages::page::{Bookmark, Page};
use hayro_font::FontCache;
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page};
use hayro_syntax::page::Page as Source;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::bold::BoldFonts;
use crate::device::{DrawsTooMuch, Recorder};
use crate::fonts::Fonts;
use crate::limits::STACK_BYTES_MAX;
use crate::measure::hundredths;
use crate::{forms, outline};

/// A file whose pages were decoded.
#[derive(Debug, Default)]
pub struct Decoded<T> {
    /// What was made of each page; `None` for a page that could not be decoded.
    pub pages: Vec<Option<T>>,
    /// The file's own table of contents.
    pub bookmarks: Vec<Bookmark>,
    /// The names of files that are attached.
    pub attachments: Vec<String>,
    /// The pages, by index, some of whose letters were found by other means than the file's own words for them.
    pub mended: Vec<usize>,
    /// Whether there are more pages than the limit.
    pub is_cut: bool,
    /// Whether a page could not be decoded because it draws more than the limit.
    pub is_too_much: bool,
}

/// Why a file cannot be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It opens with a password only.
    Locked,
    /// It is no PDF, or damaged beyond reading.
    Damaged,
}

/// Decodes the pages of a file, several at once, and makes of each what `make` makes.
///
/// # Errors
///
/// The file opens with a password only, or is damaged.
pub fn decode<T: Send>(bytes: Vec<u8>, threads: usize, make: impl Fn(Page) -> T + Sync) -> Result<Decoded<T>, Refusal> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Refusal::Locked
        }
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Refusal::Damaged,
    })?;
    let pages = pdf.pages();
    let count = pages.len().min(PAGES_MAX);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut tools = Tools::default();
        let mut made = Vec::new();
        loop {
            // A few at a time: neighbours share their fonts.
            const AT_ONCE: usize = 4;
            let from = next.fetch_add(AT_ONCE, Ordering::Relaxed);
            if from >= count {
                return made;
            }
            for index in from..(from + AT_ONCE).min(count) {
                let page = catch_unwind(AssertUnwindSafe(|| {
                    let (page, is_mended) = page_of(&pages[index], &pdf, &mut tools);
                    (make(page), is_mended)
                }));
                made.push((index, page.map_err(|why| why.is::<DrawsTooMuch>())));
            }
        }
    };
    let threads = threads.clamp(1, count.max(1));
    let mut made: Vec<(usize, Made<T>)> = thread::scope(|scope| {
        let start = || thread::Builder::new().stack_size(STACK_BYTES_MAX).spawn_scoped(scope, work).ok();
        let workers: Vec<_> = (0..threads).filter_map(|_| start()).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_default()).collect()
    });
    // Where the system gives no threads, this one does what is left.
    made.extend(work());
    let mut decoded = Decoded {
        pages: (0..count).map(|_| None).collect(),
        bookmarks: outline::bookmarks(&pdf),
        attachments: forms::attachments(&pdf),
        mended: Vec::new(),
        is_cut: pages.len() > count,
        is_too_much: made.iter().any(|(_, page)| matches!(page, Err(true))),
    };
    for (index, page) in made {
        let Ok((page, is_mended)) = page else { continue };
        decoded.pages[index] = Some(page);
        if is_mended {
            decoded.mended.push(index);
        }
    }
    decoded.mended.sort_unstable();
    Ok(decoded)
}

/// What was made of a page, and whether letters were mended; or whether it drew more than the limit.
type Made<T> = Result<(T, bool), bool>;

/// What the pages that one thread decodes have in common.
#[derive(Default)]
struct Tools<'p> {
    cache: InterpreterCache<'p>,
    unnamed: FontCache<'p>,
    fonts: Fonts,
    settings: InterpreterSettings,
}

fn page_of<'p>(source: &Source<'p>, pdf: &'p Pdf, tools: &mut Tools<'p>) -> (Page, bool) {
    let (width, height) = source.render_dimensions();
    let bold = BoldFonts::of(source, &tools.unnamed, &tools.settings);
    let size = (hundredths(f64::from(width)), hundredths(f64::from(height)));
    let mut recorder = Recorder::new(size.0, size.1, &mut tools.fonts, &bold);
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let place = source.initial_transform(true).to_kurbo();
    let mut context = Context::new(place, bounds, &tools.cache, pdf.xref(), tools.settings.clone());
    interpret_page(source, &mut context, &mut recorder);
    let (mut page, is_mended) = recorder.finish();
    forms::add_values(&mut page, source, place);
    (page, is_mended)
}
