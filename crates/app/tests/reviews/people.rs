// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two people at one document, and those who may not see it.

use crate::{Both, Files, demo, first, text};
use ambito_app::Error;
use ambito_app::plans::Import;
use ambito_app::plans::lists::Asked;
use ambito_app::reviews::{Mended, Reader as _, ReviewFilter, Typed, UnreadAsked, Window};
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::office::Role;
use ambito_domain::review::{Act, DoubtKind, RecordKind};
use ambito_i18n::Language;
use std::collections::BTreeSet;
use std::sync::Arc;

#[tokio::test]
async fn the_second_of_two_is_told() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada, bruno) = (&office.app, office.programmer("ada"), office.programmer("bruno"));
        let document = office.bring(&ada, "piano.txt", demo("piano-di-zona.txt")).await;
        let seen = office.look(&ada, document, Window::Start).await;
        let node = first(&seen, RecordKind::Node);
        let old = text(node, "title");
        let act = |new: &str| Act::Set { record: node.key, field: "title".into(), old: old.clone(), new: new.into() };
        app.correct(&ada, document, 1, act("Di Ada"), Some(&old)).await.unwrap();
        let refused = app.correct(&bruno, document, 1, act("Di Bruno"), Some(&old)).await.unwrap_err();
        assert!(matches!(refused, Error::Stale), "{refused:?}");
        // Who saw Ada's value may go on from there: what each replaced is kept with it.
        app.correct(&bruno, document, 1, act("Di Bruno"), Some("Di Ada")).await.unwrap();
        let listed = app.list_corrections(&bruno, document, &Asked::default(), None).await.unwrap().corrections;
        let replaced = listed.iter().map(|one| match &one.correction.act {
            Act::Set { old, .. } => old.as_str(),
            _ => "",
        });
        assert_eq!(replaced.collect::<Vec<_>>(), [old.as_str(), "Di Ada"]);
        let page = office.look(&ada, document, Window::Start).await;
        let value = page.records.iter().find(|record| record.key == node.key).unwrap();
        assert_eq!(text(value, "title"), "Di Bruno");
    }
}

#[tokio::test]
async fn a_document_with_corrections_is_filed_with_them_or_not_at_all() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada) = (&office.app, office.programmer("ada"));
        let content = demo("piano-di-zona.txt");
        let document = office.bring(&ada, "piano.txt", content.clone()).await;
        let seen = office.look(&ada, document, Window::Start).await;
        let node = first(&seen, RecordKind::Node);
        let old = text(node, "title");
        let act = Act::Set { record: node.key, field: "title".into(), old: old.clone(), new: "Di Ada".into() };
        let made = app.correct(&ada, document, 1, act, Some(&old)).await.unwrap();
        let source = Arc::new(Files.read("piano.txt", &content, &Vocabulary::builtin()).unwrap());
        let import = Import { body: office.bodies["Castelvento"], name: "piano.txt", content: &content, source };
        let refused = app.import_plan(&ada, &import).await.unwrap_err();
        assert!(matches!(&refused, Error::Invalid(faults) if faults[0].key == "import-corrected"), "{refused:?}");
        app.withdraw_correction(&ada, document, made).await.unwrap();
        app.import_plan(&ada, &import).await.unwrap();
    }
}

#[tokio::test]
async fn whoever_sees_a_person_in_a_list_is_on_record() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada) = (&office.app, office.programmer("ada"));
        let document = office.bring(&ada, "peg.txt", demo("peg-2027.txt")).await;
        let looks = async || office.records("review.people").await;
        let none = looks().await;
        app.list_corrections(&ada, document, &Asked::default(), None).await.unwrap();
        assert_eq!(looks().await, none, "nobody is named");
        let seen = office.look(&ada, document, Window::Start).await;
        let effort = first(&seen, RecordKind::Effort);
        let old = text(effort, "person");
        let act = Act::Set { record: effort.key, field: "person".into(), old: old.clone(), new: "Aldo Prova".into() };
        app.correct(&ada, document, 1, act, Some(&old)).await.unwrap();
        let before = looks().await;
        app.list_corrections(&ada, document, &Asked::default(), None).await.unwrap();
        assert_eq!(looks().await, before + 1, "the page");
        app.next_corrections(&ada, document, &Asked::default(), None).await.unwrap();
        assert_eq!(looks().await, before + 1, "the file is on record as a file");
    }
}

fn typed(field: &str, seen: &str, new: &str) -> Typed {
    Typed { field: field.into(), seen: seen.into(), new: new.into() }
}

#[tokio::test]
async fn what_was_typed_is_saved_as_a_whole_or_not_at_all() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada, bruno) = (&office.app, office.programmer("ada"), office.programmer("bruno"));
        let document = office.bring(&ada, "piano.txt", demo("piano-di-zona.txt")).await;
        let seen = office.look(&ada, document, Window::Start).await;
        let node = first(&seen, RecordKind::Node);
        let (title, code) = (text(node, "title"), text(node, "code"));
        let none = BTreeSet::new();
        let adas = [typed("title", &title, "Di Ada")];
        let saved = app.correct_record(&ada, document, 1, (node.key, &adas), &none).await.unwrap();
        assert_eq!(saved, Mended::Saved);
        // Bruno saw the page as it was before: not even the field that nobody else touched is saved.
        let brunos = [typed("code", &code, "B.1"), typed("title", &title, "Di Bruno")];
        let stale = app.correct_record(&bruno, document, 1, (node.key, &brunos), &none).await.unwrap();
        assert_eq!(stale, Mended::Stale);
        let seen = office.look(&ada, document, Window::Start).await;
        assert_eq!((text(first(&seen, RecordKind::Node), "code"), seen.corrections[0]), (code.clone(), 1));
        // He has chosen: both fields are saved together.
        let brunos = [typed("code", &code, "B.1"), typed("title", "Di Ada", "Di Bruno")];
        let saved = app.correct_record(&bruno, document, 1, (node.key, &brunos), &none).await.unwrap();
        assert_eq!(saved, Mended::Saved);
        let seen = office.look(&ada, document, Window::Start).await;
        let node = first(&seen, RecordKind::Node);
        assert_eq!((text(node, "code").as_str(), text(node, "title").as_str()), ("B.1", "Di Bruno"));
        assert_eq!(seen.corrections[0], 3);
    }
}

#[tokio::test]
async fn what_hardly_can_be_is_asked_about_and_saved_where_it_is_meant() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada) = (&office.app, office.programmer("ada"));
        let document = office.bring(&ada, "peg.txt", demo("peg-2027.txt")).await;
        let seen = office.look(&ada, document, Window::Start).await;
        let effort = first(&seen, RecordKind::Effort);
        let (person, share) = (text(effort, "person"), text(effort, "share"));
        let values = [typed("person", &person, "Ufficio"), typed("share", &share, "1000")];
        let save = async |values: &[Typed], meant: &BTreeSet<&str>| {
            app.correct_record(&ada, document, 1, (effort.key, values), meant).await.unwrap()
        };
        let Mended::Doubtful(doubts) = save(&values, &BTreeSet::new()).await else { panic!("nobody asked") };
        assert_eq!(doubts.iter().map(|doubt| doubt.kind).collect::<Vec<_>>(), [DoubtKind::ShareAbove]);
        assert_eq!(office.look(&ada, document, Window::Start).await.corrections[0], 0, "nothing is saved before");
        // Another value than the one that was asked about is asked about again.
        let mark = doubts[0].mark();
        let meant = BTreeSet::from([mark.as_str()]);
        let other = [typed("share", &share, "2000")];
        assert!(matches!(save(&other, &meant).await, Mended::Doubtful(_)));
        let wrong = [typed("share", &share, "tanto"), typed("person", &person, "Ufficio")];
        assert_eq!(save(&wrong, &meant).await, Mended::Mistyped(vec![("share".to_owned(), "mistyped-percent")]));
        assert_eq!(save(&values, &meant).await, Mended::Saved);
        let seen = office.look(&ada, document, Window::Start).await;
        let after = seen.records.iter().find(|record| record.key == effort.key).unwrap();
        assert_eq!((text(after, "person").as_str(), text(after, "share").as_str()), ("Ufficio", "1000"));
        assert_eq!(seen.corrections[0], 2);
    }
}

#[tokio::test]
async fn a_line_is_settled_once() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada, bruno) = (&office.app, office.programmer("ada"), office.programmer("bruno"));
        let mut content = demo("piano-obiettivi.md");
        content.extend_from_slice("\n## Obiettivo 98 – Resto\n\n| strana | § | z |\n".as_bytes());
        let document = office.bring(&ada, "piano.md", content).await;
        let listed = app.list_review_unread(&ada, document, &UnreadAsked::default(), None).await.unwrap().unread;
        let line = listed.first().expect("a line that was not read").line;
        let node = first(&office.look(&ada, document, Window::Start).await, RecordKind::Node).key;
        let aside = |reason: &str| Act::SetAside { line, reason: reason.into() };
        let made = app.correct(&ada, document, 1, aside("numero di pagina"), None).await.unwrap();
        for act in [aside("anche io"), Act::Assign { line, node }] {
            let refused = app.correct(&bruno, document, 1, act, None).await.unwrap_err();
            let key = |faults: &[ambito_app::Fault]| faults[0].key;
            assert!(matches!(&refused, Error::Invalid(faults) if key(faults) == "line-aside-already"), "{refused:?}");
        }
        let corrections = app.list_corrections(&ada, document, &Asked::default(), None).await.unwrap().corrections;
        assert_eq!(corrections.len(), 1, "nothing changed");
        // What was taken back can be settled otherwise.
        app.withdraw_correction(&bruno, document, made).await.unwrap();
        app.correct(&bruno, document, 1, Act::Assign { line, node }, None).await.unwrap();
        let refused = app.correct(&ada, document, 1, aside(""), None).await.unwrap_err();
        assert!(matches!(&refused, Error::Invalid(faults) if faults[0].key == "line-assigned-already"), "{refused:?}");
    }
}

#[tokio::test]
async fn a_finding_is_lived_with() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada) = (&office.app, office.programmer("ada"));
        let text = String::from_utf8(demo("programma-fondi.txt")).unwrap();
        let wrong = text.replacen("430.000,00", "470.000,00", 1);
        let document = office.bring(&ada, "programma.txt", wrong.into_bytes()).await;
        let seen = office.look(&ada, document, Window::Start).await;
        let finding = seen.findings.first().expect("a figure does not add up");
        assert!(!finding.message.is_empty() && finding.line.is_some() && finding.quote.is_some());
        let english = app.get_review(&ada, document, None, Window::Start, Language::English).await.unwrap();
        assert_ne!(english.findings[0].message, finding.message);
        let none = app.accept_finding(&ada, document, &finding.fingerprint, " ").await.unwrap_err();
        assert!(matches!(none, Error::Invalid(_)));
        let id = app.accept_finding(&ada, document, &finding.fingerprint, "Concordato").await.unwrap();
        let again = app.accept_finding(&ada, document, &finding.fingerprint, "Di nuovo").await.unwrap_err();
        assert!(matches!(again, Error::Stale));
        let after = office.look(&ada, document, Window::Start).await;
        let accepted = after.findings[0].accepted.as_ref().unwrap();
        assert_eq!((accepted.by.as_str(), accepted.reason.as_str()), ("Ada Verri", "Concordato"));
        assert!(after.accepted > 0);
        app.withdraw_acceptance(&ada, document, id).await.unwrap();
        assert_eq!(office.look(&ada, document, Window::Start).await.accepted, 0);
    }
}

#[tokio::test]
async fn who_is_of_another_body_sees_nothing() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada) = (&office.app, office.programmer("ada"));
        let document = office.bring(&ada, "peg.txt", demo("peg-2027.txt")).await;
        let other = office.somebody("bruno", Role::Programmer, "Roccabruna");
        let looked = app.get_review(&other, document, None, Window::Start, Language::Italian).await;
        assert!(matches!(looked.unwrap_err(), Error::Absent("document")));
        assert!(app.list_reviews(&other, &ReviewFilter::default(), None).await.unwrap().reviews.is_empty());
        assert!(app.list_uploads(&other, None).await.unwrap().is_empty());
        assert!(matches!(app.get_file(&other, document).await.unwrap_err(), Error::Absent("document")));
        assert!(matches!(app.reread(&other, document).await.unwrap_err(), Error::Absent("document")));
        assert!(matches!(app.file_review(&other, document, 1).await.unwrap_err(), Error::Absent("document")));
        let seen = office.look(&ada, document, Window::Start).await;
        let record = first(&seen, RecordKind::Node).key;
        let act = Act::Remove { record, old: String::new() };
        assert!(matches!(app.correct(&other, document, 1, act, None).await.unwrap_err(), Error::Absent("document")));
        let reader = office.somebody("bruno", Role::Auditor, "Castelvento");
        assert!(matches!(
            app.get_review(&reader, document, None, Window::Start, Language::Italian).await.unwrap_err(),
            Error::Denied(_)
        ));
    }
}

#[tokio::test]
async fn the_source_of_a_plan_hides_people_from_who_may_not_see_them() {
    let both = Both::new().await;
    for office in &both.each {
        let (app, ada) = (&office.app, office.programmer("ada"));
        let document = office.bring(&ada, "peg.txt", demo("peg-2027.txt")).await;
        let seen = office.look(&ada, document, Window::Start).await;
        let effort = first(&seen, RecordKind::Effort);
        let person = text(effort, "person");
        let filed = app.file_review(&ada, document, 1).await.unwrap();
        let ambito_app::plans::Outcome::NewPlan(filed) = filed else { panic!("{filed:?}") };
        let reader = office.somebody("bruno", Role::Approver, "Castelvento");
        let source = app.get_source(&reader, filed.plan, None, Window::Start, Language::Italian).await.unwrap();
        assert!(source.records.iter().all(|record| record.key.kind != RecordKind::Effort));
        let line = &source.blocks.lines[effort.key.line as usize - 1];
        assert_eq!(source.blocks.str(line.span), "");
        assert!(!person.is_empty() && source.blocks.lines.len() == seen.blocks.lines.len());
        assert!(source.findings.is_empty());
        let source = app.get_source(&ada, filed.plan, None, Window::Start, Language::Italian).await.unwrap();
        assert!(source.records.iter().any(|record| record.key.kind == RecordKind::Effort));
    }
}
