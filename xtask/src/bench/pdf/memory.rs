// SPDX-License-Identifier: AGPL-3.0-or-later
//! The peak memory of a program and of those it starts: the sum of the peaks of each, looked up while they run.
//!
//! What the system tells after the end is the largest of the processes only, and Ambito starts a second one. The sum
//! counts too much where the peaks do not fall together, and never too little but for what happens between two looks
//! ([`EVERY`]): it is a bound on the side of whoever needs less.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How often it is looked up.
const EVERY: Duration = Duration::from_millis(5);

/// The sum of the peaks of a process and of its children in bytes, looked up until told that it ended.
pub fn watch(process: u32, ended: &AtomicBool) -> u64 {
    let mut peaks = Peaks::default();
    while !ended.load(Ordering::Relaxed) {
        peaks.look(process);
        thread::sleep(EVERY);
    }
    peaks.sum()
}

/// The highest peak seen of each process, in bytes.
#[derive(Default)]
struct Peaks(HashMap<u32, u64>);

impl Peaks {
    fn look(&mut self, process: u32) {
        for one in children(process).into_iter().chain([process]) {
            let known = self.0.entry(one).or_default();
            *known = peak(one).unwrap_or(0).max(*known);
        }
    }

    fn sum(&self) -> u64 {
        self.0.values().sum()
    }
}

/// The processes that any thread of a process started and that have not ended.
fn children(process: u32) -> Vec<u32> {
    let threads = std::fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let texts = threads.filter_map(|thread| std::fs::read_to_string(thread.path().join("children")).ok());
    texts.flat_map(|text| text.split_whitespace().filter_map(|word| word.parse().ok()).collect::<Vec<_>>()).collect()
}

fn peak(process: u32) -> Option<u64> {
    bytes(&std::fs::read_to_string(format!("/proc/{process}/status")).ok()?)
}

fn bytes(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::{Command, Stdio};

    #[test]
    fn reads_the_peak_of_a_status() {
        let check = |status: &str, expected: Option<u64>| assert_eq!(bytes(status), expected, "{status}");
        check("Name:\tx\nVmHWM:\t    2 kB\nVmRSS:\t    1 kB\n", Some(2_048));
        check("Name:\tx\nState:\tZ (zombie)\n", None);
    }

    #[test]
    fn counts_a_process_and_its_child() {
        // The inner shell waits for a line that never comes; it ends when its input does.
        let mut outer = Command::new("sh").args(["-c", "sh -c 'read line'; :"]).stdin(Stdio::piped()).spawn().unwrap();
        while children(outer.id()).is_empty() {
            thread::yield_now();
        }
        let mut peaks = Peaks::default();
        peaks.look(outer.id());
        let alone = peak(outer.id()).unwrap();
        drop(outer.stdin.take());
        outer.wait().unwrap();
        peaks.look(outer.id());
        assert_eq!(peaks.0.len(), 2);
        assert!(alone > 0 && peaks.sum() > alone, "{} {alone}", peaks.sum());
    }
}
