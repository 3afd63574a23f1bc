// SPDX-License-Identifier: AGPL-3.0-or-later
//! Two people at one document, and those who may not see it.

use crate::{Both, demo, first, text};
use ambito_app::Error;
use ambito_app::reviews::{ReviewFilter, Window};
use ambito_domain::office::Role;
use ambito_domain::review::{Act, RecordKind};
use ambito_i18n::Language;

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
        let listed = app.list_corrections(&bruno, document, None).await.unwrap().corrections;
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
