// SPDX-License-Identifier: AGPL-3.0-or-later
//! The file for people: one page with its style in it, that prints and asks nothing of the network.

use crate::audit::words;
use ambito_base::{Date, Timestamp};
use ambito_domain::audit::Record;
use ambito_domain::office::{PositionRole, Staff};
use ambito_domain::retention::Hold;
use ambito_domain::review::ErrandState;
use ambito_domain::subjects::{
    Dossier, EffortHeld, ErrandHeld, HeldPosition, LinkHeld, Presence, SessionHeld, SignIn, TokenHeld, WordsOf,
};
use ambito_i18n::{Arg, Catalogue, percent};

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;color:#17324d;margin:2rem auto;max-width:62rem;padding:0 1rem}\
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2rem;border-bottom:1px solid #5c6f82}\
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;\
border-bottom:1px solid #c5c7c9;overflow-wrap:anywhere}dl{display:grid;grid-template-columns:minmax(9rem,1fr) 3fr;gap:.3rem 1rem}\
dt{font-weight:600}dd{margin:0}@media print{body{margin:0;max-width:none;font-size:10pt}thead{display:table-header-group}tr{break-inside:avoid}}";

pub(super) fn begin(dossier: &Dossier, catalogue: &Catalogue) -> String {
    let Dossier {
        area,
        gathered,
        gathered_by,
        purpose,
        person,
        sign_in,
        tenures,
        sessions,
        links,
        tokens,
        efforts,
        errands,
        holds,
    } = dossier;
    let say = |key: &str| escape(&catalogue.text(key, &[]));
    let title = escape(&catalogue.text("subject-file-title", &[("name", Arg::Text(&person.name))]));
    let language = catalogue.language().word();
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{}</p>\n",
        say("subject-file-law")
    );
    page.push_str(&facts(&[
        (say("subject-file-area"), escape(area)),
        (say("subject-file-gathered"), moment(*gathered)),
        (say("subject-file-by"), escape(gathered_by)),
        (say("subject-file-purpose"), escape(purpose)),
    ]));
    let Staff { id, name, login, email, left_on, version: _ } = person;
    page.push_str(&format!("<h2>{}</h2>\n", say("subject-file-person")));
    page.push_str(&facts(&[
        (say("subject-file-name"), escape(name)),
        (say("subject-file-login"), escape(login)),
        (say("subject-file-email"), optional(email.as_deref().map(escape))),
        (say("subject-file-left"), optional(left_on.map(day))),
        (say("subject-file-id"), id.to_string()),
    ]));
    let SignIn { password, factor_since, recovery_codes, failures, locked_until, outside } = sign_in;
    page.push_str(&format!("<h2>{}</h2>\n<p>{}</p>\n", say("subject-file-sign-in"), say("subject-file-no-secrets")));
    let there = if *password == Presence::There { "subject-file-there" } else { "subject-file-absent" };
    page.push_str(&facts(&[
        (say("subject-file-password"), say(there)),
        (say("subject-file-factor"), optional(factor_since.map(moment))),
        (say("subject-file-codes"), recovery_codes.to_string()),
        (say("subject-file-failures"), failures.to_string()),
        (say("subject-file-locked"), optional(locked_until.map(moment))),
        (say("subject-file-outside"), optional(outside.as_deref().map(escape))),
    ]));
    let table = |title: &str, head: &[&str], rows: Vec<Vec<String>>| section(title, head, &rows, catalogue);
    page.push_str(&table(
        "subject-file-positions",
        &["subject-file-body", "subject-file-position", "subject-file-roles", "subject-file-from", "subject-file-to"],
        tenures.iter().map(|held| position(held, catalogue)).collect(),
    ));
    page.push_str(&table(
        "subject-file-sessions",
        &["subject-file-from", "subject-file-seen", "subject-file-end", "subject-file-address", "subject-file-agent"],
        sessions.iter().map(session).collect(),
    ));
    page.push_str(&table(
        "subject-file-links",
        &["subject-file-made", "subject-file-expires", "subject-file-used"],
        links.iter().map(link).collect(),
    ));
    page.push_str(&table(
        "subject-file-tokens",
        &["subject-file-name", "subject-file-scope", "subject-file-made", "subject-file-end", "subject-file-used"],
        tokens.iter().map(|held| token(held, catalogue)).collect(),
    ));
    page.push_str(&table(
        "subject-file-efforts",
        &[
            "subject-file-plan",
            "subject-file-node",
            "subject-file-written",
            "subject-file-relation",
            "subject-file-share",
        ],
        efforts.iter().map(|held| effort(held, catalogue)).collect(),
    ));
    page.push_str(&table(
        "subject-file-errands",
        &[
            "subject-file-when",
            "subject-file-errand-step",
            "subject-file-errand-about",
            "subject-file-errand-due",
            "subject-file-errand-words",
        ],
        errands.iter().map(|held| errand(held, catalogue)).collect(),
    ));
    page.push_str(&table(
        "subject-file-holds",
        &["subject-file-reason", "subject-file-from", "subject-file-to"],
        holds.iter().map(hold).collect(),
    ));
    page.push_str(&format!("<h2>{}</h2>\n<p>{}</p>\n", say("subject-file-records"), say("subject-file-records-what")));
    let head = [
        "subject-file-number",
        "subject-file-when",
        "subject-file-act",
        "subject-file-who",
        "subject-file-address",
        "subject-file-purpose",
    ];
    page.push_str(&open_table(&head, catalogue));
    page
}

pub(super) fn records(records: &[Record], catalogue: &Catalogue) -> String {
    records.iter().map(|one| row(&record(one, catalogue))).collect()
}

pub(super) fn end(count: u64, catalogue: &Catalogue) -> String {
    let sum = escape(&catalogue.text("subject-file-count", &[("count", Arg::Count(count))]));
    format!("</tbody>\n</table>\n<p>{sum}</p>\n</main>\n</body>\n</html>\n")
}

fn position(held: &HeldPosition, catalogue: &Catalogue) -> Vec<String> {
    let HeldPosition { body, title, roles, from, to } = held;
    let role = |PositionRole { role, reach }: &PositionRole| {
        let (role, reach) = (format!("role-{}", role.word()), format!("reach-{}", reach.word()));
        escape(&format!("{} ({})", catalogue.text(&role, &[]), catalogue.text(&reach, &[])))
    };
    let roles: Vec<String> = roles.iter().map(role).collect();
    vec![escape(body), escape(title), roles.join("; "), day(*from), optional(to.map(day))]
}

fn session(held: &SessionHeld) -> Vec<String> {
    let SessionHeld { created, seen, expires, ended, address, agent } = held;
    vec![moment(*created), moment(*seen), moment(ended.unwrap_or(*expires)), escape(address), escape(agent)]
}

fn link(held: &LinkHeld) -> Vec<String> {
    let LinkHeld { created, expires, used } = held;
    vec![moment(*created), moment(*expires), optional(used.map(moment))]
}

fn token(held: &TokenHeld, catalogue: &Catalogue) -> Vec<String> {
    let TokenHeld { name, scope, created, expires, used, ended } = held;
    let scope: Vec<String> =
        scope.iter().map(|right| escape(&catalogue.text(&format!("right-{}", right.word()), &[]))).collect();
    let end = moment(ended.unwrap_or(*expires));
    vec![escape(name), scope.join("; "), moment(*created), end, optional(used.map(moment))]
}

fn effort(held: &EffortHeld, catalogue: &Catalogue) -> Vec<String> {
    let EffortHeld { plan, version, node, written, relation, share } = held;
    let plan = escape(
        &catalogue
            .text("subject-file-version", &[("plan", Arg::Text(plan)), ("version", Arg::Text(&version.to_string()))]),
    );
    let share = share.map(|share| percent(share.hundredths(), catalogue.language()));
    let text = |text: &Option<String>| optional(text.as_deref().map(escape));
    vec![plan, text(node), escape(written), text(relation), optional(share)]
}

fn errand(held: &ErrandHeld, catalogue: &Catalogue) -> Vec<String> {
    let ErrandHeld { document, code, said, at, words_of, state, due, words } = held;
    let step = match (state, words_of) {
        (ErrandState::Given, WordsOf::Person) => "subject-file-errand-asked",
        (ErrandState::Given, WordsOf::Another) => "subject-file-errand-was-asked",
        (ErrandState::Returned, WordsOf::Person) => "subject-file-errand-answered",
        (ErrandState::Returned, WordsOf::Another) => "subject-file-errand-was-answered",
        (ErrandState::Closed, WordsOf::Person) => "subject-file-errand-closed",
        (ErrandState::Closed, WordsOf::Another) => "subject-file-errand-was-closed",
    };
    let about = escape(&format!("{document}, {code}: {said}"));
    vec![moment(*at), escape(&catalogue.text(step, &[])), about, day(*due), escape(words)]
}

fn hold(held: &Hold) -> Vec<String> {
    let Hold { id: _, target: _, reason, placed, placed_by: _, lifted } = held;
    vec![escape(reason), moment(*placed), optional(lifted.as_ref().map(|lifted| moment(lifted.at)))]
}

fn record(record: &Record, catalogue: &Catalogue) -> Vec<String> {
    let Record { seq, at_us, kind: _, act, actor_name, source, purpose, .. } = record;
    vec![
        seq.to_string(),
        words::moment(*at_us),
        escape(&words::act(act, catalogue)),
        escape(actor_name),
        escape(source),
        optional(purpose.as_deref().map(escape)),
    ]
}

fn section(title: &str, head: &[&str], rows: &[Vec<String>], catalogue: &Catalogue) -> String {
    let say = |key: &str| escape(&catalogue.text(key, &[]));
    let mut text = format!("<h2>{}</h2>\n", say(title));
    if rows.is_empty() {
        text.push_str(&format!("<p>{}</p>\n", say("subject-file-nothing")));
        return text;
    }
    text.push_str(&open_table(head, catalogue));
    text.extend(rows.iter().map(|cells| row(cells)));
    text.push_str("</tbody>\n</table>\n");
    text
}

fn open_table(head: &[&str], catalogue: &Catalogue) -> String {
    let head: String =
        head.iter().map(|key| format!("<th scope=\"col\">{}</th>", escape(&catalogue.text(key, &[])))).collect();
    format!("<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n")
}

fn row(cells: &[String]) -> String {
    let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
    format!("<tr>{cells}</tr>\n")
}

fn facts(pairs: &[(String, String)]) -> String {
    let pairs: String = pairs.iter().map(|(name, value)| format!("<dt>{name}</dt><dd>{value}</dd>\n")).collect();
    format!("<dl>\n{pairs}</dl>\n")
}

fn optional(text: Option<String>) -> String {
    text.unwrap_or_else(|| "–".to_owned())
}

fn moment(at: Timestamp) -> String {
    words::moment(at.as_microsecond())
}

fn day(day: Date) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            char => out.push(char),
        }
    }
    out
}
