// SPDX-License-Identifier: AGPL-3.0-or-later
//! Upload two files, look, put ten things right, take one back, add a word, read again, file.

use crate::{Both, demo, first, text};
use ambito_app::Error;
use ambito_app::plans::Outcome;
use ambito_app::plans::lists::Asked;
use ambito_app::reviews::{FileState, NewFile, ReviewFilter, Window};
use ambito_domain::office::Role;
use ambito_domain::review::{Act, Placement, ReadingState, RecordKind, ValueKind};
use ambito_store::plans;

/// A table whose target has a heading of its own.
const ODD: &str = "\n## Obiettivo 98 – Resto\n\n| strana | § | z |\n\n## Obiettivo 99 – Parole nuove\n\n| Indicatore | Traguardo \
                   annuo |\n|---|---|\n| N. utenti | 30 |\n";

#[tokio::test]
async fn from_two_files_to_a_plan_with_corrections_that_stay() {
    let both = Both::new().await;
    let mut plan = demo("piano-obiettivi.md");
    plan.extend_from_slice(ODD.as_bytes());
    for office in &both.each {
        let (app, viewer, town) = (&office.app, office.programmer("ada"), office.bodies["Castelvento"]);
        let file = |name: &str, content: Vec<u8>| NewFile { name: name.to_owned(), content };
        let files =
            vec![file("piano.md", plan.clone()), file("peg.txt", demo("peg-2027.txt")), file("vuoto.txt", Vec::new())];
        let upload = app.upload(&viewer, town, files).await.unwrap();
        let page = app.get_upload(&viewer, upload).await.unwrap();
        assert!(matches!(&page.files[2].state, FileState::Refused(why) if why == "upload-empty"));
        let FileState::Taken { document, known: false, reading, findings: None } = page.files[0].state.clone() else {
            panic!("{:?}", page.files[0])
        };
        assert_eq!(reading.state, ReadingState::Waiting);
        office.work().await;
        let page = app.get_upload(&viewer, upload).await.unwrap();
        for file in &page.files[..2] {
            let FileState::Taken { reading, findings: Some(_), .. } = &file.state else { panic!("{file:?}") };
            assert_eq!((reading.state, reading.fault.as_ref()), (ReadingState::Done, None));
            assert!(reading.nodes > 3 && reading.coverage.lines > 20);
        }
        // The same file again is the same document.
        let again = app.upload(&viewer, town, vec![file("copia.md", plan.clone())]).await.unwrap();
        let again = app.get_upload(&viewer, again).await.unwrap();
        assert!(
            matches!(&again.files[0].state, FileState::Taken { document: same, known: true, .. } if *same == document)
        );
        let listed = app.list_reviews(&viewer, &ReviewFilter::default(), None).await.unwrap();
        assert_eq!(listed.reviews.len(), 2);

        let seen = office.look(&viewer, document, Window::Start).await;
        assert!(!seen.is_working && seen.open.is_some());
        assert_eq!(seen.window.first_line, 1);
        assert_eq!(seen.blocks.lines.len(), seen.window.last_line as usize);

        // Ten places.
        let mut made = Vec::new();
        let number = seen.reading.number;
        let indicators = seen.records.iter().filter(|record| record.key.kind == RecordKind::Indicator).take(9);
        for (at, record) in indicators.enumerate() {
            let old = text(record, "title");
            let (field, new) = ("title".to_owned(), format!("Titolo corretto {at}"));
            let act = Act::Set { record: record.key, field, old: old.clone(), new: new.clone() };
            made.push((app.correct(&viewer, document, number, act, Some(&old)).await.unwrap(), record.key, new));
        }
        assert_eq!(made.len(), 9);
        let node = seen.records.iter().filter(|record| record.key.kind == RecordKind::Node).nth(1).unwrap().key;
        let below = office.look(&viewer, document, Window::Line(9_999)).await;
        let unread = below.unread.iter().find(|line| line.text.contains("strana")).expect("a line that was not read");
        let act = Act::Assign { line: unread.line, node };
        app.correct(&viewer, document, number, act, None).await.unwrap();
        assert!(office.look(&viewer, document, Window::Start).await.is_working);
        office.work().await;
        // One is taken back.
        let (gone, gone_key, _) = made.pop().unwrap();
        app.withdraw_correction(&viewer, document, gone).await.unwrap();
        office.work().await;

        let seen = office.look(&viewer, document, Window::Start).await;
        assert_eq!(seen.corrections, [9, 0]);
        assert!(!seen.is_working);
        let below = office.look(&viewer, document, Window::Line(9_999)).await;
        let unread = below.unread.iter().find(|line| line.text.contains("strana")).unwrap();
        let settled = unread.settled.as_ref().unwrap();
        assert_eq!(settled.1.as_ref().map(|choice| choice.key), Some(node));
        for (id, key, new) in &made {
            let record = seen.records.iter().find(|record| record.key == *key).unwrap();
            let value = record.values.iter().find(|value| value.field == "title").unwrap();
            let correction = value.correction.as_ref().unwrap();
            assert_eq!((&value.text, correction.id, correction.by.as_str()), (new, *id, "Ada Verri"));
            assert_eq!(correction.placement, Some(Placement::Applied));
        }

        // A word of their own, and another reading.
        let indicators = async || {
            let below = office.look(&viewer, document, Window::Line(9_999)).await;
            below.records.iter().filter(|record| record.key.kind == RecordKind::Indicator).count()
        };
        let before = indicators().await;
        let (word, meaning) = ("Traguardo annuo", "column:indicators:target");
        let denied = app.add_word(&viewer, word, meaning).await.unwrap_err();
        assert!(
            matches!(denied, Error::Denied(_)),
            "a word is for every body, not for a town's programmer: {denied:?}"
        );
        let mut zone = office.somebody("ada", Role::Programmer, "Ambito di Valdoro");
        for duty in &mut zone.standing.duties {
            duty.bodies = office.bodies.values().copied().collect();
        }
        let denied = app.try_word(&viewer, document, word, meaning).await.unwrap_err();
        assert!(matches!(denied, Error::Denied(_)), "{denied:?}");
        let nothing = app.try_word(&zone, document, "Mai scritta", meaning).await.unwrap();
        assert!(nothing.changed.is_empty() && nothing.unread[0] == nothing.unread[1], "{nothing:?}");
        let trial = app.try_word(&zone, document, word, meaning).await.unwrap();
        assert!(app.list_words(&viewer).await.unwrap().is_empty() && indicators().await == before, "nothing is kept");
        app.add_word(&zone, word, meaning).await.unwrap();
        let again = app.try_word(&zone, document, word, meaning).await.unwrap_err();
        assert!(matches!(again, Error::Invalid(_)), "it is there: {again:?}");
        let short = app.add_word(&zone, "di", meaning).await.unwrap_err();
        assert!(matches!(short, Error::Invalid(_)), "{short:?}");
        assert_eq!(app.list_words(&viewer).await.unwrap()[0].by, "Ada Verri");
        assert_eq!(app.reread(&viewer, document).await.unwrap(), 2);
        office.work().await;
        let seen = office.look(&viewer, document, Window::Start).await;
        assert_eq!((seen.reading.number, seen.reading.words, seen.readings.len()), (2, 1, 2));
        assert_eq!(indicators().await, before + 1, "the word is read");
        assert_eq!(seen.corrections, [9, 0], "no correction was lost");
        for (_, key, new) in &made {
            let record = seen.records.iter().find(|record| record.key == *key).unwrap();
            assert_eq!(text(record, "title"), *new);
        }
        let changes = app.compare_readings(&viewer, document).await.unwrap();
        assert!(changes.changed.iter().any(|change| change.new.contains("N. utenti")), "{changes:?}");
        assert_eq!(trial.changed, changes.changed, "what was tried is what came");

        // Filed: the values that were put right; the file is the file.
        let outcome = app.file_review(&viewer, document, 2).await.unwrap();
        let Outcome::NewPlan(filed) = outcome else { panic!("{outcome:?}") };
        let mut tx = app.database().read().await.unwrap();
        let sight = ambito_domain::office::keeper(office.area);
        let draft = plans::load_draft(&mut tx, &sight, filed.plan, None).await.unwrap().unwrap();
        let version = plans::find_version(&mut tx, &sight, filed.plan, None).await.unwrap().unwrap();
        drop(tx);
        for (_, _, new) in &made {
            assert!(draft.indicators.iter().any(|indicator| indicator.title == *new), "{new}");
        }
        assert!(
            draft
                .indicators
                .iter()
                .all(|indicator| indicator.line != gone_key.line || !indicator.title.contains("corretto"))
        );
        assert!(draft.nodes.iter().any(|node| node.text.contains("strana")));
        let (kept, content) = app.get_file(&viewer, document).await.unwrap();
        assert!(content == plan && version.document == document);
        assert_eq!(kept.size_bytes, i64::try_from(plan.len()).unwrap());
        // Nothing was put right since: it is not filed twice.
        assert!(matches!(app.file_review(&viewer, document, 2).await.unwrap(), Outcome::Already(_)));
        let source = app.get_source(&viewer, filed.plan, None, Window::Start, ambito_i18n::Language::English).await;
        let source = source.unwrap();
        assert_eq!((source.filed, source.corrections), (Some((filed.plan, 1)), [9, 0]));
        // Something more is put right, and the plan has another version.
        let record = first(&seen, RecordKind::Document);
        let old = text(record, "title");
        let act = Act::Set { record: record.key, field: "title".into(), old: String::new(), new: "Piano nuovo".into() };
        app.correct(&viewer, document, 2, act, Some(&old)).await.unwrap();
        let outcome = app.file_review(&viewer, document, 2).await.unwrap();
        assert!(
            matches!(&outcome, Outcome::NewVersion(next) if next.plan == filed.plan && next.title == "Piano nuovo")
        );
        // The first version still shows what was filed then.
        let source = app.get_source(&viewer, filed.plan, Some(1), Window::Start, ambito_i18n::Language::Italian).await;
        assert_eq!(text(first(&source.unwrap(), RecordKind::Document), "title"), old);
    }
}

#[tokio::test]
async fn money_dates_and_nodes_are_put_right() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, viewer) = (&office.app, office.programmer("ada"));
        let document = office.bring(&viewer, "peg.txt", demo("peg-2027.txt")).await;
        let seen = office.look(&viewer, document, Window::Start).await;
        let budget = first(&seen, RecordKind::BudgetLine);
        let set = |field: &str, new: &str| Act::Set {
            record: budget.key,
            field: field.into(),
            old: String::new(),
            new: new.into(),
        };
        let wrong = app.correct(&viewer, document, 1, set("amount", "molto"), None).await.unwrap_err();
        assert!(matches!(&wrong, ambito_app::Error::Invalid(faults) if faults[0].key == "mistyped-money"), "{wrong:?}");
        app.correct(&viewer, document, 1, set("amount", "430000"), None).await.unwrap();
        let value = budget.values.iter().find(|value| value.kind == ValueKind::Node).unwrap();
        let other = seen.records.iter().rfind(|record| record.key.kind == RecordKind::Node).unwrap();
        assert_ne!(value.text, other.key.to_string());
        app.correct(&viewer, document, 1, set("node", &other.key.to_string()), None).await.unwrap();
        office.work().await;
        let seen = office.look(&viewer, document, Window::Start).await;
        let now = seen.records.iter().find(|record| record.key == budget.key).unwrap();
        assert_eq!(text(now, "amount"), "430.000,00");
        assert_eq!(now.node.as_ref().map(|node| node.key), Some(other.key));
        let found = app.list_review_nodes(&viewer, document, "").await.unwrap();
        assert!(found.iter().any(|node| node.key == other.key));
        let corrections = app.list_corrections(&viewer, document, &Asked::default(), None).await.unwrap().corrections;
        assert_eq!(corrections.len(), 2);
        assert!(corrections.iter().all(|one| one.correction.placed.unwrap().placement == Placement::Applied));
    }
}
