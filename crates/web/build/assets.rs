// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which files browsers get, compressed once here and listed in a generated table.
//!
//! The script of Bootstrap Italia is deliberately absent: our pages work without it, and what it would add (dialogs,
//! carousels, video) we do not use.

use crate::digest;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// A file: the name it is served under, where it is.
struct File {
    name: &'static str,
    place: Place,
}

/// In the packages, or beside our own sources.
enum Place {
    Package(&'static str),
    Own,
}

const FILES: &[File] = &[
    File { name: "ambito.css", place: Place::Own },
    File { name: "ambito.js", place: Place::Own },
    File { name: "fonts.css", place: Place::Own },
    File { name: "icon.svg", place: Place::Own },
    File { name: "bootstrap-italia.css", place: Place::Package("bootstrap-italia/dist/css/bootstrap-italia.min.css") },
    File { name: "sprites.svg", place: Place::Package("bootstrap-italia/dist/svg/sprites.svg") },
    File { name: "htmx.js", place: Place::Package("htmx.org/dist/htmx.min.js") },
    File {
        name: "titillium-regular.woff2",
        place: Place::Package(
            "bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2",
        ),
    },
    File {
        name: "titillium-italic.woff2",
        place: Place::Package(
            "bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-italic.woff2",
        ),
    },
    File {
        name: "titillium-600.woff2",
        place: Place::Package("bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2"),
    },
    File {
        name: "titillium-700.woff2",
        place: Place::Package("bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-700.woff2"),
    },
    File {
        name: "roboto-mono.woff2",
        place: Place::Package("bootstrap-italia/dist/fonts/Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular.woff2"),
    },
    // What the licences ask to be passed on with the files.
    File { name: "licence-bootstrap-italia.txt", place: Place::Package("bootstrap-italia/LICENSE") },
    File { name: "licence-htmx.txt", place: Place::Package("htmx.org/LICENSE") },
    File { name: "licence-titillium.txt", place: Place::Package("bootstrap-italia/dist/fonts/Titillium_Web/OFL.txt") },
    File {
        name: "licence-roboto-mono.txt",
        place: Place::Package("bootstrap-italia/dist/fonts/Roboto_Mono/LICENSE.txt"),
    },
];

/// Writes the files and the table `assets.rs` into the folder of the build.
pub fn write(packages: &Path, own: &Path, out: &Path) -> Result<(), String> {
    let folder = out.join("assets");
    let failed = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    fs::create_dir_all(&folder).map_err(|error| failed(&folder, error))?;
    let mut table = String::from("&[\n");
    let mut digests = String::new();
    for file in FILES {
        let path = match file.place {
            Place::Package(inside) => packages.join(inside),
            Place::Own => own.join(file.name),
        };
        let bytes = fs::read(&path).map_err(|error| failed(&path, error))?;
        let bytes = if file.name.ends_with(".css") { only_ours(bytes)? } else { bytes };
        let plain = folder.join(file.name);
        fs::write(&plain, &bytes).map_err(|error| failed(&plain, error))?;
        let packed = match gzip(&bytes).map_err(|error| failed(&path, error))? {
            packed if packed.len() < bytes.len() * 9 / 10 => {
                let path = folder.join(format!("{}.gz", file.name));
                fs::write(&path, packed).map_err(|error| failed(&path, error))?;
                format!("Some({})", embedded(&format!("{}.gz", file.name)))
            }
            _ => "None".to_owned(),
        };
        let line = format!(
            "    Asset {{ name: {:?}, content_type: {:?}, bytes: {}, gzip: {packed} }},",
            file.name,
            content_type(file.name)?,
            embedded(file.name),
        );
        writeln!(table, "{line}").map_err(|error| error.to_string())?;
        digests.push_str(&digest(&bytes));
    }
    table.push_str("]\n");
    println!("cargo::rustc-env=AMBITO_ASSETS_DIGEST={}", digest(digests.as_bytes()));
    let path = out.join("assets.rs");
    fs::write(&path, table).map_err(|error| failed(&path, error))
}

/// The expression that embeds a file of the folder of the build.
fn embedded(name: &str) -> String {
    format!("include_bytes!(concat!(env!(\"OUT_DIR\"), {:?}))", format!("/assets/{name}"))
}

/// A style without what a strict policy refuses or nobody serves: the font inside the style (of a player of video, which
/// no page has) and the name of the source map.
fn only_ours(bytes: Vec<u8>) -> Result<Vec<u8>, String> {
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    let text = text.split("/*# sourceMappingURL=").next().unwrap_or_default();
    let mut kept = String::with_capacity(text.len());
    for (index, part) in text.split("@font-face").enumerate() {
        let rest = match part.split_once('}') {
            Some((font, rest)) if index > 0 && font.contains("url(data:") => rest,
            _ if index > 0 => {
                kept.push_str("@font-face");
                part
            }
            _ => part,
        };
        kept.push_str(rest);
    }
    Ok(kept.into_bytes())
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn content_type(name: &str) -> Result<&'static str, String> {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => Ok("text/css; charset=utf-8"),
        Some("js") => Ok("text/javascript; charset=utf-8"),
        Some("svg") => Ok("image/svg+xml"),
        Some("woff2") => Ok("font/woff2"),
        Some("txt") => Ok("text/plain; charset=utf-8"),
        _ => Err(format!("{name}: say in build/assets.rs what type a file of this kind has")),
    }
}
