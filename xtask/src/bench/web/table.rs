// SPDX-License-Identifier: AGPL-3.0-or-later
//! What was measured of the pages, as tables for people.

use super::load::Turn;
use crate::bench::measure::{Measure, milliseconds};
use std::fmt::Write as _;

/// What is aimed at: of the requests a second of the server that gives one row, in hundredths, and times Django's.
const BARE_HUNDREDTHS_MIN: u64 = 15;
const DJANGO_TIMES_MIN: u64 = 25;

/// What was measured on one kind of database.
pub struct Store {
    /// The database.
    pub name: &'static str,
    /// The pages.
    pub pages: Vec<Page>,
    /// The memory of the office after its start and one page.
    pub idle_kb: u64,
    /// The same after the load.
    pub busy_kb: u64,
    /// The filing of the large document.
    pub filing: Option<Measure>,
}

/// One page, from each server.
pub struct Page {
    /// What is on it.
    pub what: &'static str,
    /// Ambito.
    pub ambito: Turn,
    /// One row by its key.
    pub bare: Turn,
    /// Django.
    pub django: Turn,
}

/// All of it.
pub fn whole(stores: &[Store]) -> String {
    let mut text = String::from(
        "| database | page | server | requests/s | median, ms | p99, ms |\n| --- | --- | --- | ---: | ---: | ---: |\n",
    );
    for store in stores {
        for page in &store.pages {
            for (server, turn) in [("ambito", page.ambito), ("one row", page.bare), ("Django", page.django)] {
                let (median, p99) = (milliseconds(turn.median), milliseconds(turn.p99));
                let per_second = hundredths(turn.per_hundred_seconds);
                // Writing to a string cannot fail.
                let _ =
                    writeln!(text, "| {} | {} | {server} | {per_second} | {median} | {p99} |", store.name, page.what);
            }
        }
    }
    text.push('\n');
    for store in stores {
        for page in &store.pages {
            let ours = page.ambito.per_hundred_seconds;
            let bare = ours * 100 / page.bare.per_hundred_seconds.max(1);
            let django = ours * 100 / page.django.per_hundred_seconds.max(1);
            let _ = writeln!(
                text,
                "- {}, page {}: {} of the requests a second of one row (aim {}), {} times Django's (aim {DJANGO_TIMES_MIN}).",
                store.name,
                page.what,
                hundredths(bare),
                hundredths(BARE_HUNDREDTHS_MIN),
                hundredths(django),
            );
        }
        let _ = writeln!(
            text,
            "- {}: the office holds {} MB after its start and one page, {} MB after the load.",
            store.name,
            store.idle_kb / 1_000,
            store.busy_kb / 1_000,
        );
        if let Some(filing) = store.filing {
            let _ = writeln!(
                text,
                "- {}: `ambito import` of 64 MB, reading and filing: {} ms, {} MB of memory at most.",
                store.name,
                milliseconds(filing.time),
                filing.peak_bytes / 1_000_000,
            );
        }
    }
    text
}

fn hundredths(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
