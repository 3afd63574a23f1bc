// SPDX-License-Identifier: AGPL-3.0-or-later
//! Putting a record right: one form with its values, of which those that were changed become corrections.
//!
//! Invariants: all that was typed is saved, or nothing; what somebody else put right in between is never overwritten, both
//! values are shown; what hardly can be is asked about first; what was typed comes back on a mistake and after a session
//! that was over. Deliberately absent: understanding what was typed, which `app` does.

use super::address::{document_of, record_anchor, review};
use super::words;
use crate::form::{Field, Form, Kind, MEANT, WAS};
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Failure, Posted};
use ambito_app::Error;
use ambito_app::reviews::{Mended, ReviewPage, ShownRecord, ShownValue, Typed, Window};
use ambito_domain::office::DocumentId;
use ambito_domain::review::{Act, Doubt, DoubtKind, RecordKey, ValueKind};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Serialize;

/// One form about something of a document, with the line that it speaks of.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Mending {
    pub(crate) quote: String,
    pub(crate) form: Form,
}

impl Content for Mending {
    const TEMPLATE: &'static str = "reviews/mending.html";

    fn samples() -> Vec<Self> {
        let form = Form::new("/reviews/1/correct", "token", Label::key("review-correct-do"));
        let doubts = DoubtKind::ALL.map(|kind| Doubt { field: "share".to_owned(), kind, said: "120".to_owned() });
        let asked = form.clone().field(Field::new("value.share", words::field("share", ""), Kind::Text));
        let doubtful =
            doubts.iter().map(|doubt| asked.clone().doubtful("value.share", words::doubt(doubt), doubt.mark()));
        let mut samples: Vec<Self> = doubtful.map(|form| Self { quote: String::new(), form }).collect();
        samples.push(Self { quote: "FNPS 400.000,00".to_owned(), form });
        samples
    }
}

/// What stands before the name of a field, so that none is taken for a field of the machinery.
pub(super) const VALUE: &str = "value.";
/// The field that says which record.
const RECORD: &str = "record";

/// The form of a record, with what it says now.
pub(crate) fn form(context: &Context, document: DocumentId, reading: i64, record: &ShownRecord) -> Form {
    let action = format!("{}/correct", review(document));
    let form = Form::new(action, context.csrf(), Label::key("review-correct-do"))
        .field(Field::hidden(RECORD, record.key.to_string()))
        .then(Label::key("review-correct-then"))
        .on_version(reading);
    record
        .values
        .iter()
        .filter(|value| value.kind != ValueKind::Node)
        .fold(form, |form, value| form.field(field(value)))
}

fn field(value: &ShownValue) -> Field {
    let label = words::field(&value.field, &value.part);
    let kind = match value.kind {
        ValueKind::LongText => Kind::Textarea,
        ValueKind::Choice(_) => Kind::Select,
        _ => Kind::Text,
    };
    let field = Field::new(name(&value.field), label, kind).with_value(value.text.clone()).optional();
    match value.kind {
        ValueKind::Money => field.with_help(Label::key("review-help-money")),
        ValueKind::Date => field.with_help(Label::key("review-help-date")),
        ValueKind::Percent => field.with_help(Label::key("review-help-percent")),
        ValueKind::Choice(words) => {
            words.iter().fold(field, |field, word| field.with_choice(*word, words::choice(word)))
        }
        _ => field,
    }
}

/// The page of one record's form, where it stands alone: on a mistake, after a session that was over.
fn alone(context: &Context, page: &ReviewPage, record: &ShownRecord) -> Page {
    let what = Label::key("review-correct-title");
    let shown = context.page(what).under("/reviews", Label::key("reviews-title"));
    let line = record.key.line;
    let back = format!("{}?line={line}#{}", review(page.document.id), record_anchor(record.key));
    shown.under(back, Label::said(page.document.name.clone()))
}

/// The record that a form speaks of, as it is now.
async fn current(
    context: &Context,
    document: DocumentId,
    key: RecordKey,
) -> Result<(ReviewPage, ShownRecord), Failure> {
    let app = &context.server.app;
    let window = if key.line == 0 { Window::Start } else { Window::Line(key.line) };
    let page = app.get_review(&context.viewer, document, None, window, context.language).await?;
    let record = page.records.iter().find(|record| record.key == key).cloned().ok_or(Error::Absent("record"))?;
    Ok((page, record))
}

/// What was changed in a form.
fn changes(posted: &Posted) -> Vec<Typed> {
    let plain = |text: &str| text.replace("\r\n", "\n").trim().to_owned();
    let typed = posted.typed().filter_map(|(name, value)| Some((name.strip_prefix(VALUE)?, plain(value))));
    let seen = |field: &str| plain(posted.get(&format!("{WAS}{VALUE}{field}")));
    let all = typed.map(|(field, new)| Typed { field: field.to_owned(), seen: seen(field), new });
    all.filter(|one| one.seen != one.new).collect()
}

/// Puts a record right: all that was typed, or nothing where something has to be looked at first.
pub(crate) async fn correct(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let document = document_of(&id)?;
    let key: RecordKey = posted.get(RECORD).parse().map_err(|()| Error::Absent("record"))?;
    if posted.is_resumed() {
        return show_again(&context, document, key, &posted, None).await;
    }
    let (app, viewer) = (&context.server.app, &context.viewer);
    let (changes, meant) = (changes(&posted), posted.all(MEANT).collect());
    let back = back(document, key);
    match app.correct_record(viewer, document, posted.version(), (key, &changes), &meant).await {
        Ok(Mended::Saved) => Ok(back(if changes.is_empty() { "unchanged" } else { "corrected" })),
        Ok(mended) => show_again(&context, document, key, &posted, Some(mended)).await,
        Err(Error::Invalid(faults)) => {
            let faults = faults.into_iter().map(|fault| (fault.field.to_owned(), fault.key)).collect();
            show_again(&context, document, key, &posted, Some(Mended::Mistyped(faults))).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The form as it was filled in: with what is wrong, with what somebody else did in between, or as it comes back.
async fn show_again(
    context: &Context,
    document: DocumentId,
    key: RecordKey,
    posted: &Posted,
    mended: Option<Mended>,
) -> Answer {
    let (page, record) = current(context, document, key).await?;
    let form = form(context, document, page.reading.number, &record);
    let form = form.or_back_to(format!("{}?line={}#{}", review(document), key.line, record_anchor(key)));
    let mut typed = form.typed(posted.typed());
    // What others put right in between: their value beside what was typed.
    for value in &record.values {
        let by = value.correction.as_ref().map(|correction| correction.by.clone()).unwrap_or_default();
        typed = typed.meanwhile(&name(&value.field), value.text.clone(), by);
    }
    let alone = alone(context, &page, &record);
    let index = key.line.checked_sub(page.window.first_line).and_then(|index| usize::try_from(index).ok());
    let line = index.and_then(|index| page.blocks.lines.get(index));
    let quote = line.map(|line| page.blocks.str(line.span).trim().to_owned()).unwrap_or_default();
    let Some(mended) = mended else {
        return context.show(&alone, &Mending { quote, form: typed });
    };
    let form = match mended {
        Mended::Mistyped(faults) => {
            faults.into_iter().fold(typed, |form, (field, key)| form.wrong(&name(&field), Label::key(key)))
        }
        Mended::Doubtful(doubts) => doubts
            .iter()
            .fold(typed, |form, doubt| form.doubtful(&name(&doubt.field), words::doubt(doubt), doubt.mark())),
        Mended::Stale | Mended::Saved => {
            let differs = typed.fields.iter().any(|field| field.theirs.is_some() || field.news_of.is_some());
            if differs { typed } else { typed.refused(Label::key("review-correct-again")) }
        }
    };
    context.show_again(&alone, &Mending { quote, form })
}

/// What a field is called in the form.
fn name(field: &str) -> String {
    format!("{VALUE}{field}")
}

/// Takes a record out: it is none.
pub(crate) async fn remove(context: Context, Path(id): Path<String>, posted: Posted) -> Answer {
    let document = document_of(&id)?;
    let key: RecordKey = posted.get(RECORD).parse().map_err(|()| Error::Absent("record"))?;
    let act = Act::Remove { record: key, old: posted.text("old") };
    context.server.app.correct(&context.viewer, document, posted.version(), act, None).await?;
    Ok(back(document, key)("removed"))
}

/// Back to the card, saying what was done.
fn back(document: DocumentId, key: RecordKey) -> impl Fn(&str) -> Response {
    move |done| {
        let place = format!("{}?line={}&done={done}#{}", review(document), key.line, record_anchor(key));
        Redirect::to(&place).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_changed_is_a_correction() {
        let pairs = [
            ("record", "indicator:58:0"),
            ("version", "2"),
            ("was.value.title", "Utenti"),
            ("value.title", "Utenti"),
            ("was.value.note", "una\nriga"),
            ("value.note", "una\r\nriga "),
            ("was.value.target.2027", "30"),
            ("value.target.2027", "35"),
        ];
        let posted = Posted::new(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
        let target = Typed { field: "target.2027".to_owned(), seen: "30".to_owned(), new: "35".to_owned() };
        assert_eq!(changes(&posted), [target]);
    }
}
