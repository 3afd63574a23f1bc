// SPDX-License-Identifier: AGPL-3.0-or-later
//! A file is filed once; another file of the same plan is its next version; what cannot be filed leaves nothing.

use crate::{Both, Read};
use ambito_app::Error;
use ambito_app::plans::{Counts, Outcome};
use ambito_domain::office::{BodyId, Role};

#[tokio::test]
async fn the_same_file_is_filed_once_and_another_is_the_next_version() {
    let both = Both::new().await;
    let first = Read::demo("peg-2027.txt");
    let mut changed = first.content.clone();
    changed.extend_from_slice(b"\nUna riga in fondo.\n");
    let second = Read::of("peg-2027.txt", changed);
    for office in &both.each {
        let (town, other) = (office.bodies["Castelvento"], office.bodies["Roccabruna"]);
        let viewer = office.somebody(Role::Programmer, "Castelvento");
        let Outcome::NewPlan(filed) = office.app.import_plan(&viewer, &first.import(town)).await.unwrap() else {
            panic!("a plan that was not here")
        };
        assert_eq!((filed.number, filed.counts), (1, Counts::of(&first.source.reading.draft)));
        let again = office.app.import_plan(&viewer, &first.import(town)).await.unwrap();
        assert_eq!(again, Outcome::Already(filed.clone()));
        let next = office.app.import_plan(&viewer, &second.import(town)).await.unwrap();
        let Outcome::NewVersion(next) = next else { panic!("another version: {next:?}") };
        assert_eq!((next.plan, next.number), (filed.plan, 2));
        assert_eq!(
            office.app.import_plan(&viewer, &first.import(town)).await.unwrap(),
            Outcome::Already(filed.clone())
        );
        assert_eq!(office.records("plan.import").await, 2);

        // The same file of another body is another plan.
        let outcome = office.app.import_plan(&office.keeper(), &first.import(other)).await.unwrap();
        assert!(matches!(outcome, Outcome::NewPlan(other) if other.plan != filed.plan));

        let tree = office.app.get_plan(&viewer, filed.plan, None, None).await.unwrap();
        assert_eq!((tree.version.key.number(), tree.versions.len()), (2, 2));
        assert_eq!(tree.branches.len(), second.source.reading.draft.nodes.len());
        let tree = office.app.get_plan(&viewer, filed.plan, Some(1), None).await.unwrap();
        assert_eq!(tree.version.counts, Counts::of(&first.source.reading.draft));
        assert_eq!(tree.document.size_bytes, i64::try_from(first.content.len()).unwrap());
    }
}

#[tokio::test]
async fn what_cannot_be_filed_leaves_nothing() {
    let both = Both::new().await;
    let read = Read::demo("piano-di-zona.txt");
    for office in &both.each {
        let (town, nowhere) = (office.bodies["Castelvento"], BodyId(ambito_base::Uuid::from_u128(9)));
        let cases = [
            (office.keeper(), nowhere),
            (office.somebody(Role::Programmer, "Roccabruna"), town),
            (office.somebody(Role::Auditor, "Castelvento"), town),
            (office.somebody(Role::Administrator, "Ambito di Valdoro"), town),
        ];
        for (viewer, body) in cases {
            let refused = office.app.import_plan(&viewer, &read.import(body)).await.unwrap_err();
            assert!(matches!(refused, Error::Absent("body") | Error::Denied(_)), "{refused:?}");
        }
        let mut other = read.import(town);
        other.content = b"other bytes";
        let refused = office.app.import_plan(&office.keeper(), &other).await.unwrap_err();
        assert!(matches!(refused, Error::Invalid(_)), "{refused:?}");
        assert!(office.app.list_plans(&office.keeper(), None).await.unwrap().plans.is_empty());
        assert_eq!(office.records("plan.import").await, 0);
    }
}
