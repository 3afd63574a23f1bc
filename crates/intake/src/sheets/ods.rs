// SPDX-License-Identifier: AGPL-3.0-or-later
//! OpenDocument spreadsheets, read from `content.xml` as it streams. Not through calamine: it makes every repeated
//! cell (16,384 columns × a million rows cost a file two attributes) before it applies a limit, drops percentages, and
//! refuses blanks between cells.

use std::io::{BufReader, Read};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::grid::Book;
use super::number::NumberFormat;
use crate::archive::{self, Trouble};
use crate::limits::UNPACKED_BYTES_MAX;

/// Reads all sheets.
///
/// # Errors
///
/// The document is broken or locked, or larger than the limit when unpacked.
pub fn read(bytes: &[u8]) -> Result<Book, Trouble> {
    let mut archive = archive::open(bytes)?;
    let part = archive.by_name("content.xml").map_err(|_| Trouble::Damaged)?;
    if part.size() > UNPACKED_BYTES_MAX {
        return Err(Trouble::TooLarge);
    }
    let mut xml = Reader::from_reader(BufReader::new(part.take(UNPACKED_BYTES_MAX)));
    xml.config_mut().expand_empty_elements = true;
    let mut reader = OdsReader::default();
    let mut buffer = Vec::new();
    loop {
        match xml.read_event_into(&mut buffer).map_err(|_| Trouble::Damaged)? {
            Event::Start(tag) => reader.start(&tag)?,
            Event::End(tag) => reader.end(tag.local_name().as_ref())?,
            Event::Text(text) => reader.text(&text.xml10_content()),
            Event::CData(text) => reader.text(&text.xml10_content()),
            Event::GeneralRef(entity) => {
                if let Ok(Some(char)) = entity.resolve_char_ref() {
                    reader.text(char.encode_utf8(&mut [0; 4]));
                } else {
                    reader.text(resolve_xml_entity(&entity).unwrap_or(""));
                }
            }
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    if xml.buffer_position() >= UNPACKED_BYTES_MAX { Err(Trouble::TooLarge) } else { Ok(reader.book) }
}

#[derive(Default)]
struct OdsReader {
    book: Book,
    /// How many tables are open; those inside cells are only text.
    depth: usize,
    /// How many parts are open whose text is not the cell's own (comments, deleted content, drawings).
    aside: usize,
    sheet: String,
    /// The current row, 1-based.
    row_number: u32,
    row_repeats: u32,
    row: Vec<(u32, String)>,
    column: u32,
    cell: Option<Cell>,
}

#[derive(Default)]
struct Cell {
    repeats: u32,
    is_covered: bool,
    kind: String,
    value: String,
    shown: String,
}

impl OdsReader {
    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Trouble> {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.aside > 0 || is_aside(name) {
            self.aside += usize::from(is_aside(name));
            return Ok(());
        }
        match name {
            "table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.sheet = attribute(tag, "table:name").unwrap_or_default();
                    self.row_number = 1;
                }
            }
            "table-row" if self.depth == 1 => {
                self.row_repeats = repeats(tag, "table:number-rows-repeated");
                self.row.clear();
                self.column = 0;
            }
            "table-cell" | "covered-table-cell" if self.depth == 1 => {
                self.cell = Some(Cell {
                    repeats: repeats(tag, "table:number-columns-repeated"),
                    is_covered: name == "covered-table-cell",
                    kind: attribute(tag, "office:value-type").unwrap_or_default(),
                    value: ["office:value", "office:date-value", "office:string-value"]
                        .iter()
                        .find_map(|key| attribute(tag, key))
                        .unwrap_or_default(),
                    shown: String::new(),
                });
            }
            "p" | "h" | "s" | "tab" | "line-break" => self.text(" "),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Trouble> {
        if self.aside > 0 {
            self.aside -= usize::from(is_aside(name));
            return Ok(());
        }
        match name {
            "table" => {
                if self.depth == 1 {
                    self.book.end_sheet(&self.sheet);
                }
                self.depth = self.depth.saturating_sub(1);
            }
            "table-row" if self.depth == 1 => self.end_row()?,
            "table-cell" | "covered-table-cell" if self.depth == 1 => self.end_cell(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.aside == 0
            && let Some(cell) = &mut self.cell
        {
            cell.shown.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let text = cell.text();
        if !cell.is_covered && !text.trim().is_empty() {
            for offset in 0..self.book.grant_repeats(cell.repeats, 1) {
                self.row.push((self.column.saturating_add(offset), text.clone()));
            }
        }
        self.column = self.column.saturating_add(cell.repeats);
    }

    fn end_row(&mut self) -> Result<(), Trouble> {
        if !self.row.is_empty() {
            for offset in 0..self.book.grant_repeats(self.row_repeats, self.row.len()) {
                self.book.row(self.row_number.saturating_add(offset), &mut self.row)?;
            }
        }
        self.row_number = self.row_number.saturating_add(self.row_repeats);
        Ok(())
    }
}

impl Cell {
    /// What the cell says: plain digits for numbers, `dd/mm/yyyy` for dates, else what it shows.
    fn text(&self) -> String {
        let shown = self.shown.trim();
        let is_code = shown.starts_with('0') && shown.len() > 1 && shown.bytes().all(|byte| byte.is_ascii_digit());
        let said = match self.kind.as_str() {
            "float" | "currency" if !is_code => NumberFormat::GENERAL.text_of(&self.value),
            "percentage" => NumberFormat::PERCENT.text_of(&self.value),
            "date" => date_of(&self.value),
            _ => None,
        };
        said.unwrap_or_else(|| if shown.is_empty() { self.value.clone() } else { shown.to_owned() })
    }
}

/// `dd/mm/yyyy` from an ISO date, with the time only when there is one.
#[must_use]
pub fn date_of(iso: &str) -> Option<String> {
    let (date, time) = iso.split_once(['T', ' ']).unwrap_or((iso, ""));
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let are_digits = [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    if !are_digits || year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    let minutes = time.get(..5).filter(|&minutes| minutes != "00:00").map_or(String::new(), |time| format!(" {time}"));
    Some(format!("{day}/{month}/{year}{minutes}"))
}

fn is_aside(name: &str) -> bool {
    matches!(name, "annotation" | "tracked-changes" | "shapes" | "forms")
}

fn attribute(tag: &BytesStart<'_>, key: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(key).ok()??;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

fn repeats(tag: &BytesStart<'_>, key: &str) -> u32 {
    attribute(tag, key).and_then(|repeats| repeats.parse().ok()).unwrap_or(1).max(1)
}
