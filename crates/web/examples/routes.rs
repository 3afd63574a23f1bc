// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writes the table of routes as JSON: what the tests in a browser compare with what they visited.

#![expect(clippy::print_stdout, reason = "a program for people of this house")]

use ambito_web::routes::routes;
use serde_json::json;

fn main() {
    let row = |route: ambito_web::server::Route| json!({ "verb": route.verb.word(), "path": route.path, "needs": format!("{:?}", route.needs) });
    let table: Vec<_> = routes().into_iter().map(row).collect();
    println!("{}", serde_json::Value::from(table));
}
