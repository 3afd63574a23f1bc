// SPDX-License-Identifier: AGPL-3.0-or-later
//! Lists the templates in a generated table: name, text. The text itself and no path, because clones may share a folder of builds.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the table `templates.rs` into the folder of the build.
pub fn write(folder: &Path, out: &Path) -> Result<(), String> {
    let mut found = Vec::new();
    collect(folder, &mut found).map_err(|error| format!("{}: {error}", folder.display()))?;
    found.sort();
    let mut table = String::from("&[\n");
    for path in &found {
        let inside = path.strip_prefix(folder).map_err(|error| error.to_string())?;
        let name: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        writeln!(table, "    ({:?}, {text:?}),", name.join("/")).map_err(|error| error.to_string())?;
    }
    table.push_str("]\n");
    fs::write(out.join("templates.rs"), table).map_err(|error| error.to_string())
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "html") {
            found.push(path);
        }
    }
    Ok(())
}
