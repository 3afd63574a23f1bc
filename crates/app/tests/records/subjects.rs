// SPDX-License-Identifier: AGPL-3.0-or-later
//! All that is held on one person, and the register: who may have it, and that nothing is left out.

use crate::office::Office;
use ambito_app::Error;
use ambito_app::register::Activity;
use ambito_app::retention::HoldInput;
use ambito_domain::office::{Right, Role};
use ambito_exchange::subjects::{Form, SubjectFile};
use ambito_i18n::{Catalogue, Language};

async fn file(office: &Office, form: Form, catalogue: &Catalogue) -> String {
    let ada = office.viewer("ada", Role::Manager).await;
    let dario = office.person("dario").await;
    let mut answer = office.app.answer_subject(&ada, dario, "richiesta dell’interessato 3/2027").await.unwrap();
    let mut file = SubjectFile::new(form, catalogue);
    let mut text = file.begin(&answer.dossier);
    loop {
        let records = answer.next_records().await.unwrap();
        if records.is_empty() {
            break;
        }
        text.push_str(&file.records(&records));
    }
    text.push_str(&file.end());
    text
}

#[tokio::test]
async fn all_that_is_held_is_in_the_file() {
    let (italian, english) = (Catalogue::new(Language::Italian), Catalogue::new(Language::English));
    for office in Office::both().await {
        let (area, dario) = (office.id(office.area.0), office.person("dario").await);
        let (digest, secret) = (office.bytes(&"5e".repeat(32)), "5e".repeat(32));
        let id = office.id(dario.0);
        office
            .sql(&format!(
                "INSERT INTO session (area, digest, id, staff, stage, created_at, seen_at, expires_at, address, agent) \
                 VALUES ({area}, {digest}, {id}, {id}, 'full', 0, 0, 0, '10.1.2.3', 'Firefox <b>')"
            ))
            .await;
        office
            .sql(&format!(
                "INSERT INTO credential (area, staff, password, failures) VALUES ({area}, {id}, 'segreto-phc', 2)"
            ))
            .await;
        let ada = office.viewer("ada", Role::Manager).await;
        let hold = HoldInput { person: dario.to_string(), reason: "ricorso 9".to_owned(), ..HoldInput::default() };
        office.app.place_hold(&ada, &hold).await.unwrap();
        let viewer = office.viewer("dario", Role::Auditor).await;
        for _ in 0..523 {
            office.app.list_staff(&viewer).await.unwrap();
        }

        let json: serde_json::Value = serde_json::from_str(&file(&office, Form::Json, &italian).await).unwrap();
        assert_eq!(json["person"]["login"], "dario");
        assert_eq!(json["sign_in"]["password"], true);
        assert_eq!(json["sign_in"]["failures"], 2);
        assert_eq!(json["positions"][0]["title"], "Programmazione");
        assert_eq!(json["positions"][0]["to"], "2026-12-31");
        assert_eq!(json["sessions"][0]["address"], "10.1.2.3");
        assert_eq!(json["holds"][0]["reason"], "ricorso 9");
        // What he did, the hold, and that this file was asked for.
        assert_eq!(json["records"].as_array().unwrap().len(), 525);
        assert_eq!(json["records"][0]["act"], "subject.answer");
        assert_eq!(json["records"][0]["purpose"], "richiesta dell’interessato 3/2027");

        let page = file(&office, Form::Html, &english).await;
        assert!(page.contains("Firefox &lt;b&gt;") && page.contains("lang=\"en\""), "{page}");
        for text in [&page, &json.to_string()] {
            assert!(!text.contains("segreto-phc") && !text.contains(&secret));
            assert!(!text.contains("Bruno"), "somebody else's name");
        }
        for outside in ["src=", "href=", "url(", "@import", "<script"] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(!page.contains("subject-file-") && !page.contains("role-"), "a message is missing");
    }
}

#[tokio::test]
async fn a_purpose_is_asked_and_the_right_is_needed() {
    for office in Office::both().await {
        let dario = office.person("dario").await;
        let ada = office.viewer("ada", Role::Manager).await;
        assert!(matches!(office.app.answer_subject(&ada, dario, " ").await, Err(Error::Invalid(_))));
        for role in Role::ALL {
            let viewer = office.viewer("carla", role).await;
            let answered = office.app.answer_subject(&viewer, dario, "prova").await;
            assert_eq!(answered.is_ok(), role == Role::Manager, "{role:?}");
            let reads = matches!(role, Role::Manager | Role::Auditor | Role::Administrator);
            assert_eq!(office.app.get_register(&viewer).await.is_ok(), reads, "{role:?}");
            assert_eq!(office.app.list_letters(&viewer).await.is_ok(), reads, "{role:?}");
        }
    }
}

#[tokio::test]
async fn the_register_and_the_letters_follow_roles_and_positions() {
    for office in Office::both().await {
        let ada = office.viewer("ada", Role::Manager).await;
        let register = office.app.get_register(&ada).await.unwrap();
        assert_eq!(register.controllers, ["Ambito di Valdoro"]);
        let audit = register.entries.iter().find(|entry| entry.activity == Activity::Audit).unwrap();
        let roles: Vec<Role> = audit.recipients.iter().map(|one| one.role).collect();
        assert_eq!(roles, [Role::Manager, Role::Auditor]);
        assert_eq!(audit.recipients[0].positions, [("Direzione".to_owned(), "Ambito di Valdoro".to_owned())]);
        assert_eq!(audit.kept[0].months, 60);

        let lines = office.app.list_letters(&ada).await.unwrap();
        let people: Vec<&str> = lines.iter().map(|line| line.person.as_str()).collect();
        assert_eq!(people, ["Ada Direttrice", "Bruno Sistemista", "Carla Revisora", "Elsa Direttrice"]);
        let letter = office.app.get_letter(&ada, lines[1].tenure).await.unwrap();
        assert!(letter.rights.contains(&Right::ManageAccounts) && !letter.rights.contains(&Right::ReadPlans));
        assert_eq!(letter.activities, [Activity::Office, Activity::Access]);
        assert!(office.app.get_letter(&ada, ambito_domain::office::TenureId(office.area.0)).await.is_err());
    }
}
