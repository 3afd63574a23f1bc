// SPDX-License-Identifier: AGPL-3.0-or-later
//! `ambito check`, `ambito accept`, `ambito explain`, `ambito checks`.

use super::{Run, ambito, run};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Stdio;

/// A programme with one wrong sum in its first row, carried into the total of the objective and the grand total.
const PROGRAMME: &str = "\
Programma di Intervento: 4 - Inclusione
Obiettivo Generale\t\tObiettivo Specifico\t\tAzione - Descrizione\tFonte\tTOTALE PROGRAMMA\tDOTAZIONE FINANZIARIA ASSEGNATA CON DGR PRECEDENTI (A)\tDOTAZIONE FINANZIARIA ASSEGNATA CON LA PRESENTE DGR (B)\tTOTALE DOTAZIONE ASSEGNATA (A+B)\tSoggetto Responsabile
4.1\tServizi vicini\t4.1.1\tAccesso\tPunti di accesso nei Comuni\tFNPS 2027\t430.000,00\t400.000,00\t30.000,00\t400.000,00\tAmbiti
\t\t\t\tCartella sociale\tFSE - 11.2.4\t960.000,00\t960.000,00\t0,00\t960.000,00\tAmbiti
totale 4.1:\t\t\t\t\t\t1.390.000,00\t1.360.000,00\t30.000,00\t1.360.000,00\t
";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("programma.txt"), PROGRAMME).unwrap();
    folder
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap()
}

fn accept(folder: &Path, finding: &str) -> Run {
    run(folder, &["accept", finding, "--reason", "come da verbale", "--by", "Ufficio di Piano"])
}

#[test]
fn a_wrong_sum_is_told_once_with_its_consequences() {
    let folder = folder();
    let told = run(folder.path(), &["check", "programma.txt"]);
    insta::assert_snapshot!(told.out, @r"
    errore SUM002  programma.txt:3   A + B non è uguale alla dotazione assegnata
      |
    3 |  …   Punti di accesso …   FNPS 2027   430.000,00   400.000,00   30.000,00   400.000,00   Ambiti
      |                                                    └─ A ─────   └─ B ────   └─ scritto 400.000,00; A + B = 430.000,00
      = porta con sé lo stesso scarto fra A + B e il totale assegnato (riga 5)
      = come si corregge: scrivere 430.000,00, oppure correggere A o B, e rifare i totali che ne vengono

    1 documento letto (100% delle righe), 1 errore · ambito explain SUM002
    ");
    assert_eq!(told.code, Some(1));
}

#[test]
fn the_json_is_what_its_schema_says() {
    let folder = folder();
    for lang in ["it", "en"] {
        let told = run(folder.path(), &["check", "programma.txt", "--format", "json", "--lang", lang]);
        let schema: Value = serde_json::from_str(ambito_exchange::checks::json::SCHEMA).unwrap();
        let validator = jsonschema::draft202012::new(&schema).unwrap();
        let errors: Vec<String> = validator.iter_errors(&json(&told)).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
        let first = &json(&told)["findings"][0];
        assert_eq!(
            (&first["code"], &first["line"], &first["found"], &first["expected"]),
            (&"SUM002".into(), &3.into(), &"400000.00".into(), &"430000.00".into()),
        );
        assert_eq!(first["related"][0]["line"], 5);
    }
}

#[test]
fn exit_codes() {
    let folder = folder();
    let code = |arguments: &[&str]| run(folder.path(), &[&["check"], arguments].concat()).code;
    assert_eq!(code(&["programma.txt"]), Some(1));
    assert_eq!(code(&["programma.txt", "--fail-on", "never"]), Some(0));
    assert_eq!(code(&["programma.txt", "--ignore", "sum"]), Some(0));
    assert_eq!(code(&["programma.txt", "--select", "IND,TIM"]), Some(0));
    assert_eq!(code(&["programma.txt", "manca.txt"]), Some(2));
    assert_eq!(code(&["programma.txt", "--select", "XYZ"]), Some(2));
    assert_eq!(code(&["programma.txt", "--format", "xlsx"]), Some(2));
    assert_eq!(code(&["programma.txt", "-o", "programma.txt"]), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("programma.txt")).unwrap(), PROGRAMME);
}

#[test]
fn what_is_found_counts_also_where_nobody_reads_it() {
    let folder = folder();
    let mut command = ambito(folder.path(), &["check", "programma.txt"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_selection_changes_what_is_told_not_what_is_found() {
    let folder = folder();
    let all = json(&run(folder.path(), &["check", "programma.txt", "--format", "json"]));
    let some = json(&run(folder.path(), &["check", "programma.txt", "--format", "json", "--select", "SUM002"]));
    assert_eq!(all["findings"], some["findings"]);
    // The totals are wrong only because the row is.
    assert_eq!(run(folder.path(), &["check", "programma.txt", "--select", "SUM003,SUM004"]).code, Some(0));
    accept(folder.path(), "programma.txt:3:SUM002");
    assert_eq!(run(folder.path(), &["check", "programma.txt", "--select", "SUM002"]).code, Some(0));
}

#[test]
fn a_file_given_twice_is_one_document() {
    let folder = folder();
    let told = run(folder.path(), &["check", "programma.txt", "./programma.txt", "."]);
    assert!(told.out.contains("1 documento letto"), "{}", told.out);
}

#[test]
fn the_last_line_says_what_was_looked_at() {
    let folder = folder();
    let chosen = run(folder.path(), &["check", "programma.txt", "--select", "EFF"]);
    assert!(chosen.out.contains("per i controlli scelti"), "{}", chosen.out);
    let nothing = run(folder.path(), &["check", "manca.txt"]);
    assert_eq!((nothing.out.as_str(), nothing.code), ("nessun documento letto\n", Some(2)));
}

#[test]
fn every_form_is_written() {
    let folder = folder();
    for (name, begins) in [
        ("r.json", "{"),
        ("r.sarif", "{"),
        ("r.xlsx", "PK"),
        ("r.html", "<!DOCTYPE html>"),
        ("r.text", "errore SUM002"),
    ] {
        let told = run(folder.path(), &["check", "programma.txt", "-o", name]);
        assert_eq!((told.code, told.out.as_str()), (Some(1), ""), "{name}: {}", told.err);
        let bytes = fs::read(folder.path().join(name)).unwrap();
        assert!(bytes.starts_with(begins.as_bytes()), "{name}");
    }
}

#[test]
fn an_accepted_finding_is_shown_with_its_reason_and_comes_back() {
    let folder = folder();
    let accepted = accept(folder.path(), "programma.txt:3:SUM002");
    assert_eq!(accepted.code, Some(0), "{}", accepted.err);
    assert!(folder.path().join("programma.txt.accepted.toml").exists());
    let told = run(folder.path(), &["check", "programma.txt", "--fail-on", "note", "--select", "SUM"]);
    assert_eq!(told.code, Some(0), "{}", told.out);
    assert!(told.out.contains("accettato da Ufficio di Piano") && told.out.contains("come da verbale"), "{}", told.out);
    // A line above changes nothing; a changed figure does.
    let text = format!("Annualità 2027\n{PROGRAMME}");
    fs::write(folder.path().join("programma.txt"), &text).unwrap();
    assert_eq!(run(folder.path(), &["check", "programma.txt", "--select", "SUM"]).code, Some(0));
    fs::write(folder.path().join("programma.txt"), text.replace("30.000,00\t400.000,00", "30.000,00\t401.000,00"))
        .unwrap();
    let back = run(folder.path(), &["check", "programma.txt", "--select", "SUM"]);
    assert_eq!(back.code, Some(1), "{}", back.out);
    assert!(back.out.contains("era stato accettato da Ufficio di Piano"), "{}", back.out);
}

#[test]
fn a_file_of_accepted_findings_can_stand_elsewhere() {
    let folder = folder();
    accept(folder.path(), "programma.txt:3:SUM002");
    let (beside, elsewhere) = (folder.path().join("programma.txt.accepted.toml"), folder.path().join("altrove.toml"));
    fs::rename(&beside, &elsewhere).unwrap();
    assert_eq!(run(folder.path(), &["check", "programma.txt", "--select", "SUM"]).code, Some(1));
    let told = run(folder.path(), &["check", "programma.txt", "--select", "SUM", "--accepted", "altrove.toml"]);
    assert_eq!(told.code, Some(0), "{}", told.out);
    fs::write(&beside, "[[accepted]]\nchi = 3\n").unwrap();
    let wrong = run(folder.path(), &["check", "programma.txt"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.err.contains("programma.txt.accepted.toml:2"), "{}", wrong.err);
}

#[test]
fn what_cannot_be_accepted_is_said() {
    let folder = folder();
    for (finding, code) in [
        ("programma.txt:4:SUM002", "USC009"),
        ("programma.txt:SUM002", "USC007"),
        ("programma.txt:3:SUM999", "USC006"),
        ("manca.txt:3:SUM002", "FIL001"),
    ] {
        let refused = accept(folder.path(), finding);
        assert_eq!(refused.code, Some(2), "{finding}");
        assert!(refused.err.contains(code), "{finding}: {}", refused.err);
    }
    let empty = run(folder.path(), &["accept", "programma.txt:3:SUM002", "--reason", " ", "--by", "X"]);
    assert!(empty.err.contains("USC008"), "{}", empty.err);
    assert!(!folder.path().join("programma.txt.accepted.toml").exists());
}

#[test]
fn two_people_accept_at_the_same_time() {
    let folder = folder();
    // Three wrong rows, and each accepted by another process at once.
    let row = |at: usize| format!("\t\t\t\tAzione {at}\tFSE {at}\t100,00\t{at}00,00\t1,00\t9.999,00\tAmbiti\n");
    let rows: Vec<String> = (1..=8).map(row).collect();
    let text = PROGRAMME.replace("totale 4.1:", &format!("{}totale 4.1:", rows.concat()));
    fs::write(folder.path().join("programma.txt"), text).unwrap();
    let children: Vec<_> = (5..13)
        .map(|line| {
            let finding = format!("programma.txt:{line}:SUM002");
            let mut command = ambito(folder.path(), &["accept", &finding, "--reason", "prova", "--by", "Chi c'è"]);
            command.spawn().unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let text = fs::read_to_string(folder.path().join("programma.txt.accepted.toml")).unwrap();
    assert_eq!(text.matches("[[accepted]]").count(), 8, "{text}");
}

#[test]
fn every_check_is_listed_and_explained() {
    let folder = folder();
    for lang in ["it", "en"] {
        let list = run(folder.path(), &["checks", "--lang", lang]);
        assert_eq!(list.code, Some(0));
        for check in ambito_checks::registry::CHECKS {
            assert!(list.out.contains(check.code), "{}", check.code);
            let explained = run(folder.path(), &["explain", check.code, "--lang", lang]);
            assert_eq!(explained.code, Some(0));
            assert!(explained.out.starts_with(check.code) && explained.out.contains(check.name), "{}", explained.out);
        }
    }
    assert_eq!(run(folder.path(), &["explain", "sum002"]).code, Some(0));
    assert_eq!(run(folder.path(), &["explain", "ABC123"]).code, Some(2));
}
