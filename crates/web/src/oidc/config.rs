// SPDX-License-Identifier: AGPL-3.0-or-later
//! How the provider is reached and what is asked of it: one TOML file, read once at the start.
//!
//! Invariants: a word that nobody knows is refused; what holds a secret is not shown. Deliberately absent: a default for
//! what ties a person for the first time, which the administration has to choose knowingly.

use super::wire::is_safe;
use axum::http::Uri;
use serde::Deserialize;
use std::fmt;
use std::path::{Path, PathBuf};

/// The most bytes of each file.
const FILE_MAX_BYTES: usize = 256 * 1024;
/// The most letters of a name of the button.
const NAME_MAX_CHARS: usize = 80;

/// What the button that leads to the provider is called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// In Italian.
    pub it: String,
    /// In English.
    pub en: String,
}

/// How the provider is reached and what is asked of it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The provider, exactly as it calls itself.
    pub issuer: String,
    /// Who Ambito is to the provider.
    pub client_id: String,
    /// The secret shared with the provider.
    pub client_secret: Option<String>,
    /// The file with the secret, from the folder of the configuration.
    pub client_secret_file: Option<PathBuf>,
    /// What is asked for beside `openid`.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// The levels of proof of which one is required; without any, all are taken and our own second factor is asked.
    #[serde(default)]
    pub acr: Vec<String>,
    /// The claim that is a person's lasting key.
    #[serde(default = "sub")]
    pub subject: String,
    /// The claim that is what a person signs in with here, for the first time.
    pub login: Option<String>,
    /// The claim that is where a person is written to, for the first time.
    pub email: Option<String>,
    /// The certificates of an authority of one's own (PEM), beside those that the system trusts; from the folder of the
    /// configuration.
    pub authorities_file: Option<PathBuf>,
    /// What the button is called.
    pub name: Names,
}

fn sub() -> String {
    "sub".to_owned()
}

/// What is wrong with a configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file that cannot be read.
    #[error("`{0}` cannot be read")]
    Unreadable(PathBuf),
    /// Not TOML, or not with these words.
    #[error("{0}")]
    Words(String),
    /// A value that cannot be.
    #[error("`{0}` cannot be so")]
    Value(&'static str),
}

impl Config {
    /// Reads the file, and the secret that it may keep in another; `bytes` gives what is in a file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn open(path: &Path, bytes: fn(&Path) -> std::io::Result<Vec<u8>>) -> Result<Self, ConfigError> {
        let mut config = Self::parse(&read(path, bytes)?)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        if let Some(file) = config.client_secret_file.take() {
            config.client_secret = Some(read(&folder.join(file), bytes)?.trim().to_owned());
        }
        config.authorities_file = config.authorities_file.map(|file| folder.join(file));
        if config.client_secret.as_ref().is_some_and(String::is_empty) {
            return Err(ConfigError::Value("client_secret"));
        }
        Ok(config)
    }

    /// Reads a text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let config: Self = toml::from_str(text).map_err(|error| ConfigError::Words(error.message().to_owned()))?;
        config.check().map_or(Ok(config), |wrong| Err(ConfigError::Value(wrong)))
    }

    /// The name of the first value that cannot be.
    fn check(&self) -> Option<&'static str> {
        let Self {
            issuer,
            client_id,
            client_secret,
            client_secret_file,
            scopes,
            acr,
            subject,
            login,
            email,
            authorities_file: _,
            name,
        } = self;
        let word = |text: &String| !text.is_empty() && text.chars().all(|char| char.is_ascii_graphic());
        let named = |text: &String| !text.trim().is_empty() && text.chars().count() <= NAME_MAX_CHARS;
        let is_issuer = issuer.parse::<Uri>().is_ok_and(|uri| is_safe(&uri) && uri.query().is_none());
        let checks = [
            ("issuer", is_issuer && !issuer.contains('#')),
            ("client_id", word(client_id)),
            ("client_secret", client_secret.is_none() || client_secret_file.is_none()),
            ("scopes", scopes.iter().all(word)),
            ("acr", acr.iter().all(word)),
            ("subject", word(subject)),
            // Without either nobody could ever be tied.
            ("login", login.as_ref().or(email.as_ref()).is_some() && login.as_ref().is_none_or(word)),
            ("email", email.as_ref().is_none_or(word)),
            ("name", named(&name.it) && named(&name.en)),
        ];
        checks.into_iter().find(|(_, holds)| !holds).map(|(name, _)| name)
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

fn read(path: &Path, bytes: fn(&Path) -> std::io::Result<Vec<u8>>) -> Result<String, ConfigError> {
    let unreadable = || ConfigError::Unreadable(path.to_owned());
    let bytes = bytes(path).map_err(|_| unreadable())?;
    if bytes.len() > FILE_MAX_BYTES {
        return Err(unreadable());
    }
    String::from_utf8(bytes).map_err(|_| unreadable())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"
        issuer = "https://accesso.valdoro.example"
        client_id = "ambito"
        client_secret = "segreto"
        scopes = ["profile"]
        acr = ["https://www.spid.gov.it/SpidL2"]
        login = "preferred_username"
        name = { it = "Entra con il portale", en = "Enter through the portal" }
    "#;

    fn wrong(from: &str, to: &str) -> Option<String> {
        assert!(WHOLE.contains(from), "{from}");
        Config::parse(&WHOLE.replacen(from, to, 1)).err().map(|error| error.to_string())
    }

    #[test]
    fn what_cannot_be_is_named() {
        let config = Config::parse(WHOLE).unwrap();
        assert_eq!((config.subject.as_str(), config.acr.len()), ("sub", 1));
        assert!(!format!("{config:?}").contains("segreto"));
        assert_eq!(wrong("https://accesso", "http://accesso").unwrap(), "`issuer` cannot be so");
        assert_eq!(wrong("https://accesso.valdoro.example", "http://localhost:9000"), None);
        assert_eq!(wrong("\"profile\"", "\"a b\"").unwrap(), "`scopes` cannot be so");
        assert_eq!(wrong("login = \"preferred_username\"", "").unwrap(), "`login` cannot be so");
        assert_eq!(wrong("login = \"preferred_username\"", "email = \"email\""), None);
        assert_eq!(wrong("Entra con il portale", " ").unwrap(), "`name` cannot be so");
        assert_eq!(
            wrong("client_secret =", "client_secret_file = \"s\"\nclient_secret =").unwrap(),
            "`client_secret` cannot be so"
        );
        assert!(wrong("scopes", "scope").unwrap().contains("scope"));
    }

    #[test]
    fn the_secret_may_stand_in_a_file_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("oidc.toml");
        std::fs::write(&path, WHOLE.replace("client_secret = \"segreto\"", "client_secret_file = \"segreto\""))
            .unwrap();
        assert!(matches!(Config::open(&path, |path| std::fs::read(path)), Err(ConfigError::Unreadable(_))));
        std::fs::write(folder.path().join("segreto"), "un segreto lungo\n").unwrap();
        assert_eq!(
            Config::open(&path, |path| std::fs::read(path)).unwrap().client_secret.as_deref(),
            Some("un segreto lungo")
        );
    }
}
