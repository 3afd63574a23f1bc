// SPDX-License-Identifier: AGPL-3.0-or-later
//! A refusal that the user sees: worded once, as findings; the program ends with 2.

use crate::global::Global;
use crate::problems::error_finding;
use ambito_findings::Finding;
use std::{fmt, io};

/// Why a command could not do what it was asked; the messages are already in the user's language.
#[derive(Debug)]
pub struct Refusal(pub Vec<Finding>);

impl Refusal {
    /// A refusal of one finding: what is the matter with the output, and what to do.
    #[must_use]
    pub fn output(message: &str, hint: &str, path: &str, global: &Global) -> Self {
        let finding = error_finding("USC001", global.text(message, &[])).hint(global.text(hint, &[]));
        Self(vec![finding.in_document(path)])
    }

    /// An output that the system does not let us write.
    #[must_use]
    pub fn output_failed(path: &str, error: &io::Error, global: &Global) -> Self {
        let message = match error.kind() {
            io::ErrorKind::NotFound => global.text("output-no-folder", &[]),
            io::ErrorKind::PermissionDenied => global.text("output-no-permission", &[]),
            _ => global.text("output-failed", &[("reason", (&error.to_string()).into())]),
        };
        let hint = global.text("output-failed-hint", &[]);
        Self(vec![error_finding("USC002", message).in_document(path).hint(hint)])
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let messages: Vec<&str> = self.0.iter().map(|finding| finding.message.as_str()).collect();
        f.write_str(&messages.join("; "))
    }
}

impl std::error::Error for Refusal {}
