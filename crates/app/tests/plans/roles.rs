// SPDX-License-Identifier: AGPL-3.0-or-later
//! Every reading, as every role, inside and outside what it reaches.

use crate::{Both, Office, Read};
use ambito_app::plans::{Outcome, People};
use ambito_app::{Error, Viewer};
use ambito_domain::office::{PlanId, Right, Role};
use ambito_domain::planning::{Effort, NodeId};

/// What somebody is given of a plan.
async fn seen(office: &Office, viewer: &Viewer, plan: PlanId, node: NodeId) -> [bool; 5] {
    let app = &office.app;
    let given = |refused: Error| {
        assert!(matches!(refused, Error::Denied(_) | Error::Absent(_)), "{refused:?}");
        false
    };
    [
        app.list_plans(viewer, None).await.map_or_else(given, |page| !page.plans.is_empty()),
        app.get_plan(viewer, plan, None, None).await.map_or_else(given, |_| true),
        app.get_node(viewer, plan, Some(1), node, None).await.map_or_else(given, |_| true),
        app.search_plans(viewer, "sportello", None).await.map_or_else(given, |page| !page.hits.is_empty()),
        app.list_unread(viewer, plan, None, 0).await.map_or_else(given, |_| true),
    ]
}

/// A plan of a town, in which a person has work on a node whose title is known.
async fn plan(office: &Office) -> (PlanId, NodeId) {
    let mut read = Read::demo("peg-2027.txt");
    let node = NodeId(0);
    read.source.reading.draft.nodes[0].title = Some("Sportello sociale".into());
    let (relation, share, line) = (None, None, read.source.reading.draft.nodes[0].line);
    read.source.reading.draft.efforts.push(Effort {
        node: Some(node),
        person: "Aldo Prova".into(),
        relation,
        share,
        line,
    });
    let outcome = office.app.import_plan(&office.keeper(), &read.import(office.bodies["Castelvento"])).await.unwrap();
    let Outcome::NewPlan(filed) = outcome else { panic!("{outcome:?}") };
    (filed.plan, node)
}

#[tokio::test]
async fn each_role_sees_what_it_reaches_and_nothing_else() {
    let both = Both::new().await;
    for office in &both.each {
        let (plan, node) = plan(office).await;
        for role in Role::ALL {
            let may = role.may(Right::ReadPlans);
            for (body, reaches) in [("Castelvento", true), ("Roccabruna", false), ("Ambito di Valdoro", true)] {
                let viewer = office.somebody(role, body);
                assert_eq!(seen(office, &viewer, plan, node).await, [may && reaches; 5], "{role:?} of {body}");
            }
        }
        assert_eq!(seen(office, &Viewer::public(office.area, String::new()), plan, node).await, [false; 5]);
    }
}

#[tokio::test]
async fn names_are_given_with_their_own_right_and_on_record() {
    let both = Both::new().await;
    for office in &both.each {
        let (plan, node) = plan(office).await;
        let mut on_record = 0;
        for role in Role::ALL.into_iter().filter(|role| role.may(Right::ReadPlans)) {
            let viewer = office.somebody(role, "Castelvento");
            // Twice: a second look is a look, whatever is kept of the first.
            for _ in 0..2 {
                let page = office.app.get_node(&viewer, plan, None, node, None).await.unwrap();
                match &page.inside.people {
                    People::Shown(efforts) => {
                        assert!(role.may(Right::ReadPlanPeople), "{role:?}");
                        assert!(efforts.iter().any(|effort| effort.person == "Aldo Prova"));
                        assert!(page.kept_by.is_none(), "names are never kept");
                        on_record += 1;
                    }
                    People::Hidden(count) => {
                        assert!(!role.may(Right::ReadPlanPeople), "{role:?}");
                        assert!(*count > 0);
                    }
                }
                assert_eq!(office.records("plan.people").await, on_record, "{role:?}");
            }
        }
        assert!(on_record > 0);

        // Plans of everywhere, names of another town only: no names here.
        let mut viewer = office.somebody(Role::Finance, "Ambito di Valdoro");
        viewer.standing.duties.extend(office.somebody(Role::Evaluator, "Roccabruna").standing.duties);
        let page = office.app.get_node(&viewer, plan, None, node, None).await.unwrap();
        assert!(matches!(page.inside.people, People::Hidden(_)));
        assert_eq!(office.records("plan.people").await, on_record);
    }
}

#[tokio::test]
async fn a_new_version_is_seen_at_once_and_the_old_one_stays() {
    let both = Both::new().await;
    for office in &both.each {
        let body = office.bodies["Castelvento"];
        let keeper = office.keeper();
        let title = async |plan, number| {
            let page = office.app.get_node(&keeper, plan, number, NodeId(1), None).await.unwrap();
            page.inside.path.last().unwrap().title.clone().unwrap()
        };
        let mut read = Read::demo("peg-2027.txt");
        read.source.reading.draft.nodes[1].title = Some("Prima".into());
        let Outcome::NewPlan(filed) = office.app.import_plan(&keeper, &read.import(body)).await.unwrap() else {
            panic!("the plan is there already")
        };
        assert_eq!(title(filed.plan, None).await, "Prima");
        let mut again = Read::of("peg-2027.txt", [&*read.content, b"\n"].concat());
        again.source.reading.draft.nodes[1].title = Some("Seconda".into());
        let Outcome::NewVersion(_) = office.app.import_plan(&keeper, &again.import(body)).await.unwrap() else {
            panic!("it is no new version")
        };
        assert_eq!(title(filed.plan, None).await, "Seconda");
        assert_eq!(title(filed.plan, Some(1)).await, "Prima");
    }
}
