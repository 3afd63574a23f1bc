// SPDX-License-Identifier: AGPL-3.0-or-later
//! Bytes to text: UTF-8, UTF-16 (told by its mark or by its NULs), else Windows-1252; a UTF-8 text with a few bytes
//! of Windows-1252 in it (offices paste) keeps both. Bytes that are already UTF-8 are taken over without a copy.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::limits::SNIFF_BYTES;

/// Why bytes are not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoText {
    /// NULs and control characters, as in programs and pictures.
    Binary,
    /// Text in no encoding known here.
    Unknown,
}

/// Decodes the bytes of a file to text, without its byte order mark.
///
/// # Errors
///
/// The bytes are not text, or not in a known encoding.
pub fn decode(mut bytes: Vec<u8>) -> Result<String, NoText> {
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        bytes.drain(..3);
    }
    let text = if bytes.starts_with(&[0xFF, 0xFE]) || looks_utf16(&bytes, 1) {
        UTF_16LE.decode_with_bom_removal(&bytes).0.into_owned()
    } else if bytes.starts_with(&[0xFE, 0xFF]) || looks_utf16(&bytes, 0) {
        UTF_16BE.decode_with_bom_removal(&bytes).0.into_owned()
    } else {
        match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => legacy(error.as_bytes()),
        }
    };
    match controls(text.as_bytes()) {
        Controls::None => Ok(text),
        Controls::Some => Err(NoText::Unknown),
        Controls::Many => Err(NoText::Binary),
    }
}

/// Italian text in UTF-16 has a NUL in nearly every other byte.
fn looks_utf16(bytes: &[u8], nul_at: usize) -> bool {
    let sample = bytes.get(..bytes.len().min(4_096) & !1).unwrap_or(&[]);
    let nuls = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let pairs = sample.len() / 2;
    pairs >= 2 && nuls(nul_at) * 10 >= pairs * 7 && nuls(1 - nul_at) * 20 <= pairs
}

/// Windows-1252, or a mix of it with UTF-8 when most letters beyond ASCII are sound UTF-8.
fn legacy(bytes: &[u8]) -> String {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|char| !char.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    if sound <= broken {
        return WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned();
    }
    let mut text = String::with_capacity(bytes.len() + broken);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    text
}

enum Controls {
    None,
    Some,
    Many,
}

/// How much of the text's start is control characters: a stray one is forgiven, one in a hundred is not.
fn controls(bytes: &[u8]) -> Controls {
    let sample = bytes.get(..bytes.len().min(SNIFF_BYTES)).unwrap_or(&[]);
    let nuls = sample.iter().filter(|&&byte| byte == 0).count();
    let c0 = sample.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C)).count();
    // Windows-1252 leaves five bytes without a letter; they come out as C1 controls (C2 81 …). NEL is a line end.
    let c1 = sample.windows(2).filter(|pair| matches!(pair, [0xC2, 0x80..=0x84 | 0x86..=0x9F])).count();
    if nuls * 1_000 > sample.len() || c0 * 10 > sample.len() {
        Controls::Many
    } else if (c0 + c1) * 100 > sample.len() {
        Controls::Some
    } else {
        Controls::None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Result<&str, NoText>) {
        assert_eq!(decode(bytes.to_vec()).as_deref().map_err(|error| *error), expected);
    }

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn reads_utf8_with_and_without_mark() {
        check("Attività".as_bytes(), Ok("Attività"));
        check("\u{FEFF}Attività".as_bytes(), Ok("Attività"));
    }

    #[test]
    fn reads_utf16_with_and_without_mark() {
        check(&utf16("\u{FEFF}Attività 1", u16::to_le_bytes), Ok("Attività 1"));
        check(&utf16("\u{FEFF}Attività 1", u16::to_be_bytes), Ok("Attività 1"));
        check(&utf16("Attività 1", u16::to_le_bytes), Ok("Attività 1"));
        check(&utf16("Attività 1", u16::to_be_bytes), Ok("Attività 1"));
    }

    #[test]
    fn reads_windows_1252_and_mixtures() {
        check(b"Attivit\xE0 \x80 100", Ok("Attività € 100"));
        check(b"Attivit\xC3\xA0, qualit\xC3\xA0, citt\xE0", Ok("Attività, qualità, città"));
    }

    #[test]
    fn refuses_binary_and_unknown() {
        check(b"\x7FELF\0\0\0\x01\0\x02\0\0\0\x03\x04\x05", Err(NoText::Binary));
        check(&[b'a'; 60].iter().chain(&[0x81, 0x8D]).copied().collect::<Vec<_>>(), Err(NoText::Unknown));
    }
}
