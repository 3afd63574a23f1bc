// SPDX-License-Identifier: AGPL-3.0-or-later
//! No page asks the database more than so many questions, however much hangs from what it shows.

use crate::routes::{ask, places};
use crate::valdoro::{LOGINS, Valdoro, file_plan, file_reading};
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::planning::{Node, NodeId, Note, NoteCode, PlanDraft, TextLine};
use ambito_store::asked_by;
use ambito_store::plans::Counts;
use ambito_web::routes::routes;
use ambito_web::server::{Needs, Verb};
use axum::http::StatusCode;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The most that a page may ask: what it shows, who looks, that the session is used, the record that somebody looked.
const QUESTIONS_MAX: usize = 12;
/// Longer than what a session may rest without its use being noted again.
const REST_SECONDS: i64 = 90;

/// Pages of things that are not there in a new office.
const NOT_OPENED: [&str; 3] = ["/link/{secret}", "/retention/holds/{id}/lift", "/retention/runs/{id}"];

/// A plan that has every kind of record on one node, by what the demonstration's documents hold.
fn crowded(project: &Path) -> PlanDraft {
    let mut all = PlanDraft::default();
    for name in
        ["peg-2027.txt", "piano-obiettivi.md", "piano-di-zona.txt", "programma-fondi.txt", "programmi-finalizzati.txt"]
    {
        let ambito_intake::Input { blocks, .. } =
            ambito_intake::open(&project.join("demo/documenti").join(name), None).unwrap();
        let draft = ambito_documents::read(&blocks, &Vocabulary::builtin());
        all.family = all.family.or(draft.family);
        macro_rules! hang {
            ($($kind:ident),*) => {$(
                all.$kind.extend(draft.$kind.into_iter().map(|mut one| { one.node = Some(NodeId(1)); one }));
            )*};
        }
        hang!(
            indicators,
            phases,
            budget_lines,
            efforts,
            allocations,
            resources,
            timetables,
            totals,
            amounts,
            tables,
            notes
        );
        all.unread.extend(draft.unread);
        all.nodes.extend(draft.nodes);
    }
    // The demonstration lost nothing.
    all.notes.push(Note { code: NoteCode::MarksLost, subject: "Tempi".into(), node: Some(NodeId(1)), line: 1 });
    all.unread.push(TextLine { line: 2, text: "?".into() });
    let fields = all.nodes.iter().flat_map(|node| node.fields.clone()).collect();
    let index = all.nodes.iter().flat_map(|node| node.index.clone()).collect();
    let node = |parent, title: &str| Node { parent, title: Some(title.to_owned()), line: 1, ..Node::default() };
    let top = node(None, "Alto");
    let one = Node {
        fields,
        index,
        also_under: vec![NodeId(0)],
        owner: Some("Ufficio".into()),
        ..node(Some(NodeId(0)), "Uno")
    };
    let below = (2..1_000).map(|_| node(Some(NodeId(1)), "Sotto"));
    all.nodes = [top, one].into_iter().chain(below).collect();
    all
}

#[tokio::test]
async fn no_page_asks_more_than_a_dozen_questions() {
    let valdoro = Valdoro::open().await;
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let draft = crowded(&project);
    for (kind, count) in Counts::of(&draft).each() {
        assert!(count > 0, "the crowded plan has no {kind}");
    }
    let plan = file_reading(&valdoro.app, valdoro.area, &draft).await;
    file_plan(&valdoro.app, valdoro.area, &project.join("demo/documenti/piano-di-zona.txt")).await;
    let mut places = places(&valdoro).await;
    places.insert("/plans/{id}", format!("/plans/{plan}"));
    let mut most = BTreeMap::new();
    let mut opened = BTreeSet::new();
    for (login, role) in LOGINS {
        let mut browser = valdoro.signed_in(login).await;
        for route in routes().iter().filter(|route| route.verb == Verb::Get) {
            if matches!(route.needs, Needs::Right(right) if !role.may(right)) {
                continue;
            }
            valdoro.hand.wait(REST_SECONDS);
            let (page, asked) = asked_by(ask(&mut browser, route, &places)).await;
            assert!(!page.status.is_server_error(), "{} {}", route.path, page.text);
            if page.status == StatusCode::OK {
                opened.insert(route.path);
            }
            let before: &mut Vec<String> = most.entry(route.path).or_default();
            if asked.len() > before.len() {
                *before = asked;
            }
        }
    }
    let closed: Vec<_> = most.keys().filter(|path| path.contains('{') && !opened.contains(*path)).collect();
    assert_eq!(
        closed,
        NOT_OPENED.iter().collect::<Vec<_>>(),
        "say in `places` of routes.rs what is there to be opened"
    );
    let shown = |asked: &[String]| asked.iter().map(|text| format!("\n    {text:.150}")).collect::<String>();
    let many: String = most
        .iter()
        .filter(|(_, asked)| asked.len() > QUESTIONS_MAX)
        .map(|(path, asked)| format!("\n  {path} asks {}:{}", asked.len(), shown(asked)))
        .collect();
    assert!(many.is_empty(), "more than {QUESTIONS_MAX} questions:{many}");
}
