// SPDX-License-Identifier: AGPL-3.0-or-later
//! One value of a row in canonical bytes: the same for SQLite and PostgreSQL.
//!
//! There are four kinds: nothing, a whole number (also a truth: 0 and 1), text (also a date: `2026-01-31`), bytes (also
//! an identifier: 16 of them). A value is a byte for its kind, then the number in 8 bytes with the highest first, or
//! the length in 4 bytes and the content. A row is its values in the order of the columns: no two rows have the same
//! bytes, and an absent value is not an empty one.

/// One value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell<'a> {
    /// No value.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

const NULL: u8 = 0;
const INTEGER: u8 = 1;
const TEXT: u8 = 2;
const BYTES: u8 = 3;

impl<'a> Cell<'a> {
    /// Adds the value to a row. `None` where it is longer than a length can say; both databases keep less.
    pub(super) fn put(self, row: &mut Vec<u8>) -> Option<()> {
        let (kind, content) = match self {
            Self::Null => {
                row.push(NULL);
                return Some(());
            }
            Self::Integer(number) => {
                row.push(INTEGER);
                row.extend_from_slice(&number.to_be_bytes());
                return Some(());
            }
            Self::Text(text) => (TEXT, text.as_bytes()),
            Self::Bytes(bytes) => (BYTES, bytes),
        };
        row.push(kind);
        row.extend_from_slice(&u32::try_from(content.len()).ok()?.to_be_bytes());
        row.extend_from_slice(content);
        Some(())
    }

    /// Takes the first value off a row; `None` where these are no bytes of a row.
    pub(super) fn take(row: &mut &'a [u8]) -> Option<Self> {
        let (&kind, rest) = row.split_first()?;
        *row = rest;
        match kind {
            NULL => Some(Self::Null),
            INTEGER => {
                let (number, rest) = row.split_first_chunk()?;
                *row = rest;
                Some(Self::Integer(i64::from_be_bytes(*number)))
            }
            TEXT | BYTES => {
                let (length, rest) = row.split_first_chunk()?;
                let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
                let (content, rest) = rest.split_at_checked(length)?;
                *row = rest;
                if kind == BYTES { Some(Self::Bytes(content)) } else { str::from_utf8(content).ok().map(Self::Text) }
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_taken() {
        let cells = [
            Cell::Null,
            Cell::Integer(i64::MIN),
            Cell::Text(""),
            Cell::Text("è 𝔄"),
            Cell::Bytes(&[]),
            Cell::Bytes(&[0, 255]),
        ];
        let mut row = Vec::new();
        for cell in cells {
            cell.put(&mut row).unwrap();
        }
        let mut rest = row.as_slice();
        for cell in cells {
            assert_eq!(Cell::take(&mut rest), Some(cell));
        }
        assert!(rest.is_empty());
    }

    #[test]
    fn other_bytes_are_no_value() {
        let check = |mut bytes: &[u8]| assert_eq!(Cell::take(&mut bytes), None);
        check(&[]);
        check(&[4]);
        check(&[INTEGER, 0, 0]);
        check(&[TEXT, 0, 0, 0, 2, b'a']);
        check(&[TEXT, 0, 0, 0, 1, 0xff]);
        check(&[BYTES, 255, 255, 255, 255, 0]);
    }
}
