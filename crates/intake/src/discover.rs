// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which files a list of paths means. A file that is named is taken whatever it is called; a folder is searched, in
//! name order, for files whose extension can be read. Never fails: what cannot be looked into is told in its place.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::IntakeError;
use crate::limits::FOLDER_DEPTH_MAX;

/// The extensions that a search of a folder takes, in lower case.
pub const EXTENSIONS: [&str; 18] = [
    "txt", "text", "md", "markdown", "html", "htm", "csv", "tsv", "xlsx", "xlsm", "ods", "docx", "docm", "dotx",
    "dotm", "odt", "ott", "pdf",
];

/// The extensions of documents that cannot be read yet, in lower case: a search tells of them.
const DOCUMENT_EXTENSIONS: [&str; 6] = ["p7m", "doc", "rtf", "xls", "ppt", "pptx"];

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Discovery {
    /// What to read, in order.
    pub found: Vec<Found>,
    /// Documents in folders whose format cannot be read yet, in order.
    pub passed_over: Vec<PathBuf>,
}

/// One result of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A file to read.
    File(PathBuf),
    /// A path that is missing, or a folder that cannot be looked into.
    Problem(IntakeError),
}

/// Finds the files that the paths mean, in the order given and, inside a folder, in name order.
#[must_use]
pub fn discover(paths: &[PathBuf]) -> Discovery {
    let mut search = Search::default();
    for path in paths {
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => search.folder(path, 0),
            Ok(_) => search.discovery.found.push(Found::File(path.clone())),
            Err(error) => search.discovery.found.push(Found::Problem(IntakeError::from_io(path, &error))),
        }
    }
    search.discovery
}

#[derive(Default)]
struct Search {
    discovery: Discovery,
    folders: HashSet<PathBuf>,
}

impl Search {
    fn folder(&mut self, path: &Path, depth: usize) {
        let entries = match fs::canonicalize(path).and_then(|canonical| {
            if depth > FOLDER_DEPTH_MAX || !self.folders.insert(canonical) {
                Ok(None)
            } else {
                fs::read_dir(path).map(Some)
            }
        }) {
            Ok(Some(entries)) => entries,
            Ok(None) => return,
            Err(error) => return self.discovery.found.push(Found::Problem(IntakeError::from_io(path, &error))),
        };
        let mut inside: Vec<PathBuf> = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => inside.push(entry.path()),
                Err(error) => self.discovery.found.push(Found::Problem(IntakeError::from_io(path, &error))),
            }
        }
        inside.sort();
        for path in inside {
            self.entry(&path, depth);
        }
    }

    fn entry(&mut self, path: &Path, depth: usize) {
        if path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b".")) {
            return;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.folder(path, depth + 1),
            Ok(metadata) if metadata.is_file() && has_extension(path, &EXTENSIONS) => {
                self.discovery.found.push(Found::File(path.to_path_buf()));
            }
            Ok(metadata) if metadata.is_file() && has_extension(path, &DOCUMENT_EXTENSIONS) => {
                self.discovery.passed_over.push(path.to_path_buf());
            }
            Ok(_) => {}
            Err(error) if has_extension(path, &EXTENSIONS) => {
                self.discovery.found.push(Found::Problem(IntakeError::from_io(path, &error)));
            }
            // A dangling or looping link to something else: nothing that a reading would want.
            Err(_) => {}
        }
    }
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| extensions.contains(&extension.to_ascii_lowercase().as_str()))
}
