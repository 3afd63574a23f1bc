// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists on both databases: sorted, filtered and added up as a whole, whichever page is looked at.

use crate::{AMBIT, AREA, Both, TOWN, day, file, files, read};
use ambito_base::{Cents, Share};
use ambito_domain::office::{BodyId, Duty, Reach, Right, Role, Seat, Sight, Standing, authorise, keeper};
use ambito_domain::planning::*;
use ambito_store::Tx;
use ambito_store::lists::{self, Asked, Given, Holds, ListKey, ListRow, Listing, Order, Scope};
use ambito_store::plans::found::{FOUND, FOUND_WITH_PEOPLE};
use ambito_store::plans::lists::*;
use ambito_store::plans::{self, RolledFrom};

/// Every list of a version.
const LISTS: [&Listing; 14] = [
    &NODES,
    &INDICATORS,
    &PHASES,
    &BUDGET_LINES,
    &ALLOCATIONS,
    &RESOURCES,
    &EFFORTS,
    &AMOUNTS,
    &TOTALS,
    &NOTES,
    &UNREAD,
    &LOAD,
    &FOUND,
    &FOUND_WITH_PEOPLE,
];

fn sorted(key: &str, order: Order) -> Asked {
    Asked { sort: Some((key.to_owned(), order)), filters: Vec::new() }
}

fn filtered(pairs: &[(&str, &str)]) -> Asked {
    Asked { sort: None, filters: pairs.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect() }
}

async fn all(tx: &mut Tx, scope: Scope<'_>, listing: &Listing, asked: &Asked, most: u32) -> Vec<ListRow> {
    let (mut rows, mut after): (Vec<ListRow>, Option<ListKey>) = (Vec::new(), None);
    loop {
        let page = lists::list_rows(tx, scope, listing, asked, after.as_ref(), most).await.unwrap();
        let Some(last) = page.last() else { return rows };
        after = Some(ListKey::new(last.key.text()));
        rows.extend(page);
    }
}

fn column(listing: &Listing, rows: &[ListRow], key: &str) -> Vec<Given> {
    let at = listing.columns.iter().position(|column| column.key == key).unwrap();
    rows.iter().map(|row| row.cells[at].clone()).collect()
}

/// Lines of a budget whose amounts, titles and nodes are such that order shows.
fn draft() -> PlanDraft {
    let mut draft = PlanDraft { family: Some(Family::Peg), title: Some("Piano".into()), ..PlanDraft::default() };
    for (at, parent) in [None, Some(0), Some(1), None].into_iter().enumerate() {
        let line = u32::try_from(at).unwrap() + 1;
        let (title, parent) = (Some(format!("Nodo {at}")), parent.map(NodeId));
        draft.nodes.push(Node { parent, title, in_body: true, line, ..Node::default() });
    }
    let lines = [
        (Some(2), "Solidarietà", Some(500), Some(Direction::Expense)),
        (Some(1), "solidarietà e casa", None, Some(Direction::Expense)),
        (None, "ÀNCORA 100%", Some(-7), None),
        (Some(3), "Zeta", Some(20), Some(Direction::Revenue)),
        (Some(0), "beta_uno", Some(500), Some(Direction::Expense)),
    ];
    for (at, (node, title, amount, direction)) in lines.into_iter().enumerate() {
        draft.budget_lines.push(BudgetLine {
            node: node.map(NodeId),
            direction,
            kind: None,
            chapter: format!("{at:04}"),
            article: None,
            title: title.into(),
            amount: amount.map(Cents::new),
            references: Vec::new(),
            line: 10 + u32::try_from(at).unwrap(),
        });
    }
    for (node, person, share) in [(0, "Rossi Ada", 6_000), (1, "ROSSI Ada", 5_000), (2, "Bianchi Ugo", 10_000)] {
        let share = Some(Share::from_hundredths(share));
        let (node, relation) = (Some(NodeId(node)), None);
        draft.efforts.push(Effort { node, person: person.into(), relation, share, line: 20 });
    }
    for (from, to) in [(Some("01/03/2027"), None), (None, None), (Some("01/01/2027"), Some("31/12/2027"))] {
        draft.phases.push(Phase {
            node: Some(NodeId(1)),
            objective: None,
            order: None,
            title: "Fase".into(),
            state: Some(PhaseState::Planned),
            from: from.map(day),
            to: to.map(day),
            note: None,
            line: 30,
        });
    }
    draft
}

#[tokio::test]
async fn a_list_is_the_same_by_pages_of_any_size() {
    let both = Both::new().await;
    let real = files("demo/documenti", &["txt"]).unwrap().into_iter().map(|path| read(&path).reading.draft);
    for (number, draft) in (50..).zip(real.take(1).chain([draft()])) {
        for db in &both.each {
            let key = file(db, TOWN, number, &draft).await;
            let mut tx = db.read().await.unwrap();
            let (tx, scope) = (&mut tx, Scope::Version(&key));
            for listing in LISTS {
                let sums = lists::sum_rows(tx, scope, listing, &Asked::default()).await.unwrap();
                assert_eq!(sums.sums.len(), listing.columns.len());
                let orders = listing.columns.iter().filter(|column| column.holds != Holds::Flag).take(6);
                let orders =
                    orders.flat_map(|column| [Order::Rising, Order::Falling].map(|order| sorted(column.key, order)));
                for asked in std::iter::once(Asked::default()).chain(orders) {
                    let whole = all(tx, scope, listing, &asked, 100_000).await;
                    assert_eq!(u64::try_from(whole.len()).unwrap(), sums.rows, "{} {asked:?}", listing.name);
                    if whole.len() < 400 {
                        let paged = all(tx, scope, listing, &asked, 7).await;
                        assert_eq!(whole, paged, "{} {asked:?}", listing.name);
                    }
                }
            }
        }
    }
}

#[tokio::test]
async fn rows_are_sorted_as_people_expect() {
    let both = Both::new().await;
    for db in &both.each {
        let key = file(db, TOWN, 60, &draft()).await;
        let mut tx = db.read().await.unwrap();
        let (tx, scope) = (&mut tx, Scope::Version(&key));
        let text = |text: &str| Given::Text(text.to_owned());
        let rows = all(tx, scope, &BUDGET_LINES, &sorted("title", Order::Rising), 2).await;
        let titles = ["ÀNCORA 100%", "beta_uno", "Solidarietà", "solidarietà e casa", "Zeta"].map(text);
        assert_eq!(column(&BUDGET_LINES, &rows, "title"), titles);
        for (order, expected) in [(Order::Rising, ["0000", "0004"]), (Order::Falling, ["0004", "0000"])] {
            let rows = all(tx, scope, &BUDGET_LINES, &sorted("expense", order), 2).await;
            assert_eq!(column(&BUDGET_LINES, &rows[..2], "chapter"), expected.map(text), "nothing comes last");
        }
        let rows = all(tx, scope, &PHASES, &sorted("from", Order::Rising), 1).await;
        let days = [Given::Day(day("01/01/2027")), Given::Day(day("01/03/2027")), Given::Nothing];
        assert_eq!(column(&PHASES, &rows, "from"), days);
        let load = all(tx, scope, &LOAD, &sorted("load", Order::Falling), 1).await;
        assert_eq!(column(&LOAD, &load, "load"), [11_000, 10_000].map(Given::Int));
    }
}

#[tokio::test]
async fn filters_and_sums_are_of_the_whole_list() {
    let both = Both::new().await;
    for db in &both.each {
        let key = file(db, TOWN, 61, &draft()).await;
        let mut tx = db.read().await.unwrap();
        let (tx, scope) = (&mut tx, Scope::Version(&key));
        /// What is asked, how many rows there are, the sum of their expenses.
        type Case = (&'static [(&'static str, &'static str)], u64, Option<i64>);
        let cases: [Case; 10] = [
            (&[], 5, Some(1_000)),
            (&[("words", "SOLIDARIETA")], 2, Some(500)),
            (&[("words", "casa solidarietà")], 1, None),
            (&[("words", "100%")], 1, None),
            (&[("words", "0%1")], 0, None),
            (&[("words", "beta_uno")], 1, Some(500)),
            (&[("under", "0")], 3, Some(1_000)),
            (&[("under", "1"), ("direction", "expense")], 2, Some(500)),
            (&[("under", "none")], 1, None),
            (&[("direction", "altro")], 0, None),
        ];
        for (pairs, rows, expense) in cases {
            let asked = filtered(pairs);
            let sums = lists::sum_rows(tx, scope, &BUDGET_LINES, &asked).await.unwrap();
            let at = BUDGET_LINES.columns.iter().position(|column| column.key == "expense").unwrap();
            assert_eq!((sums.rows, sums.sums[at]), (rows, expense), "{pairs:?}");
            assert_eq!(u64::try_from(all(tx, scope, &BUDGET_LINES, &asked, 2).await.len()).unwrap(), rows, "{pairs:?}");
        }
        for (words, rows) in [("rossi", 2), ("solidarieta", 2), ("nodo 3", 1)] {
            let found = all(tx, scope, &FOUND_WITH_PEOPLE, &filtered(&[("words", words)]), 100).await;
            assert_eq!(found.len(), rows, "{words}");
        }
        let found = all(tx, scope, &FOUND, &filtered(&[("words", "rossi")]), 100).await;
        assert!(found.is_empty(), "a person was found by who may not see people");
    }
}

#[tokio::test]
async fn what_is_below_is_rolled_up() {
    let both = Both::new().await;
    for db in &both.each {
        let key = file(db, TOWN, 62, &draft()).await;
        let mut tx = db.read().await.unwrap();
        let tops = plans::list_rolled(&mut tx, &key, RolledFrom::Tops).await.unwrap();
        let told = |rolled: &[(NodeId, plans::Rolled)]| -> Vec<(u32, u32, Option<i64>, Option<i64>)> {
            let one = |(node, rolled): &(NodeId, plans::Rolled)| {
                let (revenue, expense) = (rolled.sums.revenue, rolled.sums.expense);
                (node.0, rolled.below, revenue.map(Cents::cents), expense.map(Cents::cents))
            };
            rolled.iter().map(one).collect()
        };
        assert_eq!(told(&tops), [(0, 2, None, Some(1_000)), (3, 0, Some(20), None)]);
        assert_eq!(tops[0].1.phases, 3);
        let between = RolledFrom::TopsBetween(NodeId(1), NodeId(3));
        assert_eq!(plans::list_rolled(&mut tx, &key, between).await.unwrap(), tops[1..]);
        let below = plans::list_rolled(&mut tx, &key, RolledFrom::Below(NodeId(0))).await.unwrap();
        assert_eq!(told(&below), [(1, 1, None, Some(500))]);
        assert!(plans::list_rolled(&mut tx, &key, RolledFrom::Below(NodeId(3))).await.unwrap().is_empty());
        let (whole, loose) = plans::get_whole_sums(&mut tx, &key).await.unwrap();
        assert_eq!((whole.expense, whole.revenue), (Some(Cents::new(1_000)), Some(Cents::new(20))));
        assert_eq!(loose, plans::Sums::default(), "an amount without a side is in no sum");
    }
}

#[tokio::test]
async fn plans_are_listed_where_their_bodies_are_in_sight() {
    let both = Both::new().await;
    for db in &both.each {
        file(db, TOWN, 63, &draft()).await;
        file(db, AMBIT, 64, &draft()).await;
        let mut tx = db.read().await.unwrap();
        for (sight, count) in [(keeper(AREA), 2), (sight_of(TOWN), 1)] {
            let asked = filtered(&[("words", "piano")]);
            let rows = all(&mut tx, Scope::Sight(&sight), &PLANS, &asked, 1).await;
            assert_eq!(rows.len(), count);
            let sorted = all(&mut tx, Scope::Sight(&sight), &PLANS, &sorted("filed", Order::Falling), 1).await;
            assert_eq!(sorted.len(), count);
        }
        for nowhere in ["", "~", "x~y", "!"] {
            let key = ListKey::new(nowhere);
            let asked = sorted("title", Order::Rising);
            lists::list_rows(&mut tx, Scope::Sight(&keeper(AREA)), &PLANS, &asked, Some(&key), 9).await.unwrap();
        }
    }
}

fn sight_of(body: BodyId) -> Sight {
    let duty = Duty { role: Role::Evaluator, body, reach: Reach::Body, bodies: [body].into(), seat: Seat::Below };
    authorise(&Standing { area: AREA, duties: vec![duty], only: None }, Right::ReadPlans).unwrap()
}
