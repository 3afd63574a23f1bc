// SPDX-License-Identifier: AGPL-3.0-or-later
//! The files of accepted findings, beside their documents.
//!
//! Invariants: a file is replaced whole or not at all, and two who accept at the same time both keep their entries: who
//! writes holds a lock on the document from before reading the file.

use crate::global::Global;
use crate::output::OutputArgs;
use crate::problems;
use crate::refusal::Refusal;
use ambito_exchange::checks::acceptance::{Accepted, EXTENSION};
use ambito_findings::Finding;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// The file of a document; of a link, that of the document it points to.
#[must_use]
pub fn beside(document: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(document).is_ok_and(|there| there.is_symlink());
    let target = if is_link { fs::canonicalize(document).ok() } else { None };
    let mut name = target.as_deref().unwrap_or(document).as_os_str().to_owned();
    name.push(".");
    name.push(EXTENSION);
    PathBuf::from(name)
}

/// Reads a file.
///
/// # Errors
/// Where it cannot be read or is wrong.
pub fn read(path: &Path, global: &Global) -> Result<Accepted, Refusal> {
    let shown = path.display().to_string();
    let text = fs::read_to_string(path)
        .map_err(|error| Refusal(vec![problems::accepted_unreadable(&shown, &error, global)]))?;
    Accepted::parse(&text).map_err(|error| Refusal(vec![problems::accepted_wrong(&shown, &text, &error, global)]))
}

/// Reads the file beside a document; nothing where there is none.
///
/// # Errors
/// Where it is there and cannot be read or is wrong.
pub fn read_beside(document: &Path, global: &Global) -> Result<Accepted, Refusal> {
    let path = beside(document);
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Accepted::default()),
        _ => read(&path, global),
    }
}

/// Marks the findings that were accepted beside their document or in one of the files.
///
/// # Errors
/// Where a file cannot be read or is wrong.
pub fn apply(findings: &mut [Finding], documents: &[&str], files: &[PathBuf], global: &Global) -> Result<(), Refusal> {
    for document in documents {
        let accepted = read_beside(Path::new(document), global)?;
        let of_document = findings.iter_mut().filter(|finding| finding.document.as_deref() == Some(document));
        accepted.apply(of_document, &global.catalogue);
    }
    for file in files {
        let accepted = read(file, global)?;
        accepted.apply(findings.iter_mut().filter(|finding| finding.accepted.is_none()), &global.catalogue);
    }
    Ok(())
}

/// Changes the file beside a document, and says which it is.
///
/// # Errors
/// Where it cannot be read or written, or is wrong.
pub fn change(document: &Path, global: &Global, change: impl FnOnce(&mut Accepted)) -> anyhow::Result<PathBuf> {
    let lock = File::open(document)?;
    // Where the system has no locks, the file is still replaced whole.
    let _held = lock.lock();
    let path = beside(document);
    let mut accepted = read_beside(document, global)?;
    change(&mut accepted);
    let text = accepted.text(&global.catalogue)?;
    let shown = path.display().to_string();
    let refused = |_| Refusal(vec![problems::accepted_unwritable(&shown, global)]);
    let mut out = OutputArgs { output: Some(path.clone()) }.open([], global).map_err(refused)?;
    out.write_all(text.as_bytes()).map_err(anyhow::Error::from).map_err(refused)?;
    out.finish().map_err(refused)?;
    Ok(path)
}
