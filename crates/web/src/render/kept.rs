// SPDX-License-Identifier: AGPL-3.0-or-later
//! Parts of pages that are rendered once and shown again.
//!
//! Only what depends on nothing but its key may be kept: the inside of a version of a plan, which never changes, for who
//! may see this much of it. Invariants: who may see a part is decided anew at every request, before its key is made; the
//! template of a part knows nothing of the page around it, neither the person nor the form's token (a test proves it: what
//! is not defined fails). Deliberately absent: parts that name people.

use super::{Content, Engine, RenderError};
use ambito_i18n::Language;
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use serde::Serialize;
use std::hash::Hash;
use std::sync::Arc;

/// How many bytes of HTML are kept; and about how many parts that is.
const BYTES_MAX: u64 = 8_000_000;
const EXPECTED: usize = 1_000;

/// What a page shows that is made of a part alone.
pub trait Part: Content {
    /// The template of the part; the content's own template includes it.
    const PART: &'static str;
}

/// A part as HTML.
pub type Html = Arc<str>;

/// The page around a part.
#[derive(Serialize)]
pub struct Around {
    /// The part, as HTML.
    pub part: String,
}

impl Content for Around {
    const TEMPLATE: &'static str = "kept.html";

    fn samples() -> Vec<Self> {
        vec![Self { part: "<p>Parte</p>".to_owned() }, Self { part: String::new() }]
    }
}

/// Parts by what they depend on, beside their language.
#[derive(Debug)]
pub struct Kept<K: Eq + Hash>(Cache<(Language, K), Html, BySize>);

#[derive(Clone, Debug)]
struct BySize;

impl<K> Weighter<K, Html> for BySize {
    fn weight(&self, _: &K, part: &Html) -> u64 {
        part.len().max(1).try_into().unwrap_or(u64::MAX)
    }
}

impl<K: Eq + Hash> Default for Kept<K> {
    fn default() -> Self {
        Self(Cache::with_weighter(EXPECTED, BYTES_MAX, BySize))
    }
}

impl<K: Eq + Hash> Kept<K> {
    /// The part of a key, rendered now where it was not before.
    ///
    /// # Errors
    /// Where the content cannot be made, or its template lacks something.
    pub fn part<C: Part, E: From<RenderError>>(
        &self,
        engine: &Engine,
        language: Language,
        key: K,
        make: impl FnOnce() -> Result<C, E>,
    ) -> Result<Html, E> {
        let key = (language, key);
        if let Some(part) = self.0.get(&key) {
            return Ok(part);
        }
        let part: Html = engine.part(language, &make()?)?.into();
        self.0.insert(key, Arc::clone(&part));
        Ok(part)
    }
}
