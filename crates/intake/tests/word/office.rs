// SPDX-License-Identifier: AGPL-3.0-or-later
//! Small word-processor files, made of the XML of their bodies.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// An archive of parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("memory takes it");
        archive.write_all(text.as_bytes()).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}

/// A Word document with this body and these other parts, each without its outermost element.
pub fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let space = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
    let document = format!("<?xml version='1.0'?><w:document {space}><w:body>{body}</w:body></w:document>");
    let mut all = vec![("word/document.xml".to_owned(), document)];
    for (name, inside) in parts {
        all.push((format!("word/{name}.xml"), format!("<w:{name} {space}>{inside}</w:{name}>")));
    }
    let all: Vec<(&str, &str)> = all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    archive(&all)
}

/// An OpenDocument text with this body, these automatic styles, and these styles of the document.
pub fn odt(body: &str, automatic: &str, styles: &str) -> Vec<u8> {
    let spaces: String = ["office", "text", "table", "style", "fo", "draw", "form", "svg"]
        .iter()
        .map(|prefix| format!(" xmlns:{prefix}='urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0'"))
        .collect();
    let content = format!(
        "<office:document-content{spaces}><office:automatic-styles>{automatic}</office:automatic-styles><office:body>\
         <office:text>{body}</office:text></office:body></office:document-content>"
    );
    let styles =
        format!("<office:document-styles{spaces}><office:styles>{styles}</office:styles></office:document-styles>");
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", &content),
        ("styles.xml", &styles),
    ])
}

/// A paragraph of a Word document, in this style if it is not empty.
pub fn p(style: &str, text: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!("<w:pPr><w:pStyle w:val='{style}'/></w:pPr>") };
    format!("<w:p>{style}<w:r><w:t>{text}</w:t></w:r></w:p>")
}
