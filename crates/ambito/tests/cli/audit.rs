// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito audit` on a real database that somebody then touches.

use crate::run;
use ambito_app::{App, Db};
use ambito_base::{Clock, Random, Timestamp};
use std::path::Path;
use std::sync::Arc;

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Timestamp {
        "2027-01-10T11:00:00Z".parse().unwrap()
    }
}

struct Sevens;

impl Random for Sevens {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// A database with an area in it.
fn office(folder: &Path) {
    let outline = serde_json::json!({
        "name": "Valdoro",
        "body": [{"key": "a", "kind": "ambit", "name": "Ambito di Valdoro"}],
        "person": [{"name": "Bruno Sistemista", "login": "bruno"}],
        "position": [{"body": "a", "title": "Sistemi", "role": [{"role": "administrator", "reach": "subtree"}],
                      "held": [{"by": "bruno", "from": "2026-01-01"}]}],
    });
    wait(async {
        let db = Db::open(&folder.join("ambito.db").display().to_string().parse().unwrap()).await.unwrap();
        let app = App::new(db.clone(), Arc::new(Noon), Arc::new(Sevens));
        app.load_area(&serde_json::from_value(outline).unwrap(), "prova").await.unwrap();
        db.close().await;
    });
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn sql(folder: &Path, text: &str) {
    use sqlx::Connection as _;
    wait(async {
        let path = folder.join("ambito.db").display().to_string();
        let mut connection = sqlx::SqliteConnection::connect(&format!("sqlite://{path}")).await.unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(text.to_owned())).execute(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    });
}

#[test]
fn a_touched_record_is_named_and_the_program_ends_with_1() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    office(folder);
    let anchored = run(folder, &["audit", "anchor", "--lang", "it"]);
    assert_eq!(anchored.code, Some(0), "{anchored:?}");
    assert!(anchored.out.starts_with("ambito-anchor/1 ") && anchored.err.contains("custodire"), "{anchored:?}");
    std::fs::write(folder.join("ancora.txt"), format!("Prot. 12/2027\n{}", anchored.out)).unwrap();
    let exported = run(folder, &["audit", "export", "-o", "registro.jsonl", "--lang", "it"]);
    assert_eq!((exported.code, exported.err.as_str()), (Some(0), "3 registrazioni esportate\n"), "{exported:?}");

    let whole = run(folder, &["audit", "verify", "--anchor", "ancora.txt", "--lang", "it"]);
    assert_eq!((whole.code, whole.err.as_str()), (Some(0), ""), "{whole:?}");
    assert!(whole.out.starts_with("Valdoro: 3 registrazioni lette, tutte integre e al loro posto\n"), "{whole:?}");
    assert!(whole.out.contains("registrazione 2: corrisponde"), "{whole:?}");
    let of_file = run(folder, &["audit", "verify", "registro.jsonl", "--anchor", anchored.out.trim(), "--lang", "it"]);
    assert_eq!(of_file.code, Some(0), "{of_file:?}");

    sql(folder, "UPDATE audit_record SET actor_name = 'Altri' WHERE seq = 1");
    let touched = run(folder, &["audit", "verify", "--lang", "it"]);
    insta::assert_snapshot!(touched.out, @r"
    Valdoro: IL REGISTRO NON È INTEGRO: 1 difetto (registrazioni lette: 3)
      registrazione 1 (10/01/2027 12:00:00, ambito creato): il contenuto è stato cambiato: non corrisponde più alla sua impronta
    ");
    assert_eq!((touched.code, touched.err.as_str()), (Some(1), ""));
    sql(folder, "DELETE FROM audit_record WHERE seq = 2");
    let touched = run(folder, &["audit", "verify", "--lang", "en", "--anchor", "ancora.txt"]);
    assert_eq!(touched.code, Some(1));
    assert!(touched.out.contains("record 2: it is missing: it was removed"), "{touched:?}");
}

#[test]
fn what_cannot_be_read_ends_with_2() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let check = |arguments: &[&str], expected: &str| {
        let run = run(folder, &[arguments, &["--lang", "it"]].concat());
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains(expected) && run.err.contains("cosa fare:"), "{run:?}");
    };
    check(&["audit", "verify"], "qui non c'è nessuna banca dati");
    check(&["audit", "verify", "altro.jsonl"], "il file non si può leggere");
    std::fs::write(folder.join("altro.jsonl"), "{}\n").unwrap();
    check(&["audit", "verify", "altro.jsonl"], "non è un registro esportato");
    check(&["audit", "verify", "--anchor", "ambito-anchor/1 a b"], "non è completa");
    std::fs::write(folder.join("ambito.db"), "no database at all, but long enough to be looked at twice").unwrap();
    check(&["audit", "verify"], "la banca dati non si apre");
}
