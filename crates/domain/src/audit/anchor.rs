// SPDX-License-Identifier: AGPL-3.0-or-later
//! Anchors: one line that says where a chain stood at a moment, to be kept outside (printed, registered, sent by PEC).
//!
//! Whoever can write to the database can also compute a whole new chain without a fault in it. It will not pass
//! through a line that is kept elsewhere: only an anchor shows that. The line ends with a check of itself, so that a
//! slip of the pen is told from another chain.

use super::{Digest, hex, parse_hex};
use crate::office::AreaId;
use ambito_base::{Timestamp, Uuid};
use sha2::{Digest as _, Sha256};

/// What a line begins with.
const MARK: &str = "ambito-anchor/1";
/// How much of the digest of the line stands at its end, in bytes.
const CHECK_BYTES: usize = 4;

/// Where a chain stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Whose chain.
    pub area: AreaId,
    /// The number of the last record.
    pub seq: i64,
    /// Its digest.
    pub digest: Digest,
    /// When the line was made.
    pub at: Timestamp,
}

/// A line that begins as an anchor and is none: cut off or mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mistyped;

impl Anchor {
    /// The line.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { area, seq, digest, at } = self;
        let said = format!("{MARK} {area} {seq} {} {at}", hex(digest));
        format!("{said} {}", check(&said))
    }

    /// The anchors in a text, whatever stands around them; lines may be broken anywhere between words.
    ///
    /// # Errors
    /// [`Mistyped`] where one is not whole.
    pub fn find_all(text: &str) -> Result<Vec<Self>, Mistyped> {
        text.split(MARK).skip(1).map(Self::parse).collect()
    }

    fn parse(after: &str) -> Result<Self, Mistyped> {
        let mut words = after.split_whitespace();
        let mut next = || words.next().ok_or(Mistyped);
        let (area, seq, digest, at, own) = (next()?, next()?, next()?, next()?, next()?);
        if check(&format!("{MARK} {area} {seq} {digest} {at}")) != own {
            return Err(Mistyped);
        }
        Ok(Self {
            area: AreaId(Uuid::parse_str(area).map_err(|_| Mistyped)?),
            seq: seq.parse().map_err(|_| Mistyped)?,
            digest: parse_hex(digest).ok_or(Mistyped)?,
            at: at.parse().map_err(|_| Mistyped)?,
        })
    }
}

fn check(said: &str) -> String {
    let whole: Digest = Sha256::digest(said).into();
    hex(&whole).chars().take(CHECK_BYTES * 2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor() -> Anchor {
        let at = Timestamp::from_microsecond(1_800_000_000_123_456).expect("a moment");
        Anchor { area: AreaId(Uuid::from_u128(77)), seq: 1234, digest: [0xab; 32], at }
    }

    #[test]
    fn a_line_comes_back_from_a_letter() {
        let line = anchor().line();
        let letter = format!("Protocollo 12/2027\n> {}\nDistinti saluti", line.replace(' ', "\n  "));
        assert_eq!(Anchor::find_all(&letter), Ok(vec![anchor()]));
        assert_eq!(Anchor::find_all("nothing here"), Ok(Vec::new()));
    }

    #[test]
    fn a_slip_of_the_pen_is_told() {
        let line = anchor().line();
        for (at, letter) in line.char_indices().skip(MARK.len() + 1).filter(|(_, letter)| *letter != ' ') {
            let other = if letter == '0' { '1' } else { '0' };
            let mut wrong = line.clone();
            wrong.replace_range(at..at + letter.len_utf8(), &other.to_string());
            assert_eq!(Anchor::find_all(&wrong), Err(Mistyped), "{wrong}");
        }
        assert_eq!(Anchor::find_all(&line[..line.len() - 9]), Err(Mistyped));
    }
}
