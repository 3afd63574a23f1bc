// SPDX-License-Identifier: AGPL-3.0-or-later
//! How far the work is: a line on standard error, only on a terminal and only where the work is long.

use crate::global::Global;
use ambito_intake::Found;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal as _};
use std::time::Duration;

/// From how many bytes on the work is long (16 MiB: about a quarter of a second).
const LONG_BYTES: u64 = 16 << 20;
/// How often the line moves.
const TICK: Duration = Duration::from_millis(120);

/// The line of progress; hidden where nobody needs it.
#[derive(Debug)]
pub struct Progress(ProgressBar);

impl Progress {
    /// Begins the work on what was found.
    #[must_use]
    pub fn begin(found: &[Found], global: &Global) -> Self {
        let size = |item: &Found| match item {
            Found::File(path) => std::fs::metadata(path).map_or(0, |data| data.len()),
            Found::Problem(_) => 0,
        };
        if !io::stderr().is_terminal() || found.iter().map(size).sum::<u64>() < LONG_BYTES {
            return Self(ProgressBar::hidden());
        }
        let count = u64::try_from(found.len()).unwrap_or(u64::MAX);
        let bar = ProgressBar::with_draw_target(Some(count), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {pos}/{len} {wide_bar}") {
            bar.set_style(style);
        }
        bar.set_message(global.text("progress-reading", &[]));
        bar.enable_steady_tick(TICK);
        Self(bar)
    }

    /// One more document is done.
    pub fn advance(&self) {
        self.0.inc(1);
    }

    /// Does something that writes on the terminal, with the line out of the way.
    pub fn aside<T>(&self, work: impl FnOnce() -> T) -> T {
        self.0.suspend(work)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
