// SPDX-License-Identifier: AGPL-3.0-or-later
//! What stands around every page: who looks, where they are, where they may go.

use super::Label;
use ambito_i18n::Language;
use serde::{Serialize, Serializer};

/// The field of every form that proves where it comes from.
pub const FORM_TOKEN: &str = "csrf";

/// What is the same on all pages of a server.
#[derive(Clone, Debug, Serialize)]
pub struct Site {
    /// Where the source of the running program is, as its licence asks.
    pub source: String,
    /// The version of the program.
    pub version: &'static str,
}

impl Site {
    /// The program as it is published.
    #[must_use]
    pub fn published() -> Self {
        Self { source: "https://example.org/ambito/ambito.git".to_owned(), version: env!("CARGO_PKG_VERSION") }
    }
}

/// A page, apart from its content.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// The language of the page.
    #[serde(rename = "lang", serialize_with = "word")]
    pub language: Language,
    /// What the page is, for the window, and for its heading.
    pub title: Label,
    /// The address asked for, with its query: the language switch comes back to it.
    pub path: String,
    /// The area whose data are shown.
    pub area: Option<String>,
    /// Who looks; nobody before the login.
    pub viewer: Option<Viewer>,
    /// Where the viewer may go.
    pub menu: Vec<MenuItem>,
    /// The way from the first page to this one, without this one.
    pub crumbs: Vec<Crumb>,
    /// What to say first: what was done, what went wrong.
    pub notices: Vec<Notice>,
    /// After how many seconds a browser without scripts asks for the page again.
    pub again_seconds: Option<u32>,
    /// Proves that a form was sent from our own page.
    pub csrf: String,
}

impl Page {
    /// A page that nobody in particular looks at.
    #[must_use]
    pub fn new(language: Language, title: Label, path: impl Into<String>) -> Self {
        Self {
            language,
            title,
            path: path.into(),
            area: None,
            viewer: None,
            menu: Vec::new(),
            crumbs: Vec::new(),
            notices: Vec::new(),
            again_seconds: None,
            csrf: String::new(),
        }
    }

    /// The same with one more step on the way to it.
    #[must_use]
    pub fn under(mut self, href: impl Into<String>, label: Label) -> Self {
        self.crumbs.push(Crumb { href: href.into(), label });
        self
    }

    /// The same with something to say first.
    #[must_use]
    pub fn telling(mut self, kind: NoticeKind, text: Label) -> Self {
        self.notices.push(Notice { kind, text });
        self
    }
}

/// Who looks at a page.
#[derive(Clone, Debug, Serialize)]
pub struct Viewer {
    /// Their name.
    pub name: String,
    /// As what: the role and the body of the position they act in.
    pub position: Option<Label>,
}

/// A place in the menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuItem {
    /// Its address; the item is marked on every page below it.
    pub href: String,
    /// What it is called.
    pub label: Label,
}

/// A step on the way to a page.
#[derive(Clone, Debug, Serialize)]
pub struct Crumb {
    /// Its address.
    pub href: String,
    /// What it is called.
    pub label: Label,
}

/// Something to say at the top of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// How it is meant.
    pub kind: NoticeKind,
    /// The words.
    pub text: Label,
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// It was done.
    Done,
    /// Good to know.
    Info,
    /// To be careful with.
    Warning,
    /// It was not done.
    Error,
}

fn word<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(language.word())
}
