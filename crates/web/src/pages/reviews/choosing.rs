// SPDX-License-Identifier: AGPL-3.0-or-later
//! Choosing a node by searching for it: for a record that hangs from the wrong one, for a line that was not read.

use super::address::{document_of, query, record_anchor, review, unread_anchor};
use super::cards::node_name;
use crate::render::{Content, Label};
use crate::server::{Answer, Context};
use ambito_app::Error;
use ambito_app::reviews::Window;
use ambito_domain::planning::LineNo;
use ambito_domain::review::{RecordKey, ValueKind};
use axum::extract::Path;
use serde::Serialize;

/// The page that chooses a node.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Choosing {
    csrf: String,
    reading: i64,
    /// Where the search goes.
    here: String,
    /// Where the choice goes.
    action: &'static str,
    base: String,
    back: String,
    /// What is sent along: the record with what it hangs from now, or the line.
    pairs: Vec<(&'static str, String)>,
    /// What a node is chosen for, as the document says it.
    text: String,
    searched: String,
    nodes: Vec<(String, Label)>,
    may_be_none: bool,
}

impl Content for Choosing {
    const TEMPLATE: &'static str = "reviews/choosing.html";

    fn samples() -> Vec<Self> {
        let full = Self {
            csrf: "token".to_owned(),
            reading: 2,
            here: "/reviews/1/choose".to_owned(),
            action: "assign",
            base: "/reviews/1".to_owned(),
            back: "/reviews/1?line=3#u3".to_owned(),
            pairs: vec![("line", "3".to_owned())],
            text: "Cantiere".to_owned(),
            searched: "azione".to_owned(),
            nodes: vec![("node:1:0".to_owned(), Label::said("Azione 1"))],
            may_be_none: true,
        };
        let none = Self { nodes: Vec::new(), may_be_none: false, searched: String::new(), ..full.clone() };
        vec![full, none]
    }
}

/// Shows the nodes that are found.
pub(crate) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let document = document_of(&id)?;
    let (app, viewer) = (&context.server.app, &context.viewer);
    let key: Option<RecordKey> = context.query("record").parse().ok();
    let line: LineNo = match key {
        Some(key) => key.line,
        None => context.query("line").parse().map_err(|_| Error::Absent("line"))?,
    };
    let seen = app.get_review(viewer, document, None, Window::Line(line), context.language).await?;
    let searched = context.query("text");
    let nodes = app.list_review_nodes(viewer, document, searched.trim()).await?;
    let (base, here) = (review(document), format!("{}/choose", review(document)));
    let content = match key {
        Some(key) => {
            let record = seen.records.iter().find(|record| record.key == key).ok_or(Error::Absent("record"))?;
            let old = record.values.iter().find(|value| value.kind == ValueKind::Node);
            let old = old.map(|value| value.text.clone()).unwrap_or_default();
            let said = record.values.iter().filter(|value| value.kind != ValueKind::Node && !value.text.is_empty());
            let said: Vec<&str> = said.take(3).map(|value| value.text.as_str()).collect();
            Choosing {
                action: "move",
                back: format!("{base}?line={line}#{}", record_anchor(key)),
                pairs: vec![("record", key.to_string()), ("old", old)],
                text: said.join(" · "),
                may_be_none: true,
                // Nothing hangs from itself.
                nodes: nodes
                    .iter()
                    .filter(|node| node.key != key)
                    .map(|node| (node.key.to_string(), node_name(node)))
                    .collect(),
                csrf: context.csrf(),
                reading: seen.reading.number,
                here,
                base,
                searched,
            }
        }
        None => Choosing {
            action: "assign",
            back: format!("{base}?line={line}#{}", unread_anchor(line)),
            pairs: vec![("line", line.to_string())],
            text: seen
                .unread
                .iter()
                .find(|unread| unread.line == line)
                .map(|unread| unread.text.clone())
                .unwrap_or_default(),
            may_be_none: false,
            nodes: nodes.iter().map(|node| (node.key.to_string(), node_name(node))).collect(),
            csrf: context.csrf(),
            reading: seen.reading.number,
            here,
            base,
            searched,
        },
    };
    let page = context.page(Label::key("review-choose-title")).under("/reviews", Label::key("reviews-title"));
    let page = page.under(content.back.clone(), Label::said(seen.document.name));
    context.show(&page, &content)
}

/// Where a node is chosen for a record.
pub(crate) fn href(base: &str, key: RecordKey) -> String {
    format!("{base}/choose?{}", query(&[("record", &key.to_string())]))
}
