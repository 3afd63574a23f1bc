// SPDX-License-Identifier: AGPL-3.0-or-later
//! The file for programs: one JSON object, moments in UTC, words as they are stored.

use ambito_base::Timestamp;
use ambito_domain::audit::Record;
use ambito_domain::office::{PositionRole, Staff};
use ambito_domain::retention::{Hold, HoldTarget};
use ambito_domain::subjects::{
    Dossier, EffortHeld, ErrandHeld, HeldPosition, LinkHeld, Presence, SessionHeld, SignIn, TokenHeld,
};
use serde_json::{Value, json};

/// The version of the layout.
const LAYOUT: u32 = 1;

pub(super) fn begin(dossier: &Dossier) -> String {
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
    let Staff { id, name, login, email, left_on, version: _ } = person;
    let SignIn { password, factor_since, recovery_codes, failures, locked_until, outside } = sign_in;
    let object = json!({
        "ambito_subject": LAYOUT,
        "area": area,
        "gathered_at": moment(*gathered),
        "gathered_by": gathered_by,
        "purpose": purpose,
        "person": {
            "id": id.to_string(), "name": name, "login": login, "email": email,
            "left_on": left_on.map(|day| day.to_string()),
        },
        "sign_in": {
            "password": *password == Presence::There,
            "second_factor_since": factor_since.map(moment),
            "recovery_codes_left": recovery_codes,
            "failures": failures,
            "locked_until": locked_until.map(moment),
            "outside_identity": outside,
        },
        "positions": tenures.iter().map(position).collect::<Vec<_>>(),
        "sessions": sessions.iter().map(session).collect::<Vec<_>>(),
        "one_time_links": links.iter().map(link).collect::<Vec<_>>(),
        "tokens": tokens.iter().map(token).collect::<Vec<_>>(),
        "efforts": efforts.iter().map(effort).collect::<Vec<_>>(),
        "errands": errands.iter().map(errand).collect::<Vec<_>>(),
        "holds": holds.iter().map(hold).collect::<Vec<_>>(),
    });
    let text = object.to_string();
    format!("{},\"records\":[", text.strip_suffix('}').unwrap_or(&text))
}

pub(super) fn records(records: &[Record], before: &str) -> String {
    let lines: Vec<String> = records.iter().map(|one| record(one).to_string()).collect();
    if lines.is_empty() { String::new() } else { format!("{before}\n{}", lines.join(",\n")) }
}

pub(super) fn end() -> String {
    "]}\n".to_owned()
}

fn moment(at: Timestamp) -> String {
    at.to_string()
}

fn position(held: &HeldPosition) -> Value {
    let HeldPosition { body, title, roles, from, to } = held;
    let roles = roles.iter().map(|PositionRole { role, reach }| json!({"role": role.word(), "reach": reach.word()}));
    json!({
        "body": body, "title": title, "roles": roles.collect::<Vec<_>>(),
        "from": from.to_string(), "to": to.map(|day| day.to_string()),
    })
}

fn session(held: &SessionHeld) -> Value {
    let SessionHeld { created, seen, expires, ended, address, agent } = held;
    json!({
        "created_at": moment(*created), "seen_at": moment(*seen), "expires_at": moment(*expires),
        "ended_at": ended.map(moment), "address": address, "agent": agent,
    })
}

fn link(held: &LinkHeld) -> Value {
    let LinkHeld { created, expires, used } = held;
    json!({"created_at": moment(*created), "expires_at": moment(*expires), "used_at": used.map(moment)})
}

fn token(held: &TokenHeld) -> Value {
    let TokenHeld { name, scope, created, expires, used, ended } = held;
    json!({
        "name": name, "scope": scope.iter().map(|right| right.word()).collect::<Vec<_>>(),
        "created_at": moment(*created), "expires_at": moment(*expires), "used_at": used.map(moment),
        "ended_at": ended.map(moment),
    })
}

fn effort(held: &EffortHeld) -> Value {
    let EffortHeld { plan, version, node, written, relation, share } = held;
    json!({
        "plan": plan, "version": version, "node": node, "written": written, "relation": relation,
        "share_percent": share.map(|share| share.to_string()),
    })
}

fn errand(held: &ErrandHeld) -> Value {
    let ErrandHeld { document, code, said, at, words_of, state, due, words } = held;
    json!({
        "document": document, "finding": code, "said": said, "at": moment(*at), "words_of": words_of.word(),
        "state": state.word(), "due": due.to_string(), "words": words,
    })
}

fn hold(held: &Hold) -> Value {
    let Hold { id, target, reason, placed, placed_by: _, lifted } = held;
    let on = match target {
        HoldTarget::Person(_) => json!("person"),
        HoldTarget::Record(record) => json!(record.simple().to_string()),
        HoldTarget::Kind(kind) => json!(kind.word()),
    };
    json!({
        "id": id.to_string(), "on": on, "reason": reason, "placed_at": moment(*placed),
        "lifted_at": lifted.as_ref().map(|lifted| moment(lifted.at)),
        "lifted_reason": lifted.as_ref().map(|lifted| lifted.reason.clone()),
    })
}

fn record(record: &Record) -> Value {
    let Record { seq, at_us, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous: _ } =
        record;
    let id = |id: &Option<ambito_base::Uuid>| id.map(|id| id.simple().to_string());
    json!({
        "seq": seq, "at": Timestamp::from_microsecond(*at_us).map(moment).ok(), "kind": kind, "act": act,
        "actor": id(actor), "actor_name": actor_name, "source": source, "object": id(object),
        "subject": id(subject), "purpose": purpose, "detail": detail,
    })
}
