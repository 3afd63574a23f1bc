// SPDX-License-Identifier: AGPL-3.0-or-later
//! Credentials, sessions, tokens, attempts with an outside provider.

use crate::*;
use ambito_domain::office::{Right, SessionId, TokenId};
use ambito_store::attempts::{self, Attempt};
use ambito_store::credentials::{self, Credential, Link};
use ambito_store::sessions::{self, Session, Stage};
use ambito_store::tokens::{self, Token};
use ambito_store::{Error, settings, subjects};

on_both! { credential, recovery_codes, one_time_links, session, token, attempt }

async fn credential(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    assert_eq!(credentials::get(&mut tx, AREA, ADA).await.unwrap(), Credential::default());
    let absent = credentials::save(&mut tx, AREA, ADA, &Credential::default()).await;
    assert!(matches!(absent, Err(Error::Absent(_))), "it was never locked");
    let known = Credential {
        password: Some("$argon2id$…".to_owned()),
        totp_secret: Some(vec![0, 255, 7]),
        totp_since: Some(at(5)),
        totp_step: Some(i64::MAX),
        failures: 3,
        locked_until: Some(at(-10_000_000_000)),
        subject: Some("issuer|ada".to_owned()),
    };
    for _ in 0..2 {
        credentials::lock(&mut tx, AREA, ADA).await.unwrap();
        credentials::save(&mut tx, AREA, ADA, &known).await.unwrap();
    }
    assert_eq!(credentials::get(&mut tx, AREA, ADA).await.unwrap(), known);
    assert_eq!(credentials::find_by_subject(&mut tx, AREA, "issuer|ada").await.unwrap(), Some(ADA));
    assert_eq!(credentials::find_by_subject(&mut tx, OTHER, "issuer|ada").await.unwrap(), None);
    credentials::lock(&mut tx, AREA, BRUNO).await.unwrap();
    assert!(matches!(credentials::save(&mut tx, AREA, BRUNO, &known).await, Err(Error::Taken)));
}

async fn recovery_codes(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    credentials::replace_recovery_codes(&mut tx, AREA, ADA, &[[1; 32], [2; 32]]).await.unwrap();
    assert_eq!(credentials::count_recovery_codes(&mut tx, AREA, ADA).await.unwrap(), 2);
    assert!(credentials::use_recovery_code(&mut tx, AREA, ADA, &[1; 32], at(1)).await.unwrap());
    assert!(!credentials::use_recovery_code(&mut tx, AREA, ADA, &[1; 32], at(2)).await.unwrap(), "once only");
    assert!(!credentials::use_recovery_code(&mut tx, AREA, BRUNO, &[2; 32], at(2)).await.unwrap(), "another's");
    assert_eq!(credentials::count_recovery_codes(&mut tx, AREA, ADA).await.unwrap(), 1);
    credentials::replace_recovery_codes(&mut tx, AREA, ADA, &[]).await.unwrap();
    assert_eq!(credentials::count_recovery_codes(&mut tx, AREA, ADA).await.unwrap(), 0);
}

async fn one_time_links(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let link = |hours| Link { staff: ADA, created: at(hours), created_by: Some(BRUNO), expires: at(hours + 100) };
    credentials::insert_link(&mut tx, AREA, &[1; 32], &link(0)).await.unwrap();
    assert_eq!(credentials::find_link(&mut tx, AREA, &[1; 32], at(99)).await.unwrap(), Some(ADA));
    assert_eq!(credentials::find_link(&mut tx, AREA, &[1; 32], at(100)).await.unwrap(), None, "it has expired");
    credentials::insert_link(&mut tx, AREA, &[2; 32], &link(1)).await.unwrap();
    assert_eq!(credentials::find_link(&mut tx, AREA, &[1; 32], at(2)).await.unwrap(), None, "a newer one is there");
    assert!(credentials::use_link(&mut tx, AREA, &[2; 32], at(3)).await.unwrap());
    assert!(!credentials::use_link(&mut tx, AREA, &[2; 32], at(4)).await.unwrap());
    assert_eq!(subjects::list_links(&mut tx, &all(), ADA).await.unwrap().len(), 2);
}

fn one_session(id: u128, expires: i64) -> Session {
    Session {
        id: SessionId(Uuid::from_u128(id)),
        staff: ADA,
        stage: Stage::Full,
        created: at(0),
        seen: at(id.try_into().unwrap()),
        expires: at(expires),
        ended: None,
        address: "10.0.0.1".to_owned(),
        agent: "Lettore «à»".to_owned(),
    }
}

async fn session(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    for (id, expires) in [(1, 100), (2, 100), (3, 10)] {
        let digest = [u8::try_from(id).unwrap(); 32];
        sessions::insert(&mut tx, AREA, &digest, &one_session(id, expires)).await.unwrap();
    }
    assert_eq!(sessions::find(&mut tx, AREA, &[1; 32]).await.unwrap(), Some(one_session(1, 100)));
    assert_eq!(sessions::find(&mut tx, OTHER, &[1; 32]).await.unwrap(), None);
    let known = sessions::find_known(&mut tx, AREA, &[1; 32], "idle", day("2027-01-01")).await.unwrap().unwrap();
    assert_eq!((known.session, known.staff, known.setting), (one_session(1, 100), person(ADA, "ada"), None));
    assert_eq!(known.area, "Valdoro");
    let setting = settings::Setting { name: "idle".to_owned(), value: "7".to_owned(), version: 0 };
    settings::save(&mut tx, AREA, &setting).await.unwrap();
    let known = sessions::find_known(&mut tx, AREA, &[1; 32], "idle", day("2027-01-01")).await.unwrap().unwrap();
    assert_eq!(known.setting.as_deref(), Some("7"));
    assert_eq!(sessions::find_known(&mut tx, OTHER, &[1; 32], "idle", day("2027-01-01")).await.unwrap(), None);
    let open = sessions::list_of(&mut tx, AREA, ADA, at(50)).await.unwrap();
    assert_eq!(open, [one_session(2, 100), one_session(1, 100)], "the last used first, the expired not");
    sessions::touch(&mut tx, AREA, &[1; 32], at(60)).await.unwrap();
    assert_eq!(sessions::find(&mut tx, AREA, &[1; 32]).await.unwrap().unwrap().seen, at(60));
    let first = SessionId(Uuid::from_u128(1));
    assert!(!sessions::end(&mut tx, AREA, BRUNO, first, at(61)).await.unwrap(), "another's");
    assert!(sessions::end(&mut tx, AREA, ADA, first, at(61)).await.unwrap());
    assert!(!sessions::end(&mut tx, AREA, ADA, first, at(62)).await.unwrap());
    assert_eq!(sessions::end_all(&mut tx, AREA, ADA, at(63)).await.unwrap(), 2);
    assert_eq!(subjects::list_sessions(&mut tx, &all(), ADA).await.unwrap().len(), 3);
    assert_eq!(subjects::list_positions(&mut tx, &all(), ADA).await.unwrap().len(), 1);
}

async fn token(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let token = Token {
        id: TokenId(Uuid::from_u128(1)),
        staff: ADA,
        name: "cruscotto".to_owned(),
        scope: [Right::ReadPlans, Right::ReadBodies].into(),
        created: at(0),
        expires: at(100),
        used: None,
        ended: None,
    };
    tokens::insert(&mut tx, AREA, &[9; 32], &token).await.unwrap();
    assert_eq!(tokens::find(&mut tx, AREA, &[9; 32]).await.unwrap(), Some(token.clone()));
    assert_eq!(tokens::list_of(&mut tx, AREA, ADA, at(100)).await.unwrap(), [], "it has expired");
    tokens::touch(&mut tx, AREA, &[9; 32], at(7)).await.unwrap();
    let used = Token { used: Some(at(7)), ..token.clone() };
    assert_eq!(tokens::list_of(&mut tx, AREA, ADA, at(50)).await.unwrap(), [used]);
    assert!(!tokens::end(&mut tx, AREA, BRUNO, token.id, at(8)).await.unwrap());
    assert!(tokens::end(&mut tx, AREA, ADA, token.id, at(8)).await.unwrap());
    assert!(!tokens::end(&mut tx, AREA, ADA, token.id, at(9)).await.unwrap());
    assert_eq!(subjects::list_tokens(&mut tx, &all(), ADA).await.unwrap().len(), 1);
}

async fn attempt(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let attempt = |created: i64| Attempt {
        visit: [3; 32],
        nonce: "nonce".to_owned(),
        verifier: "verifier".to_owned(),
        onward: "next=%2F&resume=è".to_owned(),
        created: at(created),
        expires: at(created + 100),
    };
    attempts::insert(&mut tx, AREA, &[1; 32], &attempt(0)).await.unwrap();
    attempts::insert(&mut tx, AREA, &[2; 32], &attempt(99)).await.unwrap();
    assert_eq!(attempts::take(&mut tx, OTHER, &[1; 32]).await.unwrap(), None);
    assert_eq!(attempts::take(&mut tx, AREA, &[1; 32]).await.unwrap(), Some(attempt(0)));
    assert_eq!(attempts::take(&mut tx, AREA, &[1; 32]).await.unwrap(), None, "once only");
    attempts::insert(&mut tx, AREA, &[1; 32], &attempt(100)).await.unwrap();
    attempts::insert(&mut tx, AREA, &[4; 32], &attempt(199)).await.unwrap();
    assert_eq!(attempts::take(&mut tx, AREA, &[2; 32]).await.unwrap(), None, "it was over when another began");
    assert_eq!(attempts::take(&mut tx, AREA, &[1; 32]).await.unwrap(), Some(attempt(100)), "it was not over yet");
}
