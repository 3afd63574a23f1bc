// SPDX-License-Identifier: AGPL-3.0-or-later
//! The digest that ties a record to the one before it: SHA-256 (FIPS 180-4) over every field, each with its length.

use super::Record;
use crate::office::AreaId;
use ambito_base::Uuid;
use sha2::{Digest as _, Sha256};

/// A SHA-256 digest.
pub type Digest = [u8; 32];

/// What stands before the first record of an area.
pub const ORIGIN: Digest = [0; 32];

/// What the digest begins with: another layout of the fields would have another number here.
const LAYOUT: &[u8] = b"ambito.audit/1";

/// The digest of a record of an area.
#[must_use]
pub fn digest_of(area: AreaId, record: &Record) -> Digest {
    let Record { seq, at_us, kind, act, actor, actor_name, source, object, subject, purpose, detail, previous } =
        record;
    let mut hash = Sha256::new();
    hash.update(LAYOUT);
    hash.update(area.0.as_bytes());
    hash.update(previous);
    hash.update(seq.to_be_bytes());
    hash.update(at_us.to_be_bytes());
    for text in [kind, act, actor_name, source, detail] {
        put(&mut hash, Some(text.as_bytes()));
    }
    for id in [actor, object, subject] {
        put(&mut hash, id.as_ref().map(|id: &Uuid| id.as_bytes().as_slice()));
    }
    put(&mut hash, purpose.as_ref().map(String::as_bytes));
    hash.finalize().into()
}

/// A digest in hexadecimal digits.
#[must_use]
pub fn hex(digest: &Digest) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    digest.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The digest of 64 hexadecimal digits.
#[must_use]
pub fn parse_hex(text: &str) -> Option<Digest> {
    let digits: Vec<u8> = text.chars().map(|char| u8::try_from(char.to_digit(16)?).ok()).collect::<Option<_>>()?;
    let bytes: Vec<u8> = digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    if digits.len().is_multiple_of(2) { bytes.try_into().ok() } else { None }
}

/// A field with its length, so that no two records run together into the same bytes; an absent one is not an empty one.
fn put(hash: &mut Sha256, field: Option<&[u8]>) {
    match field {
        None => hash.update([0]),
        Some(bytes) => {
            hash.update([1]);
            hash.update(u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(bytes);
        }
    }
}
