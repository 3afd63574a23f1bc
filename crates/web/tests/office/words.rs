// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of an area's own vocabulary: taught by who may, tried before.

use crate::reviews::{PLAN, bring};
use crate::valdoro::Valdoro;
use axum::http::StatusCode;

#[tokio::test]
async fn meanings_stand_in_groups_and_words_are_taught_by_who_may() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let form = browser.get("/words/new").await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text);
    let groups: Vec<&str> =
        form.text.split("<optgroup label=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(groups.len(), 11, "{groups:?}");
    assert_eq!(form.text.matches("</optgroup>").count(), groups.len());
    assert_eq!((groups[0], groups[4]), ("Livelli dell&#x27;albero", "Colonne del bilancio"));
    let csrf = form.field("csrf").unwrap();
    let option = form.text.split("<option value=\"column:budget:").nth(1).unwrap().split('"').next().unwrap();
    let pairs = [("csrf", csrf.as_str()), ("word", "Cantiere"), ("meaning", &format!("column:budget:{option}"))];
    let added = browser.send("/words/new", &form, &pairs).await;
    assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
    let own = browser.get("/words").await;
    assert!(own.text.contains("/words/new") && own.text.contains("/remove"), "{}", own.text);
    // Who writes the plans of one town sees the words, and no button that would be refused.
    let mut town = valdoro.signed_in("comune").await;
    let seen = town.get("/words").await;
    assert!(seen.status == StatusCode::OK && seen.text.contains("Cantiere"), "{}", seen.text);
    assert!(!seen.text.contains("/words/new") && !seen.text.contains("/remove"), "{}", seen.text);
    assert!(seen.text.contains("chi scrive i piani di tutti"), "{}", seen.text);
    assert_eq!(town.get("/words/new").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_word_is_tried_before_it_is_added() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let table = "## Obiettivo 99 – Parole nuove\n\n| Indicatore | Traguardo annuo |\n|---|---|\n| N. utenti | 30 |\n";
    let review = bring(&valdoro, &mut browser, "piano.md", &format!("{PLAN}\n{table}")).await;
    let document = review.rsplit('/').next().unwrap().to_owned();
    let without = browser.get("/words/new").await;
    assert!(!without.text.contains("name=\"try\""), "there is nothing to try it on: {}", without.text);
    let form = browser.get(&format!("/words/new?document={document}&line=3&word=Traguardo")).await;
    assert!(form.text.contains("name=\"try\"") && form.text.contains("Prova su questo documento"), "{}", form.text);
    let pairs = |word: &'static str| {
        let meaning = "column:indicators:target";
        [("word", word), ("meaning", meaning), ("document", document.as_str()), ("line", "3"), ("try", "1")]
    };
    let nothing = browser.send("/words/new", &form, &pairs("Parola mai scritta")).await;
    assert!(
        nothing.status == StatusCode::OK && nothing.text.contains("Nessun dato letto cambierebbe"),
        "{}",
        nothing.text
    );
    assert_eq!(nothing.field("word").as_deref(), Some("Parola mai scritta"), "what was typed is there");
    let tried = browser.send("/words/new", &form, &pairs("Traguardo annuo")).await;
    assert!(tried.status == StatusCode::OK && tried.text.contains("N. utenti"), "{}", tried.text);
    assert!(
        tried.text.contains("2 dati letti cambierebbero") && tried.text.contains("da ricollocare: ora 0"),
        "{}",
        tried.text
    );
    let mut elsewhere = pairs("Traguardo annuo");
    elsewhere[2].1 = "01a2035b696e7971bae3fe75ce33d788";
    let absent = browser.send("/words/new", &form, &elsewhere).await;
    assert_eq!(absent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", absent.text);
    assert!(absent.text.contains("la parola non si può provare"), "{}", absent.text);
    assert_eq!(absent.field("word").as_deref(), Some("Traguardo annuo"), "what was typed is there");
    let short = browser.send("/words/new", &form, &pairs("a")).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", short.text);
    assert!(!browser.get("/words").await.text.contains("<td"), "nothing is kept");
}
