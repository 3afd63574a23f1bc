// SPDX-License-Identifier: AGPL-3.0-or-later
//! Serves the page with every component, with the headers and files of the real pages, on a port that the system chooses
//! and that it prints: what the tests of the look visit, and what those who write pages look at.

#![expect(clippy::print_stdout, reason = "a program for people of this house")]

use ambito_i18n::Language;
use ambito_web::components::Components;
use ambito_web::form::Form;
use ambito_web::render::{Engine, Label, MenuItem, NoticeKind, Page, Site, Viewer};
use ambito_web::{assets, headers};
use axum::Router;
use axum::extract::{OriginalUri, Query, State};
use axum::response::Html;
use axum::routing::get;
use serde::Deserialize;
use std::error::Error;
use std::sync::Arc;

#[derive(Deserialize)]
struct Asked {
    lang: Option<String>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let engine = Arc::new(Engine::new(Site::published())?);
    let router = Router::new()
        .route("/", get(ordinary).post(ordinary))
        .route("/refused", get(refused))
        .route(assets::ROUTE, get(assets::serve))
        .layer(axum::middleware::from_fn(headers::secure))
        .with_state(engine);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/", listener.local_addr()?);
    axum::serve(listener, router).await?;
    Ok(())
}

async fn ordinary(engine: State<Arc<Engine>>, uri: OriginalUri, asked: Query<Asked>) -> Html<String> {
    show(&engine, &uri, &asked, Components::form())
}

async fn refused(engine: State<Arc<Engine>>, uri: OriginalUri, asked: Query<Asked>) -> Html<String> {
    show(&engine, &uri, &asked, Components::refused_form())
}

fn show(engine: &Engine, uri: &OriginalUri, asked: &Asked, form: Form) -> Html<String> {
    let language = asked.lang.as_deref().and_then(Language::from_word).unwrap_or_default();
    let item = |href: &str, words: &str| MenuItem { href: href.to_owned(), label: Label::said(words) };
    let mut page = Page::new(language, Label::said("Tutti i pezzi di una pagina"), uri.0.to_string())
        .under("/", Label::said("Oggi"))
        .telling(NoticeKind::Done, Label::said("la persona è stata salvata."));
    page.area = Some("Ambito di Valdoro".to_owned());
    let position = Label::said("Programmazione, Ufficio di Piano di Valdoro");
    page.viewer = Some(Viewer { name: "Ada Fabbri".to_owned(), position: Some(position) });
    page.menu = vec![
        item("/", "Oggi"),
        item("/plans", "Piani"),
        item("/people", "Enti e persone"),
        item("/refused", "Ruoli"),
        item("/audit", "Registro"),
        item("/retention", "Conservazione"),
        item("/settings", "Impostazioni"),
    ];
    Html(engine.render(&page, &Components::sample(form)).unwrap_or_else(|error| format!("{error}: {:#}", error.source)))
}
