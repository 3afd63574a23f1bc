// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which checks are wanted.

use crate::registry;

/// Codes by prefix: what is selected (everything where nothing is) without what is ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    selected: Vec<String>,
    ignored: Vec<String>,
}

/// A prefix that no check has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode(pub String);

impl Selection {
    /// A selection from prefixes of codes, upper or lower case.
    ///
    /// # Errors
    /// The first prefix that no check has.
    pub fn parse<'a>(
        selected: impl IntoIterator<Item = &'a str>,
        ignored: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, UnknownCode> {
        let known = |codes: &mut dyn Iterator<Item = &'a str>| {
            codes
                .map(|code| code.trim().to_ascii_uppercase())
                .filter(|code| !code.is_empty())
                .map(|code| {
                    let exists = registry::CHECKS.iter().any(|check| check.code.starts_with(&code));
                    if exists { Ok(code) } else { Err(UnknownCode(code)) }
                })
                .collect::<Result<Vec<String>, UnknownCode>>()
        };
        Ok(Self { selected: known(&mut selected.into_iter())?, ignored: known(&mut ignored.into_iter())? })
    }

    /// Whether a check is wanted.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        let among = |codes: &[String]| codes.iter().any(|prefix| code.starts_with(prefix.as_str()));
        (self.selected.is_empty() || among(&self.selected)) && !among(&self.ignored)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_select_and_ignore() {
        let selection = Selection::parse(["sum"], ["SUM002"]).expect("both exist");
        assert!(selection.has("SUM001") && !selection.has("SUM002") && !selection.has("STR001"));
        assert!(Selection::default().has("STR001"));
        assert_eq!(Selection::parse(["SUM", "XYZ"], []), Err(UnknownCode("XYZ".to_owned())));
    }
}
