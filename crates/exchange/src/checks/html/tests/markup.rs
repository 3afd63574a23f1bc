// SPDX-License-Identifier: AGPL-3.0-or-later
//! A strict look at the markup of a page: every element ends, every link leads somewhere.

use std::collections::HashSet;

/// Elements without an end.
const VOID: [&str; 4] = ["meta", "hr", "br", "!DOCTYPE"];

/// Whether every element ends where it must.
pub(super) fn tree_of(html: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').ok_or("a tag that does not end")?;
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("</{name}> ends {last:?} before {:?}", rest.get(..60)));
            }
            continue;
        }
        if tag.ends_with('/') {
            continue;
        }
        if !tag.matches('"').count().is_multiple_of(2) {
            return Err(format!("quotes in <{tag}>"));
        }
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("open at the end: {open:?}")) }
}

/// Whether no anchor stands twice, and every link inside the page has one.
pub(super) fn anchors(html: &str) -> Result<(), String> {
    let mut known = HashSet::new();
    for id in values(html, " id=\"") {
        if !known.insert(id) {
            return Err(format!("#{id} stands twice"));
        }
    }
    let mut links = values(html, " href=\"#").chain(values(html, " aria-labelledby=\""));
    links.try_for_each(|link| if known.contains(link) { Ok(()) } else { Err(format!("#{link} is nowhere")) })
}

/// The page without its head.
pub(super) fn body(html: &str) -> &str {
    let from = html.find("<body>").unwrap_or(0);
    &html[from..]
}

fn values<'a>(html: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(before).skip(1).filter_map(|rest| rest.split('"').next())
}
