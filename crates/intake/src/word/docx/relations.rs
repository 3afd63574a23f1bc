// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which part of a package is what: its relations, by the last word of their type (the strict and the transitional
//! types differ before it).

use std::collections::HashMap;

use super::super::xml::{Parts, Step, Tag, Walker};
use crate::archive::Trouble;

/// The targets of one part's relations.
#[derive(Debug, Default)]
pub struct Relations {
    folder: String,
    targets: HashMap<String, String>,
}

impl Relations {
    /// Reads the relations of a part; those of the package for no part. There may be none.
    ///
    /// # Errors
    ///
    /// They are broken, or too large when unpacked.
    pub fn read(parts: &mut Parts<'_>, part: &str) -> Result<Self, Trouble> {
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        let slash = if folder.is_empty() { "" } else { "/" };
        let mut relations = Self { folder: folder.to_owned(), targets: HashMap::new() };
        parts.walk(&format!("{folder}{slash}_rels/{name}.rels"), &mut relations)?;
        Ok(relations)
    }

    /// The part with which there is a relation of this type.
    #[must_use]
    pub fn target(&self, kind: &str) -> Option<&str> {
        self.targets.get(kind).map(String::as_str)
    }

    /// A target from the top of the package: "../a.xml" beside "word/document.xml" is "a.xml".
    fn resolved(&self, target: &str) -> String {
        let (base, path) = match target.strip_prefix('/') {
            Some(path) => ("", path),
            None => (self.folder.as_str(), target),
        };
        let mut steps: Vec<&str> = base.split('/').filter(|step| !step.is_empty()).collect();
        for step in path.split('/') {
            match step {
                "" | "." => {}
                ".." => {
                    steps.pop();
                }
                step => steps.push(step),
            }
        }
        steps.join("/")
    }
}

impl Walker for Relations {
    fn start(&mut self, tag: &Tag<'_>) -> Step {
        if tag.name() == "Relationship"
            && tag.get("TargetMode").is_none_or(|mode| mode != "External")
            && let (Some(kind), Some(target)) = (tag.get("Type"), tag.get("Target"))
        {
            let kind = kind.rsplit('/').next().unwrap_or("").to_owned();
            let target = self.resolved(&target);
            self.targets.entry(kind).or_insert(target);
        }
        Step::In
    }

    fn end(&mut self, _name: &str) {}

    fn text(&mut self, _text: &str) {}
}
