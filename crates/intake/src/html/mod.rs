// SPDX-License-Identifier: AGPL-3.0-or-later
//! Web pages, and HTML tables inside texts: tags become lines and rows, entities become letters, scripts and styles
//! are dropped. Tolerant: what is not closed is closed by what follows. Never recurses, whatever the nesting.
//!
//! The tokenizer is html5gum (the WHATWG one, without a tree); which tags open a line or a row is told here.

mod page;
mod table;

use ambito_documents::blocks::{Blocks, Format};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};
use memchr::memchr_iter;

use crate::builder::Builder;
use page::Page;

/// Reads a whole page.
#[must_use]
pub fn read(source: &str) -> Blocks {
    let mut builder = Builder::new("");
    read_into(&mut builder, source, 1);
    builder.made().into_blocks(Format::Html, String::new())
}

/// Reads a page, or a piece of one that begins on this line of the file, behind the lines there are.
pub fn read_into(builder: &mut Builder<'_>, source: &str, first_place: u32) {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut page = Page::new(builder);
    let mut places = PlaceCounter { source, at: 0, place: first_place };
    let mut skipped: Option<Vec<u8>> = None;
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                page.stand_on(places.of(tag.span.start));
                if is_skipped(&tag.name) && !tag.self_closing {
                    skipped = Some(tag.name.0.clone());
                }
                open(&mut page, &tag);
            }
            Token::EndTag(tag) => {
                page.stand_on(places.of(tag.span.start));
                if skipped.as_ref().is_some_and(|name| *name == tag.name.0) {
                    skipped = None;
                }
                close(&mut page, &tag.name);
            }
            Token::String(text) if skipped.is_none() => {
                page.stand_on(places.of(text.span.start));
                page.text(&String::from_utf8_lossy(&text.value));
            }
            Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    page.finish();
}

/// Counts lines as the tokens go by; each byte of the source once.
struct PlaceCounter<'s> {
    source: &'s str,
    at: usize,
    place: u32,
}

impl PlaceCounter<'_> {
    fn of(&mut self, offset: usize) -> u32 {
        if let Some(gone) = self.source.as_bytes().get(self.at..offset) {
            self.place += u32::try_from(memchr_iter(b'\n', gone).count()).unwrap_or(0);
            self.at = offset;
        }
        self.place
    }
}

/// Tags whose text nobody sees on the page.
fn is_skipped(name: &[u8]) -> bool {
    matches!(name, b"script" | b"style" | b"title" | b"template")
}

fn open(page: &mut Page<'_, '_>, tag: &StartTag<usize>) {
    let number = |key: &[u8]| -> Option<usize> {
        std::str::from_utf8(&tag.attributes.get(key)?.value).ok()?.trim().parse().ok()
    };
    match &tag.name[..] {
        b"table" => page.open_table(),
        b"tr" => page.open_row(),
        b"td" | b"th" => page.open_cell(number(b"colspan").unwrap_or(1), number(b"rowspan").unwrap_or(1)),
        b"br" => page.soft_break(),
        b"hr" => page.rule(),
        b"li" => page.item(),
        b"pre" => page.pre(1),
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => page.open_heading(tag.name[1] - b'0'),
        name if is_apart(name) => page.end_paragraph(),
        name if is_block(name) => page.end_line(),
        _ => {}
    }
}

fn close(page: &mut Page<'_, '_>, name: &[u8]) {
    match name {
        b"table" => page.close_table(),
        b"tr" | b"thead" | b"tbody" | b"tfoot" => page.close_row(),
        b"td" | b"th" => page.close_cell(),
        b"pre" => page.pre(-1),
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => page.close_heading(),
        b"br" => page.soft_break(),
        b"li" | b"ul" | b"ol" => {
            page.end_item();
            if name != b"li" {
                page.end_paragraph();
            }
        }
        name if is_apart(name) => page.end_paragraph(),
        name if is_block(name) => page.end_line(),
        _ => {}
    }
}

/// Tags that stand apart from what is around them, as after an empty line.
fn is_apart(name: &[u8]) -> bool {
    matches!(
        name,
        b"p" | b"ul"
            | b"ol"
            | b"dl"
            | b"blockquote"
            | b"section"
            | b"article"
            | b"header"
            | b"footer"
            | b"main"
            | b"nav"
            | b"aside"
            | b"form"
            | b"figure"
            | b"body"
            | b"address"
            | b"fieldset"
    )
}

/// Tags that begin a new line.
fn is_block(name: &[u8]) -> bool {
    matches!(
        name,
        b"div"
            | b"dt"
            | b"dd"
            | b"li"
            | b"caption"
            | b"figcaption"
            | b"details"
            | b"summary"
            | b"option"
            | b"select"
            | b"legend"
            | b"center"
            | b"thead"
            | b"tbody"
            | b"tfoot"
            | b"html"
            | b"head"
    )
}
