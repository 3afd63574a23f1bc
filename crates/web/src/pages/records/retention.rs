// SPDX-License-Identifier: AGPL-3.0-or-later
//! How long records are kept, and the runs that delete them.

use super::{Asking, basis_key, kind_key, since_key};
use crate::form::{Field, Form, Kind as FieldKind};
use crate::pages::saving::{Current, refill};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Needs, Posted, Route};
use ambito_app::Error;
use ambito_app::retention::{Kept, RetainedKind, Rule, RuleInput, RunState, RunView, months_before, rule_object};
use ambito_base::{Date, italian_midnight};
use ambito_domain::office::Right;
use axum::extract::Path;
use serde::Serialize;

/// A run is expected once in so many months.
const RUN_MONTHS: u32 = 12;

/// The routes.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/retention", Needs::Right(Right::ReadRetention), show),
        Route::get("/retention/rules/{kind}/edit", Needs::Right(Right::PrepareRetention), ask),
        Route::post("/retention/rules/{kind}/edit", Needs::Right(Right::PrepareRetention), save),
    ]
}

/// The schedule and the runs.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Schedule {
    csrf: String,
    kept: Vec<ShownRule>,
    runs: Vec<ShownRun>,
    waits: bool,
    overdue: bool,
    may_prepare: bool,
}

#[derive(Clone, Debug, Serialize)]
struct ShownRule {
    kind: Label,
    since: Label,
    months: u32,
    basis: Label,
    from: String,
    edit: String,
}

#[derive(Clone, Debug, Serialize)]
struct ShownRun {
    href: String,
    at: i64,
    by: String,
    state: Label,
    decided_by: String,
    records: u64,
}

impl Content for Schedule {
    const TEMPLATE: &'static str = "records/retention.html";

    fn samples() -> Vec<Self> {
        let rule = ShownRule {
            kind: Label::key("retained-audit"),
            since: Label::key("retained-audit-since"),
            months: 60,
            basis: Label::said("regolamento"),
            from: "2022-01-10".to_owned(),
            edit: "/retention/rules/audit/edit".to_owned(),
        };
        let run = ShownRun {
            href: "/retention/runs/1".to_owned(),
            at: 1_795_348_800_000_000,
            by: "Ada Fabbri".to_owned(),
            state: Label::key("run-prepared"),
            decided_by: String::new(),
            records: 1200,
        };
        let kept = || vec![rule.clone()];
        let csrf = || "token".to_owned();
        vec![
            Self { csrf: csrf(), kept: kept(), runs: vec![run], waits: true, overdue: false, may_prepare: true },
            Self { csrf: csrf(), kept: kept(), runs: Vec::new(), waits: false, overdue: true, may_prepare: true },
            Self { csrf: csrf(), kept: kept(), runs: Vec::new(), waits: false, overdue: true, may_prepare: false },
        ]
    }
}

async fn show(context: Context) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let kept = app.list_kept(viewer).await?;
    let runs = app.list_runs(viewer).await?;
    let content = Schedule {
        csrf: context.csrf(),
        kept: kept.into_iter().map(rule).collect(),
        waits: runs.iter().any(|view| view.run.state == RunState::Prepared),
        overdue: !runs.iter().any(|view| is_recent(view, app.today())),
        runs: runs.into_iter().map(run).collect(),
        may_prepare: viewer.may(Right::PrepareRetention) && viewer.staff.is_some(),
    };
    context.show(&context.page(Label::key("retention-title")), &content)
}

/// Whether a run was carried out in the last twelve months.
fn is_recent(view: &RunView, today: Date) -> bool {
    let since = italian_midnight(months_before(today, RUN_MONTHS));
    matches!(view.run.state, RunState::CarriedOut(decision) if decision.at >= since)
}

fn rule(kept: Kept) -> ShownRule {
    let Kept { rule: Rule { kind, months, basis, version: _ }, from } = kept;
    ShownRule {
        kind: Label::key(kind_key(kind)),
        since: Label::key(since_key(kind)),
        months,
        basis: basis.map_or_else(|| Label::key(basis_key(kind)), Label::said),
        from: from.to_string(),
        edit: format!("/retention/rules/{}/edit", kind.word()),
    }
}

fn run(view: RunView) -> ShownRun {
    let RunView { run, names, .. } = view;
    let name = |id| names.get(&id).cloned().unwrap_or_default();
    let (state, decided_by) = state(&run.state);
    ShownRun {
        href: format!("/retention/runs/{}", run.id),
        at: run.prepared.as_microsecond(),
        by: name(run.prepared_by),
        state: Label::key(state),
        decided_by: decided_by.map(name).unwrap_or_default(),
        records: run.items.iter().map(|item| item.deleted.unwrap_or(item.due)).sum(),
    }
}

/// The key of what became of a run, and who decided it.
pub(super) fn state(state: &RunState) -> (&'static str, Option<ambito_domain::office::StaffId>) {
    match state {
        RunState::Prepared => ("run-prepared", None),
        RunState::CarriedOut(decision) => ("run-carried-out", Some(decision.by)),
        RunState::Refused(decision, _) => ("run-refused", Some(decision.by)),
    }
}

fn kind_of(word: &str) -> Result<RetainedKind, Error> {
    RetainedKind::from_word(word).ok_or(Error::Absent("kind"))
}

fn form(context: &Context, kind: RetainedKind) -> Form {
    let months = Field::new("months", Label::key("rule-months"), FieldKind::Text);
    let basis = Field::new("basis", Label::key("rule-basis"), FieldKind::Textarea);
    let least = Label::key("rule-months-help").with("least", kind.least_months()).with("usual", kind.default_months());
    Form::new(format!("/retention/rules/{}/edit", kind.word()), context.csrf(), Label::key("web-form-save"))
        .field(months.with_help(least))
        .field(basis.with_help(Label::key("rule-basis-help")).optional())
        .then(Label::key("rule-then"))
        .or_back_to("/retention")
}

fn filled(form: Form, rule: &Rule) -> Form {
    let basis = rule.basis.clone().unwrap_or_default();
    form.on_version(rule.version).typed([("months", rule.months.to_string()), ("basis", basis)])
}

fn page(context: &Context, kind: RetainedKind) -> Page {
    context.page(Label::key(kind_key(kind))).under("/retention", Label::key("retention-title"))
}

async fn rule_now(context: &Context, kind: RetainedKind) -> Result<Rule, Error> {
    let kept = context.server.app.list_kept(&context.viewer).await?;
    kept.into_iter().map(|kept| kept.rule).find(|rule| rule.kind == kind).ok_or(Error::Absent("kind"))
}

async fn ask(context: Context, Path(kind): Path<String>) -> Answer {
    let kind = kind_of(&kind)?;
    let form = filled(form(&context, kind), &rule_now(&context, kind).await?);
    context.show(&page(&context, kind), &Asking { what: Label::key(since_key(kind)), form })
}

async fn save(context: Context, Path(kind): Path<String>, posted: Posted) -> Answer {
    let kind = kind_of(&kind)?;
    let (app, viewer) = (&context.server.app, &context.viewer);
    let what = || Label::key(since_key(kind));
    if posted.is_resumed() {
        let form = form(&context, kind).on_version(posted.version()).typed(posted.typed());
        return context.show(&page(&context, kind), &Asking { what: what(), form });
    }
    let input = RuleInput { months: posted.text("months"), basis: posted.text("basis") };
    let Err(error) = app.save_rule(viewer, kind, posted.version(), &input).await else {
        return Ok(context.go("/retention", "saved"));
    };
    let current = async || {
        let rule = rule_now(&context, kind).await?;
        let object = rule_object(viewer.area(), kind);
        Ok(Current { form: filled(form(&context, kind), &rule), version: rule.version, object })
    };
    let form = refill(&context, form(&context, kind), &posted, error, current).await?;
    context.show_again(&page(&context, kind), &Asking { what: what(), form })
}
