// SPDX-License-Identifier: AGPL-3.0-or-later
//! All that is held on one person, as one file: a page that prints and asks nothing of the network, or JSON.
//!
//! Both are written in parts (a beginning, the records page by page, an end), because the records may be many.

mod html;
mod json;

use ambito_domain::audit::Record;
use ambito_domain::subjects::Dossier;
use ambito_i18n::Catalogue;

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A page, in the reader's language.
    Html,
    /// For programs.
    Json,
}

/// Writes the file, part by part.
#[derive(Debug)]
pub struct SubjectFile<'c> {
    form: Form,
    catalogue: &'c Catalogue,
    records: u64,
}

impl<'c> SubjectFile<'c> {
    /// A file that is about to be written.
    #[must_use]
    pub const fn new(form: Form, catalogue: &'c Catalogue) -> Self {
        Self { form, catalogue, records: 0 }
    }

    /// A file of which some records are written already.
    #[must_use]
    pub const fn after(form: Form, catalogue: &'c Catalogue, records: u64) -> Self {
        Self { form, catalogue, records }
    }

    /// How many records are written.
    #[must_use]
    pub const fn count(&self) -> u64 {
        self.records
    }

    /// All but the records.
    #[must_use]
    pub fn begin(&self, dossier: &Dossier) -> String {
        match self.form {
            Form::Html => html::begin(dossier, self.catalogue),
            Form::Json => json::begin(dossier),
        }
    }

    /// Some records.
    pub fn records(&mut self, records: &[Record]) -> String {
        let first = self.records == 0;
        self.records += u64::try_from(records.len()).unwrap_or_default();
        match self.form {
            Form::Html => html::records(records, self.catalogue),
            Form::Json => json::records(records, if first { "" } else { "," }),
        }
    }

    /// The end.
    #[must_use]
    pub fn end(&self) -> String {
        match self.form {
            Form::Html => html::end(self.records, self.catalogue),
            Form::Json => json::end(),
        }
    }
}
