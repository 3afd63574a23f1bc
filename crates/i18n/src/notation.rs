// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers as people write them: `1.234,56` in Italian, `1,234.56` in English.

use crate::Language;

/// An amount from the pinned notation (`-1234.56`), with both decimals: `-1.234,56`.
#[must_use]
pub fn amount(plain: &str, language: Language) -> String {
    grouped(plain, language)
}

/// A number from the pinned notation (`18690`, `9.4`), decimals as they are: `18.690`, `9,4`.
#[must_use]
pub fn number(plain: &str, language: Language) -> String {
    grouped(plain, language)
}

/// A share from hundredths of a percent, without useless zeros: `98,7%`, `100%`.
#[must_use]
pub fn percent(hundredths: i64, language: Language) -> String {
    let sign = if hundredths < 0 { "-" } else { "" };
    let magnitude = hundredths.unsigned_abs();
    let plain = format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100);
    let short = plain.trim_end_matches('0').trim_end_matches('.');
    format!("{}%", grouped(short, language))
}

/// Puts the groups and the decimal mark of a language into plain digits (`-1234.5`); other text comes back as it is.
#[must_use]
pub fn grouped(plain: &str, language: Language) -> String {
    let (group, mark) = match language {
        Language::Italian => ('.', ','),
        Language::English => (',', '.'),
    };
    let (sign, body) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let (whole, decimals) = body.split_once('.').map_or((body, None), |(whole, rest)| (whole, Some(rest)));
    let digits_only = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits_only(whole) || !decimals.is_none_or(digits_only) {
        return plain.to_owned();
    }
    let mut out = String::with_capacity(plain.len() + whole.len() / 3);
    out.push_str(sign);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(group);
        }
        out.push(digit);
    }
    if let Some(decimals) = decimals {
        out.push(mark);
        out.push_str(decimals);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_numbers_for_people() {
        assert_eq!(amount("-3077088.00", Language::Italian), "-3.077.088,00");
        assert_eq!(amount("605218.23", Language::English), "605,218.23");
        assert_eq!(number("9.4", Language::Italian), "9,4");
        assert_eq!(number("999", Language::Italian), "999");
        assert_eq!(grouped("n. 3", Language::Italian), "n. 3");
    }

    #[test]
    fn writes_shares_for_people() {
        assert_eq!(percent(9_870, Language::Italian), "98,7%");
        assert_eq!(percent(10_000, Language::Italian), "100%");
        assert_eq!(percent(5, Language::English), "0.05%");
        assert_eq!(percent(0, Language::Italian), "0%");
    }
}
