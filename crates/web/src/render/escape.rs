// SPDX-License-Identifier: AGPL-3.0-or-later
//! What templates write, made safe to stand in HTML: in text, and in attributes that are quoted.
//!
//! The engine's own way writes every `/` as `&#x2f;`, which attributes do not need: most of what a page says is addresses.

use minijinja::{AutoEscape, Error, ErrorKind, Output, State, Value, escape_formatter};

/// Writes a value as templates do: texts are escaped unless they are HTML already.
pub fn write(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if matches!(state.auto_escape(), AutoEscape::Html) && !value.is_safe() => {
            html(text, |part| out.write_str(part)).map_err(|_| Error::from(ErrorKind::WriteFailure))
        }
        _ => escape_formatter(out, state, value),
    }
}

/// Gives a text in parts, with entities for the five signs that HTML reads.
fn html<E>(text: &str, mut put: impl FnMut(&str) -> Result<(), E>) -> Result<(), E> {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (before, from) = rest.split_at(at);
        put(before)?;
        put(match from.as_bytes()[0] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#x27;",
        })?;
        rest = &from[1..];
    }
    put(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_signs_become_entities_and_the_rest_stays() {
        let check = |text: &str, expected: &str| {
            let mut written = String::new();
            html::<()>(text, |part| {
                written.push_str(part);
                Ok(())
            })
            .unwrap();
            assert_eq!(written, expected);
        };
        check("", "");
        check("/plans/1?a=1&b=\"2\"", "/plans/1?a=1&amp;b=&quot;2&quot;");
        check("<è>'&amp;'", "&lt;è&gt;&#x27;&amp;amp;&#x27;");
    }
}
