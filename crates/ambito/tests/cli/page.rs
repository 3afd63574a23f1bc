// SPDX-License-Identifier: AGPL-3.0-or-later
//! The page of `ambito check`.

use super::{folder, run};

const PEOPLE: &str = "\
2027_PD_1101

Sportello sociale

Nome Soggetto\tRelazione Personale\tImpegno Personale
Cantafavole Nora\tDirigente\t20,00 %
";

#[test]
fn names_are_hidden_in_files_and_shown_on_request() {
    let folder = folder();
    std::fs::write(folder.path().join("persone.txt"), PEOPLE).unwrap();
    let page = |arguments: &[&str]| {
        let all = [&["check", "persone.txt", "--lang", "it"], arguments].concat();
        let ran = run(folder.path(), &all);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        std::fs::read_to_string(folder.path().join("rilievi.html")).unwrap_or(ran.out)
    };
    let shown = page(&["--format", "html"]);
    assert!(shown.starts_with("<!DOCTYPE html>") && shown.contains("Cantafavole Nora"));
    let hidden = page(&["-o", "rilievi.html"]);
    assert!(hidden.contains("Persona 1") && !hidden.contains("Cantafavole"));
    let on_request = page(&["-o", "rilievi.html", "--names", "shown"]);
    assert!(on_request.contains("Cantafavole Nora"));
}
