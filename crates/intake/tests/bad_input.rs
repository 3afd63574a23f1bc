// SPDX-License-Identifier: AGPL-3.0-or-later
//! What cannot be read: each file's trouble is told with its kind and its path, and stays its own.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use ambito_intake::{Discovery, Found, IntakeError, blocks_from, discover, open, open_found};
use zip::write::SimpleFileOptions;

#[track_caller]
fn check(name: &str, bytes: &[u8], expected: &str) {
    let error = blocks_from(bytes, name).expect_err("it cannot be read");
    assert_eq!((error.kind(), error.path()), (expected, Path::new(name)));
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("memory takes it");
        archive.write_all(bytes).expect("memory takes it");
    }
    archive.finish().expect("memory takes it").into_inner()
}

/// The beginning of a compound file, and one of the names in its directory.
fn compound(name: &str) -> Vec<u8> {
    let magic = *b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    magic.into_iter().chain([0; 504]).chain(name.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn tells_what_bytes_are() {
    check("a.txt", b"", "empty");
    check("a.txt", b" \n\t\n\x0C", "empty");
    check("a.html", b"<html><script>1</script>", "empty");
    check("a.txt", b"%PDF-1.7\n...", "no-decoder");
    check("a.txt", b"\x89PNG\r\n\x1A\n", "binary");
    check("a.txt", &[0, 1, 2, 3, 0, 0, 9, 200, 0, 4], "binary");
    check("a.txt", b"testo \x81\x8D\x8F\x90\x9D", "not-text");
    check("a.xlsx", b"PK\x03\x04 broken", "damaged");
    check("a.docx", &archive(&[("word/document.xml", b"<w/>")]), "empty");
    check("a.docx", &archive(&[("word/document.xml", b"<w>")]), "damaged");
    let odt = b"application/vnd.oasis.opendocument.text";
    check("a.odt", &archive(&[("mimetype", odt)]), "damaged");
    let locked = b"<manifest><file-entry full-path='content.xml'><encryption-data/></file-entry></manifest>";
    check("a.odt", &archive(&[("mimetype", odt), ("META-INF/manifest.xml", locked)]), "locked");
    let ods = b"application/vnd.oasis.opendocument.spreadsheet";
    check("a.ods", &archive(&[("mimetype", ods), ("META-INF/manifest.xml", locked)]), "locked");
    check("a.docx", &compound("EncryptedPackage"), "locked");
    check("a.doc", &compound("WordDocument"), "old-word");
    check("a.xls", &compound("Workbook"), "binary");
    check("a.zip", &archive(&[("a.txt", b"ciao")]), "binary");
    check("a.xlsx", &archive(&[("xl/workbook.xml", b"<no")]), "damaged");
}

#[test]
fn weighs_archives_before_it_unpacks_them() {
    let zeros = vec![0; 64 << 20];
    let parts: Vec<(String, &[u8])> = (0..9).map(|n| (format!("xl/{n}"), zeros.as_slice())).collect();
    let mut parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    parts.push(("xl/workbook.xml", b"<workbook/>"));
    check("a.xlsx", &archive(&parts), "too-large");
}

#[test]
fn tells_missing_from_vanished() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.txt");
    assert_eq!(open(&path, None).expect_err("it is missing").kind(), "not-found");
    std::fs::write(&path, "ciao").expect("it is written");
    let found = discover(&[folder.path().to_path_buf()]).found;
    assert_eq!(found, [Found::File(path.clone())]);
    assert_eq!(open(&path, None).expect("it can be read").sha256.len(), 64);
    std::fs::remove_file(&path).expect("it is there");
    assert_eq!(open_found(&path, None), Err(IntakeError::Vanished { path }));
}

#[test]
fn tells_a_folder_that_is_opened_as_a_file() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(open(folder.path(), None).expect_err("it is no file").kind(), "unreadable");
}

#[test]
fn searches_folders_in_name_order() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    std::fs::create_dir_all(path("b/c")).expect("a folder");
    std::fs::create_dir(path(".git")).expect("a folder");
    for name in ["z.TXT", "b/c/a.md", "b/x.ods", "a.pdf.p7m", ".hidden.txt", ".git/a.txt", "nome"] {
        std::fs::write(path(name), "x").expect("it is written");
    }
    let missing = path("missing");
    let Discovery { found, passed_over } = discover(&[missing.clone(), folder.path().to_path_buf(), path("nome")]);
    let files = ["b/c/a.md", "b/x.ods", "z.TXT", "nome"].map(|name| Found::File(path(name)));
    assert_eq!(found[0], Found::Problem(IntakeError::NotFound { path: missing }));
    assert_eq!(found[1..], files);
    assert_eq!(passed_over, [path("a.pdf.p7m")]);
}

#[cfg(unix)]
#[test]
fn follows_no_loop() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| -> PathBuf { folder.path().join(name) };
    std::fs::create_dir(path("b")).expect("a folder");
    std::fs::write(path("b/a.txt"), "x").expect("it is written");
    symlink(folder.path(), path("b/loop")).expect("a link");
    symlink(path("b"), path("again")).expect("a link");
    symlink(path("self.txt"), path("self.txt")).expect("a link");
    let found = discover(&[folder.path().to_path_buf()]).found;
    let kinds: Vec<&str> = found
        .iter()
        .map(|found| match found {
            Found::File(_) => "file",
            Found::Problem(error) => error.kind(),
        })
        .collect();
    assert_eq!(kinds, ["file", "unreadable"]);
}
