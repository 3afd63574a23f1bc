// SPDX-License-Identifier: AGPL-3.0-or-later
//! Which body a document is filed for: the one that was named, else the one that the document names, else the Ambito.

use ambito_base::fold;
use ambito_domain::office::{Body, BodyId, BodyKind};

/// Which body was chosen, or why none was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyChoice {
    /// This one.
    Chosen(BodyId),
    /// There is none in the area.
    NoBodies,
    /// None has that code or name.
    Unknown(String),
    /// More than one has that name, or stands at the top: their names.
    Several(Vec<String>),
}

/// Chooses a body: by the code (ISTAT, IPA) or name that was said; else by the name that the document prints; else the
/// Ambito, where the area has one; else the one at the top of the tree.
#[must_use]
pub fn choose_body(bodies: &[Body], said: Option<&str>, printed: Option<&str>) -> BodyChoice {
    if bodies.is_empty() {
        return BodyChoice::NoBodies;
    }
    if let Some(said) = said {
        let found = of_code_or_name(bodies, said);
        return match one(&found) {
            Some(choice) => choice,
            None => BodyChoice::Unknown(said.to_owned()),
        };
    }
    if let Some(printed) = printed
        && let [body] = of_code_or_name(bodies, printed)[..]
    {
        return BodyChoice::Chosen(body.id);
    }
    if let [own] = bodies.iter().filter(|body| body.kind == BodyKind::Ambit).collect::<Vec<_>>()[..] {
        return BodyChoice::Chosen(own.id);
    }
    let tops: Vec<&Body> = bodies.iter().filter(|body| body.parent.is_none()).collect();
    one(&tops).unwrap_or(BodyChoice::NoBodies)
}

fn one(found: &[&Body]) -> Option<BodyChoice> {
    match found {
        [] => None,
        [body] => Some(BodyChoice::Chosen(body.id)),
        several => Some(BodyChoice::Several(several.iter().map(|body| body.name.clone()).collect())),
    }
}

fn of_code_or_name<'a>(bodies: &'a [Body], said: &str) -> Vec<&'a Body> {
    let is_code = |body: &Body| {
        let code = |code: &Option<String>| code.as_deref().is_some_and(|code| code.eq_ignore_ascii_case(said.trim()));
        code(&body.istat) || code(&body.ipa) || body.id.to_string() == said
    };
    let by_code: Vec<&Body> = bodies.iter().filter(|body| is_code(body)).collect();
    if !by_code.is_empty() {
        return by_code;
    }
    let name = fold(said);
    bodies.iter().filter(|body| !name.is_empty() && fold(&body.name) == name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_base::{Period, Uuid};

    fn body(id: u128, parent: Option<u128>, name: &str, istat: Option<&str>) -> Body {
        Body {
            id: BodyId(Uuid::from_u128(id)),
            parent: parent.map(|parent| BodyId(Uuid::from_u128(parent))),
            kind: BodyKind::Office,
            name: name.into(),
            istat: istat.map(Into::into),
            ipa: None,
            valid: Period::default(),
            version: 1,
        }
    }

    #[test]
    fn what_is_said_comes_first() {
        let bodies = [
            body(5, None, "Regione", None),
            Body { kind: BodyKind::Ambit, ..body(1, Some(5), "Ambito di Valdoro", None) },
            body(2, Some(1), "Comune di Castelvento", Some("099001")),
            body(3, Some(1), "Ufficio", None),
            body(4, Some(2), "Ufficio", None),
        ];
        let check = |said: Option<&str>, printed: Option<&str>, expected: BodyChoice| {
            assert_eq!(choose_body(&bodies, said, printed), expected, "{said:?} {printed:?}");
        };
        let chosen = |id| BodyChoice::Chosen(BodyId(Uuid::from_u128(id)));
        check(None, None, chosen(1));
        check(Some("099001"), None, chosen(2));
        check(Some("comune di CASTELVENTO"), Some("Ambito di Valdoro"), chosen(2));
        check(None, Some("Comune di Castelvento"), chosen(2));
        check(None, Some("Ufficio"), chosen(1));
        check(Some("Ufficio"), None, BodyChoice::Several(vec!["Ufficio".into(), "Ufficio".into()]));
        check(Some("Altrove"), None, BodyChoice::Unknown("Altrove".into()));
        assert_eq!(choose_body(&[], None, None), BodyChoice::NoBodies);
    }
}
