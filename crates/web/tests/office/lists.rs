// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists of plans as people meet them: every list of a plan, sorted, filtered, taken away; what leads where; who sees people.

use crate::valdoro::{Browser, Valdoro, file_reading, unescape};
use ambito_app::PRINT_ROWS_MAX;
use ambito_app::plans::lists::{Asked, PlanList};
use ambito_domain::planning::{Node, PlanDraft};
use axum::http::StatusCode;

/// The lists of a plan and where they are.
const LISTS: [(&str, PlanList); 12] = [
    ("/nodes", PlanList::Nodes),
    ("/indicators", PlanList::Indicators),
    ("/phases", PlanList::Phases),
    ("/budget/lines", PlanList::Budget),
    ("/allocations", PlanList::Allocations),
    ("/costs", PlanList::Costs),
    ("/people", PlanList::People),
    ("/load", PlanList::Load),
    ("/amounts", PlanList::Amounts),
    ("/totals", PlanList::Totals),
    ("/notes", PlanList::Notes),
    ("/unread", PlanList::Unread),
];

async fn plan_of(valdoro: &Valdoro) -> String {
    let plans = valdoro.app.list_plans(&valdoro.keeper(), None).await.unwrap().plans;
    format!("/plans/{}", plans[0].plan.id)
}

/// The addresses of the links of a page that begin with these words.
fn links(text: &str, begin: &str) -> Vec<String> {
    let hrefs = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(unescape);
    hrefs.filter(|href| href.starts_with(begin)).map(|href| href.split('#').next().unwrap().to_owned()).collect()
}

fn count_of(text: &str) -> u64 {
    let rest = text.split("data-list=").nth(1).unwrap();
    rest.split("data-count=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
}

async fn every_link_leads_somewhere(browser: &mut Browser, plan: &str, text: &str) {
    let mut all = links(text, plan);
    all.sort();
    all.dedup();
    // Enough of each page: they repeat.
    for href in all.into_iter().filter(|href| !href.contains("/source")).take(40) {
        let page = browser.get(&href).await;
        assert_eq!(page.status, StatusCode::OK, "{href}");
    }
}

#[tokio::test]
async fn every_list_of_a_plan_is_shown_sorted_and_taken_away() {
    let valdoro = Valdoro::open().await;
    let plan = plan_of(&valdoro).await;
    let mut browser = valdoro.signed_in("programma").await;
    for (below, _) in LISTS {
        let page = browser.get(&format!("{plan}{below}")).await;
        assert_eq!(page.status, StatusCode::OK, "{below}: {}", page.text);
        let count = count_of(&page.text);
        for sort in links(&page.text, &format!("{plan}{below}?sort=")) {
            let sorted = browser.get(&sort).await;
            assert_eq!((sorted.status, count_of(&sorted.text)), (StatusCode::OK, count), "{sort}");
            assert!(sorted.text.contains("aria-sort=\"ascending\"") || sort.contains("sort=-"), "{sort}");
        }
        let csv = browser.get(&format!("{plan}{below}?format=csv")).await;
        assert_eq!(csv.status, StatusCode::OK);
        let lines = u64::try_from(csv.text.matches("\r\n").count()).unwrap();
        assert!(lines > count && lines <= count + 2, "{below}: {count} rows, {lines} lines");
        assert!(csv.text.starts_with('\u{feff}'), "{below}");
        let none = browser.get(&format!("{plan}{below}?words=xyzxyz")).await;
        assert_eq!(count_of(&none.text), 0, "{below}");
        assert!(none.text.contains("value=\"xyzxyz\""), "what was typed stays");
    }
}

/// How many rows the body of the table has.
fn rows_of(text: &str) -> u64 {
    let body = text.split("<tbody").nth(1).map_or("", |rest| rest.split("</tbody>").next().unwrap());
    u64::try_from(body.matches("<tr").count()).unwrap()
}

/// A plan with so many nodes.
async fn plan_with(valdoro: &Valdoro, nodes: u32) -> String {
    let node = |at| Node { title: Some(format!("Nodo {at}")), line: at, ..Node::default() };
    let draft = PlanDraft { nodes: (1..=nodes).map(node).collect(), ..PlanDraft::default() };
    format!("/plans/{}", file_reading(&valdoro.app, valdoro.area, &draft).await)
}

#[tokio::test]
async fn every_list_is_printed_whole() {
    let valdoro = Valdoro::open().await;
    let plan = plan_of(&valdoro).await;
    let mut browser = valdoro.signed_in("programma").await;
    let lists = LISTS.iter().map(|(below, _)| format!("{plan}{below}"));
    for list in lists.chain(["/plans".to_owned()]) {
        let page = browser.get(&list).await;
        let count = count_of(&page.text);
        if count > 0 {
            assert!(links(&page.text, &list).contains(&format!("{list}?print=1")), "{list}: {}", page.text);
        }
        let printed = browser.get(&format!("{list}?print=1")).await;
        assert_eq!(printed.status, StatusCode::OK, "{list}: {}", printed.text);
        assert_eq!((count_of(&printed.text), rows_of(&printed.text)), (count, count), "{list}");
        assert!(!printed.text.contains("class=\"pages\"") && !printed.text.contains("list-filters"), "{list}");
        assert!(links(&printed.text, &list).contains(&list), "{list}: no way back");
    }
    let english = browser.get(&format!("{plan}/nodes?print=1&lang=en")).await;
    assert!(english.text.contains("Back to the list"), "{}", english.text);
}

#[tokio::test]
async fn a_long_list_is_printed_whole_with_its_filters_in_words() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let plan = plan_with(&valdoro, 321).await;
    let first = browser.get(&format!("{plan}/nodes")).await;
    assert!(rows_of(&first.text) < 321 && first.text.contains("class=\"on-paper\""), "{}", first.text);
    let printed = browser.get(&format!("{plan}/nodes?print=1&after=100")).await;
    assert_eq!(rows_of(&printed.text), 321, "all of it, from wherever it is asked for");
    let asked = browser.get(&format!("{plan}/nodes?print=1&words=nodo+3&lacks=phases&sort=-title&under=2")).await;
    assert_eq!(asked.status, StatusCode::OK);
    let above = asked.text.split("<tbody").next().unwrap();
    for words in
        ["Parole: nodo 3", "Solo dove manca: una fase", "Solo «Nodo 3»", "dal maggiore al minore", "versione 1"]
    {
        assert!(above.contains(words), "{words}: {above}");
    }
}

#[tokio::test]
async fn what_is_too_long_for_paper_says_so_and_leads_to_the_file() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let plan = plan_with(&valdoro, PRINT_ROWS_MAX + 1).await;
    let (printed, asked) = ambito_store::asked_by(browser.get(&format!("{plan}/nodes?print=1"))).await;
    assert_eq!(rows_of(&printed.text), u64::from(PRINT_ROWS_MAX));
    assert!(printed.text.contains("le prime 5.000 righe di 5.001"), "{}", &printed.text[..9_000]);
    assert!(printed.text.contains(&format!("{plan}/nodes?format=csv")));
    assert!(asked.len() <= 12, "{asked:?}");
}

#[tokio::test]
async fn a_file_is_called_by_its_plan() {
    let valdoro = Valdoro::open().await;
    let plan = plan_of(&valdoro).await;
    let mut browser = valdoro.signed_in("programma").await;
    let title = valdoro.app.list_plans(&valdoro.keeper(), None).await.unwrap().plans.remove(0).plan.title;
    let csv = browser.get(&format!("{plan}/nodes?format=csv")).await;
    let name = csv.disposition.split("filename=\"").nth(1).unwrap().split('"').next().unwrap();
    let begin: String = title.to_lowercase().chars().take_while(char::is_ascii_alphanumeric).collect();
    assert!(name.starts_with(&begin) && name.ends_with("-v1-nodi.csv") && name.is_ascii(), "{name}: {title}");
    assert!(csv.disposition.contains(&format!("filename*=UTF-8''{name}")), "{}", csv.disposition);
    let plans = browser.get("/plans?format=xlsx&lang=en").await;
    assert!(plans.disposition.contains("\"plans.xlsx\""), "{}", plans.disposition);
}

#[tokio::test]
async fn every_figure_is_a_door() {
    let valdoro = Valdoro::open().await;
    let plan = plan_of(&valdoro).await;
    let mut browser = valdoro.signed_in("programma").await;
    let overview = browser.get(&plan).await;
    every_link_leads_somewhere(&mut browser, &plan, &overview.text).await;
    let budget = browser.get(&format!("{plan}/budget")).await;
    assert!(budget.text.contains("<svg class=\"chart"), "{}", budget.text);
    every_link_leads_somewhere(&mut browser, &plan, &budget.text).await;
    for below in links(&budget.text, &format!("{plan}/budget?under=")) {
        let level = browser.get(&below).await;
        assert_eq!(level.status, StatusCode::OK, "{below}");
    }
    let nodes = browser.get(&format!("{plan}/nodes")).await;
    let node = links(&nodes.text, &format!("{plan}/nodes/")).remove(0);
    let page = browser.get(&node).await;
    assert!(page.text.contains("/source?version=1"), "{}", page.text);
    every_link_leads_somewhere(&mut browser, &plan, &page.text).await;
}

#[tokio::test]
async fn the_parts_of_a_budget_add_up_to_its_lines() {
    let valdoro = Valdoro::open().await;
    let keeper = valdoro.keeper();
    let plan = valdoro.app.list_plans(&keeper, None).await.unwrap().plans.remove(0).plan.id;
    let budget = valdoro.app.get_budget(&keeper, plan, None, None).await.unwrap();
    let asked = Asked::default();
    let lines = valdoro.app.list_in_plan(&keeper, plan, None, PlanList::Budget, &asked, None).await.unwrap();
    let cents = |sum: Option<ambito_base::Cents>| sum.map(ambito_base::Cents::cents);
    assert_eq!(cents(budget.total.expense), lines.page.sum("expense"));
    assert_eq!(cents(budget.total.revenue), lines.page.sum("revenue"));
    assert!(budget.total.expense.is_some());
    for (branch, rolled) in &budget.nodes {
        let under = Asked { sort: None, filters: vec![("under".to_owned(), branch.id.0.to_string())] };
        let lines = valdoro.app.list_in_plan(&keeper, plan, None, PlanList::Budget, &under, None).await.unwrap();
        assert_eq!(cents(rolled.sums.expense), lines.page.sum("expense"), "{:?}", branch.title);
        let level = valdoro.app.get_budget(&keeper, plan, None, Some(branch.id)).await.unwrap();
        assert_eq!(level.total, rolled.sums, "{:?}", branch.title);
    }
}

#[tokio::test]
async fn people_are_seen_by_who_may_and_it_is_on_record() {
    let valdoro = Valdoro::open().await;
    let plan = plan_of(&valdoro).await;
    let keeper = valdoro.keeper();
    let id = valdoro.app.list_plans(&keeper, None).await.unwrap().plans.remove(0).plan.id;
    let person = {
        let asked = Asked::default();
        let people = valdoro.app.list_in_plan(&keeper, id, None, PlanList::People, &asked, None).await.unwrap();
        let at = people.page.columns.iter().position(|key| *key == "person").unwrap();
        let ambito_app::plans::lists::Given::Text(name) = people.page.rows[0].cells[at].clone() else { panic!() };
        name
    };
    let mut may = valdoro.signed_in("programma").await;
    let page = may.get(&format!("{plan}/load")).await;
    assert!(page.text.contains("<svg class=\"chart"), "{}", page.text);
    let words = serde_urlencoded::to_string([("words", &person)]).unwrap();
    let found = may.get(&format!("{plan}/search?{words}")).await;
    assert!(count_of(&found.text) > 0, "{}", found.text);
    may.get(&format!("{plan}/people?format=csv")).await;
    let printed = may.get(&format!("{plan}/people?print=1&{words}")).await;
    assert!(printed.text.contains(&person), "{}", printed.text);
    let mut browser = valdoro.signed_in("sistema").await;
    for below in ["/load", "/people", "/people?format=csv", "/people?print=1", "/load?print=1"] {
        let page = browser.get(&format!("{plan}{below}")).await;
        assert_ne!(page.status, StatusCode::OK, "{below}");
        assert!(!page.text.contains(&person));
    }
    let mut auditor = valdoro.signed_in("revisione").await;
    let audit = auditor.get("/audit").await;
    assert!(audit.text.contains("elenco scaricato"), "{}", audit.text);
    assert!(audit.text.contains("list=people"), "{}", audit.text);
    assert!(audit.text.contains("elenco stampato"), "{}", audit.text);
}

#[tokio::test]
async fn a_search_says_where_the_words_are() {
    let valdoro = Valdoro::open().await;
    let plan = plan_of(&valdoro).await;
    let mut browser = valdoro.signed_in("programma").await;
    let empty = browser.get(&format!("{plan}/search")).await;
    assert_eq!((empty.status, count_of(&empty.text)), (StatusCode::OK, 0));
    let found = browser.get(&format!("{plan}/search?words=spese")).await;
    assert!(count_of(&found.text) > 0 && found.text.contains("/source?version=1"), "{}", found.text);
    let budget = browser.get(&format!("{plan}/search?words=spese&kind=budget")).await;
    assert!(count_of(&budget.text) > 0 && count_of(&budget.text) <= count_of(&found.text));
}
