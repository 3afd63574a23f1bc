// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages drawn with a few words at a few places, and what they are laid out as: cells between bars, headings with their
//! level, blank lines left out, pages divided by a line of hyphens.

use ambito_documents::blocks::{Area, LineKind, Places};
use ambito_pages::lay_out;
use ambito_pages::page::{Bookmark, Direction, Glyph, Letters, Look, Page, Rule};

/// A page of A4 with these lines: left edge and baseline in points, size in points (bold where it is negative), text.
/// Each letter is half as wide as it is high.
fn page(lines: &[(i32, i32, i32, &str)]) -> Page {
    let mut page = Page { width: 59_500, height: 84_200, ..Page::default() };
    for &(left, baseline, size, text) in lines {
        let (is_bold, size) = (size < 0, size.abs() * 100);
        let mut x = left * 100;
        for letter in text.chars() {
            page.glyphs.push(Glyph {
                text: Letters::One(letter),
                area: Area {
                    left: x,
                    top: baseline * 100 - size * 78 / 100,
                    right: x + size / 2,
                    bottom: baseline * 100 + size * 22 / 100,
                },
                baseline: baseline * 100,
                look: Look { size, is_bold },
                direction: Direction::Right,
                confidence: None,
            });
            x += size / 2;
        }
    }
    page
}

fn level(at: i32, from: i32, to: i32) -> Rule {
    Rule { is_level: true, at: at * 100, from: from * 100, to: to * 100 }
}

fn upright(at: i32, from: i32, to: i32) -> Rule {
    Rule { is_level: false, at: at * 100, from: from * 100, to: to * 100 }
}

fn laid(pages: Vec<Page>, bookmarks: &[Bookmark]) -> String {
    let blocks = lay_out(pages, bookmarks);
    let mut out = String::new();
    for line in &blocks.lines {
        let text = blocks.str(line.span).replace('\t', " | ");
        match line.kind {
            LineKind::Blank => {}
            LineKind::PageBreak => out.push_str("----\n"),
            LineKind::Heading(level) => out.push_str(&format!("{} {text}\n", "#".repeat(level.into()))),
            _ => out.push_str(&format!("{text}\n")),
        }
    }
    let Places::Pages(pages) = &blocks.places else { panic!("a PDF has pages") };
    for margin in &pages.margins {
        out.push_str(&format!("({}: {})\n", margin.page, margin.text));
    }
    out
}

fn check(pages: Vec<Page>, expected: &[&str]) {
    assert_eq!(laid(pages, &[]).lines().collect::<Vec<_>>(), expected);
}

#[test]
fn lines_are_paragraphs_where_the_next_word_would_not_have_fitted() {
    check(
        vec![page(&[
            (50, 100, 10, "Il piano riunisce nove Comuni e un ufficio comune che lavora per tutti, con programma-"),
            (50, 112, 10, "zione condivisa."),
            (50, 124, 10, "Una riga breve"),
            (50, 136, 10, "e un'altra."),
            (50, 160, 10, "- una voce"),
            (50, 172, 10, "• un'altra voce"),
        ])],
        &[
            "Il piano riunisce nove Comuni e un ufficio comune che lavora per tutti, con programmazione condivisa.",
            "Una riga breve",
            "e un'altra.",
            "- una voce",
            "- un'altra voce",
        ],
    );
}

#[test]
fn drawn_cells_are_cells_whatever_stands_in_them() {
    let mut page = page(&[
        (55, 113, 10, "Azione"),
        (155, 113, 10, "Importo"),
        (55, 133, 10, "Aiuto a"),
        (55, 145, 10, "domicilio"),
        (155, 133, 10, "12,00"),
        (155, 163, 10, "13,00"),
        (55, 183, 10, "Totale 25,00"),
    ]);
    page.rules = [100, 120, 150, 170, 190].map(|at| level(at, 50, 250)).to_vec();
    page.rules.extend([50, 250].map(|at| upright(at, 100, 190)));
    page.rules.push(upright(150, 100, 170));
    check(vec![page], &["Azione | Importo", "Aiuto a domicilio | 12,00", " | 13,00", "Totale 25,00 | "]);
}

#[test]
fn columns_without_lines_are_found_by_what_is_white() {
    check(
        vec![page(&[
            (50, 100, -10, "Indicatore"),
            (250, 100, -10, "Atteso"),
            (350, 100, -10, "Quota"),
            (50, 120, 10, "Numero di persone seguite"),
            (250, 120, 10, "150"),
            (365, 120, 10, "2,50"),
            (50, 132, 10, "a casa propria"),
            (50, 152, 10, "Visite"),
            (365, 152, 10, "12,50"),
            (50, 172, 10, "Nota: anche nei giorni festivi e di sera"),
            (50, 192, 10, "Ore"),
            (250, 192, 10, "30"),
            (365, 192, 10, "1,00"),
        ])],
        &[
            "Indicatore | Atteso | Quota",
            "Numero di persone seguite a casa propria | 150 | 2,50",
            "Visite |  | 12,50",
            "Nota: anche nei giorni festivi e di sera |  | ",
            "Ore | 30 | 1,00",
        ],
    );
}

#[test]
fn headers_and_footers_are_set_aside() {
    let pages = (1..=3).map(|number| {
        page(&[
            (50, 40, 8, "Comune di Castelvento"),
            (
                50,
                100 + number * 10,
                10,
                ["Uno, due e tre.", "Quattro e cinque.", "Sei."][usize::try_from(number - 1).unwrap()],
            ),
            (250, 800, 8, &format!("pagina {number} di 3")),
        ])
    });
    check(
        pages.collect(),
        &[
            "Uno, due e tre.",
            "----",
            "Quattro e cinque.",
            "----",
            "Sei.",
            "(1: Comune di Castelvento)",
            "(1: pagina 1 di 3)",
            "(2: Comune di Castelvento)",
            "(2: pagina 2 di 3)",
            "(3: Comune di Castelvento)",
            "(3: pagina 3 di 3)",
        ],
    );
}

#[test]
fn a_table_goes_on_over_the_end_of_the_page() {
    let row = |y: i32, name: &'static str, sum: &'static str| [(50, y, 10, name), (300, y, 10, sum)];
    let head = [(50, 100, -10, "Voce"), (300, 100, -10, "Importo")];
    let first: Vec<_> = head.into_iter().chain(row(720, "Nidi e spazi per i piccoli", "10,00")).collect();
    let first: Vec<_> =
        first.into_iter().chain(row(700, "Scuole", "9,00")).chain(row(740, "Sportelli nei", "7,00")).collect();
    let mut second: Vec<_> = head.into_iter().collect();
    second.push((50, 120, 10, "comuni piccoli"));
    second.extend(row(140, "Trasporti", "8,00"));
    // The head stands at the top of both pages, and near its rows.
    let first =
        first.into_iter().map(|(x, y, size, text)| (x, if y == 100 { 680 } else { y }, size, text)).collect::<Vec<_>>();
    check(
        vec![page(&first), page(&second)],
        &[
            "Voce | Importo",
            "Scuole | 9,00",
            "Nidi e spazi per i piccoli | 10,00",
            "Sportelli nei comuni piccoli | 7,00",
            "Trasporti | 8,00",
        ],
    );
}

#[test]
fn columns_of_prose_are_read_one_after_the_other() {
    let left = [
        "Nei comuni di montagna il servizio",
        "arriva due volte alla settimana, e",
        "per chi non esce di casa ogni giorno",
        "con gli operatori e i volontari che",
        "da anni lavorano insieme nei paesi",
        "più lontani della valle.",
    ];
    let right = [
        "In pianura gli sportelli sono aperti",
        "tutte le mattine e due pomeriggi, e",
        "chi lavora può chiedere di essere",
        "ricevuto di sera, anche al telefono",
        "o con una chiamata in video che gli",
        "operatori fissano con lui.",
    ];
    let mut lines = Vec::new();
    for (index, (a, b)) in (0..).zip(left.iter().zip(right)) {
        lines.push((50, 100 + index * 12, 10, *a));
        lines.push((310, 100 + index * 12, 10, b));
    }
    check(vec![page(&lines)], &[&left.join(" "), &right.join(" ")]);
}

#[test]
fn headings_are_larger_or_bolder_or_in_the_bookmarks() {
    let drawn = || {
        page(&[
            (50, 100, 16, "Piano di zona"),
            (50, 140, -10, "Premessa"),
            (50, 160, 10, "Il piano riunisce nove Comuni e un ufficio comune che lavora per tutti i"),
            (50, 172, 10, "cittadini."),
            (50, 200, 10, "Obiettivi"),
        ])
    };
    let text = "Il piano riunisce nove Comuni e un ufficio comune che lavora per tutti i cittadini.";
    check(vec![drawn()], &["# Piano di zona", "## Premessa", text, "Obiettivi"]);
    let named = Bookmark { title: "Obiettivi".to_owned(), level: 1, page: Some(1) };
    let told = laid(vec![drawn()], &[named]);
    assert_eq!(told.lines().last(), Some("# Obiettivi"));
}

#[test]
fn places_are_in_the_page_and_lines_count_anew_on_each() {
    let blocks =
        lay_out(vec![page(&[(50, 100, 10, "Uno."), (50, 140, 10, "Due.")]), page(&[(50, 100, 10, "Tre.")])], &[]);
    let told: Vec<(u32, u32, Area)> = (1..=blocks.lines.len())
        .filter(|&line| blocks.lines[line - 1].kind == LineKind::Prose)
        .map(|line| {
            let place = blocks.places.of(u32::try_from(line).unwrap());
            (place.page.unwrap(), place.line, place.area.unwrap())
        })
        .collect();
    let area = |top: i32| Area { left: 5_000, top, right: 7_000, bottom: top + 1_000 };
    assert_eq!(told, [(1, 1, area(9_220)), (1, 2, area(13_220)), (2, 1, area(9_220))]);
}
