// SPDX-License-Identifier: AGPL-3.0-or-later
//! Starting a program and killing it.

use crate::chance::Chance;
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// How much a program confirms at most before it is killed.
const LINES_MAX: u64 = 14;
/// For how long at most it goes on after that, in microseconds: for a save or two.
const MOMENT_MICROSECONDS_MAX: u64 = 15_000;
/// After how long at most it is killed at its beginning, in microseconds.
const START_MICROSECONDS_MAX: u64 = 100_000;
/// One in how many is killed at its beginning.
const STARTS: u64 = 4;

/// Starts a program, kills it at a random moment, and gives what it said. The moment is counted from something that it
/// confirms, so that a busy machine does not shift it.
pub fn once(mut command: Command, is_confirmation: fn(&str) -> bool, chance: &mut Chance) -> String {
    let (lines, micros) = match chance.below(STARTS) {
        0 => (0, chance.below(START_MICROSECONDS_MAX)),
        _ => (1 + chance.below(LINES_MAX), chance.below(MOMENT_MICROSECONDS_MAX)),
    };
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut said = String::new();
    let mut heard = 0;
    while heard < lines {
        let start = said.len();
        assert!(output.read_line(&mut said).unwrap() > 0, "it ended by itself: {said}");
        heard += u64::from(is_confirmation(&said[start..]));
    }
    // Nobody sends anything: only the while passes.
    let (_silent, silence) = mpsc::channel::<()>();
    let _ = silence.recv_timeout(Duration::from_micros(micros));
    child.kill().unwrap();
    output.read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().signal(), Some(9), "it ended by itself: {said}");
    // A line that was cut short was not said.
    let whole = said.rfind('\n').map_or(0, |end| end + 1);
    said.truncate(whole);
    said
}
