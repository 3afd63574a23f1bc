// SPDX-License-Identifier: AGPL-3.0-or-later
//! Copies of a database as people make them: what is shown, what is refused, what is left.

use crate::{PLAN, Run, run};
use ambito_testbed::Postgres;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

/// A folder with a database that holds an area and a plan.
fn office() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("piano.txt"), PLAN).unwrap();
    let create = ["area", "create", "Valdoro", "--administrator", "Prova Provetta", "--login", "prova"];
    for arguments in [&create[..], &["import", "piano.txt"]] {
        let run = run(folder.path(), arguments);
        assert_eq!(run.code, Some(0), "{run:?}");
    }
    folder
}

/// Runs what is to go well, and gives the table that it shows: name, rows, digests.
fn table(folder: &Path, arguments: &[&str]) -> Vec<Vec<String>> {
    let run = run(folder, arguments);
    assert_eq!(run.code, Some(0), "{run:?}");
    let cells = |line: &str| line.split_whitespace().map(str::to_owned).collect();
    run.out.lines().skip(1).map(cells).collect()
}

fn refused(folder: &Path, arguments: &[&str], code: &str) -> Run {
    let run = run(folder, arguments);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
    assert!(run.err.starts_with(&format!("errore {code} ")), "{run:?}");
    run
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_database_goes_into_a_file_to_postgresql_and_back() {
    let folder = office();
    let database = Postgres::shared().unwrap().database().unwrap();
    // A password that the server does not ask for must not be seen either.
    let url = database.url().replace("ambito@", "ambito:segreta@");
    let written = table(folder.path(), &["backup", "copia.ambito"]);
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("copia.ambito"), 0o600, "what the database holds is nobody else's");
    assert!(written.iter().any(|row| row[0] == "plan_node" && row[1] == "2"), "{written:?}");
    let restored = run(folder.path(), &["restore", "copia.ambito", "--database", &url]);
    assert_eq!(restored.code, Some(0), "{restored:?}");
    assert!(restored.err.contains("riletta per intero: ") && !restored.err.contains("segreta"), "{restored:?}");
    assert_eq!(restored.out.lines().count(), written.len() + 1);

    let moved = table(folder.path(), &["move", "--from", &url, "--to", "nuova.db"]);
    assert_eq!(mode("nuova.db"), 0o600, "nor is the database that it was moved to");
    for row in &moved {
        assert!(row[2] == row[3] && row[4] == "identiche", "{row:?}");
        // Only what was done since then is new: that a copy was put back, and that it was taken elsewhere.
        let same = written.iter().find(|before| before[0] == row[0]);
        let same = same.is_none_or(|before| before[1..3] == row[1..3]);
        assert_eq!(same, !row[0].starts_with("audit_"), "{row:?}");
    }
    let verified = run(folder.path(), &["audit", "verify", "--database", "nuova.db"]);
    assert_eq!(verified.code, Some(0), "{verified:?}");
    let found = run(folder.path(), &["import", "piano.txt", "--database", "nuova.db"]);
    assert!(found.out.starts_with("già presente"), "{found:?}");
}

#[test]
fn what_cannot_be_copied_is_told_and_nothing_is_left() {
    let folder = office();
    let path = |name: &str| folder.path().join(name);
    table(folder.path(), &["backup", "copia.ambito"]);
    let copy = fs::read(path("copia.ambito")).unwrap();
    fs::write(path("mezza.ambito"), &copy[..copy.len() / 2]).unwrap();
    let before = names(folder.path());

    refused(folder.path(), &["backup", "copia.ambito"], "COP011");
    refused(folder.path(), &["backup", "ambito.db"], "COP011");
    refused(folder.path(), &["backup", "non-c-è/copia.ambito"], "COP013");
    refused(folder.path(), &["backup", "altra.ambito", "--database", "non-c-è.db"], "DAT002");
    refused(folder.path(), &["restore", "copia.ambito"], "COP007");
    refused(folder.path(), &["restore", "non-c-è.ambito", "--database", "nuova.db"], "COP012");
    refused(folder.path(), &["restore", "piano.txt", "--database", "nuova.db"], "COP001");
    refused(folder.path(), &["move", "--from", "ambito.db", "--to", "./ambito.db"], "COP007");
    let run = refused(folder.path(), &["restore", "mezza.ambito", "--database", "nuova.db"], "COP005");
    assert!(run.err.contains("la copia è rovinata nella tabella "), "{run:?}");
    let run = refused(folder.path(), &["move", "--from", "mysql://u:segreta@host/nome", "--to", "nuova.db"], "DAT001");
    assert!(!run.err.contains("segreta"), "{run:?}");
    assert_eq!(names(folder.path()), before);
    assert_eq!(fs::read(path("copia.ambito")).unwrap(), copy);
}
