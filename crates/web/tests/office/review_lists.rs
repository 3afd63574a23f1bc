// SPDX-License-Identifier: AGPL-3.0-or-later
//! The lists of documents, and those beside the review of one: narrowed, sorted, printed, taken away.

use crate::reviews::{PLAN, ambit, borrowed, bring, card, mended, strange, value};
use crate::valdoro::{Browser, Page, Valdoro};
use axum::http::StatusCode;

#[tokio::test]
async fn documents_are_sorted_filtered_printed_and_taken_away() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    // The office has one document from the beginning, which was filed.
    let review = bring(&valdoro, &mut browser, "b-piano.md", PLAN).await;
    bring(&valdoro, &mut browser, "a-piano.md", &format!("{PLAN}\n\nCopia\n")).await;
    let count = |page: &Page, count: u32| {
        assert!(page.text.contains(&format!("data-count=\"{count}\"")), "{count}: {}", page.text);
    };
    let place = |page: &Page, words: &str| page.text.find(words).unwrap_or_else(|| panic!("{words}: {}", page.text));
    let list = browser.get("/reviews").await;
    count(&list, 3);
    let document = review.replace("/reviews/", "");
    for words in [&review, "Piano degli obiettivi", "pronto", "non depositato", "tfoot"] {
        assert!(list.text.contains(words), "{words}: {}", list.text);
    }
    assert!(place(&list, "a-piano.md") < place(&list, "b-piano.md"), "the last first");
    let sorted = browser.get("/reviews?sort=-name").await;
    assert!(place(&sorted, "b-piano.md") < place(&sorted, "a-piano.md"));
    for sort in ["title", "body", "state", "understood", "errors", "warnings", "notes", "accepted", "corrections"] {
        count(&browser.get(&format!("/reviews?sort=-{sort}")).await, 3);
    }
    for (asked, rows) in [("words=b-PIANO", 1), ("words=xyz", 0), ("state=unfiled", 2), ("state=filed", 1)] {
        count(&browser.get(&format!("/reviews?{asked}")).await, rows);
    }
    count(&browser.get(&format!("/reviews?body={}", ambit(&valdoro).await)).await, 3);
    let csv = browser.get("/reviews?format=csv&sort=name").await;
    assert!(csv.disposition.contains("\"documenti.csv\""), "{}", csv.disposition);
    assert_eq!(csv.text.lines().count(), 5, "heading, three documents, sums: {}", csv.text);
    assert_eq!(browser.get("/reviews?format=xlsx").await.status, StatusCode::OK);
    let printed = browser.get("/reviews?print=1&state=unfiled&words=a-piano").await;
    count(&printed, 1);
    assert!(printed.text.contains("Stato: da depositare"), "{}", printed.text);
    let findings = browser.get(&format!("/findings?document={document}&severity=error")).await;
    assert_eq!(findings.status, StatusCode::OK, "where a figure leads");
    let mut auditor = valdoro.signed_in("revisione").await;
    assert!(auditor.get("/audit").await.text.contains("list=documents rows=3"));
    for way in ["", "?format=csv", "?print=1"] {
        assert_eq!(auditor.get(&format!("/reviews{way}")).await.status, StatusCode::FORBIDDEN, "{way}");
    }
}

#[tokio::test]
async fn the_lists_beside_a_review_are_narrowed_sorted_and_printed() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let review = bring(&valdoro, &mut browser, "piano.md", &strange()).await;
    let correct = async |browser: &mut Browser, field: &str, new: &str| {
        let page = browser.get(&review).await;
        let pairs = mended(card(&page, "id=\"r-indicator-"), field, new);
        let sent = browser.send(&format!("{review}/correct"), &page, &borrowed(&pairs)).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    };
    correct(&mut browser, "title", "Zeta per prima").await;
    correct(&mut browser, "title", "Alfa per seconda").await;
    let corrections = format!("{review}/corrections");
    let get = async |browser: &mut Browser, address: String| browser.get(&address).await.text;
    let all = get(&mut browser, corrections.clone()).await;
    assert!(all.contains("data-count=\"2\"") && all.contains("superata da una correzione"), "{all}");
    assert!(all.find("Zeta per prima") < all.find("Alfa per seconda"), "as they were made");
    let sorted = get(&mut browser, format!("{corrections}?sort=new")).await;
    let rows = sorted.split("<tbody").nth(1).unwrap();
    assert!(rows.find("Alfa per seconda") < rows.rfind("Zeta per prima"), "{rows}");
    for (filter, count) in [("state=standing", 1), ("state=superseded", 1), ("state=withdrawn", 0), ("words=ALFA", 1)] {
        let list = get(&mut browser, format!("{corrections}?{filter}")).await;
        assert!(list.contains(&format!("data-count=\"{count}\"")), "{filter}: {list}");
    }
    // What a list is narrowed to is what its file has, and its paper.
    let csv = get(&mut browser, format!("{corrections}?state=standing&format=csv")).await;
    assert!(csv.contains("Alfa per seconda") && csv.lines().count() == 2, "{csv}");
    let paper = get(&mut browser, format!("{corrections}?state=standing&print=1")).await;
    assert!(paper.contains("Stato: che valgono") && !paper.contains("/withdraw"), "{paper}");
    // Undone from the list, back in the list.
    let page = browser.get(&format!("{corrections}?sort=-new")).await;
    let form = page.text.rsplit("<form ").find(|form| form.contains("/withdraw\"")).unwrap();
    let action = form.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
    let version = value(form, "version");
    let list = value(form, "list");
    assert_eq!(list, "corrections?sort=-new");
    let sent = browser.send(action, &page, &[("version", &version), ("list", &list)]).await;
    assert_eq!(sent.location, format!("{corrections}?sort=-new&done=withdrawn#corrections-list"), "{}", sent.text);
    let gone = get(&mut browser, format!("{corrections}?state=withdrawn")).await;
    assert!(gone.contains("data-count=\"1\"") && gone.contains("annullata da Ada"), "{gone}");

    let unread = format!("{review}/unread");
    let page = browser.get(&format!("{unread}?state=left")).await;
    let one = card(&page, "action=\"");
    let (line, version, list) = (value(one, "line"), value(one, "version"), value(one, "list"));
    let aside = format!("{review}/set-aside");
    let long = "molto lungo ".repeat(100);
    let pairs =
        |reason| [("line", line.as_str()), ("version", version.as_str()), ("list", list.as_str()), ("reason", reason)];
    let refused = browser.send(&aside, &page, &pairs(&long)).await;
    assert!(refused.status.is_client_error(), "never cut in silence: {} {}", refused.status, refused.text);
    let sent = browser.send(&aside, &page, &pairs("pie di pagina")).await;
    assert_eq!(sent.location, format!("{unread}?state=left&done=set-aside#unread-list"), "{}", sent.text);
    // Nobody is led elsewhere by what a form brings.
    let listed = browser.send(&aside, &page, &[("line", &line), ("version", &version), ("list", "../../login")]).await;
    assert!(listed.location.starts_with(&review) && !listed.location.contains("login"), "{}", listed.location);
    for (filter, count) in
        [("state=left", 0), ("state=settled", 1), ("words=STRANA", 1), ("words=tutt%27altro", 0), ("state=altro", 1)]
    {
        let list = get(&mut browser, format!("{unread}?{filter}")).await;
        assert!(list.contains(&format!("data-count=\"{count}\"")), "{filter}: {list}");
    }
    let paper = get(&mut browser, format!("{unread}?state=settled&print=1")).await;
    assert!(paper.contains("pie di pagina") && paper.contains("Stato: sistemate"), "{paper}");
    let mut auditor = valdoro.signed_in("revisione").await;
    assert!(auditor.get("/audit").await.text.contains("list=document-unread"));
}
