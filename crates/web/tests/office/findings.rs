// SPDX-License-Identifier: AGPL-3.0-or-later
//! The manual of the checks, findings in a list and as a file, errands from hand to hand, two plans compared.

use crate::valdoro::{Browser, Page, Valdoro, file_reading};
use ambito_base::{Cents, Period};
use ambito_domain::office::{DocumentId, keeper};
use ambito_domain::planning::{BudgetLine, Direction, Family, Node, NodeId, PlanDraft};
use ambito_domain::review::{Errand, ErrandId, ErrandState};
use ambito_store::asked_by;
use ambito_store::reviews::{self, Checking, StoredFinding};
use axum::http::StatusCode;

/// Findings of the document of the plan that is there.
async fn found(valdoro: &Valdoro) -> DocumentId {
    let (app, keeper_view) = (&valdoro.app, valdoro.keeper());
    let plan = app.list_plans(&keeper_view, None).await.unwrap().plans.remove(0).plan.id;
    let document = app.get_plan(&keeper_view, plan, None, None).await.unwrap().document.id;
    let mut tx = app.database().write().await.unwrap();
    let key = reviews::find_document_key(&mut tx, &keeper(valdoro.area), document).await.unwrap().unwrap();
    let finding = |line: u32, code: &str, severity| StoredFinding {
        fingerprint: format!("ab{line}"),
        code: code.to_owned(),
        severity,
        line: Some(line),
        end_line: Some(line),
        node: None,
        message_it: format!("Nella riga {line} la somma non torna"),
        message_en: format!("On line {line} the sum is wrong"),
        said: r#"{"it":{"hints":["Rifare il conto."]},"en":{}}"#.to_owned(),
    };
    let all = [finding(8, "SUM001", 2), finding(9, "STR002", 1), finding(12, "EFF003", 0)];
    reviews::replace_findings(&mut tx, &key, &all).await.unwrap();
    if reviews::list_readings(&mut tx, &key).await.unwrap().is_empty() {
        reviews::insert_reading(&mut tx, &key, app.now(), None).await.unwrap();
    }
    let checked =
        Checking { number: 0, reading: 1, checked: app.now(), corrections: 0, errors: 1, warnings: 1, notes: 1 };
    reviews::insert_checking(&mut tx, &key, &checked).await.unwrap();
    tx.commit().await.unwrap();
    document
}

/// A finding that `programma` handed to `obiettivo`.
pub async fn handed(valdoro: &Valdoro) -> ErrandId {
    let document = found(valdoro).await;
    let people = valdoro.app.list_staff(&valdoro.keeper()).await.unwrap();
    let id = |login: &str| people.iter().find(|person| person.login == login).unwrap().id;
    let errand = Errand {
        id: ErrandId(valdoro.app.fresh_id()),
        document,
        fingerprint: "ab9".to_owned(),
        code: "STR002".to_owned(),
        said: "Nella riga 9 la somma non torna".to_owned(),
        line: 9,
        to: id("obiettivo"),
        due: ambito_base::Date::constant(2027, 1, 31),
        request: "Guardare".to_owned(),
        given: valdoro.app.now(),
        given_by: id("programma"),
        state: ErrandState::Given,
        returned: None,
        answer: String::new(),
        closed: None,
        version: 1,
    };
    let mut tx = valdoro.app.database().write().await.unwrap();
    let key = reviews::find_document_key(&mut tx, &keeper(valdoro.area), document).await.unwrap().unwrap();
    reviews::insert_errand(&mut tx, &key, &errand).await.unwrap();
    reviews::insert_step(&mut tx, valdoro.area, &errand, (errand.given, errand.given_by, "Guardare")).await.unwrap();
    tx.commit().await.unwrap();
    errand.id
}

fn assert_has(page: &Page, words: &[&str]) {
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    for word in words {
        assert!(page.text.contains(word), "“{word}” is not there: {}", page.text);
    }
}

#[tokio::test]
async fn the_manual_is_open_to_everybody_signed_in() {
    let valdoro = Valdoro::open().await;
    let mut nobody = valdoro.signed_in("nessuno").await;
    assert_has(&nobody.get("/checks").await, &["/checks/SUM001", "/checks/FUN001", "Argomento"]);
    let found = nobody.get("/checks?q=gruppo+persona&family=EFF&severity=note").await;
    assert_has(&found, &["/checks/EFF003"]);
    assert!(!found.text.contains("/checks/SUM001"));
    assert_has(&nobody.get("/checks?q=xyzzy").await, &["Nessun controllo parla di questo."]);
    assert_has(&nobody.get("/checks/eff003").await, &["Perché conta", "Un gruppo al posto di una persona"]);
    assert_has(&nobody.get("/checks/EFF003?lang=en").await, &["Why it matters", "A group in place of a person"]);
    for code in ["STR083", "STR084", "STR085", "STR086"] {
        let page = nobody.get(&format!("/checks/{code}?lang=it")).await;
        assert!(page.status == StatusCode::OK && !page.text.contains("--ocr"), "an option of a command: {}", page.text);
    }
    assert_eq!(nobody.get("/checks/XXX999").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn findings_are_listed_filtered_and_taken_away() {
    let valdoro = Valdoro::open().await;
    let document = found(&valdoro).await;
    let mut writer = valdoro.signed_in("programma").await;
    let all = writer.get("/findings").await;
    let place = format!("/reviews/{document}?line=8#f-ab8");
    assert_has(&all, &["Nella riga 8 la somma non torna", "/checks/STR002", &place, "da guardare"]);
    let first = all.text.find("Nella riga 8").unwrap();
    assert!(first < all.text.find("Nella riga 12").unwrap(), "the worst first");
    let warnings = writer.get("/findings?severity=warning").await;
    assert_has(&warnings, &["Nella riga 9"]);
    assert!(!warnings.text.contains("Nella riga 8"));
    let english = writer.get("/findings?words=line+12&lang=en").await;
    assert_has(&english, &["On line 12 the sum is wrong"]);
    writer.get("/findings?lang=it").await;
    let csv = writer.get("/findings?format=csv").await;
    assert_eq!(csv.text.lines().count(), 4, "{}", csv.text);
    assert!(csv.text.contains("SUM001") && csv.text.contains("Nella riga 12"), "{}", csv.text);
    assert_eq!(writer.get("/findings?format=xlsx").await.status, StatusCode::OK);
    let printed = writer.get("/findings?print=1&severity=error").await;
    assert_has(&printed, &["Gravità: errore", "Nella riga 8", "Torna all’elenco"]);
    assert!(!printed.text.contains("list-filters"), "{}", printed.text);
    let of_one = writer.get(&format!("/findings?format=csv&document={document}")).await;
    assert!(of_one.disposition.contains("\"peg-2027-txt-rilievi.csv\""), "{}", of_one.disposition);
    let printed = writer.get(&format!("/findings?print=1&document={document}")).await;
    assert_has(&printed, &["peg-2027.txt"]);
    let figures = writer.get("/findings/figures").await;
    assert_has(&figures, &["Ambito di Valdoro", "severity=error", "peg-2027.txt", "Nel tempo"]);
    let town = valdoro.signed_in("comune").await.get("/findings").await;
    assert!(!town.text.contains("Nella riga"), "the Ambito's findings are not the town's: {}", town.text);
}

async fn person(browser: &mut Browser, document: DocumentId, words: &str) -> (Page, String) {
    let form = browser.get(&format!("/errands/new?document={document}&finding=ab8")).await;
    assert_has(&form, &["Nella riga 8 la somma non torna", words]);
    let option = form.text.split("<option value=\"").find(|option| option.contains(words)).unwrap();
    let id = option.split('"').next().unwrap().to_owned();
    (form, id)
}

#[tokio::test]
async fn an_errand_goes_from_hand_to_hand() {
    let valdoro = Valdoro::open().await;
    let document = found(&valdoro).await;
    let mut writer = valdoro.signed_in("programma").await;
    let name = valdoro.app.list_staff(&valdoro.keeper()).await.unwrap();
    let name = name.into_iter().find(|person| person.login == "obiettivo").unwrap().name;
    let (form, to) = person(&mut writer, document, &name).await;
    let (document, id) = (document.to_string(), form.field("id").unwrap());
    let filled = |due: &'static str| {
        [
            ("document", document.clone()),
            ("finding", "ab8".to_owned()),
            ("id", id.clone()),
            ("to", to.clone()),
            ("due", due.to_owned()),
            ("request", "Guardi il conto, per favore".to_owned()),
        ]
    };
    let send = async |writer: &mut Browser, pairs: &[(&str, String)]| {
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        writer.send("/errands/new", &form, &pairs).await
    };
    let refused = send(&mut writer, &filled("2020-01-01")).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Guardi il conto, per favore"), "what was typed is still there");
    let given = send(&mut writer, &filled("2026-12-24")).await;
    assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
    let errand = given.location.split('?').next().unwrap().to_owned();
    assert_has(&writer.get("/findings").await, &["affidato a", &errand]);

    let mut owner = valdoro.signed_in("obiettivo").await;
    let today = owner.get("/").await;
    assert_has(&today, &["Nella riga 8 la somma non torna", "24/12/2026", &errand]);
    let page = owner.get(&errand).await;
    assert_has(&page, &["Guardi il conto, per favore", "Rifare il conto.", "Fatto: rimanda la risposta"]);
    assert!(!page.text.contains("/reviews/"), "nothing else of the document");
    let refused = owner.get(&format!("/reviews/{document}")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let back = owner.send(&format!("{errand}/return"), &page, &[("version", "1"), ("answer", "Ora torna")]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
    let twice = owner.send(&format!("{errand}/return"), &page, &[("version", "1"), ("answer", "Ancora io")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.text.contains("Ancora io"), "what was typed is not lost");

    let answered = owner.get("/errands").await;
    assert_has(&answered, &["Risposte date", &errand]);
    assert!(!answered.text.contains("Conclusi"), "it is not over before it was looked at: {}", answered.text);
    assert_has(&writer.get("/").await, &["Tornato da", &errand]);
    let page = writer.get(&errand).await;
    assert_has(&page, &["Ora torna", "Affida di nuovo", "/reviews/"]);
    let stale = writer.send(&format!("{errand}/close"), &page, &[("version", "1")]).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    let closed = writer.send(&format!("{errand}/close"), &page, &[("version", "2")]).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER);
    assert_has(&writer.get("/errands").await, &["Conclusi", &errand]);
    let others = valdoro.signed_in("conti").await.get(&errand).await;
    assert_eq!(others.status, StatusCode::NOT_FOUND);
}

fn plan(year: i16, amount: i64) -> PlanDraft {
    let from = ambito_base::Date::constant(year, 1, 1);
    PlanDraft {
        family: Some(Family::Peg),
        title: Some(format!("Piano inventato {year}")),
        period: Period { from: Some(from), to: None },
        nodes: vec![Node { title: Some("Sportello sociale".into()), line: 1, in_body: true, ..Node::default() }],
        budget_lines: vec![BudgetLine {
            node: Some(NodeId(0)),
            direction: Some(Direction::Expense),
            kind: None,
            chapter: "41101".into(),
            article: None,
            title: "Servizi".into(),
            amount: Some(Cents::new(amount)),
            references: Vec::new(),
            line: 2,
        }],
        ..PlanDraft::default()
    }
}

#[tokio::test]
async fn two_plans_stand_beside_each_other() {
    let valdoro = Valdoro::open().await;
    let filed = file_reading(&valdoro.app, valdoro.area, &plan(2030, 43_000_000)).await;
    let other = valdoro.app.list_plans(&valdoro.keeper(), None).await.unwrap();
    let other = other.plans.iter().find(|one| one.plan.id != filed).unwrap().plan.id;
    let mut reader = valdoro.signed_in("conti").await;
    let choose = reader.get("/compare").await;
    assert_has(&choose, &["Piano inventato 2030", "Il piano di prima", "scelga quale viene prima", "scelga un piano"]);
    assert!(!choose.text.contains(" selected>"), "two plans that have nothing to do with each other: {}", choose.text);
    let earlier = file_reading(&valdoro.app, valdoro.area, &plan(2029, 1)).await;
    let choose = reader.get("/compare").await;
    for word in [format!("{earlier}:1\" selected"), format!("{filed}:1\" selected")] {
        assert_has(&choose, &[&word]);
    }
    assert_eq!(reader.get(&format!("/compare?new={filed}")).await.status, StatusCode::OK);
    let address = format!("/compare?old={filed}:1&new={other}:1");
    let (page, asked) = asked_by(reader.get(&address)).await;
    assert!(asked.len() <= 12, "{}: {asked:#?}", asked.len());
    assert_has(&page, &["Che cosa è cambiato", "430.000,00", "Che cosa non c’è più", "Sportello sociale"]);
    let money = reader.get(&format!("{address}&show=money")).await;
    assert_has(&money, &["41101", &format!("/plans/{filed}/source?version=1")]);
    let csv = reader.get(&format!("{address}&show=money&format=csv")).await;
    assert_has(&csv, &["Cambiamento", "41101", "430.000,00", "tolto"]);
    let figures = reader.get(&format!("/compare?old={earlier}&new={filed}&format=csv")).await;
    assert_has(&figures, &["430000,00", "429999,99"]);
    assert!(csv.disposition.contains("\"piano-inventato-2030-v1-"), "{}", csv.disposition);
    let all = reader.get(&format!("{address}&format=csv")).await;
    assert_has(&all, &["Sportello sociale", "tolto", "nuovo"]);
    assert_eq!(reader.get(&format!("{address}&format=xlsx")).await.status, StatusCode::OK);
    let (printed, asked) = asked_by(reader.get(&format!("{address}&print=1"))).await;
    assert!(asked.len() <= 12, "{}: {asked:#?}", asked.len());
    assert_has(&printed, &["Piano inventato 2030 v1", "Sportello sociale", "Torna all’elenco"]);
    let rows = printed.text.split("<tbody").nth(1).unwrap().matches("<tr").count();
    assert_eq!(rows + 1, all.text.lines().count(), "as many as the file has");
    let audit = valdoro.signed_in("revisione").await.get("/audit").await;
    assert_has(&audit, &["list=comparison"]);
    let same = reader.get(&format!("/compare?old={filed}&new={filed}")).await;
    assert_has(&same, &["Nessuna differenza"]);
    assert_eq!(reader.get("/compare?old=x&new=y").await.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.get(&format!("{address}&show=nothing")).await.status, StatusCode::NOT_FOUND);
}
