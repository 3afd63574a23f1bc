// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nothing outside the sight: lists, plans, versions, files, search, people.

use crate::{AMBIT, AREA, Both, TOWN, file, files, read};
use ambito_base::{Timestamp, Uuid};
use ambito_domain::office::{BodyId, Duty, Reach, Right, Role, Seat, Sight, Standing, authorise};
use ambito_domain::planning::{Effort, NodeId, PlanDraft};
use ambito_store::plans;

fn sight_of(body: BodyId) -> Sight {
    let duty = Duty { role: Role::Evaluator, body, reach: Reach::Body, bodies: [body].into(), seat: Seat::Below };
    authorise(&Standing { area: AREA, duties: vec![duty], only: None }, Right::ReadPlans).unwrap()
}

fn draft() -> PlanDraft {
    let path = files("demo/documenti", &["txt"]).unwrap().into_iter().next().unwrap();
    let mut draft = read(&path).reading.draft;
    let (relation, share) = (None, None);
    draft.efforts.push(Effort { node: None, person: "Aldo Prova".into(), relation, share, line: 1 });
    draft
}

#[tokio::test]
async fn a_plan_is_seen_where_its_body_is() {
    let both = Both::new().await;
    let draft = draft();
    let title = draft.nodes.iter().find_map(|node| node.title.clone()).unwrap();
    for db in &both.each {
        let key = file(db, TOWN, 20, &draft).await;
        let mut tx = db.read().await.unwrap();
        for (body, seen) in [(TOWN, true), (AMBIT, false)] {
            let sight = sight_of(body);
            let tx = &mut tx;
            assert_eq!(!plans::list_plans(tx, &sight, None, 10).await.unwrap().is_empty(), seen);
            assert_eq!(plans::find_plan(tx, &sight, key.plan()).await.unwrap().is_some(), seen);
            let version = plans::find_version(tx, &sight, key.plan(), None).await.unwrap();
            assert_eq!(version.is_some(), seen);
            assert_eq!(!plans::list_versions(tx, &sight, key.plan()).await.unwrap().is_empty(), seen);
            assert_eq!(plans::load_draft(tx, &sight, key.plan(), None).await.unwrap().is_some(), seen);
            assert_eq!(!plans::search(tx, &sight, &title, None, 10).await.unwrap().is_empty(), seen);
            let (_, people) = plans::get_loose(tx, Some(&sight), &key).await.unwrap();
            assert_eq!(people.is_some_and(|people| !people.is_empty()), seen);
            assert_eq!(plans::get_loose(tx, None, &key).await.unwrap().1, None, "names were not asked for");
            let front = plans::find_front(tx, &sight, key.plan(), None).await.unwrap();
            assert_eq!(front.as_ref().map(|front| &front.version), version.as_ref());
            let plan = plans::find_plan(tx, &sight, key.plan()).await.unwrap();
            assert_eq!(front.as_ref().map(|front| &front.plan), plan.as_ref());
            assert_eq!(front.as_ref().map(|front| front.body.as_str()), seen.then_some("Castelvento"));
            assert!(plans::find_front(tx, &sight, key.plan(), Some(2)).await.unwrap().is_none());
            assert_eq!(!plans::list_by_person(tx, &sight, "PROVA Aldo").await.unwrap().is_empty(), seen);
            assert_eq!(plans::find_by_digest(tx, &sight, TOWN, &[20; 32]).await.unwrap().is_some(), seen);
            let document = plans::find_by_digest(tx, &sight_of(TOWN), TOWN, &[20; 32]).await.unwrap().unwrap().1;
            let document_seen = plans::find_document(tx, &sight, document).await.unwrap();
            assert_eq!(document_seen, front.map(|front| front.document));
            assert_eq!(plans::find_content(tx, &sight, document).await.unwrap().is_some(), seen);
            let same = plans::find_same(tx, &sight, TOWN, draft.family.unwrap(), draft.period).await.unwrap();
            assert_eq!(same.is_some(), seen);
        }
    }
}

#[tokio::test]
async fn a_version_is_counted_walked_and_followed_by_another() {
    let both = Both::new().await;
    let draft = draft();
    for db in &both.each {
        let key = file(db, TOWN, 40, &draft).await;
        let mut tx = db.write().await.unwrap();
        let tx = &mut tx;
        assert_eq!(plans::count_plans(tx, &sight_of(TOWN)).await.unwrap(), 1);
        assert_eq!(plans::count_plans(tx, &sight_of(AMBIT)).await.unwrap(), 0);
        let tops = plans::list_children(tx, &key, None, None, 1_000).await.unwrap();
        let expected = draft.nodes.iter().filter(|node| node.parent.is_none()).count();
        assert_eq!(tops.len(), expected);
        let rest = plans::list_children(tx, &key, None, Some(tops[0].id), 1_000).await.unwrap();
        assert_eq!(rest.len(), expected - 1, "the list goes on after one");
        let below = plans::list_children(tx, &key, Some(tops[0].id), None, 1_000).await.unwrap();
        assert!(below.iter().all(|branch| branch.parent == Some(tops[0].id)));
        let also = draft.nodes.iter().position(|node| !node.also_under.is_empty());
        let node = NodeId(u32::try_from(also.unwrap_or(0)).unwrap());
        let under = plans::get_kin(tx, &key, node, None, 10).await.unwrap().also_under;
        assert_eq!(under.len(), draft.node(node).also_under.len());
        let few = plans::get_kin(tx, &key, tops[0].id, None, 1).await.unwrap();
        assert_eq!(few.children, below[..below.len().min(1)]);
        let rest = plans::get_kin(tx, &key, tops[0].id, few.children.last().map(|one| one.id), 1_000).await.unwrap();
        assert_eq!([few.children, rest.children].concat(), below, "the list goes on after one");
        assert_eq!(plans::get_kin(tx, &key, NodeId(u32::MAX), None, 10).await.unwrap(), plans::Kin::default());
        assert_eq!(plans::list_places(tx, &key, 0, 9_999).await.unwrap().len(), 0, "a text has no other places");
        assert!(plans::lock_body(tx, AREA, TOWN).await.unwrap());
        assert!(!plans::lock_body(tx, AREA, BodyId(Uuid::from_u128(99))).await.unwrap());
        let next = plans::advance_plan(tx, AREA, key.plan(), "Altro titolo", Timestamp::UNIX_EPOCH).await.unwrap();
        assert_eq!((next.plan(), next.number()), (key.plan(), 2));
    }
}

#[tokio::test]
async fn lists_go_on_from_a_key() {
    let both = Both::new().await;
    let draft = draft();
    for db in &both.each {
        for number in 30..35 {
            file(db, TOWN, number, &draft).await;
        }
        let (mut tx, sight) = (db.read().await.unwrap(), sight_of(TOWN));
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = plans::list_plans(&mut tx, &sight, after, 2).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(last.id);
            seen.extend(page.iter().map(|plan| plan.id.0.as_u128()));
        }
        assert_eq!(seen, [34, 33, 32, 31, 30]);

        let whole = plans::search(&mut tx, &sight, "a", None, 100_000).await.unwrap();
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = plans::search(&mut tx, &sight, "a", after, 7).await.unwrap();
            let Some(last) = page.last() else { break };
            after = Some(plans::HitKey { plan: last.plan, node: last.branch.id });
            seen.extend(page);
        }
        assert!(whole.len() > 7 && seen == whole, "{} and {}", seen.len(), whole.len());
    }
}

#[tokio::test]
async fn a_node_shows_what_hangs_from_it() {
    let both = Both::new().await;
    for path in files("demo/documenti", &["txt"]).unwrap() {
        let draft = read(&path).reading.draft;
        for (db, number) in both.each.iter().zip([0, 0]) {
            let number = number + 40 + u128::try_from(draft.nodes.len() % 50).unwrap();
            let key = file(db, TOWN, number, &draft).await;
            let mut tx = db.read().await.unwrap();
            let branches = plans::list_branches(&mut tx, &key, None, 100_000).await.unwrap();
            assert_eq!(branches.len(), draft.nodes.len());
            let mut indicators = 0;
            for branch in branches {
                let inside = plans::get_inside(&mut tx, None, &key, branch.id, None, 1_000).await.unwrap();
                assert_eq!(inside.kin, plans::get_kin(&mut tx, &key, branch.id, None, 1_000).await.unwrap());
                let below = plans::RolledFrom::Below(branch.id);
                assert_eq!(inside.rolled, plans::list_rolled(&mut tx, &key, below).await.unwrap());
                let places = plans::list_places(&mut tx, &key, 0, u32::MAX).await.unwrap();
                assert_eq!((inside.people, inside.has_places), (None, !places.is_empty()));
                let content = inside.content;
                assert_eq!(content.node.as_ref(), Some(draft.node(branch.id)));
                let hang = |node: Option<_>| node == Some(branch.id);
                let own: Vec<_> = draft.indicators.iter().filter(|it| hang(it.node)).cloned().collect();
                assert_eq!(content.indicators, own);
                let own: Vec<_> = draft.budget_lines.iter().filter(|it| hang(it.node)).cloned().collect();
                assert_eq!(content.budget_lines, own);
                let own: Vec<_> = draft.resources.iter().filter(|it| hang(it.node)).cloned().collect();
                assert_eq!(content.resources, own);
                let own: Vec<_> = draft.timetables.iter().filter(|it| hang(it.node)).cloned().collect();
                assert_eq!(content.timetables, own);
                indicators += content.indicators.len();
                let path = plans::get_kin(&mut tx, &key, branch.id, None, 1).await.unwrap().path;
                assert_eq!(path.last().map(|last| last.id), Some(branch.id));
                assert_eq!(path.first().and_then(|first| first.parent), None);
            }
            let loose = plans::get_loose(&mut tx, None, &key).await.unwrap().0;
            assert_eq!(indicators + loose.indicators.len(), draft.indicators.len());
        }
    }
}
