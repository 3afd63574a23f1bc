// SPDX-License-Identifier: AGPL-3.0-or-later
//! The body of a Word document, and its notes, element by element. Tracked changes are taken as accepted: what was
//! deleted or moved away is stepped over.

use std::collections::HashMap;

use ambito_documents::blocks::{Blocks, Format};

use super::super::flow::{Cell, Flow, Form, Mark};
use super::super::numbers::Numeral;
use super::super::signs;
use super::super::xml::{Step, Tag, Walker};
use super::form::{Control, Field};
use super::numbering::Numbering;
use super::properties::Properties;
use super::styles::Settled;

/// Goes along the body.
pub struct Body<'d> {
    styles: &'d Settled,
    numbering: &'d mut Numbering,
    flow: Flow,
    /// The texts of the notes, by their kind and identifier; each is given once.
    notes: HashMap<(NoteKind, String), String>,
    /// How many notes of a kind have been given.
    footnotes: u32,
    endnotes: u32,
    is_document: bool,
    /// The properties that are open.
    within: Within,
    /// The paragraphs that are open.
    paragraphs: Vec<Properties>,
    controls: Vec<Control>,
    fields: Vec<Field>,
    /// For each open choice between two forms of the same thing, whether one was taken.
    choices: Vec<bool>,
    /// The note that is read.
    note: Option<(NoteKind, String)>,
    is_text: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum NoteKind {
    Foot,
    End,
}

/// Which properties are open: names inside them mean something else than outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Content,
    Paragraph,
    /// Those of the paragraph's end mark.
    ParagraphEnd,
    Run,
    Row,
    Cell,
    Control,
    Field,
}

impl<'d> Body<'d> {
    /// Before the notes are read.
    pub fn new(styles: &'d Settled, numbering: &'d mut Numbering) -> Self {
        Self {
            styles,
            numbering,
            flow: Flow::new(Format::Docx),
            notes: HashMap::new(),
            footnotes: 0,
            endnotes: 0,
            is_document: false,
            within: Within::default(),
            paragraphs: Vec::new(),
            controls: Vec::new(),
            fields: Vec::new(),
            choices: Vec::new(),
            note: None,
            is_text: false,
        }
    }

    /// Goes from the notes to the document.
    pub fn begin_document(&mut self) {
        self.flow = Flow::new(Format::Docx);
        self.is_document = true;
    }

    /// The blocks; notes that nothing refers to are left out, as they are not printed.
    pub fn finish(self) -> Blocks {
        self.flow.finish()
    }

    fn content(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "p" => {
                self.flow.open_paragraph();
                self.paragraphs.push(Properties::default());
            }
            "pPr" => self.within = Within::Paragraph,
            "rPr" => self.within = Within::Run,
            "t" => self.is_text = true,
            "tab" | "ptab" => self.flow.mark(Mark::Tab),
            "br" => {
                self.flow.mark(if tag.get("type").is_some_and(|kind| kind == "page") { Mark::Page } else { Mark::Line })
            }
            "cr" => self.flow.mark(Mark::Line),
            "noBreakHyphen" => self.flow.text("-"),
            "sym" => self.symbol(tag),
            "footnoteReference" => self.refer(NoteKind::Foot, tag),
            "endnoteReference" => self.refer(NoteKind::End, tag),
            "del" | "moveFrom" => {
                self.flow.changed();
                return Step::Over;
            }
            "ins" | "moveTo" => self.flow.changed(),
            "delText" | "instrText" | "delInstrText" | "sectPr" | "tblPr" | "tblGrid" | "tblPrEx" => {
                return Step::Over;
            }
            "AlternateContent" => self.choices.push(false),
            "Choice" | "Fallback" => {
                if let Some(is_taken) = self.choices.last_mut()
                    && std::mem::replace(is_taken, true)
                {
                    return Step::Over;
                }
            }
            "txbxContent" => self.flow.open_box(),
            "fldChar" => self.field(tag),
            "ffData" => self.within = Within::Field,
            _ => return self.container(tag),
        }
        Step::In
    }

    fn container(&mut self, tag: &Tag<'_>) -> Step {
        match tag.name() {
            "tbl" => self.flow.open_table(),
            "tr" => self.flow.open_row(),
            "trPr" => self.within = Within::Row,
            "tc" => self.flow.open_cell(Cell::default()),
            "tcPr" => self.within = Within::Cell,
            "sdt" => self.controls.push(Control::default()),
            "sdtPr" => self.within = Within::Control,
            "sdtContent" => self.open_control(),
            "footnote" | "endnote" if !self.is_document => {
                // Separators are lines on the page, no notes.
                let Some(id) = tag.get("id").filter(|_| tag.get("type").is_none_or(|kind| kind == "normal")) else {
                    return Step::Over;
                };
                self.note = Some((if tag.name() == "footnote" { NoteKind::Foot } else { NoteKind::End }, id));
                self.flow.open_note();
            }
            _ => {}
        }
        Step::In
    }

    fn property(&mut self, tag: &Tag<'_>) -> Step {
        let name = tag.name();
        if name.ends_with("Change") || name == "sectPr" {
            return Step::Over;
        }
        match (self.within, name) {
            (Within::Paragraph, "rPr") => self.within = Within::ParagraphEnd,
            (Within::Paragraph, _) => {
                if let Some(properties) = self.paragraphs.last_mut() {
                    properties.take(tag);
                }
            }
            (Within::ParagraphEnd, "del" | "moveFrom") => {
                self.flow.changed();
                if let Some(properties) = self.paragraphs.last_mut() {
                    properties.is_end_deleted = true;
                }
            }
            (Within::ParagraphEnd | Within::Row, "ins" | "moveTo") | (Within::Cell, "cellIns") => self.flow.changed(),
            (Within::Row | Within::Cell, _) => self.table_property(tag),
            (Within::Control, _) => {
                if let Some(control) = self.controls.last_mut() {
                    control.take(tag);
                }
            }
            (Within::Field, _) => {
                if let Some(field) = self.fields.last_mut() {
                    field.take(tag);
                }
            }
            (Within::Content | Within::ParagraphEnd | Within::Run, _) => {}
        }
        Step::In
    }

    fn table_property(&mut self, tag: &Tag<'_>) {
        let count = || tag.number("val").map_or(0, |count| count as usize);
        let goes_on = || tag.get("val").is_none_or(|value| value != "restart");
        let name = tag.name();
        if matches!((self.within, name), (Within::Row, "del") | (Within::Cell, "cellDel")) {
            self.flow.changed();
        }
        if self.within == Within::Row {
            let Some(row) = self.flow.row() else { return };
            match name {
                "gridBefore" => row.before = count(),
                "gridAfter" => row.behind = count(),
                "del" => row.is_deleted = true,
                _ => {}
            }
        } else if let Some(cell) = self.flow.cell() {
            match name {
                "gridSpan" => cell.columns = count(),
                "vMerge" | "hMerge" => cell.is_covered = goes_on(),
                "cellDel" => cell.is_covered = true,
                _ => {}
            }
        }
    }

    fn symbol(&mut self, tag: &Tag<'_>) {
        let code = tag.get("char").and_then(|code| u32::from_str_radix(&code, 16).ok()).unwrap_or(0);
        let sign = signs::of_font(&tag.get("font").unwrap_or_default(), code)
            .or_else(|| char::from_u32(code).filter(|char| !(0xE000..=0xF8FF).contains(&u32::from(*char))));
        if let Some(sign) = sign {
            self.flow.text(sign.encode_utf8(&mut [0; 4]));
        }
    }

    fn refer(&mut self, kind: NoteKind, tag: &Tag<'_>) {
        let Some(text) = tag.get("id").and_then(|id| self.notes.remove(&(kind, id))) else { return };
        let sign = match kind {
            NoteKind::Foot => {
                self.footnotes += 1;
                self.footnotes.to_string()
            }
            NoteKind::End => {
                self.endnotes += 1;
                Numeral::LowerRoman.write(self.endnotes)
            }
        };
        self.flow.note(&sign, &text);
    }

    fn written(&mut self) -> usize {
        self.flow.paragraph().map_or(0, |paragraph| paragraph.len())
    }

    fn field(&mut self, tag: &Tag<'_>) {
        match tag.get("fldCharType").as_deref() {
            Some("begin") => {
                let from = self.written();
                self.fields.push(Field::new(from));
            }
            Some("end") => {
                if let Some(field) = self.fields.pop()
                    && self.written() <= field.from
                {
                    self.flow.text(field.value());
                }
            }
            _ => {}
        }
    }

    fn open_control(&mut self) {
        let is_inside = self.flow.paragraph().is_some();
        let Some(control) = self.controls.last_mut() else { return };
        if let Some(is_ticked) = control.ticked.filter(|_| is_inside) {
            self.flow.text(signs::tick_box(is_ticked));
            control.is_muted = true;
        } else if control.is_placeholder && control.ticked.is_none() {
            control.is_muted = true;
        }
        if control.is_muted {
            self.flow.mute();
        }
    }

    fn close_paragraph(&mut self) {
        let properties = self.paragraphs.pop().unwrap_or_default();
        let given = self.styles.given(properties.style.as_deref());
        let list = match properties.list {
            Some(list) => Some((list, properties.list_level.or(Some(0)))),
            None => given.list.map(|(list, level)| (list, properties.list_level.or(level))),
        };
        let label = list
            .filter(|&(list, _)| list != 0 && !properties.is_end_deleted)
            .and_then(|(list, level)| self.numbering.count(list, level, given.list_style.as_deref(), self.styles));
        let heading = match properties.outline {
            Some(9..) => None,
            Some(level) => u8::try_from(level + 1).ok(),
            None => given.heading,
        };
        let is_index = given.is_index || self.controls.iter().any(|control| control.is_index);
        self.flow.close_paragraph(Form {
            heading: heading.filter(|_| !is_index),
            is_item: label.is_some() && heading.is_none(),
            label: label.unwrap_or_default(),
            is_index,
            breaks_before: properties.breaks_before.unwrap_or(given.breaks_before),
            goes_on: properties.is_end_deleted,
        });
    }
}

impl Walker for Body<'_> {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        if self.within == Within::Content { self.content(tag) } else { self.property(tag) }
    }

    fn end(&mut self, name: &str) {
        match (self.within, name) {
            (Within::ParagraphEnd, "rPr") => self.within = Within::Paragraph,
            (Within::Paragraph, "pPr")
            | (Within::Run, "rPr")
            | (Within::Row, "trPr")
            | (Within::Cell, "tcPr")
            | (Within::Control, "sdtPr")
            | (Within::Field, "ffData") => self.within = Within::Content,
            (Within::Content, "t") => self.is_text = false,
            (Within::Content, "p") => self.close_paragraph(),
            (Within::Content, "tbl") => self.flow.close_table(),
            (Within::Content, "tr") => self.flow.close_row(),
            (Within::Content, "tc") => self.flow.close_cell(),
            (Within::Content, "txbxContent") => self.flow.close_box(),
            (Within::Content, "AlternateContent") => {
                self.choices.pop();
            }
            (Within::Content, "sdt") => {
                self.controls.pop();
            }
            (Within::Content, "sdtContent") => {
                if self.controls.last().is_some_and(|control| control.is_muted) {
                    self.flow.unmute();
                }
            }
            (Within::Content, "footnote" | "endnote") if !self.is_document => {
                let text = self.flow.close_note();
                if let Some(key) = self.note.take() {
                    self.notes.insert(key, text);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_text && self.within == Within::Content {
            self.flow.text(text);
        }
    }
}
