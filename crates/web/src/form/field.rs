// SPDX-License-Identifier: AGPL-3.0-or-later
//! One question of a form.

use crate::render::Label;
use serde::Serialize;
use std::borrow::Cow;

/// A field.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// Its name in what is sent.
    pub name: Cow<'static, str>,
    /// What is asked.
    pub label: Label,
    /// Why it is asked, or in which form.
    pub help: Option<Label>,
    /// How it is asked.
    pub kind: Kind,
    /// What it holds; the values of a group of boxes, with spaces between.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<Label>,
    /// Whether it may stay empty.
    pub need: Need,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// What it held when the form was opened, where the form knows versions.
    pub was: Option<String>,
    /// What somebody else saved in between, where the person wrote something else.
    pub theirs: Option<Theirs>,
    /// What looks wrong with what it holds, and may be meant all the same.
    pub doubt: Option<Label>,
    /// Who saved in between what it holds now, where the person had not touched it.
    pub news_of: Option<String>,
    /// Whether several files may be chosen.
    pub several: bool,
    /// What a browser may fill in (`username`, `current-password`, `one-time-code`).
    pub autocomplete: &'static str,
}

/// How a field is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A line of text.
    Text,
    /// A word that is not shown and never comes back.
    Password,
    /// An address of electronic mail.
    Email,
    /// A date, as `2026-11-22`.
    Date,
    /// A code of digits that is typed from elsewhere.
    Code,
    /// A few lines of text.
    Textarea,
    /// One of many, from a list that opens.
    Select,
    /// One of few, all in sight.
    Radio,
    /// Yes (the value `yes`) or not.
    Checkbox,
    /// Any of few.
    Checkboxes,
    /// A file.
    File,
    /// Not asked, sent along.
    Hidden,
}

impl Kind {
    /// Whether several values may be sent.
    #[must_use]
    pub const fn is_group(self) -> bool {
        matches!(self, Self::Checkbox | Self::Checkboxes)
    }

    /// Whether what was typed is shown again.
    #[must_use]
    pub const fn comes_back(self) -> bool {
        !matches!(self, Self::Password | Self::Code | Self::File)
    }
}

/// Whether a field may stay empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// It may not.
    Required,
    /// It may.
    Optional,
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is shown.
    pub label: Label,
    /// What it belongs to, where a list is in groups; those of one group stand together.
    pub group: Option<Label>,
}

/// What somebody else saved while the form was being filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Theirs {
    /// The value that is saved now.
    pub value: String,
    /// Who saved it.
    pub by: String,
}

impl Field {
    /// An empty field that has to be filled in.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, label: Label, kind: Kind) -> Self {
        Self {
            name: name.into(),
            label,
            help: None,
            kind,
            value: String::new(),
            error: None,
            need: Need::Required,
            options: Vec::new(),
            was: None,
            theirs: None,
            doubt: None,
            news_of: None,
            several: false,
            autocomplete: "off",
        }
    }

    /// A value that is sent along and not asked.
    #[must_use]
    pub fn hidden(name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        Self::new(name, Label::said(""), Kind::Hidden).with_value(value)
    }

    /// The same with why it is asked.
    #[must_use]
    pub fn with_help(mut self, help: Label) -> Self {
        self.help = Some(help);
        self
    }

    /// The same holding a value.
    #[must_use]
    pub fn with_value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// The same, allowed to stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.need = Need::Optional;
        self
    }

    /// The same for several files.
    #[must_use]
    pub fn several(mut self) -> Self {
        self.several = true;
        self
    }

    /// The same with one more thing to choose.
    #[must_use]
    pub fn with_choice(mut self, value: impl Into<String>, label: Label) -> Self {
        self.options.push(Choice { value: value.into(), label, group: None });
        self
    }

    /// The same with one more thing to choose, in a group.
    #[must_use]
    pub fn with_choice_in(mut self, group: Label, value: impl Into<String>, label: Label) -> Self {
        self.options.push(Choice { value: value.into(), label, group: Some(group) });
        self
    }

    /// The same with what a browser may fill in.
    #[must_use]
    pub fn filled_by_browser(mut self, what: &'static str) -> Self {
        self.autocomplete = what;
        self
    }

    /// Puts together what was typed with what somebody else saved in between: what only one of the two changed is
    /// taken, and only where both did the person has to choose.
    pub(super) fn meet(&mut self, saved: String, by: String) {
        let same = |left: &str, right: &str| {
            left.chars().filter(|char| *char != '\r').eq(right.chars().filter(|char| *char != '\r'))
        };
        if !same(&self.value, &saved) {
            match &self.was {
                Some(was) if same(was, &saved) => {}
                Some(was) if same(was, &self.value) => {
                    self.value.clone_from(&saved);
                    self.news_of = Some(by);
                }
                _ => self.theirs = Some(Theirs { value: saved.clone(), by }),
            }
        }
        self.was = Some(saved);
    }

    /// Holds what was sent: one more of a group, else instead of what it held.
    pub(super) fn take(&mut self, sent: &str) {
        if self.kind == Kind::Checkboxes && !self.value.is_empty() {
            self.value.push(' ');
        } else {
            self.value.clear();
        }
        self.value.push_str(sent);
    }
}
