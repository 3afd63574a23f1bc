// SPDX-License-Identifier: AGPL-3.0-or-later
//! Samples of the page of a review, for the test that renders every template.

use super::cards::{At, Card, Corrected, Door, Record, Settled, Unread, Value};
use super::facsimile::{Facsimile, Piece, Printed, PrintedLine};
use super::finding::{self, Accepted, Errand, Stretch};
use super::page::{Around, Filed, Review, State, Summary};
use super::source::{Beside, Mark, Part, SourceLine, SourceRow};
use super::traces::Stretch as Cut;
use super::words;
use crate::form::{Field, Form, Kind};
use crate::render::Label;
use ambito_domain::review::{Placement, ReadingState, RecordKind};
use ambito_findings::Severity;

/// A moment.
pub(super) const AT: i64 = 1_795_348_800_000_000;

/// A review with everything in it, one that failed, one that waits, and the source of a filed plan.
pub(crate) fn reviews() -> Vec<Review> {
    let full = full();
    let state = |state, fault: &str| State {
        label: words::state(state),
        badge: words::state_badge(state),
        is_done: false,
        is_failed: state == ReadingState::Failed,
        is_working: true,
        fault: fault.to_owned(),
    };
    let failed = Review { state: state(ReadingState::Failed, "il file è rovinato"), ..full.clone() };
    let waiting = Review { state: state(ReadingState::Waiting, ""), ..full.clone() };
    let around =
        Around { pages: None, first_page: None, last_page: None, previous: String::new(), ..full.around.clone() };
    let summary = Summary { open: None, ..full.summary.clone() };
    let base = "/plans/1/source?version=2".to_owned();
    let source = Review {
        base,
        version: "2".to_owned(),
        may_edit: false,
        is_source: true,
        filed: None,
        around,
        summary,
        cards: Vec::new(),
        facsimiles: Vec::new(),
        parts: Vec::new(),
        ..full.clone()
    };
    vec![full, failed, waiting, source]
}

fn full() -> Review {
    Review {
        base: "/reviews/1".to_owned(),
        version: String::new(),
        file_href: "/documents/1/file".to_owned(),
        findings_href: "/findings?document=1".to_owned(),
        csrf: "token".to_owned(),
        reading: 2,
        may_edit: true,
        is_source: false,
        filed: Some(Filed { href: "/plans/1".to_owned(), version: "2".to_owned() }),
        summary: Summary {
            body: "Ambito di Valdoro".to_owned(),
            title: "Piano esecutivo di gestione 2027".to_owned(),
            family: Label::key("family-peg"),
            period: Some(Label::key("period-to").with("to", "31/12/2027")),
            understood: 9_920,
            lines: 812,
            nodes: 40,
            open: Some([1, 6, 14]),
            accepted: 2,
            corrections: 5,
            lost: 1,
            unread_left: 12,
            number: 2,
            read: Some(AT),
            readings: 2,
        },
        state: State {
            label: words::state(ReadingState::Done),
            badge: "done",
            is_done: true,
            is_failed: false,
            is_working: true,
            fault: String::new(),
        },
        around: Around {
            first: 501,
            last: 1_000,
            lines: 1_200,
            first_page: Some(3),
            last_page: Some(4),
            pages: Some(9),
            previous: "/reviews/1?line=500#l500".to_owned(),
            next: "/reviews/1?line=1001#l1001".to_owned(),
            next_finding: "/reviews/1?line=1060#l1060".to_owned(),
            next_unread: "/reviews/1?line=1080#l1080".to_owned(),
        },
        facsimiles: vec![facsimile()],
        parts: parts(),
        cards: cards(),
    }
}

fn facsimile() -> Facsimile {
    let lines = vec![PrintedLine { y: 3_900, text: "FNPS".to_owned() }];
    let printed =
        Printed { x: 3_000, y: 3_000, width: 9_000, height: 1_200, font: 900, lines, values: "l501v1".to_owned() };
    let piece = Piece {
        anchor: "l501".to_owned(),
        href: "#r-allocation-501-0".to_owned(),
        x: 3_000,
        y: 3_000,
        width: 20_000,
        height: 1_200,
        kind: "row",
        severity: "error",
        is_unread: true,
        is_asked: true,
        boxes: vec![printed],
    };
    let margin = Piece {
        anchor: String::new(),
        href: String::new(),
        kind: "margin",
        severity: "",
        is_unread: false,
        is_asked: false,
        ..piece.clone()
    };
    Facsimile { page: 3, width: 59_500, height: 84_200, pieces: vec![piece, margin] }
}

fn parts() -> Vec<Part> {
    let mark = |severity, label| Mark {
        href: "#f-abc".to_owned(),
        severity,
        label: Label::key(label),
        code: "SUM002".to_owned(),
    };
    let marks = vec![mark("error", "severity-error"), mark("warning", "severity-warning")];
    let other = vec![mark("note", "severity-note"), mark("accepted", "review-mark-accepted")];
    let beside = Beside { href: "#f-abc".to_owned(), marks, is_unread: false, is_asked: true };
    let cut = |text: &str, anchor: &str| Cut { text: text.to_owned(), anchor: anchor.to_owned() };
    let line = |number: u32, beside: Beside| SourceLine {
        anchor: format!("l{number}"),
        number: number.to_string(),
        text: vec![cut("Le ", ""), cut("risorse", &format!("l{number}v1"))],
        beside,
    };
    let unread = Beside { href: "#u503".to_owned(), marks: Vec::new(), is_unread: true, is_asked: false };
    let row = SourceRow {
        anchor: "l501".to_owned(),
        number: "501".to_owned(),
        cells: vec![vec![cut("FNPS", "l501v1")], vec![cut("430.000,00", "l501v2")], Vec::new()],
        beside: beside.clone(),
    };
    vec![
        Part::Page { page: 3 },
        Part::Sheet { name: "Spese".to_owned() },
        Part::Heading { line: line(500, Beside::default()), level: 3 },
        Part::Table { first: "501".to_owned(), last: "501".to_owned(), rows: vec![row] },
        Part::Line { line: line(502, Beside { marks: other, ..Beside::default() }) },
        Part::Line { line: line(503, unread) },
    ]
}

pub(super) fn corrected() -> Corrected {
    Corrected {
        id: "1".to_owned(),
        by: "Ada Fabbri".to_owned(),
        at: AT,
        old: Label::said("400.000,00"),
        placement: words::placement(Some(Placement::Applied)),
    }
}

fn at() -> At {
    At { href: "#l501".to_owned(), label: Label::key("page-line").with("line", "501") }
}

pub(super) fn cards() -> Vec<Card> {
    let form = Form::new("/reviews/1/correct", "token", Label::key("review-correct-do"))
        .field(Field::hidden("record", "allocation:501:0"))
        .field(Field::new("value.after", words::field("after", ""), Kind::Text).with_value("430.000,00"))
        .on_version(2)
        .then(Label::key("review-correct-then"));
    let value = |form, corrected| Value {
        label: words::field("after", ""),
        text: Label::said("430.000,00"),
        form,
        href: "#l501v2".to_owned(),
        corrected,
    };
    let record = Record {
        anchor: "r-allocation-501-0".to_owned(),
        line: 501,
        key: "allocation:501:0".to_owned(),
        what: words::record_kind(RecordKind::Allocation),
        at: Some(at()),
        node: Some(Door { href: "/reviews/1?line=490#r-node-490-0".to_owned(), name: Label::said("Azione 1.2") }),
        values: vec![value("money", Some(corrected())), value("percent", None), value("long", None)],
        removed: None,
        form: Some(form),
        is_document: false,
        move_href: "/reviews/1/choose?record=allocation:501:0".to_owned(),
    };
    let removed = Record {
        anchor: "r-allocation-501-1".to_owned(),
        removed: Some(corrected()),
        form: None,
        values: Vec::new(),
        node: None,
        ..record.clone()
    };
    let document = Record { anchor: "r-document-0-0".to_owned(), at: None, is_document: true, ..record.clone() };
    let unread = Unread {
        anchor: "u503".to_owned(),
        at: at(),
        line: 503,
        text: "Cantiere\t12".to_owned(),
        settled: None,
        near: vec![("node:490:0".to_owned(), Label::said("Azione 1.2"))],
        choose_href: "/reviews/1/choose?line=503".to_owned(),
        word_href: "/words/new?word=Cantiere".to_owned(),
    };
    let settled = |node| Settled { corrected: corrected(), node, reason: "numero di pagina".to_owned() };
    let given =
        Unread { anchor: "u504".to_owned(), settled: Some(settled(Some(Label::said("Azione 1.2")))), ..unread.clone() };
    let aside = Unread { anchor: "u505".to_owned(), settled: Some(settled(None)), ..unread.clone() };
    let untaught = Unread { anchor: "u506".to_owned(), word_href: String::new(), ..unread.clone() };
    let mut cards: Vec<Card> = findings().into_iter().map(|card| Card::Finding { card: Box::new(card) }).collect();
    cards.extend([record, removed, document].map(|card| Card::Record { card: Box::new(card) }));
    cards.extend([unread, given, aside, untaught].map(|card| Card::Unread { card: Box::new(card) }));
    cards
}

fn findings() -> Vec<finding::Card> {
    let stretch = |text: &str, mark: Option<&str>| Stretch { text: text.to_owned(), mark: mark.map(str::to_owned) };
    let form = Form::new("/reviews/1/accept", "token", Label::key("review-accept-do"));
    let open = finding::Card {
        anchor: "f-abc".to_owned(),
        line: 501,
        severity: "error",
        severity_label: words::severity(Severity::Error),
        code: "SUM002".to_owned(),
        message: "A + B non è uguale alla dotazione assegnata".to_owned(),
        at: Some(at()),
        quote: vec![stretch("FNPS ", None), stretch("400.000,00", Some("A")), stretch("", Some(""))],
        related: vec![(at(), "totale di area".to_owned()), (at(), String::new())],
        hints: vec!["scrivere 430.000,00".to_owned()],
        accepted: None,
        errand: None,
        form: Some(form),
        hand_href: "/errands/new?document=1&finding=abc".to_owned(),
    };
    let accepted = Accepted {
        id: "1".to_owned(),
        by: "Ada Fabbri".to_owned(),
        at: AT,
        reason: "arrotondamento della Regione".to_owned(),
    };
    let errand = Errand {
        href: "/errands/1".to_owned(),
        to: "Bea Conti".to_owned(),
        due: "2027-01-31".to_owned(),
        state: Label::key("review-errand-given"),
    };
    let settled = finding::Card {
        anchor: "f-abd".to_owned(),
        severity: "note",
        severity_label: words::severity(Severity::Note),
        at: None,
        accepted: Some(accepted),
        errand: Some(errand),
        form: None,
        hand_href: String::new(),
        quote: Vec::new(),
        ..open.clone()
    };
    vec![open, settled]
}
