// SPDX-License-Identifier: AGPL-3.0-or-later
//! An errand from hand to hand: given, answered, given again, closed; who sees it, and what happens in between.

use crate::{Both, Office};
use ambito_app::findings::ErrandInput;
use ambito_app::{Error, Fault, Viewer};
use ambito_domain::office::{DocumentId, Role};
use ambito_domain::review::{ErrandId, ErrandState};
use ambito_domain::subjects::WordsOf;
use ambito_i18n::Language;

fn input(office: &Office, to: &str, due: &str, request: &str) -> ErrandInput {
    let to = office.people.get(to).map(ToString::to_string).unwrap_or_default();
    ErrandInput { to, due: due.to_owned(), request: request.to_owned() }
}

async fn give(office: &Office, document: DocumentId) -> ErrandId {
    let id = ErrandId(office.app.fresh_id());
    let input = input(office, "bruno", "2026-12-01", "Guardare il conto");
    office.app.give_errand(&office.person("ada"), id, document, "1-3", &input).await.unwrap()
}

fn faults(error: Error) -> Vec<(&'static str, &'static str)> {
    let Error::Invalid(faults) = error else { panic!("{error:?}") };
    faults.into_iter().map(|Fault { field, key }| (field, key)).collect()
}

#[tokio::test]
async fn an_errand_goes_and_comes_back() {
    let both = Both::new().await;
    for office in &both.each {
        let document = office.document(1, "Castelvento").await;
        let (app, ada, bruno) = (&office.app, office.person("ada"), office.person("bruno"));
        let found = app.finding_to_hand(&ada, document, "1-3").await.unwrap();
        let names: Vec<&str> = found.people.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["ada", "bruno", "carla", "dario"], "each once");
        let mut offices: Vec<&str> = found.people[1].positions.iter().map(|(_, body)| body.as_str()).collect();
        offices.sort_unstable();
        assert_eq!(offices, ["Castelvento", "Roccabruna"], "with every office");
        let id = give(office, document).await;
        assert_eq!(give_twice(office, id, document).await, id, "the same form sent twice");
        let home = app.home(&bruno).await.unwrap();
        assert_eq!(home.errands.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
        let page = app.get_errand(&bruno, id, Language::Italian).await.unwrap();
        assert!(page.is_mine && !page.may_decide);
        assert_eq!((page.to.as_str(), page.given_by.as_str()), ("bruno", "ada"));
        assert_eq!(page.errand.said, "Non torna la riga 3");
        app.return_errand(&bruno, id, 1, "La delibera dice 10,00").await.unwrap();
        let again = app.return_errand(&bruno, id, 1, "due volte").await;
        assert!(matches!(again, Err(Error::Stale)), "{again:?}");
        assert_eq!(app.home(&ada).await.unwrap().came_back.len(), 1);
        // It is not over before Ada has looked at the answer.
        let brunos = app.list_my_errands(&bruno).await.unwrap();
        assert_eq!((brunos.answered.len(), brunos.over.len(), brunos.to_do.len()), (1, 0, 0));
        assert_eq!(app.home(&bruno).await.unwrap().errands, []);
        let more = input(office, "carla", "2026-12-15", "E il totale?");
        app.give_again(&ada, id, 2, &more).await.unwrap();
        assert!(app.get_errand(&bruno, id, Language::Italian).await.is_err(), "it is with another");
        let carla = office.person("carla");
        app.return_errand(&carla, id, 3, "Il totale è giusto").await.unwrap();
        assert!(matches!(app.close_errand(&ada, id, 3).await, Err(Error::Stale)), "answered in between");
        app.close_errand(&ada, id, 4).await.unwrap();
        let page = app.get_errand(&ada, id, Language::Italian).await.unwrap();
        assert_eq!(page.errand.state, ErrandState::Closed);
        let steps: Vec<_> = page.steps.iter().map(|one| (one.by.as_str(), one.state, one.words.as_str())).collect();
        let expected = [
            ("ada", ErrandState::Given, "Guardare il conto"),
            ("bruno", ErrandState::Returned, "La delibera dice 10,00"),
            ("ada", ErrandState::Given, "E il totale?"),
            ("carla", ErrandState::Returned, "Il totale è giusto"),
            ("ada", ErrandState::Closed, ""),
        ];
        assert_eq!(steps, expected);
        let mine = app.list_my_errands(&ada).await.unwrap();
        assert_eq!((mine.came_back.len(), mine.handed.len(), mine.over.len()), (0, 0, 1));
        for (act, count) in [("errand.give", 2), ("errand.return", 2), ("errand.close", 1)] {
            assert_eq!(office.records(act).await, count, "{act}");
        }
        // The request and the answer are in the person's own file, and in nobody else's.
        let mut manager = office.person("dario");
        manager.standing.duties[0].role = Role::Manager;
        let held = async |login: &str| {
            let answer = app.answer_subject(&manager, office.people[login], "richiesta 1").await.unwrap();
            let errands = answer.dossier.errands.into_iter();
            errands.map(|one| (one.state, one.words_of, one.words, one.code)).collect::<Vec<_>>()
        };
        let step = |state, of, words: &str| (state, of, words.to_owned(), "SUM001".to_owned());
        let (asked, answer) = ("Guardare il conto", "La delibera dice 10,00");
        let brunos =
            [step(ErrandState::Given, WordsOf::Another, asked), step(ErrandState::Returned, WordsOf::Person, answer)];
        assert_eq!(held("bruno").await, brunos);
        let adas = held("ada").await;
        assert_eq!(adas.iter().map(|one| one.1).collect::<Vec<_>>(), [WordsOf::Person; 3], "{adas:?}");
        assert_eq!(held("dario").await, []);
        give(office, document).await;
    }
}

async fn give_twice(office: &Office, id: ErrandId, document: DocumentId) -> ErrandId {
    let input = input(office, "bruno", "2026-12-01", "Guardare il conto");
    office.app.give_errand(&office.person("ada"), id, document, "1-3", &input).await.unwrap()
}

#[tokio::test]
async fn only_who_has_it_and_who_may_file_sees_an_errand() {
    let both = Both::new().await;
    for office in &both.each {
        let document = office.document(1, "Castelvento").await;
        let id = give(office, document).await;
        let app = &office.app;
        for (login, sees) in [("ada", true), ("bruno", true), ("carla", false), ("dario", false)] {
            let seen = app.get_errand(&office.person(login), id, Language::Italian).await;
            assert_eq!(seen.is_ok(), sees, "{login}");
        }
        assert!(app.get_errand(&Viewer::public(office.area, String::new()), id, Language::Italian).await.is_err());
        let (bruno, carla) = (office.person("bruno"), office.person("carla"));
        assert!(app.finding_to_hand(&bruno, document, "1-3").await.is_err(), "who has it hands over nothing");
        assert!(app.finding_to_hand(&carla, document, "1-3").await.is_err(), "another body's");
        assert!(matches!(app.close_errand(&bruno, id, 1).await, Err(Error::Denied(_))));
        assert!(app.return_errand(&office.person("ada"), id, 1, "x").await.is_err(), "not theirs to answer");
        assert!(app.close_errand(&carla, id, 1).await.is_err());
    }
}

#[tokio::test]
async fn what_is_typed_is_looked_at() {
    let both = Both::new().await;
    for office in &both.each {
        let document = office.document(1, "Castelvento").await;
        let (app, ada) = (&office.app, office.person("ada"));
        let check = async |input: ErrandInput, expected: &[(&str, &str)]| {
            let id = ErrandId(app.fresh_id());
            let refused = app.give_errand(&ada, id, document, "1-3", &input).await.unwrap_err();
            assert_eq!(faults(refused), expected, "{input:?}");
        };
        let missing = [("to", "field-choose"), ("due", "field-missing"), ("request", "field-missing")];
        check(input(office, "nobody", "", " "), &missing).await;
        check(input(office, "bruno", "2026-11-21", "x"), &[("due", "errand-due-past")]).await;
        check(input(office, "bruno", "domani", "x"), &[("due", "field-date-wrong")]).await;
        check(input(office, "bruno", "2026-12-01", &"x".repeat(5_000)), &[("request", "field-too-long")]).await;
        let id = give(office, document).await;
        check(input(office, "bruno", "2026-12-01", "x"), &[("to", "errand-already")]).await;
        let empty = app.return_errand(&office.person("bruno"), id, 1, "  ").await.unwrap_err();
        assert_eq!(faults(empty), [("answer", "field-missing")]);
        let nothing = app.give_errand(&ada, ErrandId(app.fresh_id()), document, "9-9", &ErrandInput::default()).await;
        assert!(matches!(nothing, Err(Error::Absent(_))));
    }
}
