// SPDX-License-Identifier: AGPL-3.0-or-later
//! Areas, settings, bodies, people, positions.

use crate::*;
use ambito_store::settings::{self, Setting};
use ambito_store::{Error, areas};

on_both! { area, setting, bodies_of_an_area, people, places, held_roles, links_between_rows }

async fn area(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let names: Vec<String> = areas::list(&mut tx).await.unwrap().into_iter().map(|area| area.name).collect();
    assert_eq!(names, ["Altrove", "Valdoro"]);
    let mut area = areas::find(&mut tx, AREA).await.unwrap().unwrap();
    area.name = "Valdoro Alta".to_owned();
    areas::update(&mut tx, &area).await.unwrap();
    assert!(matches!(areas::update(&mut tx, &area).await, Err(Error::Stale)), "the version is another by now");
    assert_eq!(areas::find(&mut tx, AREA).await.unwrap().unwrap().version, 2);
    assert_eq!(areas::find(&mut tx, AreaId(Uuid::nil())).await.unwrap(), None);
}

async fn setting(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let one = |value: &str, version| Setting { name: "idle".to_owned(), value: value.to_owned(), version };
    settings::save(&mut tx, AREA, &one("30", 0)).await.unwrap();
    assert!(matches!(settings::save(&mut tx, AREA, &one("5", 0)).await, Err(Error::Stale)));
    settings::save(&mut tx, AREA, &one("è 45", 1)).await.unwrap();
    assert_eq!(settings::list(&mut tx, AREA).await.unwrap(), [one("è 45", 2)]);
    assert_eq!(settings::list(&mut tx, OTHER).await.unwrap(), []);
}

async fn bodies_of_an_area(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let mut found = bodies::list(&mut tx, &all()).await.unwrap();
    found.sort_by_key(|body| body.id);
    assert_eq!(found, [body(TOP, None, "Ambito"), body(TOWN, Some(TOP), "Comune à l’est")]);
    assert_eq!(bodies::list(&mut tx, &town()).await.unwrap(), [body(TOWN, Some(TOP), "Comune à l’est")]);
    assert_eq!(bodies::find(&mut tx, &town(), TOP).await.unwrap(), None, "it is out of sight");
    let changed = Body {
        ipa: Some("c_x".to_owned()),
        istat: None,
        valid: Period { from: None, to: Some(day("2031-02-28")) },
        ..body(TOWN, Some(TOP), "Nuovo")
    };
    bodies::update(&mut tx, AREA, &changed).await.unwrap();
    assert!(matches!(bodies::update(&mut tx, AREA, &changed).await, Err(Error::Stale)));
    assert_eq!(bodies::find(&mut tx, &all(), TOWN).await.unwrap(), Some(Body { version: 2, ..changed }));
    let untouched = bodies::find(&mut tx, &keeper(OTHER), TOWN).await.unwrap();
    assert_eq!(untouched, Some(body(TOWN, Some(TOP), "Comune à l’est")), "the other area is another");
}

async fn people(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    assert_eq!(staff::list(&mut tx, &all()).await.unwrap(), [person(ADA, "ada"), person(BRUNO, "bruno")]);
    // Who reaches the town sees who is or was there.
    let names = staff::list_names(&mut tx, AREA, &[BRUNO, ADA]).await.unwrap();
    assert_eq!(names.len(), 2);
    assert!(names.iter().any(|(id, _)| *id == ADA));
    assert_eq!(staff::list(&mut tx, &town()).await.unwrap(), [person(BRUNO, "bruno")]);
    assert_eq!(staff::find(&mut tx, &town(), ADA).await.unwrap(), None);
    assert_eq!(staff::find(&mut tx, &town(), BRUNO).await.unwrap(), Some(person(BRUNO, "bruno")));
    assert_eq!(staff::find_by_login(&mut tx, AREA, "ada").await.unwrap(), Some(person(ADA, "ada")));
    assert_eq!(staff::find_by_login(&mut tx, AREA, "ADA").await.unwrap(), None);
    for (number, email) in [(1_u128, "Uno@valdoro.example"), (2, "due@valdoro.example"), (3, "due@valdoro.example")] {
        let id = StaffId(Uuid::from_u128(0xE0 + number));
        let one = Staff { email: Some(email.to_owned()), ..person(id, &format!("posta-{number}")) };
        staff::insert(&mut tx, OTHER, &one).await.unwrap();
    }
    for (email, count) in [("UNO@valdoro.example", 1), ("due@valdoro.example", 2), ("tre@valdoro.example", 0)] {
        assert_eq!(staff::list_by_email(&mut tx, OTHER, email).await.unwrap().len(), count, "{email}");
        assert_eq!(staff::list_by_email(&mut tx, AREA, email).await.unwrap(), [], "{email}");
    }
    let left = Staff { email: Some("a@b.it".to_owned()), left_on: Some(day("2026-10-01")), ..person(ADA, "ada.f") };
    staff::update(&mut tx, AREA, &left).await.unwrap();
    assert!(matches!(staff::update(&mut tx, AREA, &left).await, Err(Error::Stale)));
    assert_eq!(staff::find(&mut tx, &all(), ADA).await.unwrap(), Some(Staff { version: 2, ..left }));
    tx.commit().await.unwrap();
    let mut tx = office.db.write().await.unwrap();
    let twin = person(StaffId(Uuid::from_u128(29)), "bruno");
    assert!(matches!(staff::insert(&mut tx, AREA, &twin).await, Err(Error::Taken)));
}

async fn places(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let found = positions::list(&mut tx, &all()).await.unwrap();
    assert_eq!(found, [position(CHIEF, TOP, Role::Manager), position(CLERK, TOWN, Role::Programmer)]);
    assert_eq!(positions::list(&mut tx, &town()).await.unwrap().len(), 1);
    assert_eq!(positions::find(&mut tx, &town(), CHIEF).await.unwrap(), None);
    let roles = [Role::Programmer, Role::Auditor].map(|role| PositionRole { role, reach: Reach::Body }).to_vec();
    let changed = Position { title: "Due ruoli".to_owned(), roles, ..position(CLERK, TOWN, Role::Finance) };
    positions::update(&mut tx, AREA, &changed).await.unwrap();
    assert!(matches!(positions::update(&mut tx, AREA, &changed).await, Err(Error::Stale)));
    assert_eq!(positions::find(&mut tx, &all(), CLERK).await.unwrap(), Some(Position { version: 2, ..changed }));

    assert_eq!(positions::list_tenures(&mut tx, &all()).await.unwrap().len(), 2);
    let own = tenure(32, CLERK, BRUNO, "2025-01-01", Some("2026-06-30"));
    assert_eq!(positions::list_tenures(&mut tx, &town()).await.unwrap(), [own]);
    assert_eq!(positions::find_tenure(&mut tx, &town(), TenureId(Uuid::from_u128(31))).await.unwrap(), None);
    let longer = Tenure { to: None, from: day("2024-02-29"), ..own };
    positions::update_tenure(&mut tx, AREA, &longer).await.unwrap();
    assert!(matches!(positions::update_tenure(&mut tx, AREA, &longer).await, Err(Error::Stale)));
    let found = positions::find_tenure(&mut tx, &all(), own.id).await.unwrap();
    assert_eq!(found, Some(Tenure { version: 2, ..longer }));
}

async fn held_roles(office: Office) {
    let mut tx = office.db.read().await.unwrap();
    let mut roles = async |who: StaffId, on: &str| -> Vec<(BodyId, Role)> {
        let posts = positions::list_posts(&mut tx, AREA, who, day(on)).await.unwrap();
        let bodies: Vec<_> = posts.iter().map(|post| (post.body, post.parent, post.kind)).collect();
        let town = BodyKind::Municipality;
        assert_eq!(bodies, [(TOP, None, town), (TOWN, Some(TOP), town)], "every body, with a role or without");
        posts.iter().flat_map(|post| post.roles.iter().map(|one| (post.body, one.role))).collect()
    };
    assert_eq!(roles(ADA, "2025-12-31").await, []);
    assert_eq!(roles(ADA, "2026-01-01").await, [(TOP, Role::Manager)]);
    assert_eq!(roles(ADA, "2099-01-01").await, [(TOP, Role::Manager)]);
    assert_eq!(roles(BRUNO, "2026-06-30").await, [(TOWN, Role::Programmer)]);
    assert_eq!(roles(BRUNO, "2026-07-01").await, []);
}

async fn links_between_rows(office: Office) {
    let mut tx = office.db.write().await.unwrap();
    let nowhere = position(PositionId(Uuid::from_u128(19)), BodyId(Uuid::from_u128(9)), Role::Finance);
    assert!(matches!(positions::insert(&mut tx, AREA, &nowhere).await, Err(Error::Bound)));
    drop(tx);
    // A body of another area is no body of this one, though it is there.
    let mut tx = office.db.write().await.unwrap();
    let foreign = body(BodyId(Uuid::from_u128(8)), Some(BodyId(Uuid::from_u128(7))), "Sospeso");
    let inserted = bodies::insert(&mut tx, AREA, &foreign).await;
    let outcome = match inserted {
        Ok(()) => tx.commit().await,
        error => error,
    };
    assert!(matches!(outcome, Err(Error::Bound)), "{outcome:?}");
    // Dropped without a commit, a transaction leaves nothing.
    let mut tx = office.db.write().await.unwrap();
    staff::insert(&mut tx, AREA, &person(StaffId(Uuid::from_u128(28)), "carla")).await.unwrap();
    drop(tx);
    let mut tx = office.db.read().await.unwrap();
    assert_eq!(staff::find_by_login(&mut tx, AREA, "carla").await.unwrap(), None);
}
