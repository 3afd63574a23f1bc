// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of the area's own vocabulary: which there are, adding one from a line that was not read, taking one away.

use super::address::{document_of, query, review, review_line};
use super::changes;
use crate::form::{Field, Form, Kind, TRY};
use crate::pages::saving::again;
use crate::render::{Content, Label, Page};
use crate::server::{Answer, Context, Failure, Posted};
use ambito_app::Error;
use ambito_app::reviews::{ListedWord, Meaning, Trial};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use serde::Serialize;

/// How many words say what a meaning is.
const KNOWN_WORDS: usize = 3;

/// The words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Words {
    csrf: String,
    /// Whether who looks may add words and take them away.
    may_teach: bool,
    rows: Vec<Row>,
    /// The document that somebody came from to add a word.
    back: String,
}

#[derive(Clone, Debug, Serialize)]
struct Row {
    id: String,
    word: String,
    meaning: Label,
    by: String,
    at: i64,
    removed: Option<i64>,
}

impl Content for Words {
    const TEMPLATE: &'static str = "reviews/words.html";

    fn samples() -> Vec<Self> {
        let row = Row {
            id: "1".to_owned(),
            word: "cantiere".to_owned(),
            meaning: Label::key("meaning-level").with("words", "progetto"),
            by: "Ada Fabbri".to_owned(),
            at: super::samples::AT,
            removed: None,
        };
        let gone = Row { removed: Some(super::samples::AT), ..row.clone() };
        let (csrf, back) = ("token".to_owned(), "/reviews/1".to_owned());
        let full = Self { csrf, may_teach: true, rows: vec![row, gone], back };
        let empty = Self { rows: Vec::new(), back: String::new(), ..full.clone() };
        vec![Self { may_teach: false, ..full.clone() }, Self { may_teach: false, ..empty.clone() }, empty, full]
    }
}

/// A word that is being taught.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Teaching {
    /// The line that it comes from.
    quote: String,
    form: Form,
    /// What it would change in the document that it comes from.
    trial: Option<Tried>,
}

#[derive(Clone, Debug, Serialize)]
struct Tried {
    unread: [u32; 2],
    lost: [u32; 2],
    count: usize,
    rows: Vec<changes::Row>,
}

impl Content for Teaching {
    const TEMPLATE: &'static str = "reviews/teaching.html";

    fn samples() -> Vec<Self> {
        let form = Form::new("/words/new", "token", Label::key("words-do")).or_try(Label::key("words-try"));
        let tried = Tried { unread: [12, 3], lost: [0, 1], count: 70, rows: vec![changes::Row::sample()] };
        let full = Self { quote: "cantiere".to_owned(), form, trial: Some(tried.clone()) };
        let nothing = Tried { rows: Vec::new(), count: 0, ..tried };
        vec![Self { trial: None, ..full.clone() }, Self { trial: Some(nothing), ..full.clone() }, full]
    }
}

/// What a meaning is, by the words that have it already.
fn meaning(stable: &str, known: &[String]) -> Label {
    let words = known_words(stable, known);
    let key = match stable.split(':').next() {
        Some("label") => "meaning-label",
        Some("column") => "meaning-column",
        Some("level") => "meaning-level",
        _ => "meaning-other",
    };
    Label::key(key).with("words", words)
}

/// The words that have a meaning already, or its own.
fn known_words(stable: &str, known: &[String]) -> String {
    let words = known.iter().take(KNOWN_WORDS).map(String::as_str).collect::<Vec<_>>().join(", ");
    if words.is_empty() { stable.rsplit(':').next().unwrap_or(stable).to_owned() } else { words }
}

/// The groups of meanings, in the order in which they are offered: what a meaning is of, and what the group is called.
const GROUPS: [(&str, &str); 12] = [
    ("level", "meaning-group-level"),
    ("label", "meaning-group-label"),
    ("column:indicators", "meaning-group-indicators"),
    ("column:phases", "meaning-group-phases"),
    ("column:budget", "meaning-group-budget"),
    ("column:efforts", "meaning-group-efforts"),
    ("column:allocations", "meaning-group-allocations"),
    ("column:resources", "meaning-group-resources"),
    ("column:people_resources", "meaning-group-people"),
    ("column:summary", "meaning-group-summary"),
    ("column:choices", "meaning-group-choices"),
    ("", "meaning-group-other"),
];

/// The place of a meaning's group in [`GROUPS`].
fn group(stable: &str) -> usize {
    let is_of = |of: &str| stable.strip_prefix(of).is_some_and(|rest| of.is_empty() || rest.starts_with(':'));
    GROUPS.iter().position(|(of, _)| is_of(of)).unwrap_or(GROUPS.len() - 1)
}

/// Shows the words.
pub(crate) async fn list(context: Context) -> Answer {
    let (app, viewer) = (&context.server.app, &context.viewer);
    let meanings = app.list_meanings(viewer).await?;
    let listed = app.list_words(viewer).await?;
    let known = |stable: &str| {
        let found = meanings.iter().find(|one| one.meaning.0 == stable);
        meaning(stable, found.map_or(&[], |one| &one.known))
    };
    let row = |ListedWord { word, by }: ListedWord| Row {
        id: word.id.to_string(),
        meaning: known(&word.meaning.0),
        word: word.word,
        by,
        at: word.added.as_microsecond(),
        removed: word.removed.map(|removed| removed.at.as_microsecond()),
    };
    let back = document_of(&context.query("document")).map(review).unwrap_or_default();
    let may_teach = app.may_teach(viewer).await?;
    let content = Words { csrf: context.csrf(), may_teach, rows: listed.into_iter().map(row).collect(), back };
    let page = context.page(Label::key("words-title")).under("/reviews", Label::key("reviews-title"));
    context.show(&page, &content)
}

async fn form(context: &Context, document: &str, line: &str) -> Result<Form, Failure> {
    // Who may not add a word is told before they type one.
    context.server.app.must_teach(&context.viewer).await?;
    let mut meanings = context.server.app.list_meanings(&context.viewer).await?;
    meanings.sort_by_key(|one| group(&one.meaning.0));
    let mut choice =
        Field::new("meaning", Label::key("words-meaning"), Kind::Select).with_help(Label::key("words-meaning-help"));
    for Meaning { meaning: stable, known } in &meanings {
        let (_, name) = GROUPS[group(&stable.0)];
        choice = choice.with_choice_in(Label::key(name), stable.0.clone(), Label::said(known_words(&stable.0, known)));
    }
    let back = match (document_of(document), line.parse()) {
        (Ok(document), Ok(line)) => review_line(document, line),
        _ => "/words".to_owned(),
    };
    let form = Form::new("/words/new", context.csrf(), Label::key("words-do"));
    let form = if document.is_empty() { form } else { form.or_try(Label::key("words-try")) };
    Ok(form
        .field(Field::new("word", Label::key("words-word"), Kind::Text).with_help(Label::key("words-word-help")))
        .field(choice)
        .field(Field::hidden("document", document))
        .field(Field::hidden("line", line))
        .then(Label::key("words-then"))
        .or_back_to(back))
}

fn page(context: &Context) -> Page {
    let page = context.page(Label::key("words-new")).under("/reviews", Label::key("reviews-title"));
    page.under("/words", Label::key("words-title"))
}

/// Asks for a word.
pub(crate) async fn ask(context: Context) -> Answer {
    let form = form(&context, &context.query("document"), &context.query("line")).await?;
    let form = form.typed([("word", context.query("word"))]);
    context.show(&page(&context), &Teaching { quote: context.query("word"), form, trial: None })
}

/// Adds a word.
pub(crate) async fn add(context: Context, posted: Posted) -> Answer {
    let form = form(&context, posted.get("document"), posted.get("line")).await?;
    if posted.is_resumed() {
        let form = form.typed(posted.typed());
        return context.show(&page(&context), &Teaching { quote: String::new(), form, trial: None });
    }
    let (word, meaning) = (posted.get("word").trim(), posted.get("meaning"));
    if meaning.is_empty() {
        let form = form.typed(posted.typed()).wrong("meaning", Label::key("field-choose"));
        return context.show_again(&page(&context), &Teaching { quote: String::new(), form, trial: None });
    }
    if !posted.get(TRY).is_empty() {
        return tried(&context, &posted, form, (word, meaning)).await;
    }
    match context.server.app.add_word(&context.viewer, word, meaning).await {
        Ok(_) => {
            let pairs = [("document", posted.get("document")), ("done", "added")];
            let pairs: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
            Ok(Redirect::to(&format!("/words?{}", query(&pairs))).into_response())
        }
        Err(error) => {
            let form = again(form, &posted, error)?;
            context.show_again(&page(&context), &Teaching { quote: String::new(), form, trial: None })
        }
    }
}

/// Shows what a word would change, with what was typed.
async fn tried(context: &Context, posted: &Posted, form: Form, (word, meaning): (&str, &str)) -> Answer {
    let document = document_of(posted.get("document"))?;
    match context.server.app.try_word(&context.viewer, document, word, meaning).await {
        Ok(Trial { unread, lost, changed, count }) => {
            let rows = changed.iter().map(|one| changes::row(document, one)).collect();
            let (quote, form) = (String::new(), form.typed(posted.typed()));
            context.show(&page(context), &Teaching { quote, form, trial: Some(Tried { unread, lost, count, rows }) })
        }
        // A document that is not there for them, or could not be read.
        Err(Error::Absent(_)) => {
            let form = form.typed(posted.typed()).refused(Label::key("words-trial-absent"));
            context.show_again(&page(context), &Teaching { quote: String::new(), form, trial: None })
        }
        Err(error) => {
            let form = again(form, posted, error)?;
            context.show_again(&page(context), &Teaching { quote: String::new(), form, trial: None })
        }
    }
}

/// Takes a word away.
pub(crate) async fn remove(context: Context, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|()| Error::Absent("word"))?;
    context.server.app.remove_word(&context.viewer, id).await?;
    Ok(context.go("/words", "saved"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meaning_is_told_by_the_words_that_have_it() {
        let known = ["responsabile", "dirigente", "referente", "capo"].map(str::to_owned);
        let words = Label::key("meaning-label").with("words", "responsabile, dirigente, referente");
        assert_eq!(meaning("label:owner", &known), words);
        assert_eq!(meaning("level:azione", &[]), Label::key("meaning-level").with("words", "azione"));
    }

    #[test]
    fn a_meaning_is_of_a_group() {
        let check = |stable: &str, name: &str| assert_eq!(GROUPS[group(stable)].1, name, "{stable}");
        check("level:azione", "meaning-group-level");
        check("label:owner", "meaning-group-label");
        check("column:budget:amount", "meaning-group-budget");
        check("column:resources:cost", "meaning-group-resources");
        check("column:new:cost", "meaning-group-other");
    }
}
