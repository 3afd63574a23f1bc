// SPDX-License-Identifier: AGPL-3.0-or-later
//! What no file of the project says, whatever its kind.

use super::{Fault, House};
use anyhow::Result;

/// Hosts of package registries, put together here so that this file does not name them.
const HOSTS: &[&str] = &[
    concat!("crates", ".io"),
    concat!("npm", "js."),
    concat!("py", "pi."),
    concat!("python", "hosted."),
    concat!("debian", ".org"),
];
/// Where absolute paths of some machine begin.
const ROOTS: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/fa", "rm/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/t", "mp/"),
    concat!("/Us", "ers/"),
    concat!("C:\\Us", "ers\\"),
];
/// Written by cargo, which names the index itself.
const MADE_BY_CARGO: &str = "Cargo.lock";

/// Packages are asked for by name, of the client; where they come from is the reader's setting.
pub fn names_no_registry(house: &House) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for file in house.files.iter().filter(|file| file.path != MADE_BY_CARGO) {
        for (number, line) in file.lines() {
            for host in HOSTS.iter().filter(|host| line.to_ascii_lowercase().contains(*host)) {
                faults.push(file.fault(number, format!("names the registry `{host}`: say the package's name only")));
            }
        }
    }
    Ok(faults)
}

/// What works in one place must work in another.
pub fn names_no_machine_path(house: &House) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    for file in &house.files {
        for (number, line) in file.lines() {
            for root in ROOTS.iter().filter(|root| begins_a_path(line, root)) {
                faults.push(file.fault(number, format!("a path that begins with `{root}`: write it from the project")));
            }
        }
    }
    Ok(faults)
}

/// Whether an absolute path begins with these bytes: nothing before them belongs to a name, a link or a variable.
fn begins_a_path(line: &str, root: &str) -> bool {
    line.match_indices(root).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|char| char.is_alphanumeric() || matches!(char, '.' | '_' | '-' | '/' | '}' | ')'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::{places, sample};

    #[test]
    fn finds_registries_outside_the_lock_file() {
        let line = format!("see https://{}/x", HOSTS[0]);
        let house = sample(&[("a.md", &line), (MADE_BY_CARGO, &line), ("b.md", "cargo install cargo-nextest")]);
        assert_eq!(places(names_no_registry, &house), ["a.md:1"]);
    }

    #[test]
    fn finds_paths_of_a_machine() {
        let text = format!("cp {0}x .\n$HOME{0}x\nhttps://example.org{0}x\n\"{0}y\"\n", ROOTS[0]);
        assert_eq!(places(names_no_machine_path, &sample(&[("run.sh", &text)])), ["run.sh:1", "run.sh:4"]);
    }
}
