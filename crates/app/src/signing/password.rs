// SPDX-License-Identifier: AGPL-3.0-or-later
//! Passwords: argon2id (RFC 9106), and what a new one must be.

use crate::{App, Error, Result};
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

/// The least length of a new password. Length is asked for, not kinds of characters (NIST SP 800-63B, 3.1.1.2).
pub const PASSWORD_MIN_CHARS: usize = 12;
/// The most bytes of a password that are looked at.
const PASSWORD_MAX_BYTES: usize = 512;
/// Bytes of the salt.
const SALT_BYTES: usize = 16;

/// A digest that no password has: compared with where there is none, so that the answer takes as long.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$YW1iaXRvYW1iaXRvMTIzNA$Sy5yYjW8hYJSwyW8uGkWlNh7KxnUZzxNAkLsyZrI0dA";

impl App {
    /// The digest of a password, as a PHC string.
    pub(crate) async fn hash_password(&self, password: &str) -> Result<String> {
        let (password, salt) = (password.to_owned(), self.draw::<SALT_BYTES>());
        let hashed = tokio::task::spawn_blocking(move || {
            Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string())
        });
        let broken = |error: &dyn std::fmt::Display| Error::Broken(error.to_string());
        hashed.await.map_err(|error| broken(&error))?.map_err(|error| broken(&error))
    }

    /// Whether a password has a digest; takes as long where there is none.
    pub(super) async fn password_is(&self, password: &str, digest: Option<&str>) -> Result<bool> {
        let (known, there) = (digest.unwrap_or(NOBODYS).to_owned(), digest.is_some());
        let password = password.as_bytes().get(..PASSWORD_MAX_BYTES).unwrap_or(password.as_bytes()).to_vec();
        let compared = tokio::task::spawn_blocking(move || {
            let right = PasswordHash::new(&known)
                .is_ok_and(|known| Argon2::default().verify_password(&password, &known).is_ok());
            right && there
        });
        compared.await.map_err(|error| Error::Broken(error.to_string()))
    }
}

/// What is wrong with a new password of somebody.
pub(super) fn check_new(password: &str, again: &str, login: &str) -> Result<()> {
    if password.chars().count() < PASSWORD_MIN_CHARS {
        return Err(Error::invalid("password", "password-short"));
    }
    if password.len() > PASSWORD_MAX_BYTES {
        return Err(Error::invalid("password", "password-long"));
    }
    let distinct: std::collections::BTreeSet<char> = password.chars().collect();
    if distinct.len() < 5 || password.to_lowercase().contains(&login.to_lowercase()) {
        return Err(Error::invalid("password", "password-easy"));
    }
    if password != again {
        return Err(Error::invalid("again", "password-differs"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_password_is_long_and_not_easy() {
        let fault = |password: &str, again: &str| match check_new(password, again, "ufficio") {
            Err(Error::Invalid(faults)) => Some(faults[0].key),
            _ => None,
        };
        assert_eq!(fault("corta", "corta"), Some("password-short"));
        assert_eq!(fault("aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa"), Some("password-easy"));
        assert_eq!(fault("Ufficio-di-Piano", "Ufficio-di-Piano"), Some("password-easy"));
        assert_eq!(fault("quattro gatti neri", "quattro gatti"), Some("password-differs"));
        assert_eq!(fault("quattro gatti neri", "quattro gatti neri"), None);
    }

    #[test]
    fn nobodys_digest_is_one() {
        assert!(PasswordHash::new(NOBODYS).is_ok());
    }
}
