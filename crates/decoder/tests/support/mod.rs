// SPDX-License-Identifier: AGPL-3.0-or-later
//! Small PDFs, written as text, and what they are decoded to.

use ambito_decoder::{Decoded, decode};
use ambito_pages::page::{Letters, Page};

/// A PDF of these objects: number and body. The first is the catalogue.
pub fn pdf(objects: &[(u32, String)]) -> Vec<u8> {
    let mut out = String::from("%PDF-1.7\n");
    let mut places = Vec::new();
    for (number, body) in objects {
        places.push((*number, out.len()));
        out.push_str(&format!("{number} 0 obj\n{body}\nendobj\n"));
    }
    let start = out.len();
    out.push_str("xref\n0 1\n0000000000 65535 f \n");
    for (number, place) in places {
        out.push_str(&format!("{number} 1\n{place:010} 00000 n \n"));
    }
    out.push_str(&format!("trailer\n<< /Root 1 0 R /Size 100 >>\nstartxref\n{start}\n%%EOF\n"));
    out.into_bytes()
}

/// A stream.
pub fn stream(more: &str, content: &str) -> String {
    format!("<< {more} /Length {} >>\nstream\n{content}\nendstream", content.len())
}

/// One page with this content; `page`, `fonts` and `catalogue` are put into their dictionaries.
#[derive(Default)]
pub struct OnePage<'a> {
    /// What it draws.
    pub content: &'a str,
    /// Into the page.
    pub page: &'a str,
    /// Into the resources.
    pub resources: &'a str,
    /// Into the catalogue.
    pub catalogue: &'a str,
    /// Other objects, from number 10 on.
    pub others: Vec<(u32, String)>,
}

impl OnePage<'_> {
    /// The file: a page of 300 by 200 points, a font /F (Helvetica) and a bold one, /B.
    pub fn file(&self) -> Vec<u8> {
        let fonts = "/F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> \
                     /B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> \
                     /D 10 0 R";
        let page = format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R {} /Resources << /Font << {fonts} >> {} >> >>",
            self.page, self.resources
        );
        let mut objects = vec![
            (1, format!("<< /Type /Catalog /Pages 2 0 R {} >>", self.catalogue)),
            (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned()),
            (3, page),
            (4, stream("", self.content)),
        ];
        objects.extend(self.others.iter().cloned());
        pdf(&objects)
    }

    /// What it is decoded to.
    pub fn decoded(&self) -> Decoded<Page> {
        decode(self.file(), 1, |page| page).expect("a sound file")
    }

    /// Its only page.
    pub fn only_page(&self) -> Page {
        self.decoded().pages.pop().flatten().expect("one page")
    }
}

/// The letters of a page in the order they are drawn; `?` for unknown ones, `*` before bold ones.
pub fn letters(page: &Page) -> String {
    let mut out = String::new();
    for glyph in &page.glyphs {
        if glyph.look.is_bold {
            out.push('*');
        }
        match &glyph.text {
            Letters::One(letter) => out.push(*letter),
            Letters::Several(text) => out.push_str(text),
            Letters::Unknown => out.push('?'),
        }
    }
    out
}
