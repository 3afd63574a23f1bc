// SPDX-License-Identifier: AGPL-3.0-or-later
//! Pages that are pictures: drawn, given to `tesseract`, and taken back as words with their places and how sure it is
//! of them.
#![expect(
    clippy::disallowed_types,
    clippy::float_arithmetic,
    reason = "the scale of a picture is the library's floating point"
)]

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::thread;

use ambito_documents::blocks::Area;
use ambito_pages::Prepared;
use ambito_pages::page::{Direction, Glyph, Letters, Look, Page};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use hayro_interpret::InterpreterSettings;
use hayro_syntax::Pdf;

use crate::limits::{PICTURE_DPI, RECOGNISED_PAGES_MAX};
use crate::measure::hundredths;

/// The program that recognises is not there, or lacks Italian.
pub struct Missing;

/// Recognises the text of pages, given by index.
///
/// # Errors
///
/// The program that recognises is not there, or lacks Italian.
pub fn recognise(bytes: Vec<u8>, pages: &[usize]) -> Result<Vec<(usize, Prepared)>, Missing> {
    let languages = Command::new("tesseract").arg("--list-langs").output().map_err(|_| Missing)?;
    if !String::from_utf8_lossy(&languages.stdout).lines().any(|line| line.trim() == "ita") {
        return Err(Missing);
    }
    let Ok(pdf) = Pdf::new(bytes) else { return Ok(Vec::new()) };
    let cache = RenderCache::new();
    let mut found = Vec::new();
    for &index in pages.iter().take(RECOGNISED_PAGES_MAX) {
        let Some(source) = pdf.pages().get(index) else { continue };
        let (width, height) = source.render_dimensions();
        let mut page =
            Page { width: hundredths(f64::from(width)), height: hundredths(f64::from(height)), ..Page::default() };
        #[expect(clippy::cast_precision_loss, reason = "a small number")]
        let scale = PICTURE_DPI as f32 / 72.0;
        let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
        let mut picture = render(source, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &size);
        let mut glyphs =
            picture.clone().into_png().ok().and_then(tesseract).map(|table| words(&table)).unwrap_or_default();
        if sureness(&glyphs) < SURE_ENOUGH {
            // Perhaps the page lies upside down in the file.
            picture.data_mut().reverse();
            let turned = picture.into_png().ok().and_then(tesseract).map(|table| words(&table)).unwrap_or_default();
            if sureness(&turned) > sureness(&glyphs) {
                glyphs = turned;
            }
        }
        // What nobody can read stays a picture, and is told as one.
        if sureness(&glyphs) >= SURE_AT_ALL {
            page.glyphs = glyphs;
            found.push((index, Prepared::of(page)));
        }
    }
    Ok(found)
}

/// How sure the program must be of a page, on the whole, before it is also tried upside down, in hundredths.
const SURE_ENOUGH: usize = 65;
/// How sure it must be before the page is read at all, in hundredths.
const SURE_AT_ALL: usize = 40;

/// How sure the program is of the words of a page, on the whole, in hundredths.
fn sureness(words: &[Glyph]) -> usize {
    let all: usize = words.iter().map(|word| usize::from(word.confidence.unwrap_or(0))).sum();
    all.checked_div(words.len()).unwrap_or(0)
}

/// What the program says of a picture: a table of words.
fn tesseract(png: Vec<u8>) -> Option<String> {
    let dpi = PICTURE_DPI.to_string();
    let mut child = Command::new("tesseract")
        .args(["stdin", "stdout", "-l", "ita", "--dpi", &dpi, "--psm", "3", "tsv"])
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let writer = thread::spawn(move || input.write_all(&png));
    let output = child.wait_with_output().ok()?;
    let _ = writer.join();
    String::from_utf8(output.stdout).ok().filter(|_| output.status.success())
}

/// The words of the table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
fn words(table: &str) -> Vec<Glyph> {
    const LEVEL_LINE: i32 = 4;
    const LEVEL_WORD: i32 = 5;
    let place = |pixels: i32| pixels.saturating_mul(7_200) / PICTURE_DPI;
    let mut line = (0, 0);
    let mut found = Vec::new();
    for row in table.lines().skip(1) {
        let cells: Vec<&str> = row.splitn(12, '\t').collect();
        let [level, _, _, _, _, _, left, top, width, height, confidence, text] = cells.as_slice() else { continue };
        let number = |text: &str| text.parse::<i32>().unwrap_or(0);
        let (top, bottom) = (place(number(top)), place(number(top).saturating_add(number(height))));
        if number(level) == LEVEL_LINE {
            line = (top, bottom);
        }
        if number(level) != LEVEL_WORD || text.trim().is_empty() {
            continue;
        }
        let left = place(number(left));
        let whole = confidence.split('.').next().unwrap_or("0");
        let size = (line.1 - line.0).max(400);
        found.push(Glyph {
            text: Letters::Several(text.trim().into()),
            area: Area { left, top: line.0, right: left + place(number(width)), bottom: line.1 },
            baseline: line.1 - size / 4,
            look: Look { size, is_bold: false },
            direction: Direction::Right,
            confidence: Some(whole.parse::<u8>().unwrap_or(0).min(100)),
        });
    }
    even_sizes(&mut found);
    found
}

/// The height of a recognised line depends on its letters: lines near the middle one get its size.
fn even_sizes(words: &mut [Glyph]) {
    let mut sizes: Vec<i32> = words.iter().map(|word| word.look.size).collect();
    sizes.sort_unstable();
    let usual = sizes.get(sizes.len() / 2).copied().unwrap_or(1_000);
    for word in words {
        if word.look.size * 10 < usual * 14 && word.look.size * 10 > usual * 5 {
            word.look.size = usual;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_taken_from_the_table() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
                     4\t1\t1\t1\t1\t0\t300\t600\t900\t42\t-1\t\n\
                     5\t1\t1\t1\t1\t1\t300\t606\t150\t30\t96.5\tTotale\n\
                     5\t1\t1\t1\t1\t2\t600\t606\t300\t30\t41.2\t1.200,00\n\
                     5\t1\t1\t1\t1\t3\t950\t606\t10\t30\t95.0\t \n";
        let made = words(table);
        let told: Vec<(String, i32, Option<u8>)> = made
            .iter()
            .map(|word| match &word.text {
                Letters::Several(text) => (text.to_string(), word.area.left, word.confidence),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(told, [("Totale".to_owned(), 7_200, Some(96)), ("1.200,00".to_owned(), 14_400, Some(41))]);
        assert_eq!(made[0].baseline, made[1].baseline);
    }
}
