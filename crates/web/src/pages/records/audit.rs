// SPDX-License-Identifier: AGPL-3.0-or-later
//! The record of what was done and seen: search, verification, the file, the line to keep outside.

use super::Asking;
use super::file::{self, Parts};
use crate::form::{Field, Form, Kind as FieldKind};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::audit::{Anchor, AuditExport, AuditQuery, Kind, Record, Verdict, hex};
use ambito_domain::office::{Right, Staff};
use ambito_exchange::audit::words;
use ambito_i18n::Catalogue;
use serde::Serialize;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/audit", Needs::Right(Right::ReadAudit), search),
        Route::get("/audit/verify", Needs::Right(Right::ReadAudit), ask_verify),
        Route::post("/audit/verify", Needs::Right(Right::ReadAudit), verify),
        Route::post("/audit/anchor", Needs::Right(Right::ReadAudit), anchor),
        Route::post("/audit/export", Needs::Right(Right::ExportAudit), export),
    ]
}

/// The search with what was found.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Audit {
    csrf: String,
    asked: Asked,
    filtered: bool,
    people: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    wrong: Vec<(&'static str, Label)>,
    rows: Vec<Row>,
    first: String,
    next: String,
    may_export: bool,
}

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
struct Asked {
    actor: String,
    kind: String,
    act: String,
    object: String,
    subject: String,
    from: String,
    to: String,
}

#[derive(Clone, Debug, Serialize)]
struct Row {
    seq: i64,
    at: i64,
    kind: String,
    act: String,
    who: String,
    source: String,
    about: String,
    object: String,
    purpose: String,
    detail: String,
}

impl Content for Audit {
    const TEMPLATE: &'static str = "records/audit.html";

    fn samples() -> Vec<Self> {
        let row = Row {
            seq: 7,
            at: 1_795_348_800_000_000,
            kind: "accesso".to_owned(),
            act: "accesso".to_owned(),
            who: "Ada Fabbri".to_owned(),
            source: "10.0.0.7".to_owned(),
            about: "Bruno Neri".to_owned(),
            object: "0198".to_owned(),
            purpose: "verifica".to_owned(),
            detail: "fields=name".to_owned(),
        };
        let full = Self {
            csrf: "token".to_owned(),
            asked: Asked { actor: "1".to_owned(), kind: "access".to_owned(), ..Asked::default() },
            filtered: true,
            people: vec![("1".to_owned(), "Ada Fabbri".to_owned())],
            kinds: vec![("access".to_owned(), "accesso".to_owned())],
            wrong: vec![("from", Label::key("field-date-wrong"))],
            rows: vec![row],
            first: "/audit?kind=access".to_owned(),
            next: "/audit?kind=access&before=7".to_owned(),
            may_export: true,
        };
        let empty = Self {
            rows: Vec::new(),
            filtered: false,
            wrong: Vec::new(),
            next: String::new(),
            may_export: false,
            ..full.clone()
        };
        vec![full, empty]
    }
}

async fn search(context: Context) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let asked = Asked {
        actor: context.query("actor"),
        kind: context.query("kind"),
        act: context.query("act"),
        object: context.query("object"),
        subject: context.query("subject"),
        from: context.query("from"),
        to: context.query("to"),
    };
    let Asked { actor, kind, act, object, subject, from, to } = asked.clone();
    let before = context.query("before").parse().ok();
    let query = AuditQuery { actor, kind, act, object, subject, from, to, before };
    let (page, wrong) = match app.search_audit(viewer, &query).await {
        Ok(page) => (page, Vec::new()),
        Err(Error::Invalid(faults)) => {
            let wrong = faults.into_iter().map(|fault| (fault.field, Label::key(fault.key))).collect();
            (ambito_app::audit::AuditPage { records: Vec::new(), next: None }, wrong)
        }
        Err(error) => return Err(error.into()),
    };
    let people = app.list_staff(viewer).await?;
    let catalogue = context.server.engine.catalogue(context.language);
    let typed = serde_urlencoded::to_string(&asked).unwrap_or_default();
    let content = Audit {
        csrf: context.csrf(),
        rows: page.records.into_iter().map(|record| row(record, &people, catalogue)).collect(),
        kinds: Kind::ALL
            .into_iter()
            .map(|kind| (kind.word().to_owned(), words::kind(kind.word(), catalogue)))
            .collect(),
        people: people.into_iter().map(|person| (person.id.to_string(), person.name)).collect(),
        wrong,
        first: before.map_or_else(String::new, |_: i64| format!("/audit?{typed}")),
        next: page.next.map_or_else(String::new, |next| format!("/audit?{typed}&before={next}")),
        may_export: viewer.may(Right::ExportAudit),
        filtered: asked != Asked::default(),
        asked,
    };
    let page = context.page(Label::key("audit-title"));
    if content.wrong.is_empty() { context.show(&page, &content) } else { context.show_again(&page, &content) }
}

fn row(record: Record, people: &[Staff], catalogue: &Catalogue) -> Row {
    let Record { seq, at_us, kind, act, actor: _, actor_name, source, object, subject, purpose, detail, previous: _ } =
        record;
    let about = subject.and_then(|id| people.iter().find(|person| person.id.0 == id));
    Row {
        seq,
        at: at_us,
        kind: words::kind(&kind, catalogue),
        act: words::act(&act, catalogue),
        who: actor_name,
        source,
        about: about.map(|person| person.name.clone()).unwrap_or_default(),
        object: object.map(|id| id.simple().to_string()).unwrap_or_default(),
        purpose: purpose.unwrap_or_default(),
        detail,
    }
}

/// What a verification found.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Verified {
    whole: bool,
    records: u64,
    faults: Vec<String>,
    more: u64,
    anchors: Vec<(i64, i64, String)>,
    head: Option<(i64, String)>,
}

impl Content for Verified {
    const TEMPLATE: &'static str = "records/verified.html";

    fn samples() -> Vec<Self> {
        let whole = Self {
            whole: true,
            records: 1234,
            faults: Vec::new(),
            more: 0,
            anchors: vec![(1_795_348_800_000_000, 7, "corrisponde".to_owned())],
            head: Some((1234, "ab".repeat(32))),
        };
        let broken = Self {
            whole: false,
            faults: vec!["registrazione 7: manca".to_owned()],
            more: 3,
            head: None,
            ..whole.clone()
        };
        vec![whole, broken]
    }
}

fn verify_form(context: &Context) -> Form {
    let anchors = Field::new("anchors", Label::key("verify-anchors"), FieldKind::Textarea);
    Form::new("/audit/verify", context.csrf(), Label::key("verify-do"))
        .field(anchors.with_help(Label::key("verify-anchors-help")).optional())
        .then(Label::key("verify-then"))
        .or_back_to("/audit")
}

fn under_audit(page: Page) -> Page {
    page.under("/audit", Label::key("audit-title"))
}

fn verify_page(context: &Context) -> Page {
    under_audit(context.page(Label::key("verify-title")))
}

async fn ask_verify(context: Context) -> Answer {
    let content = Asking { what: Label::key("verify-what"), form: verify_form(&context) };
    context.show(&verify_page(&context), &content)
}

async fn verify(context: Context, posted: Posted) -> Answer {
    let typed = posted.get("anchors");
    let form = verify_form(&context).typed(posted.typed());
    let again = |form| Asking { what: Label::key("verify-what"), form };
    if posted.is_resumed() {
        return context.show(&verify_page(&context), &again(form));
    }
    let anchors = match Anchor::find_all(typed) {
        Ok(anchors) if !anchors.is_empty() || typed.trim().is_empty() => anchors,
        _ => {
            let form = form.wrong("anchors", Label::key("verify-anchors-wrong"));
            return context.show_again(&verify_page(&context), &again(form));
        }
    };
    if anchors.iter().any(|anchor| anchor.area != context.viewer.area()) {
        let form = form.wrong("anchors", Label::key("verify-anchors-elsewhere"));
        return context.show_again(&verify_page(&context), &again(form));
    }
    let verdict = context.server.app.verify_audit(&context.viewer, &anchors, &mut |_| {}).await?;
    let content = verified(&verdict, context.server.engine.catalogue(context.language));
    context.show(&verify_page(&context), &content)
}

fn verified(verdict: &Verdict, catalogue: &Catalogue) -> Verified {
    let anchors = verdict
        .anchors
        .iter()
        .map(|(anchor, state)| (anchor.at.as_microsecond(), anchor.seq, words::anchor_state(*state, catalogue)));
    Verified {
        whole: verdict.is_whole(),
        records: verdict.records,
        faults: verdict.faults.iter().map(|fault| words::fault(fault, catalogue)).collect(),
        more: verdict.faults_total.saturating_sub(verdict.faults.len() as u64),
        anchors: anchors.collect(),
        head: verdict.head.map(|head| (head.seq, hex(&head.digest))),
    }
}

/// The line to keep outside.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Anchored {
    line: String,
}

impl Content for Anchored {
    const TEMPLATE: &'static str = "records/anchored.html";

    fn samples() -> Vec<Self> {
        vec![Self { line: "ambito-anchor/1 0198 7 ab 2027-01-10T11:00:00Z cd".to_owned() }]
    }
}

async fn anchor(context: Context) -> Answer {
    let anchor = context.server.app.anchor_audit(&context.viewer).await?;
    context.show(&under_audit(context.page(Label::key("anchor-title"))), &Anchored { line: anchor.line() })
}

impl Parts for AuditExport {
    async fn next(&mut self) -> Result<Option<String>, Error> {
        Self::next(self).await
    }
}

async fn export(context: Context) -> Answer {
    let export = context.server.app.export_audit(&context.viewer).await?;
    let name = format!(
        "{}-{}.jsonl",
        context.server.engine.catalogue(context.language).text("audit-file-name", &[]),
        context.server.app.today()
    );
    file::send(&name, "application/jsonl", export)
}
