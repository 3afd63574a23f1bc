//! Prints what a PDF reads as.
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(path).unwrap();
    let t = std::time::Instant::now();
    let decoded = ambito_decoder::decode(bytes, 2, |page| page).unwrap();
    let t1 = t.elapsed();
    let pages: Vec<_> = decoded.pages.into_iter().flatten().collect();
    if std::env::args().nth(2).as_deref() == Some("glyphs") {
        for page in &pages {
            println!(
                "{} {} glyphs {} rules {} fills {} pics {}",
                page.width,
                page.height,
                page.glyphs.len(),
                page.rules.len(),
                page.fills.len(),
                page.pictures_share
            );
            for g in page.glyphs.iter().take(60) {
                println!("{:?}", g);
            }
            for r in page.rules.iter().take(40) {
                println!("{r:?}");
            }
        }
        return;
    }
    let n = pages.len();
    let t = std::time::Instant::now();
    let laid = ambito_pages::lay_out(pages, &decoded.bookmarks);
    eprintln!("{n} pages: decode {t1:?} lay {:?}", t.elapsed());
    if std::env::args().nth(2).as_deref() == Some("time") {
        return;
    }
    if let ambito_documents::blocks::Places::Pages(p) = &laid.places {
        for m in p.margins.iter().take(8) {
            println!("MARGIN {} {}", m.page, m.text);
        }
    }
    for line in &laid.lines {
        let kind = match line.kind {
            ambito_documents::blocks::LineKind::Heading(n) => format!("H{n}"),
            ambito_documents::blocks::LineKind::Row => "R".into(),
            ambito_documents::blocks::LineKind::Blank => "".into(),
            ambito_documents::blocks::LineKind::PageBreak => "---page".into(),
            _ => "P".into(),
        };
        println!("{kind:3}|{}", laid.str(line.span).replace('\t', " ¦ "));
    }
}
