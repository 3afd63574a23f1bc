// SPDX-License-Identifier: AGPL-3.0-or-later
//! `cargo xtask demo`: the shortest way from a clone to an office. Builds the program, loads the invented area of
//! Valdoro with its plans, prints the address and the logins, and starts Ambito there.
//!
//! Invariants: everything it writes is under `out/`, which git ignores; an office that is there already is opened as it
//! is, with what was done in it (`--fresh` puts it aside and begins again); it appears whole or not at all.

use crate::{house, shell};
use anyhow::{Context, Result, bail};
use std::net::TcpListener;
use std::path::Path;

/// The words of the demonstration in one language.
struct Words {
    building: &'static str,
    loading: &'static str,
    kept: &'static str,
    aside: &'static str,
    logins: &'static str,
    login: &'static str,
    password: &'static str,
    role: &'static str,
    stop: &'static str,
    next: &'static str,
    roles: [&'static str; 10],
}

static ITALIAN: Words = Words {
    building: "Costruisco Ambito: la prima volta servono alcuni minuti.",
    loading: "Carico Valdoro, un ambito inventato: enti, persone, cinque piani.",
    kept: "Apro l'ufficio di Valdoro come è stato lasciato (per ricominciare da capo: cargo xtask demo --fresh).",
    aside: "L'ufficio di prima è messo da parte in",
    logins: "Chi può entrare, ciascuno con il suo ruolo:",
    login: "nome",
    password: "parola d'ordine",
    role: "che cosa fa",
    stop: "Si ferma con Ctrl-C. Adesso apra nel browser l'indirizzo qui sotto ed entri, per esempio, come «direzione».",
    next: "Con un documento vero, senza aprire l'ufficio:",
    roles: [
        "scrive i piani",
        "risponde di obiettivi",
        "approva",
        "segue il denaro",
        "dirige: persone, conservazione, registro",
        "valuta i risultati",
        "revisore: vede tutto, non cambia nulla",
        "amministra: enti, persone, utenze, impostazioni",
        "vede solo il proprio Comune",
        "nessun incarico: non vede nulla",
    ],
};

static ENGLISH: Words = Words {
    building: "Building Ambito: the first time takes some minutes.",
    loading: "Loading Valdoro, an invented area: bodies, people, five plans.",
    kept: "Opening the office of Valdoro as it was left (to begin again: cargo xtask demo --fresh).",
    aside: "The office of before is put aside in",
    logins: "Who can sign in, each with their role:",
    login: "name",
    password: "password",
    role: "what they do",
    stop: "Ctrl-C stops it. Now open the address below in a browser and sign in, for example, as “direzione”.",
    next: "With a document of yours, without opening the office:",
    roles: [
        "writes the plans",
        "answers for objectives",
        "approves",
        "follows the money",
        "directs: people, retention, record",
        "evaluates results",
        "auditor: sees everything, changes nothing",
        "administers: bodies, people, accounts, settings",
        "sees their own Comune only",
        "no position: sees nothing",
    ],
};

/// The names to sign in with, in the order of [`Words::roles`]; the file of the area has them with their passwords.
const LOGINS: [&str; 10] =
    ["programma", "obiettivo", "approva", "conti", "direzione", "valuta", "revisione", "sistema", "comune", "nessuno"];

/// The area.
const AREA: &str = "demo/valdoro.toml";
/// The body whose plans the demonstration's documents are.
const BODY: &str = "Ambito di Valdoro";
/// The office, in `out/`.
const OFFICE: &str = "ufficio";
/// The database, in the office.
const DATABASE: &str = "ambito.db";
/// The ports that are tried, in order.
const PORTS: std::ops::RangeInclusive<u16> = 8080..=8099;

/// Runs the demonstration.
pub fn run(args: &[String]) -> Result<()> {
    let fresh = match args {
        [] => false,
        [flag] if flag == "--fresh" => true,
        _ => bail!("usage: cargo xtask demo [--fresh]"),
    };
    let words = words(&["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).unwrap_or_default()));
    println!("{}", words.building);
    let program = house::build_ambito(house::Profile::Dev)?;
    let out = house::root().join("out");
    let office = out.join(OFFICE);
    if fresh && office.exists() {
        println!("{} {}", words.aside, put_aside(&out, &office)?);
    }
    if office.join(DATABASE).exists() {
        println!("\n{}", words.kept);
    } else {
        println!("\n{}\n", words.loading);
        load(&program, &out, &office)?;
    }
    println!("\n{}", table(words));
    let shown = program.strip_prefix(house::root()).unwrap_or(&program).display();
    println!("{}\n  {shown} read piano.pdf\n  {shown} check piano.pdf\n", words.next);
    println!("{}\n", words.stop);
    let listen = format!("127.0.0.1:{}", free_port()?);
    let mut serve = shell::command(&program);
    serve.args(["serve", "--listen", &listen, "--database"]).arg(office.join(DATABASE));
    let status = serve.status().context("Ambito cannot be started")?;
    // Ctrl-C ends both: what the office says of its end has been said.
    if !status.success() && status.code().is_some() {
        bail!("Ambito stopped ({status})");
    }
    Ok(())
}

/// Makes the office beside its place, and puts it there when it is whole.
fn load(program: &Path, out: &Path, office: &Path) -> Result<()> {
    std::fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))?;
    let draft = tempfile::Builder::new().prefix(".ufficio-").tempdir_in(out).context("out/ cannot be written")?;
    let database = draft.path().join(DATABASE);
    let mut area = shell::command(program);
    shell::run(area.args(["area", "load", AREA, "--database"]).arg(&database))?;
    let mut import = shell::command(program);
    let root = house::root();
    // The paths as a person would type them.
    import.arg("import").args(house::demo_documents()?.iter().map(|path| path.strip_prefix(&root).unwrap_or(path)));
    shell::run(import.args(["--body", BODY, "--database"]).arg(&database))?;
    std::fs::rename(draft.keep(), office).with_context(|| format!("{} cannot be made", office.display()))
}

/// Puts the office that is there under another name, which is given.
fn put_aside(out: &Path, office: &Path) -> Result<String> {
    let name = (1..).map(|number| format!("{OFFICE}-{number}")).find(|name| !out.join(name).exists());
    let name = name.unwrap_or_default();
    std::fs::rename(office, out.join(&name)).with_context(|| format!("{} cannot be moved", office.display()))?;
    Ok(format!("out/{name}"))
}

/// The logins, for people to copy.
fn table(words: &Words) -> String {
    let row = |login: &str, password: &str, role: &str| format!("  {login:<12} {password:<26} {role}\n");
    let mut text = format!("{}\n\n{}", words.logins, row(words.login, words.password, words.role));
    for (login, role) in LOGINS.iter().zip(words.roles) {
        text.push_str(&row(login, &password(login), role));
    }
    text
}

/// The password of a login of the demonstration.
fn password(login: &str) -> String {
    format!("valdoro {login} 2027")
}

/// The first port that nobody listens at.
fn free_port() -> Result<u16> {
    let free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    PORTS.into_iter().find(free).with_context(|| format!("no port of {PORTS:?} is free"))
}

/// Italian unless the first of the variables that says something says English.
fn words(variables: &[String; 3]) -> &'static Words {
    let said = variables.iter().find(|value| !value.is_empty()).map_or("", String::as_str);
    let english = said.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("en"));
    if english { &ENGLISH } else { &ITALIAN }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speaks_italian_unless_told_english() {
        let check = |values: [&str; 3], italian: bool| {
            let chosen = words(&values.map(str::to_owned));
            assert_eq!(std::ptr::eq(chosen, &ITALIAN), italian, "{values:?}");
        };
        check(["", "", ""], true);
        check(["", "", "C.UTF-8"], true);
        check(["", "", "it_IT.UTF-8"], true);
        check(["", "", "en_GB.UTF-8"], false);
        check(["it_IT.UTF-8", "", "en_GB.UTF-8"], true);
    }

    #[test]
    fn the_logins_are_those_of_the_area() {
        let text = std::fs::read_to_string(house::root().join(AREA)).unwrap();
        assert_eq!(text.matches("[[person]]").count(), LOGINS.len());
        for login in LOGINS {
            assert!(text.contains(&format!("login = \"{login}\"")), "{login}");
            assert!(text.contains(&format!("password = \"{}\"", password(login))), "{login}");
        }
        assert!(text.contains(&format!("name = \"{BODY}\"")));
    }
}
