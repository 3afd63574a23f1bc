// SPDX-License-Identifier: AGPL-3.0-or-later
//! Signing in with an outside provider, after it has proved who somebody is: attempts serve once, and people are tied to
//! it one by one. On both databases.

use crate::office::Office;
use ambito_app::office::StaffInput;
use ambito_app::signing::{Entry, Outside, Proof, Proven, Stage, Visitor};
use ambito_app::{Error, Viewer};

const ISSUER: &str = "https://accesso.valdoro.example";

fn visitor() -> Visitor {
    Visitor { address: "10.0.0.9".to_owned(), agent: "prova".to_owned() }
}

fn proof(subject: &str, login: &str, email: &str) -> Proof {
    let given = |word: &str| Some(word.to_owned()).filter(|word| !word.is_empty());
    Proof {
        issuer: ISSUER.to_owned(),
        subject: subject.to_owned(),
        login: given(login),
        email: given(email),
        acr: Some("livello-2".to_owned()),
        proven: Proven::Strongly,
    }
}

fn why<T>(outcome: Result<T, Error>) -> Option<Outside> {
    match outcome {
        Err(Error::Outside(why)) => Some(why),
        Err(error) => panic!("{error}"),
        Ok(_) => None,
    }
}

impl Office {
    async fn enter(&self, proof: &Proof) -> Result<Entry, Error> {
        self.app.sign_in_outside(self.area, proof, &visitor()).await
    }
}

#[tokio::test]
async fn an_attempt_serves_once_in_its_browser_for_ten_minutes() {
    for office in Office::both().await {
        let (app, area) = (&office.app, office.area);
        let (mine, other) = (app.new_key(area), app.new_key(area));
        let begun = app.begin_outside(area, &mine, "next=%2Fplans").await.unwrap();
        assert_ne!(begun.state, begun.nonce);
        let attempt = app.take_outside(area, &mine, &begun.state, &visitor()).await.unwrap();
        assert_eq!(
            (attempt.onward.as_str(), &attempt.nonce, &attempt.verifier),
            ("next=%2Fplans", &begun.nonce, &begun.verifier)
        );
        assert_eq!(why(app.take_outside(area, &mine, &begun.state, &visitor()).await), Some(Outside::Unknown));
        // Another browser does not have it, and burns it.
        let begun = app.begin_outside(area, &mine, "").await.unwrap();
        assert_eq!(why(app.take_outside(area, &other, &begun.state, &visitor()).await), Some(Outside::Elsewhere));
        assert_eq!(why(app.take_outside(area, &mine, &begun.state, &visitor()).await), Some(Outside::Unknown));
        // A day later it is over; when the next one begins it is gone.
        let late = app.begin_outside(area, &mine, "").await.unwrap();
        let gone = app.begin_outside(area, &mine, "").await.unwrap();
        office.wait_days(1);
        assert_eq!(why(app.take_outside(area, &mine, &late.state, &visitor()).await), Some(Outside::Late));
        app.begin_outside(area, &mine, "").await.unwrap();
        assert_eq!(why(app.take_outside(area, &mine, &gone.state, &visitor()).await), Some(Outside::Unknown));
    }
}

#[tokio::test]
async fn people_are_tied_one_by_one_and_nobody_is_made() {
    for office in Office::both().await {
        let keeper = Viewer::keeper(office.area, "prova".to_owned());
        let before = office.app.list_staff(&keeper).await.unwrap();
        // By what they sign in with, however it is written; then by the subject, whatever else is said.
        assert_eq!(office.enter(&proof("s-1", " Carla ", "")).await.unwrap().stage, Stage::Full);
        assert_eq!(why(office.enter(&proof("s-1", "bruno", "")).await), None);
        assert_eq!(why(office.enter(&proof("s-2", "carla", "")).await), Some(Outside::Tied));
        assert_eq!(why(office.enter(&proof("s-3", "nessuna", "altra@valdoro.example")).await), Some(Outside::Stranger));
        // Another provider follows the former.
        let moved = Proof { issuer: "https://nuovo.valdoro.example".to_owned(), ..proof("s-1", "carla", "") };
        assert_eq!(why(office.enter(&moved).await), None);
        // By an address, where one person alone has it.
        assert_eq!(why(office.enter(&proof("s-4", "", "ADA@valdoro.example")).await), None);
        let elsa = before.iter().find(|person| person.login == "elsa").unwrap();
        let dario = before.iter().find(|person| person.login == "dario").unwrap();
        for person in [elsa, dario] {
            let input = StaffInput {
                name: person.name.clone(),
                login: person.login.clone(),
                email: "ufficio@valdoro.example".to_owned(),
                left_on: String::new(),
            };
            office.app.save_staff(&keeper, person.id, person.version, &input).await.unwrap();
        }
        assert_eq!(why(office.enter(&proof("s-5", "", "ufficio@valdoro.example")).await), Some(Outside::Stranger));
        // Who has left is refused, tied or not.
        let input = StaffInput {
            name: elsa.name.clone(),
            login: elsa.login.clone(),
            email: String::new(),
            left_on: "2026-12-31".to_owned(),
        };
        office.app.save_staff(&keeper, elsa.id, elsa.version + 1, &input).await.unwrap();
        assert_eq!(why(office.enter(&proof("s-6", "elsa", "")).await), Some(Outside::Left));
        assert_eq!(office.app.list_staff(&keeper).await.unwrap().len(), before.len());
        // Without a level that was required, our own rule asks managers and administrators.
        let weak = Proof { proven: Proven::Somehow, ..proof("s-7", "bruno", "") };
        assert_eq!(office.enter(&weak).await.unwrap().stage, Stage::Enrol);
    }
}
