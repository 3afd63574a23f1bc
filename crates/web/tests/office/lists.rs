// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists of plans as people meet them: every list of a plan, sorted, filtered, taken away; what leads where; who sees people.

use crate::valdoro::{Browser, Valdoro, unescape};
use ambito_app::plans::lists::{Asked, PlanList};
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

#[tokio::test]
async fn every_figure_is_a_door() {
    let valdoro = Valdoro::open().await;
    let plan = plan_of(&valdoro).await;
    let mut browser = valdoro.signed_in("programma").await;
    let overview = browser.get(&plan).await;
    every_link_leads_somewhere(&mut browser, &plan, &overview.text).await;
    let budget = browser.get(&format!("{plan}/budget")).await;
    assert!(budget.text.contains("<svg class=\"chart\""), "{}", budget.text);
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
    assert!(page.text.contains("<svg class=\"chart\""), "{}", page.text);
    let words = serde_urlencoded::to_string([("words", &person)]).unwrap();
    let found = may.get(&format!("{plan}/search?{words}")).await;
    assert!(count_of(&found.text) > 0, "{}", found.text);
    may.get(&format!("{plan}/people?format=csv")).await;
    let mut browser = valdoro.signed_in("sistema").await;
    for below in ["/load", "/people", "/people?format=csv"] {
        let page = browser.get(&format!("{plan}{below}")).await;
        assert_ne!(page.status, StatusCode::OK, "{below}");
        assert!(!page.text.contains(&person));
    }
    let mut auditor = valdoro.signed_in("revisione").await;
    let audit = auditor.get("/audit").await;
    assert!(audit.text.contains("elenco scaricato"), "{}", audit.text);
    assert!(audit.text.contains("list=people"), "{}", audit.text);
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
