// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nothing typed is lost: on a mistake, on a session that is over, on somebody else's save.

use crate::valdoro::{Page, Valdoro, password};
use ambito_domain::office::BodyId;
use axum::http::StatusCode;

async fn castelvento(valdoro: &Valdoro) -> BodyId {
    let bodies = valdoro.app.list_bodies(&valdoro.keeper()).await.unwrap();
    bodies.iter().find(|body| body.name == "Comune di Castelvento").unwrap().id
}

/// The form of a page with some of its fields filled in otherwise.
fn filled<'a>(page: &Page, changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, String)> {
    let names = ["version", "name", "istat", "ipa", "from", "to"];
    let mut pairs: Vec<(&str, String)> = names.map(|name| (name, page.field(name).unwrap_or_default())).into();
    let chosen = |name: &str| {
        let select = page.text.split(&format!("name=\"{name}\"")).nth(1)?.split("</select>").next()?;
        select.split("\" selected").next()?.rsplit('"').next().map(str::to_owned)
    };
    for name in ["kind", "parent"] {
        pairs.push((name, chosen(name).unwrap_or_default()));
    }
    for (name, value) in changes {
        match pairs.iter_mut().find(|(one, _)| one == name) {
            Some(pair) => pair.1 = (*value).to_owned(),
            None => pairs.push((name, (*value).to_owned())),
        }
    }
    pairs
}

fn borrowed<'a>(pairs: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    pairs.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn a_mistake_brings_the_form_back_as_it_was() {
    let valdoro = Valdoro::open().await;
    let path = format!("/bodies/{}/edit", castelvento(&valdoro).await);
    let mut browser = valdoro.signed_in("sistema").await;
    let page = browser.get(&path).await;
    let pairs = filled(&page, &[("name", "Castelvento «nuovo» & antico"), ("istat", "12"), ("to", "1/2/2001")]);
    let again = browser.send(&path, &page, &borrowed(&pairs)).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(again.field("name").as_deref(), Some("Castelvento «nuovo» & antico"));
    assert_eq!(again.field("istat").as_deref(), Some("12"));
    assert!(again.text.contains("il codice ISTAT è di sei cifre"), "{}", again.text);
}

#[tokio::test]
async fn two_browsers_cannot_lose_each_others_work() {
    let valdoro = Valdoro::open().await;
    let id = castelvento(&valdoro).await;
    let path = format!("/bodies/{id}/edit");
    let (mut first, mut second) = (valdoro.signed_in("sistema").await, valdoro.signed_in("sistema").await);
    let (mine, theirs) = (first.get(&path).await, second.get(&path).await);
    let saved = filled(&theirs, &[("name", "Comune di Castelvento sul Lago"), ("ipa", "c_nuovo")]);
    assert_eq!(second.send(&path, &theirs, &borrowed(&saved)).await.status, StatusCode::SEE_OTHER);

    let pairs = filled(&mine, &[("name", "Comune di Castelvento Alto")]);
    let both = first.send(&path, &mine, &borrowed(&pairs)).await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Comune di Castelvento Alto", "Comune di Castelvento sul Lago", "c_nuovo", "Hugo Sistema"] {
        assert!(both.text.contains(words), "{words} is not shown: {}", both.text);
    }
    // Nothing was saved yet, and the choice of the person is.
    let body = valdoro.app.get_body(&valdoro.keeper(), id).await.unwrap();
    assert_eq!(body.name, "Comune di Castelvento sul Lago");
    let chosen = filled(&both, &[("name", "Comune di Castelvento Alto"), ("ipa", "c_nuovo")]);
    let done = first.send(&path, &both, &borrowed(&chosen)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let body = valdoro.app.get_body(&valdoro.keeper(), id).await.unwrap();
    assert_eq!((body.name.as_str(), body.ipa.as_deref()), ("Comune di Castelvento Alto", Some("c_nuovo")));
    assert_eq!(body.version, 3);
}

#[tokio::test]
async fn what_was_typed_survives_a_session_that_is_over() {
    let valdoro = Valdoro::open().await;
    let id = castelvento(&valdoro).await;
    let path = format!("/bodies/{id}/edit");
    let mut browser = valdoro.signed_in("sistema").await;
    let page = browser.get(&path).await;
    let pairs = filled(&page, &[("name", "Comune di Castelvento (scritto a lungo)")]);
    valdoro.hand.wait(60 * 60);

    let over = browser.send(&path, &page, &borrowed(&pairs)).await;
    assert_eq!(over.status, StatusCode::UNAUTHORIZED);
    assert!(over.text.contains("non è perso"), "{}", over.text);
    let (resume, resume_path) = (over.field("resume").unwrap(), over.field("resume_path").unwrap());
    let secret = password("sistema");
    let typed = [
        ("login", "sistema"),
        ("password", secret.as_str()),
        ("next", "/"),
        ("resume", resume.as_str()),
        ("resume_path", resume_path.as_str()),
    ];
    let back = browser.send("/login", &over, &typed).await;
    assert_eq!(back.status, StatusCode::OK, "{}", back.text);
    assert_eq!(back.field("name").as_deref(), Some("Comune di Castelvento (scritto a lungo)"));
    let mut kept = filled(&back, &[("resumed", "yes")]);
    for name in ["kind", "parent"] {
        let value = back.field(name).unwrap_or_default();
        kept.retain(|(one, _)| *one != name);
        kept.push((name, value));
    }
    // The form, filled in; still nothing is saved.
    let form = browser.send(&path, &back, &borrowed(&kept)).await;
    assert_eq!(form.status, StatusCode::OK);
    assert_eq!(form.field("name").as_deref(), Some("Comune di Castelvento (scritto a lungo)"));
    let body = valdoro.app.get_body(&valdoro.keeper(), id).await.unwrap();
    assert_eq!(body.name, "Comune di Castelvento");
    let saved = browser.send(&path, &form, &borrowed(&filled(&form, &[]))).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
}
