// SPDX-License-Identifier: AGPL-3.0-or-later
//! A document on its way through the pages: brought in, read, looked at, put right by two people, read again, filed.

use crate::valdoro::{Browser, Page, Valdoro, password};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};

/// A small plan of an invented body: two projects, indicators, a line that nobody understands.
pub const PLAN: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/documenti/piano-obiettivi.md"));

/// A body of the area, for the field `body`.
pub async fn ambit(valdoro: &Valdoro) -> String {
    let bodies = valdoro.app.list_bodies(&valdoro.keeper()).await.unwrap();
    bodies.iter().find(|body| body.name == "Ambito di Valdoro").unwrap().id.to_string()
}

/// Lets the worker do everything that waits.
pub async fn work(valdoro: &Valdoro) {
    // What was put right is older than the check that looks at it.
    valdoro.hand.wait(1);
    while valdoro.app.work_once().await.unwrap() {}
}

/// Brings one document in and has it read; the address of its review.
pub async fn bring(valdoro: &Valdoro, browser: &mut Browser, name: &str, text: &str) -> String {
    bring_in(valdoro, browser, name, text).await.1
}

/// A document that was brought in, corrected and read again: what of it has an address.
pub async fn reviewed(valdoro: &Valdoro) -> [(&'static str, String); 4] {
    let mut browser = valdoro.signed_in("programma").await;
    let (upload, review) = bring_in(valdoro, &mut browser, "piano.md", PLAN).await;
    let page = browser.get(&review).await;
    let pairs = mended(card(&page, "value.title"), "title", "Un titolo corretto");
    let sent = browser.send(&format!("{review}/correct"), &page, &borrowed(&pairs)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let sent = browser.send(&format!("{review}/reread"), &page, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    work(valdoro).await;
    let document = review.replace("/reviews/", "/documents/");
    let choose = format!("{review}/choose?line=1");
    [
        ("/uploads/{id}", upload),
        ("/documents/{id}", document),
        ("/reviews/{id}", review),
        ("/reviews/{id}/choose", choose),
    ]
}

/// Brings one document in and has it read; the addresses of how far it is and of its review.
pub async fn bring_in(valdoro: &Valdoro, browser: &mut Browser, name: &str, text: &str) -> (String, String) {
    let form = browser.get("/reviews/new").await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text);
    let (csrf, body) = (form.field("csrf").unwrap(), ambit(valdoro).await);
    let sent =
        browser.send_files("/reviews/new", &[("csrf", &csrf), ("body", &body)], &[(name, text.as_bytes())]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    work(valdoro).await;
    let progress = browser.get(&sent.location).await;
    assert_eq!(progress.status, StatusCode::OK, "{}", progress.text);
    let rest = progress.text.split("href=\"/reviews/").skip(1).find(|rest| !rest.starts_with("new"));
    let rest = rest.unwrap_or_else(|| panic!("{}", progress.text));
    (sent.location, format!("/reviews/{}", rest.split('"').next().unwrap()))
}

/// A card of the page: from its anchor to its end.
pub fn card<'a>(page: &'a Page, mark: &str) -> &'a str {
    let cards = page.text.split("<article ").skip(1);
    let found = cards.map(|card| card.split("</article>").next().unwrap_or_default()).find(|card| card.contains(mark));
    found.unwrap_or_else(|| panic!("no card has {mark}: {}", page.text))
}

/// The value of a field in a piece of a page.
pub fn value(text: &str, name: &str) -> String {
    let rest = text.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("{name}: {text}"));
    crate::valdoro::unescape(rest.split('"').next().unwrap())
}

/// The pairs of a record's form with one value changed.
pub fn mended<'a>(card: &str, field: &'a str, new: &'a str) -> Vec<(String, String)> {
    let was = value(card, &format!("was.value.{field}"));
    vec![
        ("record".to_owned(), value(card, "record")),
        ("version".to_owned(), value(card, "version")),
        (format!("was.value.{field}"), was),
        (format!("value.{field}"), new.to_owned()),
    ]
}

pub fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn thirty_files_with_odd_names_come_in_together() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let form = browser.get("/reviews/new").await;
    let (csrf, body) = (form.field("csrf").unwrap(), ambit(&valdoro).await);
    let names: Vec<String> = (0..28).map(|number| format!("piano {number}.txt")).collect();
    let texts: Vec<String> = (0..28).map(|number| format!("{PLAN}\n\nCopia {number}\n")).collect();
    let mut files: Vec<(&str, &[u8])> =
        names.iter().zip(&texts).map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    files.push(("C:\\Utenti\\Ada\\Società è.txt", PLAN.as_bytes()));
    files.push(("vuoto.txt", b""));
    let sent = browser.send_files("/reviews/new", &[("csrf", &csrf), ("body", &body)], &files).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    let before = browser.get(&sent.location).await;
    assert!(before.text.contains("data-again") && before.text.contains("http-equiv=\"refresh\""), "{}", before.text);
    work(&valdoro).await;
    let page = browser.get(&sent.location).await;
    assert!(!page.text.contains("data-again"), "all is over: {}", page.text);
    for words in ["piano 27.txt", "Società è.txt", "vuoto.txt"] {
        assert!(page.text.contains(words), "{words}: {}", page.text);
    }
    assert!(!page.text.contains("Utenti"), "folders are not kept");
}

#[tokio::test]
async fn what_is_no_proper_form_with_files_is_refused_and_keeps_nothing() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let form = browser.get("/reviews/new").await;
    let (csrf, body) = (form.field("csrf").unwrap(), ambit(&valdoro).await);
    let before = valdoro.content().await;
    let pairs = [("csrf", csrf.as_str()), ("body", body.as_str())];
    let file: [(&str, &[u8]); 1] = [("piano.txt", PLAN.as_bytes())];

    let none = browser.send_files("/reviews/new", &pairs, &[("", b"")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(none.text.contains("scelga almeno un file"), "{}", none.text);
    let wrong = browser.send_files("/reviews/new", &[("csrf", "wrong"), ("body", &body)], &file).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "shown again, not carried out: {}", wrong.text);
    let elsewhere = browser.send_files("/bodies/new", &pairs, &file).await;
    assert!(elsewhere.status == StatusCode::UNSUPPORTED_MEDIA_TYPE, "{:?}", elsewhere.status);
    let broken = Request::builder()
        .method(Method::POST)
        .uri("/reviews/new")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header("sec-fetch-site", "same-origin");
    let broken = browser.ask(broken, Body::from("--edge\r\nContent-Disp")).await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST, "{}", broken.text);
    let foreign = Request::builder()
        .method(Method::POST)
        .uri("/reviews/new")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(browser.ask(foreign, Body::from("--edge--\r\n")).await.status, StatusCode::FORBIDDEN);
    let mut other = valdoro.signed_in("nessuno").await;
    assert_eq!(other.send_files("/reviews/new", &pairs, &file).await.status, StatusCode::FORBIDDEN);
    assert_eq!(before, valdoro.content().await);
}

#[tokio::test]
async fn files_are_not_kept_through_a_session_that_is_over_and_the_rest_is() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let form = browser.get("/reviews/new").await;
    let (csrf, body) = (form.field("csrf").unwrap(), ambit(&valdoro).await);
    valdoro.hand.wait(60 * 60);
    let pairs = [("csrf", csrf.as_str()), ("body", body.as_str())];
    let over = browser.send_files("/reviews/new", &pairs, &[("piano.txt", PLAN.as_bytes())]).await;
    assert_eq!(over.status, StatusCode::UNAUTHORIZED);
    assert!(over.text.contains("vanno scelti di nuovo"), "{}", over.text);
    let (resume, path) = (over.field("resume").unwrap(), over.field("resume_path").unwrap());
    assert!(resume.contains(&body) && !resume.contains("obiettiv"), "{resume}");
    let secret = password("programma");
    let typed =
        [("login", "programma"), ("password", &secret), ("next", "/"), ("resume", &resume), ("resume_path", &path)];
    let back = browser.send("/login", &over, &typed).await;
    let again = browser.send("/reviews/new", &back, &[("resumed", "yes"), ("body", &body)]).await;
    assert_eq!(again.status, StatusCode::OK, "{}", again.text);
    assert!(again.text.contains("Scelga di nuovo i file"), "{}", again.text);
    assert!(again.text.contains(&format!("value=\"{body}\" selected")) || again.text.contains(&body));
}

#[tokio::test]
async fn a_document_is_read_corrected_read_again_and_filed() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let review = bring(&valdoro, &mut browser, "piano-obiettivi.md", PLAN).await;
    let page = browser.get(&review).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);

    // A value, put right; what it said stays in sight with who and when.
    let indicator = card(&page, "id=\"r-indicator-");
    let was = value(indicator, "was.value.title");
    let pairs = mended(indicator, "title", "Utenti seguiti a domicilio");
    let done = browser.send(&format!("{review}/correct"), &page, &borrowed(&pairs)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    assert!(done.location.contains("done=corrected") && done.location.contains("#r-indicator-"), "{}", done.location);
    let corrected = browser.get(&review).await;
    let shown = card(&corrected, "Utenti seguiti a domicilio");
    let escaped = was.replace('\'', "&#x27;");
    assert!(shown.contains("corretto") && (shown.contains(&was) || shown.contains(&escaped)), "{shown}");

    // Somebody else had the page open before: both values are shown, and nothing is overwritten.
    let mut second = valdoro.signed_in("programma").await;
    let late = browser.get("/account").await;
    let pairs = mended(indicator, "title", "Un altro titolo");
    let both = second.get(&review).await;
    let both = second.send(&format!("{review}/correct"), &both, &borrowed(&pairs)).await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", both.text);
    assert!(both.text.contains("Un altro titolo") && both.text.contains("Utenti seguiti a domicilio"), "{}", both.text);
    drop(late);
    // Nothing is saved before they have chosen, and what they wrote in other fields is still there.
    let mut pairs = mended(indicator, "title", "Un altro titolo");
    pairs.extend(mended(indicator, "baseline", "da 13 schede").into_iter().skip(2));
    let both = second.get(&review).await;
    let both = second.send(&format!("{review}/correct"), &both, &borrowed(&pairs)).await;
    assert_eq!(both.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", both.text);
    assert_eq!(both.field("value.baseline").as_deref(), Some("da 13 schede"));
    assert!(both.text.contains("nulla è ancora salvato"), "{}", both.text);
    assert!(!browser.get(&review).await.text.contains("da 13 schede"), "nothing is saved");

    // What cannot be understood comes back at its field.
    let wrong = mended(card(&page, "value.deadline"), "deadline", "il giorno dopo mai");
    let again = browser.send(&format!("{review}/correct"), &corrected, &borrowed(&wrong)).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text);
    assert!(again.text.contains("il giorno dopo mai"), "{}", again.text);

    // Read again: the correction is still there.
    let sent = browser.send(&format!("{review}/reread"), &corrected, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
    work(&valdoro).await;
    let page = browser.get(&review).await;
    assert!(page.text.contains("Utenti seguiti a domicilio") && page.text.contains("/changes"), "{}", page.text);
    let changes = browser.get(&format!("{review}/changes")).await;
    assert!(changes.text.contains("1 correzione conservata"), "{}", changes.text);
    let list = browser.get(&format!("{review}/corrections")).await;
    assert!(list.text.contains(&format!("{review}/corrections?format=csv")), "{}", list.text);
    let csv = browser.get(&format!("{review}/corrections?format=csv")).await;
    assert!(csv.disposition.contains("-correzioni.csv"), "{}", csv.disposition);
    assert!(csv.text.lines().count() > 1 && csv.text.contains("Ada"), "{}", csv.text);
    assert_eq!(browser.get(&format!("{review}/corrections?format=xlsx")).await.status, StatusCode::OK);
    let csv = browser.get(&format!("{review}/unread?format=csv")).await;
    assert!(csv.disposition.contains("-righe-non-lette.csv"), "{}", csv.disposition);
    let mut auditor = valdoro.signed_in("revisione").await;
    assert!(auditor.get("/audit").await.text.contains("list=document-corrections"));
    assert_eq!(auditor.get(&format!("{review}/unread?format=csv")).await.status, StatusCode::FORBIDDEN);
    assert!(list.text.contains("Utenti seguiti a domicilio"), "{}", list.text);

    // Filed, with the source beside it.
    let ask = browser.get(&format!("{review}/file")).await;
    assert_eq!(ask.status, StatusCode::OK, "{}", ask.text);
    let version = ask.field("version").unwrap();
    let filed = browser.send(&format!("{review}/file"), &ask, &[("version", &version)]).await;
    assert_eq!(filed.status, StatusCode::SEE_OTHER, "{}", filed.text);
    let plan = filed.location.split('?').next().unwrap().to_owned();
    let source = browser.get(&format!("{plan}/source?line=10")).await;
    assert_eq!(source.status, StatusCode::OK, "{}", source.text);
    assert!(source.text.contains("id=\"l10\"") && !source.text.contains("class=\"mend\""), "{}", source.text);
    let document = page.text.split("href=\"/documents/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let file = browser.get(&format!("/documents/{document}")).await;
    assert_eq!((file.status, file.text.as_str()), (StatusCode::OK, PLAN), "the file is as it came in");
}

#[tokio::test]
async fn a_value_leads_to_its_cell_and_where_that_is_not_known_to_its_row() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let review = bring(&valdoro, &mut browser, "piano-obiettivi.md", PLAN).await;
    let page = browser.get(&review).await;
    let way = |card: &str, text: &str| {
        let before = card.split(&format!(">{text}</a>")).next().unwrap();
        before.rsplit("<a href=\"#").next().unwrap().trim_end_matches('"').to_owned()
    };
    let indicator = card(&page, "id=\"r-indicator-");
    let title = value(indicator, "was.value.title");
    let cell = way(indicator, &title);
    let shown = format!("<td><span class=\"said-value\" id=\"{cell}\" tabindex=\"-1\">{title}</span></td>");
    assert!(cell.contains('v') && page.text.contains(&shown), "{cell}: {}", page.text);
    // Words inside a cell that says more.
    let measured = page.text.split("said-value").find(|part| part.contains("tabindex=\"-1\">28/04/2026</span>"));
    assert!(measured.is_some(), "{}", page.text);
    // A value that was put right still leads to where it was read.
    let done =
        browser.send(&format!("{review}/correct"), &page, &borrowed(&mended(indicator, "title", "Schede"))).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let after = browser.get(&review).await;
    assert_eq!(way(card(&after, "id=\"r-indicator-"), "Schede"), cell);
    // What stands twice in its row leads to the row.
    let twice = "Indicatori\nDescrizione\tBaseline\tTarget\nUtenti seguiti\t30\t30\n";
    let text = format!("{}\n### Indicatori:\n\n{}", PLAN.split("### Indicatori:").next().unwrap(), &twice[11..]);
    let review = bring(&valdoro, &mut browser, "due.md", &text).await;
    let page = browser.get(&review).await;
    let indicator = card(&page, "id=\"r-indicator-");
    let row = way(indicator, "30");
    assert!(!row.contains('v') && page.text.contains(&format!("id=\"{row}\"")), "{row}: {indicator}");
    assert!(way(indicator, "Utenti seguiti").contains('v'), "{indicator}");
}

/// A plan with a line that nobody understands.
pub fn strange() -> String {
    format!("{PLAN}\n## Obiettivo 98 – Resto\n\n| strana | § | z |\n")
}

#[tokio::test]
async fn a_line_that_is_set_aside_already_stays_as_it_is() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let review = bring(&valdoro, &mut browser, "piano.md", &strange()).await;
    // Two tabs.
    let page = browser.get(&format!("{review}/unread")).await;
    let unread = card(&page, "action=\"");
    let (line, version) = (value(unread, "line"), value(unread, "version"));
    let send = async |browser: &mut Browser, reason: &str| {
        let pairs = [("line", line.as_str()), ("version", version.as_str()), ("reason", reason)];
        browser.send(&format!("{review}/set-aside"), &page, &pairs).await
    };
    let first = send(&mut browser, "numero di pagina").await;
    assert!(first.location.contains("done=set-aside#u"), "{} {}", first.location, first.text);
    let second = send(&mut browser, "un altro motivo").await;
    assert!(second.location.contains("done=set-aside-already#u"), "{} {}", second.location, second.text);
    let told = browser.get(second.location.split('#').next().unwrap()).await;
    assert!(told.text.contains("era già messa da parte"), "{}", told.text);
    assert!(told.text.contains("numero di pagina") && !told.text.contains("un altro motivo"), "{}", told.text);
    // Read again, the line is nobody's work any more: the page of what changed counts as the page of the review does.
    let again = browser.send(&format!("{review}/reread"), &page, &[]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
    work(&valdoro).await;
    let changes = browser.get(&format!("{review}/changes")).await;
    assert!(changes.text.contains("di cui nessuno si è occupato: prima 0, ora 0"), "{}", changes.text);
    assert!(browser.get(&review).await.text.contains("0 righe non lette"), "the same number");
}

#[tokio::test]
async fn a_sign_that_cannot_be_kept_is_told_with_its_field() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let review = bring(&valdoro, &mut browser, "piano.md", PLAN).await;
    let page = browser.get(&review).await;
    let pairs = mended(card(&page, "id=\"r-indicator-"), "title", "Schede\0riscritte");
    let told = browser.send(&format!("{review}/correct"), &page, &borrowed(&pairs)).await;
    assert_eq!(told.status, StatusCode::BAD_REQUEST);
    for words in ["un carattere che non si può conservare", "«Titolo»", "Schede[?]riscritte", "Nulla è stato salvato"]
    {
        assert!(told.text.to_lowercase().contains(&words.to_lowercase()), "{words}: {}", told.text);
    }
    let found = browser.get("/findings?words=a%00b").await;
    assert!(found.status == StatusCode::BAD_REQUEST && found.text.contains("in ciò che si cerca"), "{}", found.text);
}

#[tokio::test]
async fn what_hardly_can_be_is_saved_when_it_is_meant() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let peg = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/documenti/peg-2027.txt"));
    let review = bring(&valdoro, &mut browser, "peg.txt", peg).await;
    let page = browser.get(&review).await;
    let effort = card(&page, "id=\"r-effort-");
    let pairs = mended(effort, "share", "500");
    let path = format!("{review}/correct");
    let asked = browser.send(&path, &page, &borrowed(&pairs)).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.text);
    assert!(
        asked.text.contains("500% è più dell&#x27;intero") && asked.text.contains("Salva comunque"),
        "{}",
        asked.text
    );
    assert_eq!(asked.field("value.share").as_deref(), Some("500"), "what was typed is still there");
    assert!(!browser.get(&review).await.text.contains(">500</a>%"), "nothing is saved");
    let meant = asked.field("meant").unwrap();
    let mut pairs = mended(&asked.text, "share", "500");
    pairs.push(("meant".to_owned(), meant));
    let saved = browser.send(&path, &asked, &borrowed(&pairs)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(browser.get(&review).await.text.contains(">500</a>%"));
}

#[tokio::test]
async fn a_correction_is_taken_back_and_a_record_taken_out() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let review = bring(&valdoro, &mut browser, "piano-obiettivi.md", PLAN).await;
    let page = browser.get(&review).await;
    let indicator = card(&page, "id=\"r-indicator-");
    let (record, version) = (value(indicator, "record"), value(indicator, "version"));
    let pairs = [("record", record.as_str()), ("version", version.as_str())];
    let gone = browser.send(&format!("{review}/remove"), &page, &pairs).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text);
    let page = browser.get(&review).await;
    let removed = card(&page, "card-removed");
    let action = removed.split("action=\"").find(|part| part.contains("/withdraw\"")).unwrap();
    let action = action.split('"').next().unwrap().to_owned();
    let back = browser.send(&action, &page, &[("line", "1"), ("anchor", "l1")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
    assert!(!browser.get(&review).await.text.contains("card-removed"));
}

#[tokio::test]
async fn what_was_typed_in_a_correction_outlives_the_session() {
    let valdoro = Valdoro::open().await;
    let mut browser = valdoro.signed_in("programma").await;
    let review = bring(&valdoro, &mut browser, "piano-obiettivi.md", PLAN).await;
    let page = browser.get(&review).await;
    let pairs = mended(card(&page, "id=\"r-indicator-"), "title", "Un titolo scritto con pazienza");
    valdoro.hand.wait(60 * 60);
    let path = format!("{review}/correct");
    let over = browser.send(&path, &page, &borrowed(&pairs)).await;
    assert_eq!(over.status, StatusCode::UNAUTHORIZED);
    let (resume, resume_path) = (over.field("resume").unwrap(), over.field("resume_path").unwrap());
    let secret = password("programma");
    let typed = [
        ("login", "programma"),
        ("password", secret.as_str()),
        ("next", "/"),
        ("resume", &resume),
        ("resume_path", &resume_path),
    ];
    let back = browser.send("/login", &over, &typed).await;
    let mut kept = pairs.clone();
    kept.push(("resumed".to_owned(), "yes".to_owned()));
    let form = browser.send(&path, &back, &borrowed(&kept)).await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text);
    assert_eq!(form.field("value.title").as_deref(), Some("Un titolo scritto con pazienza"));
    // The form goes off as it is.
    let saved =
        browser.send(&path, &form, &borrowed(&mended(&form.text, "title", "Un titolo scritto con pazienza"))).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    assert!(browser.get(&review).await.text.contains("Un titolo scritto con pazienza"));
}
