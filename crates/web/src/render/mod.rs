// SPDX-License-Identifier: AGPL-3.0-or-later
//! Templates into pages: the one way in which anything comes to be HTML.
//!
//! One environment a language, made once: in a template `t("key", name=value)` is the message of the page's language and
//! `say(label)` the words of a [`Label`]. Invariants, held by tests: what is not defined fails, everything is escaped,
//! every template is rendered with samples in every language. What a template shows is a type that implements
//! [`Content`], with its samples, and one line in the list of `contents.rs`.
//! Deliberately absent: templates read from the disk, and HTML put together in Rust.

mod agent;
mod contents;
mod escape;
mod filters;
mod kept;
mod label;
mod notation;
mod page;
#[cfg(test)]
mod tests;

pub use kept::{Around, Kept, Part};
pub use label::{Label, LabelArg};
pub use page::{Crumb, FORM_TOKEN, MenuItem, Notice, NoticeKind, Page, Site, Viewer};

use ambito_i18n::{Catalogue, Language};
use minijinja::value::{Serde, Value, merge_maps};
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;
use std::sync::Arc;

/// Name and text of every template.
static TEMPLATES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// What one template shows, beside the page around it.
pub trait Content: Serialize + Sized {
    /// The template, from the folder `templates/`.
    const TEMPLATE: &'static str;

    /// Contents for the test that renders every template: an ordinary one, an empty one, one with errors.
    fn samples() -> Vec<Self>;
}

/// A page could not be made: a mistake of ours, never of who asked.
#[derive(Debug, thiserror::Error)]
#[error("the template {template} cannot be rendered")]
pub struct RenderError {
    /// Which template.
    pub template: String,
    /// What the engine says.
    #[source]
    pub source: minijinja::Error,
}

/// Every template, ready in every language.
#[derive(Debug)]
pub struct Engine {
    site: Site,
    italian: Environment<'static>,
    english: Environment<'static>,
    catalogues: [Arc<Catalogue>; 2],
}

impl Engine {
    /// Prepares all templates.
    ///
    /// # Errors
    /// Where a template is not well formed; a test proves that none is.
    pub fn new(site: Site) -> Result<Self, RenderError> {
        let catalogues = [Language::Italian, Language::English].map(|language| Arc::new(Catalogue::new(language)));
        let italian = environment(&catalogues[0])?;
        let english = environment(&catalogues[1])?;
        Ok(Self { site, italian, english, catalogues })
    }

    /// The messages of a language: for files, and for words whose key is data.
    #[must_use]
    pub fn catalogue(&self, language: Language) -> &Arc<Catalogue> {
        match language {
            Language::Italian => &self.catalogues[0],
            Language::English => &self.catalogues[1],
        }
    }

    /// A page with its content.
    ///
    /// # Errors
    /// Where the content lacks something that the template names.
    pub fn render<C: Content>(&self, page: &Page, content: &C) -> Result<String, RenderError> {
        self.render_value(C::TEMPLATE, page, Value::from(Serde(content)))
    }

    /// A part of a page, with nothing around it.
    ///
    /// # Errors
    /// Where the content lacks something that the template names.
    pub(crate) fn part<C: Part>(&self, language: Language, content: &C) -> Result<String, RenderError> {
        let failed = |source| RenderError { template: C::PART.to_owned(), source };
        let part = self.environment(language).get_template(C::PART);
        part.and_then(|found| found.render(Value::from(Serde(content)))).map_err(failed)
    }

    /// The words of a label, for what is no page: the title of a file, a line of a letter.
    ///
    /// # Errors
    /// Where the label's key does not exist.
    pub fn say(&self, language: Language, label: &Label) -> Result<String, RenderError> {
        let failed = |source| RenderError { template: "say(label)".to_owned(), source };
        self.environment(language)
            .render_str("{{ say(label)|safe }}", minijinja::context! { label => Serde(label) })
            .map_err(failed)
    }

    fn render_value(&self, template: &str, page: &Page, content: Value) -> Result<String, RenderError> {
        let failed = |source| RenderError { template: template.to_owned(), source };
        let around = minijinja::context! { page => Serde(page), site => Serde(&self.site) };
        let environment = self.environment(page.language);
        environment.get_template(template).and_then(|found| found.render(merge_maps([around, content]))).map_err(failed)
    }

    fn environment(&self, language: Language) -> &Environment<'static> {
        match language {
            Language::Italian => &self.italian,
            Language::English => &self.english,
        }
    }
}

fn environment(catalogue: &Arc<Catalogue>) -> Result<Environment<'static>, RenderError> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(escape::write);
    filters::add(&mut environment, catalogue);
    for (name, text) in TEMPLATES {
        environment.add_template(name, text).map_err(|source| RenderError { template: (*name).to_owned(), source })?;
    }
    Ok(environment)
}
