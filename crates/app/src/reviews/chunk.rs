// SPDX-License-Identifier: AGPL-3.0-or-later
//! The pieces that a reading is kept in: compressed JSON of some lines and of what was read from them.
//!
//! Invariants: a whole reading out of its pieces is the draft that went in; each piece says which form it has, so that a
//! later program can read it. Deliberately absent: the database.

use super::Document;
use crate::{Error, Result};
use ambito_documents::blocks::{Blocks, Part, Places};
use ambito_documents::pieces::{self, Piece};
use ambito_domain::planning::PlanDraft;
use ambito_exchange::{Reading, Source};
use ambito_store::reviews::Chunk;
use flate2::Compression;
use flate2::read::ZlibDecoder;
use flate2::write::ZlibEncoder;
use serde::{Deserialize, Serialize};
use std::io::{Read as _, Write as _};

/// How many lines a piece has.
pub(crate) const CHUNK_LINES: u32 = 120;
/// The form of the pieces that this program writes.
const FORM: u32 = 1;

#[derive(Serialize)]
struct Written<'a> {
    form: u32,
    part: &'a Part,
    piece: &'a Piece,
}

#[derive(Deserialize)]
struct Kept {
    form: u32,
    part: Part,
    piece: Piece,
}

/// Packs what was read.
pub(crate) fn pack(source: &Source) -> Result<Vec<Chunk>> {
    let Source { reading, blocks } = source;
    let lines = u32::try_from(blocks.lines.len()).unwrap_or(u32::MAX);
    let count = lines.div_ceil(CHUNK_LINES).max(1);
    let cut = pieces::cut(reading.draft.clone(), count as usize, CHUNK_LINES);
    let mut chunks = Vec::with_capacity(cut.len());
    let mut text = Vec::new();
    for (number, piece) in (0_u32..).zip(cut) {
        let (first, last) = (number * CHUNK_LINES + 1, ((number + 1) * CHUNK_LINES).min(lines.max(1)));
        let part = blocks.part(first, last);
        let (first_page, last_page) = pages(&part.blocks.places);
        let written = Written { form: FORM, part: &part, piece: &piece };
        text.clear();
        serde_json::to_writer(&mut text, &written).map_err(broken)?;
        // In one go: a stream that is fed a word at a time takes five times as long.
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(&text).map_err(broken)?;
        let content = encoder.finish().map_err(broken)?;
        chunks.push(Chunk { number, first_line: first, last_line: last, first_page, last_page, content });
    }
    Ok(chunks)
}

fn broken(error: impl std::error::Error) -> Error {
    Error::Broken(error.to_string())
}

/// The first and the last page that lines stand on.
fn pages(places: &Places) -> (Option<u32>, Option<u32>) {
    let Places::Pages(pages) = places else { return (None, None) };
    let all = || pages.lines.iter().map(|line| line.page);
    (all().min(), all().max())
}

/// What is in a piece.
pub(crate) fn unpack(chunk: &Chunk) -> Result<(Part, Piece)> {
    let mut text = Vec::new();
    ZlibDecoder::new(chunk.content.as_slice()).read_to_end(&mut text).map_err(broken)?;
    let kept: Kept = serde_json::from_slice(&text).map_err(broken)?;
    if kept.form != FORM {
        return Err(Error::Broken(format!("a piece of a reading of form {}", kept.form)));
    }
    Ok((kept.part, kept.piece))
}

/// The whole reading of a document.
pub(crate) fn whole(document: &Document, chunks: &[Chunk]) -> Result<Source> {
    let mut parts = Vec::with_capacity(chunks.len());
    let mut cut = Vec::with_capacity(chunks.len());
    for chunk in chunks {
        let (part, piece) = unpack(chunk)?;
        parts.push(part);
        cut.push(piece);
    }
    let blocks: Blocks = Part::join(parts).ok_or(Error::Absent("reading"))?;
    let draft: PlanDraft = pieces::join(cut);
    let sha256 = crate::plans::hexadecimal(&document.sha256);
    let (format, places) = (blocks.format, blocks.places.clone());
    Ok(Source { reading: Reading { path: document.name.clone(), sha256, format, places, draft }, blocks })
}
