// SPDX-License-Identifier: AGPL-3.0-or-later
//! The findings of all documents: lists from a key on, figures, the course of time; errands with who has them.

use crate::*;
use ambito_domain::office::DocumentId;
use ambito_domain::review::{Acceptance, AcceptanceId, Errand, ErrandId, ErrandState, UploadId};
use ambito_domain::subjects::WordsOf;
use ambito_store::Tx;
use ambito_store::plans::{self, NewDocument};
use ambito_store::reviews::{
    self, Checking, DocumentKey, ErrandsOf, FindingFilter, FindingKey, FindingOrder, FindingSort, FindingState,
    StoredFinding, TallyBy, Upload, UploadItem,
};
use ambito_store::subjects;

on_both! { findings_are_listed_whole_and_page_by_page, findings_in_figures, the_course_of_time, errands_with_names }

/// A document of a body with these findings: code and severity.
async fn document(tx: &mut Tx, number: u8, body: BodyId, found: &[(&str, u32)]) -> DocumentKey {
    let id = DocumentId(Uuid::from_u128(number.into()));
    let (sha256, name) = ([number; 32], format!("piano-{number}.txt"));
    let new = NewDocument {
        id,
        body,
        name: &name,
        sha256: &sha256,
        format: "text",
        content: b"piano",
        added: at(0),
        added_by: Some(BRUNO),
    };
    plans::insert_document(tx, AREA, &new).await.unwrap();
    let key = reviews::find_document_key(tx, &all(), id).await.unwrap().unwrap();
    reviews::insert_reading(tx, &key, at(1), Some(BRUNO)).await.unwrap();
    let stored = |(line, (code, severity)): (u32, &(&str, u32))| StoredFinding {
        fingerprint: format!("{number}-{line}"),
        code: (*code).to_owned(),
        severity: *severity,
        line: Some(line),
        end_line: Some(line),
        node: None,
        message_it: format!("La somma è sbagliata alla riga {line}"),
        message_en: format!("The sum is wrong on line {line}"),
        said: "{}".to_owned(),
    };
    let stored: Vec<StoredFinding> = (1..).zip(found).map(stored).collect();
    reviews::replace_findings(tx, &key, &stored).await.unwrap();
    key
}

async fn both(tx: &mut Tx) -> [DocumentKey; 2] {
    let first = document(tx, 61, TOWN, &[("SUM001", 2), ("STR002", 1), ("SUM003", 2), ("EFF001", 0)]).await;
    let second = document(tx, 62, TOP, &[("SUM001", 2), ("IND004", 1)]).await;
    [first, second]
}

fn errand(id: u128, key: &DocumentKey, fingerprint: &str, state: ErrandState) -> Errand {
    Errand {
        id: ErrandId(Uuid::from_u128(id)),
        document: key.id(),
        fingerprint: fingerprint.to_owned(),
        code: "SUM001".to_owned(),
        said: "La somma è sbagliata".to_owned(),
        line: 1,
        to: ADA,
        due: day("2026-12-01"),
        request: "Guardare il conto".to_owned(),
        given: at(9),
        given_by: BRUNO,
        state,
        returned: None,
        answer: String::new(),
        closed: None,
        version: 1,
    }
}

async fn accept(tx: &mut Tx, key: &DocumentKey, fingerprint: &str) {
    let acceptance = Acceptance {
        id: AcceptanceId(Uuid::from_u128(71)),
        document: key.id(),
        fingerprint: fingerprint.to_owned(),
        code: "EFF001".to_owned(),
        reason: "va bene così".to_owned(),
        accepted: at(5),
        accepted_by: BRUNO,
        withdrawn: None,
    };
    reviews::insert_acceptance(tx, key, &acceptance).await.unwrap();
}

async fn listed(tx: &mut Tx, sight: &Sight, filter: &FindingFilter) -> Vec<String> {
    let order = (FindingSort::Document, FindingOrder::Rising);
    let found = reviews::list_findings(tx, sight, filter, order, None, 99).await.unwrap();
    found.into_iter().map(|one| one.fingerprint).collect()
}

async fn findings_are_listed_whole_and_page_by_page(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let [first, second] = both(&mut tx).await;
    accept(&mut tx, &first, "61-4").await;
    reviews::insert_errand(&mut tx, &first, &errand(81, &first, "61-1", ErrandState::Given)).await.unwrap();
    reviews::insert_errand(&mut tx, &second, &errand(82, &second, "62-1", ErrandState::Returned)).await.unwrap();
    let upload = UploadId(Uuid::from_u128(91));
    let whole = Upload { id: upload, body: TOP, uploaded: at(2), by: BRUNO };
    reviews::insert_upload(&mut tx, AREA, &whole).await.unwrap();
    let item =
        UploadItem { name: "a".to_owned(), size_bytes: 1, document: Some(second.id()), known: false, refusal: None };
    reviews::insert_item(&mut tx, AREA, upload, 0, &item).await.unwrap();
    let mut check = async |filter: FindingFilter, expected: &[&str]| {
        assert_eq!(listed(&mut tx, &all(), &filter).await, expected, "{filter:?}");
    };
    let none = FindingFilter::default;
    check(none(), &["61-1", "61-2", "61-3", "61-4", "62-1", "62-2"]).await;
    check(FindingFilter { body: Some(TOP), ..none() }, &["62-1", "62-2"]).await;
    check(FindingFilter { document: Some(first.id()), severity: Some(2), ..none() }, &["61-1", "61-3"]).await;
    check(FindingFilter { upload: Some(upload), ..none() }, &["62-1", "62-2"]).await;
    check(FindingFilter { code: Some("sum".to_owned()), ..none() }, &["61-1", "61-3", "62-1"]).await;
    check(FindingFilter { code: Some("SUM003".to_owned()), ..none() }, &["61-3"]).await;
    check(FindingFilter { words: "SÓMMA riga 2".to_owned(), ..none() }, &["61-2", "62-2"]).await;
    check(FindingFilter { words: "wrong sum001".to_owned(), ..none() }, &["61-1", "62-1"]).await;
    check(FindingFilter { state: Some(FindingState::Open), ..none() }, &["61-2", "61-3", "62-2"]).await;
    check(FindingFilter { state: Some(FindingState::Given), ..none() }, &["61-1"]).await;
    check(FindingFilter { state: Some(FindingState::Returned), ..none() }, &["62-1"]).await;
    check(FindingFilter { state: Some(FindingState::Accepted), ..none() }, &["61-4"]).await;
    check(FindingFilter { plan: Some(ambito_domain::office::PlanId(Uuid::from_u128(1))), ..none() }, &[]).await;
    assert_eq!(listed(&mut tx, &town(), &none()).await.len(), 4, "only the town's");
    assert_eq!(listed(&mut tx, &keeper(OTHER), &none()).await.len(), 0);
    for sort in FindingSort::ALL {
        for order in [FindingOrder::Rising, FindingOrder::Falling] {
            let all = reviews::list_findings(&mut tx, &all(), &none(), (sort, order), None, 99).await.unwrap();
            assert_eq!(all.len(), 6, "{sort:?}");
            let (mut paged, mut after): (Vec<_>, Option<FindingKey>) = (Vec::new(), None);
            for _ in 0..6 {
                let key = after.as_ref();
                let some =
                    reviews::list_findings(&mut tx, &crate::all(), &none(), (sort, order), key, 1).await.unwrap();
                after = some.last().map(|last| last.key.clone());
                paged.extend(some);
            }
            assert_eq!(paged, all, "{sort:?} {order:?}");
        }
    }
    let order = (FindingSort::Severity, FindingOrder::Falling);
    let worst = reviews::list_findings(&mut tx, &all(), &none(), order, None, 1).await.unwrap().remove(0);
    let (id, to, due) = worst.errand.unwrap();
    assert_eq!((id, to.as_str(), due), (ErrandId(Uuid::from_u128(81)), "Persona ada", day("2026-12-01")));
}

async fn findings_in_figures(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let [first, _] = both(&mut tx).await;
    accept(&mut tx, &first, "61-4").await;
    let none = FindingFilter::default();
    let counts = reviews::count_findings(&mut tx, &all(), &none).await.unwrap();
    assert_eq!(counts, [(FindingState::Open, [3, 2, 0]), (FindingState::Accepted, [0, 0, 1])]);
    let mut tally = async |by| {
        let found = reviews::tally_findings(&mut tx, &all(), &none, by).await.unwrap();
        found.into_iter().map(|one| (one.name, one.open, one.accepted, one.id.is_some())).collect::<Vec<_>>()
    };
    let row = |name: &str, open, accepted, has_id| (name.to_owned(), open, accepted, has_id);
    let bodies = [row("Comune à l’est", [2, 1, 0], 1, true), row("Ambito", [1, 1, 0], 0, true)];
    assert_eq!(tally(TallyBy::Body).await, bodies);
    let documents = [row("piano-61.txt", [2, 1, 0], 1, true), row("piano-62.txt", [1, 1, 0], 0, true)];
    assert_eq!(tally(TallyBy::Document).await, documents);
    assert_eq!(tally(TallyBy::Code).await[0], row("SUM001", [2, 0, 0], 0, false));
    assert_eq!(tally(TallyBy::Code).await.len(), 5);
}

async fn the_course_of_time(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let [first, second] = both(&mut tx).await;
    let day_seconds = 86_400;
    for (key, seconds, errors) in [(&first, 10, 5), (&first, 20, 4), (&second, 30, 2), (&first, 2 * day_seconds + 5, 1)]
    {
        let checking =
            Checking { number: 0, reading: 1, checked: at(seconds), corrections: 0, errors, warnings: 1, notes: 0 };
        reviews::insert_checking(&mut tx, key, &checking).await.unwrap();
    }
    let none = FindingFilter::default();
    let found = reviews::list_checkings_by_day(&mut tx, &all(), &none).await.unwrap();
    let found: Vec<_> = found.into_iter().map(|one| (one.document, one.found[0])).collect();
    assert_eq!(found, [(first.id(), 4), (second.id(), 2), (first.id(), 1)], "the last of each day");
    let found = reviews::list_checkings_by_day(&mut tx, &town(), &none).await.unwrap();
    assert_eq!(found.len(), 2, "only the town's");
}

async fn errands_with_names(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let [first, _] = both(&mut tx).await;
    let given = errand(81, &first, "61-1", ErrandState::Given);
    reviews::insert_errand(&mut tx, &first, &given).await.unwrap();
    reviews::insert_step(&mut tx, AREA, &given, (at(9), BRUNO, "Guardare il conto")).await.unwrap();
    assert_eq!(reviews::find_open_errand(&mut tx, &first, "61-1").await.unwrap(), Some(given.id));
    assert_eq!(reviews::find_open_errand(&mut tx, &first, "61-2").await.unwrap(), None);
    assert_eq!(reviews::find_errand_document(&mut tx, AREA, given.id).await.unwrap(), Some(first));
    assert_eq!(reviews::find_errand_document(&mut tx, OTHER, given.id).await.unwrap(), None);
    let returned =
        Errand { state: ErrandState::Returned, returned: Some(at(20)), answer: "Fatto".to_owned(), ..given.clone() };
    let to_ada = ErrandsOf::To(ADA);
    let todo = reviews::list_errands(&mut tx, AREA, &to_ada, &[ErrandState::Given], 9).await.unwrap();
    assert_eq!((todo.len(), todo[0].given_by.as_str()), (1, "Persona bruno"));
    assert_eq!((todo[0].document_name.as_str(), todo[0].body_name.as_str()), ("piano-61.txt", "Comune à l’est"));
    assert_eq!(todo[0].message_en.as_deref(), Some("The sum is wrong on line 1"));
    reviews::save_errand(&mut tx, AREA, &returned).await.unwrap();
    reviews::insert_step(&mut tx, AREA, &returned, (at(20), ADA, "Fatto")).await.unwrap();
    let steps = reviews::list_steps(&mut tx, AREA, given.id).await.unwrap();
    let steps: Vec<_> = steps.iter().map(|one| (one.by.as_str(), one.state, one.words.as_str())).collect();
    let expected =
        [("Persona bruno", ErrandState::Given, "Guardare il conto"), ("Persona ada", ErrandState::Returned, "Fatto")];
    assert_eq!(steps, expected);
    let held = subjects::list_errand_steps(&mut tx, &all(), ADA).await.unwrap();
    let held: Vec<_> = held.iter().map(|one| (one.words_of, one.words.as_str())).collect();
    assert_eq!(held, [(WordsOf::Another, "Guardare il conto"), (WordsOf::Person, "Fatto")]);
    let held = subjects::list_errand_steps(&mut tx, &all(), BRUNO).await.unwrap();
    assert_eq!(held.iter().map(|one| one.document.as_str()).collect::<Vec<_>>(), ["piano-61.txt"]);
    assert_eq!(reviews::list_errands(&mut tx, AREA, &to_ada, &[ErrandState::Given], 9).await.unwrap(), []);
    let from = ErrandsOf::From(BRUNO);
    let back = reviews::list_errands(&mut tx, AREA, &from, &[ErrandState::Returned, ErrandState::Closed], 9).await;
    assert_eq!(back.unwrap().len(), 1);
    let names = async |tx: &mut Tx, sight: &Sight, on: &str| {
        let found = reviews::list_reachable(tx, sight, day(on)).await.unwrap();
        found.into_iter().map(|one| (one.name, one.positions[0].1.clone())).collect::<Vec<_>>()
    };
    let ada = ("Persona ada".to_owned(), "Ambito".to_owned());
    let bruno = ("Persona bruno".to_owned(), "Comune à l’est".to_owned());
    assert_eq!(names(&mut tx, &all(), "2026-03-01").await, [ada.clone(), bruno.clone()]);
    assert_eq!(names(&mut tx, &all(), "2026-07-01").await, [ada], "whose time is over is not there");
    assert_eq!(names(&mut tx, &town(), "2026-03-01").await, [bruno]);
}
