// SPDX-License-Identifier: AGPL-3.0-or-later
//! A form as data: what is asked, why, what was typed, what is wrong with it, what happens after.
//!
//! Invariants: what was typed comes back, except passwords; every error stands at its field and in the summary with a
//! link to it; where somebody else saved in between, both values are shown and the person chooses one, without scripts.
//! Deliberately absent: judging what was typed, which is for the use case behind the form.

mod field;

pub use field::{Choice, Field, Kind, Theirs};

use crate::render::Label;
use serde::Serialize;

/// The field that says which version of the data the form was filled in on.
pub const VERSION: &str = "version";

/// The beginning of the names under which a form with a version sends what its fields held when it was opened.
pub const WAS: &str = "was.";

/// The field that says which doubts the person has confirmed, once for each.
pub const MEANT: &str = "meant";

/// The field that says that the person wants to see what would come of it, and nothing is done.
pub const TRY: &str = "try";

/// A form: shown by the macro `forms.form` of `_form.html`.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// The token of the page it stands on.
    pub csrf: String,
    /// The version of the data it was filled in on.
    pub version: Option<i64>,
    /// What is asked, in order.
    pub fields: Vec<Field>,
    /// The words of the button.
    pub submit: Label,
    /// The words of a second button, which sends [`TRY`] as well.
    pub trial: Option<Label>,
    /// What happens after sending.
    pub afterwards: Option<Label>,
    /// Why it was refused as a whole.
    pub refusal: Option<Label>,
    /// Where to go without sending.
    pub cancel: Option<String>,
    /// Whether sending takes something away for good; the button says it with its colour too.
    pub weight: Weight,
}

/// How heavy the consequences of a form are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// What can be changed again.
    #[default]
    Ordinary,
    /// What ends something: a session, a right.
    Grave,
}

impl Form {
    /// An empty form.
    #[must_use]
    pub fn new(action: impl Into<String>, csrf: impl Into<String>, submit: Label) -> Self {
        Self {
            action: action.into(),
            csrf: csrf.into(),
            version: None,
            fields: Vec::new(),
            submit,
            trial: None,
            afterwards: None,
            refusal: None,
            cancel: None,
            weight: Weight::Ordinary,
        }
    }

    /// The same with one more field.
    #[must_use]
    pub fn field(mut self, field: Field) -> Self {
        self.fields.push(field);
        self
    }

    /// The same filled in on a version of the data.
    #[must_use]
    pub fn on_version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// The same with what happens after sending.
    #[must_use]
    pub fn then(mut self, afterwards: Label) -> Self {
        self.afterwards = Some(afterwards);
        self
    }

    /// The same with a second button, for what can be tried first.
    #[must_use]
    pub fn or_try(mut self, words: Label) -> Self {
        self.trial = Some(words);
        self
    }

    /// The same with a way out.
    #[must_use]
    pub fn or_back_to(mut self, href: impl Into<String>) -> Self {
        self.cancel = Some(href.into());
        self
    }

    /// The same with grave consequences.
    #[must_use]
    pub fn grave(mut self) -> Self {
        self.weight = Weight::Grave;
        self
    }

    /// The same refused as a whole.
    #[must_use]
    pub fn refused(mut self, why: Label) -> Self {
        self.refusal = Some(why);
        self
    }

    /// The same with what is wrong in a field; what is said of a field that is not there is said of the whole.
    #[must_use]
    pub fn wrong(mut self, name: &str, error: Label) -> Self {
        match self.fields.iter_mut().find(|field| field.name == name) {
            Some(field) => field.error = Some(error),
            None => self.refusal = Some(error),
        }
        self
    }

    /// The same with what looks wrong in a field and may be meant: the button says that it is saved all the same, and
    /// `mark` goes along to say which value of which field the person was asked about.
    #[must_use]
    pub fn doubtful(mut self, name: &str, doubt: Label, mark: impl Into<String>) -> Self {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            field.doubt = Some(doubt);
        }
        self.submit = Label::key("web-form-anyway");
        self.field(Field::hidden(MEANT, mark))
    }

    /// The same with what was typed. Of a field sent twice the last counts, of a group of boxes all.
    #[must_use]
    pub fn typed<N: AsRef<str>, V: AsRef<str>>(mut self, typed: impl IntoIterator<Item = (N, V)>) -> Self {
        for field in self.fields.iter_mut().filter(|field| field.kind.is_group()) {
            field.value.clear();
        }
        for (name, value) in typed {
            let (name, value) = (name.as_ref(), value.as_ref());
            if let Some(name) = name.strip_prefix(WAS) {
                if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
                    field.was = Some(value.to_owned());
                }
                continue;
            }
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == name && field.kind.comes_back()) {
                field.take(value);
            }
        }
        self
    }

    /// The same with what somebody else saved in between. What the person had not touched holds the saved value, what
    /// the other had not touched keeps what was typed; where both wrote, both values are shown.
    #[must_use]
    pub fn meanwhile(mut self, name: &str, value: impl Into<String>, by: impl Into<String>) -> Self {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name && field.kind.comes_back()) {
            field.meet(value.into(), by.into());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> Form {
        Form::new("/people", "token", Label::key("web-form-save"))
            .field(Field::new("name", Label::said("Name"), Kind::Text).with_value("Ada"))
            .field(Field::new("secret", Label::said("Secret"), Kind::Password))
            .field(Field::new("days", Label::said("Days"), Kind::Checkboxes).with_value("mon"))
    }

    #[test]
    fn what_was_typed_comes_back_except_passwords() {
        let form = form().typed([("name", "Bea"), ("secret", "1234"), ("days", "tue"), ("days", "wed"), ("odd", "x")]);
        let values: Vec<&str> = form.fields.iter().map(|field| field.value.as_str()).collect();
        assert_eq!(values, ["Bea", "", "tue wed"]);
    }

    #[test]
    fn two_values_are_shown_only_where_they_differ() {
        let form = form().meanwhile("name", "Ada", "Carla").meanwhile("days", "tue", "Carla");
        assert_eq!(form.fields[0].theirs, None);
        assert_eq!(form.fields[2].theirs.as_ref().unwrap().value, "tue");
    }

    #[test]
    fn only_what_both_changed_is_asked() {
        let check = |typed: &str, saved: &str, value: &str, asked: bool, told: bool| {
            let form = form().typed([("name", typed), ("was.name", "Ada")]).meanwhile("name", saved, "Carla");
            let field = &form.fields[0];
            let found = (field.value.as_str(), field.theirs.is_some(), field.news_of.is_some());
            assert_eq!(found, (value, asked, told), "{typed}, {saved}");
            assert_eq!(field.was.as_deref(), Some(saved));
        };
        check("Ada", "Ada", "Ada", false, false);
        check("Bea", "Ada", "Bea", false, false);
        check("Ada", "Dea", "Dea", false, true);
        check("Bea", "Bea", "Bea", false, false);
        check("Bea", "Dea", "Bea", true, false);
    }

    #[test]
    fn what_is_doubtful_is_asked_with_the_value_it_is_about() {
        let form = form().typed([("name", "Bea")]).doubtful("name", Label::said("odd"), "odd:name:Bea");
        assert_eq!(form.fields[0].doubt, Some(Label::said("odd")));
        assert_eq!(form.submit, Label::key("web-form-anyway"));
        let last = form.fields.last().unwrap();
        assert_eq!((last.name.as_ref(), last.value.as_str(), last.kind), (MEANT, "odd:name:Bea", Kind::Hidden));
    }

    #[test]
    fn errors_stand_at_their_field_or_at_the_top() {
        let form = form().wrong("name", Label::said("empty")).wrong("elsewhere", Label::said("odd"));
        assert_eq!(form.fields[0].error, Some(Label::said("empty")));
        assert_eq!(form.refusal, Some(Label::said("odd")));
    }
}
