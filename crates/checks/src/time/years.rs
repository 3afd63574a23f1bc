// SPDX-License-Identifier: AGPL-3.0-or-later
//! Years from one to another, as they are written behind a name: `2027-2029`, `2027 – 2029`, `2027/29`.

/// The first and the last year at the beginning of a text, and how many bytes they take.
pub(super) fn range(text: &str) -> Option<(i16, i16, usize)> {
    let (first, mut at) = year(text)?;
    let (mut last, end) = next(text, at, first)?;
    at = end;
    // All years one by one: 2027-2028-2029.
    while let Some((later, end)) = next(text, at, last)
        && later == last + 1
    {
        last = later;
        at = end;
    }
    Some((first, last, at))
}

fn next(text: &str, at: usize, first: i16) -> Option<(i16, usize)> {
    let rest = text.get(at..)?;
    let bare = rest.trim_start();
    let after = bare.strip_prefix(['-', '–', '—', '/', '−'])?.trim_start();
    let (last, bytes) = match year(after) {
        Some(found) => found,
        None => {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            let two: i16 = after.get(..digits).filter(|_| digits == 2)?.parse().ok()?;
            (first - first % 100 + two, 2)
        }
    };
    let end = text.len() - after.len() + bytes;
    (last > first && last - first < 20).then_some((last, end))
}

fn year(text: &str) -> Option<(i16, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let year: i16 = text.get(..digits).filter(|_| digits == 4)?.parse().ok()?;
    (1950..=2100).contains(&year).then_some((year, 4))
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn reads_years() {
        let check = |text: &str, expected: Option<(i16, i16)>| {
            assert_eq!(range(text).map(|(first, last, _)| (first, last)), expected, "{text}");
        };
        check("2027-2029.", Some((2027, 2029)));
        check("2027 – 2029", Some((2027, 2029)));
        check("2027/29", Some((2027, 2029)));
        check("2027-2028-2029", Some((2027, 2029)));
        check("2027", None);
        check("2027/125", None);
        check("2029-2027", None);
        check("31/12/2027", None);
    }
}
