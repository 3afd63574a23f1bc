// SPDX-License-Identifier: AGPL-3.0-or-later
//! The view for people, in both languages.

use crate::fixture;
use ambito_domain::planning::{Note, NoteCode};
use ambito_exchange::table::{Tally, summary, write};
use ambito_exchange::{Reading, notes};
use ambito_i18n::{Catalogue, Language};

fn view(reading: &Reading, columns: usize, language: Language) -> String {
    let catalogue = Catalogue::new(language);
    let mut out = Vec::new();
    write(&mut out, reading, columns, &catalogue).unwrap();
    let mut tally = Tally::default();
    tally.add(reading);
    tally.add_problem();
    let text = String::from_utf8(out).unwrap();
    let widest = text.lines().map(|line| line.chars().count()).max().unwrap();
    assert!(widest <= columns, "{widest} columns\n{text}");
    text + &summary(&tally, &catalogue)
}

#[test]
fn a_plan_for_people() {
    insta::assert_snapshot!(view(&fixture::text(), 100, Language::Italian));
}

#[test]
fn a_plan_for_people_in_english_on_a_narrow_terminal() {
    insta::assert_snapshot!(view(&fixture::sheets(), 80, Language::English));
}

#[test]
fn nothing_was_found() {
    insta::assert_snapshot!(view(&fixture::empty(), 100, Language::Italian));
}

#[test]
fn headers_and_footers_are_told_and_lines_have_their_pages() {
    let reading = fixture::pages(["Cap. 41101", "1.000,00"]).reading;
    let check = |reading: &Reading, language: Language, line: &str, expected: bool| {
        let view = view(reading, 100, language);
        assert_eq!(view.lines().any(|found| found == line), expected, "{view}");
    };
    let italian = "3 righe di intestazione o piè di pagina sono messe da parte";
    check(&reading, Language::Italian, italian, true);
    check(&reading, Language::English, "3 lines of headers and footers are set aside", true);
    check(&fixture::text(), Language::Italian, italian, false);
    assert!(view(&reading, 100, Language::Italian).contains("p1:30 "));
}

#[test]
fn every_note_has_its_words() {
    for language in Language::ALL {
        let catalogue = Catalogue::new(language);
        for code in NoteCode::ALL {
            let note = Note { code, subject: "Rossi".to_owned(), node: None, line: 1 };
            let message = notes::message(&note, &catalogue);
            assert!(message.contains("Rossi") && !message.starts_with("note-"), "{message}");
        }
    }
}
