// SPDX-License-Identifier: AGPL-3.0-or-later
//! The secrets that browsers and programs keep: how they are written, and their digests.

use ambito_domain::audit::Digest;
use ambito_domain::office::AreaId;
use sha2::{Digest as _, Sha256};
use std::fmt;

/// Bytes of a secret.
const SECRET_BYTES: usize = 32;
/// What a token of a program begins with, so that it is known where it is found.
const TOKEN_PREFIX: &str = "ambito_";

/// The secret of a session, of a one-time link, and its area.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SessionKey {
    /// The area.
    pub area: AreaId,
    secret: [u8; SECRET_BYTES],
}

impl SessionKey {
    /// A key of drawn bytes.
    #[must_use]
    pub const fn new(area: AreaId, secret: [u8; SECRET_BYTES]) -> Self {
        Self { area, secret }
    }

    /// Reads what [`SessionKey::reveal`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (area, secret) = text.split_once('.')?;
        Some(Self { area: area.parse().ok()?, secret: from_hex(secret)? })
    }

    /// The key in letters, for the browser that keeps it.
    #[must_use]
    pub fn reveal(&self) -> String {
        format!("{}.{}", self.area, hex(&self.secret))
    }

    /// What the database knows it by.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Sha256::digest(self.secret).into()
    }

    /// What a form of this session carries, so that no other site can send it.
    #[must_use]
    pub fn form_token(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(b"ambito.form/1");
        hash.update(self.secret);
        hex(&hash.finalize())
    }
}

impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionKey").field("area", &self.area).finish_non_exhaustive()
    }
}

/// The secret of a program's token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenKey(SessionKey);

impl TokenKey {
    /// A key of drawn bytes.
    #[must_use]
    pub const fn new(area: AreaId, secret: [u8; SECRET_BYTES]) -> Self {
        Self(SessionKey::new(area, secret))
    }

    /// Reads what [`TokenKey::reveal`] wrote.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        SessionKey::parse(text.strip_prefix(TOKEN_PREFIX)?).map(Self)
    }

    /// The key in letters, shown once.
    #[must_use]
    pub fn reveal(&self) -> String {
        format!("{TOKEN_PREFIX}{}", self.0.reveal())
    }

    /// Its area.
    #[must_use]
    pub const fn area(&self) -> AreaId {
        self.0.area
    }

    /// What the database knows it by.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.0.digest()
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<[u8; SECRET_BYTES]> {
    if text.len() != SECRET_BYTES * 2 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; SECRET_BYTES];
    for (byte, at) in bytes.iter_mut().zip((0..text.len()).step_by(2)) {
        *byte = u8::from_str_radix(&text[at..at + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_base::Uuid;

    #[test]
    fn keys_come_back_and_do_not_show_themselves() {
        let key = SessionKey::new(AreaId(Uuid::from_u128(5)), [0xa7; 32]);
        assert_eq!(SessionKey::parse(&key.reveal()), Some(key));
        assert!(!format!("{key:?}").contains("a7a7"));
        assert_ne!(key.form_token(), hex(&key.digest()));
        for bad in ["", ".", "x.y", "00000000000000000000000000000005.a7", "é.é"] {
            assert_eq!(SessionKey::parse(bad), None, "{bad}");
        }
        let token = TokenKey::new(AreaId(Uuid::from_u128(5)), [1; 32]);
        assert_eq!(TokenKey::parse(&token.reveal()), Some(token));
        assert_eq!(TokenKey::parse(&key.reveal()), None);
    }
}
