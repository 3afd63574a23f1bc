// SPDX-License-Identifier: AGPL-3.0-or-later
//! People's time: the sum of each person's shares; who is over the whole is told in words.

use super::Page;
use super::bars::{bar, per_mille};
use super::names;
use super::places::Spot;
use crate::page::escaped;
use crate::people;
use ambito_base::Share;
use std::collections::HashMap;
use std::io::{self, Write};

/// How many people are shown at once.
const PEOPLE_MAX: usize = 40;
/// How many lines of a person are named.
const LINES_MAX: usize = 8;
/// All of a person's time, in hundredths of a percent.
const WHOLE: i64 = 10_000;

/// One person.
#[derive(Debug)]
struct Load {
    name: String,
    hundredths: i64,
    lines: Vec<u32>,
}

/// Writes the table, the most loaded first.
pub(super) fn write(out: &mut impl Write, page: &Page<'_>, source: usize) -> io::Result<()> {
    let catalogue = page.catalogue;
    let loads = loads(page, source);
    let over = loads.iter().filter(|load| load.hundredths > WHOLE).count();
    let words = catalogue.text("page-load-over", &[("over", over.into()), ("people", loads.len().into())]);
    writeln!(out, "<p class=\"quiet\">{}</p>", escaped(&words))?;
    let longest = loads.first().map_or(WHOLE, |load| load.hundredths.max(WHOLE));
    let (first, rest) = loads.split_at(loads.len().min(PEOPLE_MAX));
    table(out, page, source, first, longest)?;
    if !rest.is_empty() {
        let words = catalogue.text("page-more", &[("count", rest.len().into())]);
        writeln!(out, "<details class=\"more\"><summary>{}</summary>", escaped(&words))?;
        table(out, page, source, rest, longest)?;
        out.write_all(b"</details>\n")?;
    }
    Ok(())
}

fn loads(page: &Page<'_>, source: usize) -> Vec<Load> {
    let mut by_person: HashMap<Result<usize, String>, usize> = HashMap::new();
    let mut loads: Vec<Load> = Vec::new();
    for effort in &page.draft(source).efforts {
        let Some(share) = effort.share else { continue };
        let person = page.hider.person(&effort.person);
        let key = person.ok_or_else(|| ambito_base::fold(&effort.person));
        let at = *by_person.entry(key).or_insert_with(|| {
            let hidden = person.filter(|_| page.hider.count().is_some());
            let name = hidden.map_or_else(|| effort.person.clone(), |it| names::label(Some(it), page.catalogue));
            loads.push(Load { name: people::one_line(&name), hundredths: 0, lines: Vec::new() });
            loads.len() - 1
        });
        loads[at].hundredths = loads[at].hundredths.saturating_add(share.hundredths());
        loads[at].lines.push(effort.line);
    }
    // The sort is stable: equal loads stay in the document's order.
    loads.sort_by_key(|load| std::cmp::Reverse(load.hundredths));
    loads
}

fn table(out: &mut impl Write, page: &Page<'_>, source: usize, loads: &[Load], longest: i64) -> io::Result<()> {
    let catalogue = page.catalogue;
    writeln!(
        out,
        "<table class=\"load\" role=\"table\" style=\"--full:{}\"><thead role=\"rowgroup\"><tr role=\"row\">\
         <th role=\"columnheader\" scope=\"col\">{}</th><td role=\"cell\"></td>\
         <th role=\"columnheader\" scope=\"col\" class=\"r\">{}</th>\
         <th role=\"columnheader\" scope=\"col\">{}</th></tr></thead>\n<tbody role=\"rowgroup\">",
        per_mille(WHOLE, longest),
        escaped(&catalogue.text("column-person", &[])),
        escaped(&catalogue.text("column-effort", &[])),
        escaped(&catalogue.text("column-lines", &[])),
    )?;
    for Load { name, hundredths, lines } in loads {
        let is_over = *hundredths > WHOLE;
        let sum = people::share(Share::from_hundredths(*hundredths), catalogue.language());
        let over = if is_over {
            format!(" <span class=\"tag over\">{}</span>", escaped(&catalogue.text("page-over", &[])))
        } else {
            String::new()
        };
        let shown = lines.iter().take(LINES_MAX).map(|line| page.number_link(Spot { source, line: *line }));
        let mut shown: Vec<String> = shown.collect();
        if lines.len() > LINES_MAX {
            shown.push("…".to_owned());
        }
        writeln!(
            out,
            "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\">{}{over}</th><td role=\"cell\" class=\"bars\">{}</td>\
             <td role=\"cell\" class=\"r\">{sum}</td><td role=\"cell\" class=\"lines\">{}</td></tr>",
            page.said(name),
            bar(if is_over { "over" } else { "part-of" }, per_mille(*hundredths, longest)),
            shown.join(" "),
        )?;
    }
    out.write_all(b"</tbody></table>\n")
}
