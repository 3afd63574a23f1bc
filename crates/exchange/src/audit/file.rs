// SPDX-License-Identifier: AGPL-3.0-or-later
//! Verifies a file that was taken out, line by line.

use super::Line;
use ambito_domain::audit::{Anchor, Base, Head, Verdict, Verifier};
use std::io::{self, BufRead, Read as _};

/// The longest line that is read, in bytes.
const LINE_BYTES_MAX: u64 = 4 << 20;

/// Why a file could not be verified.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// It could not be read.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It is no file of records.
    #[error("no file of records")]
    Other,
}

/// Reads a file and says what is wrong with each chain in it. `progress` is told how many records were read.
///
/// # Errors
/// Where it cannot be read, or does not begin as a file of records.
pub fn verify_file(
    mut reader: impl BufRead,
    anchors: &[Anchor],
    mut progress: impl FnMut(u64),
) -> Result<Vec<Verdict>, FileError> {
    let mut verdicts = Vec::new();
    let mut open: Option<(Verifier, Base)> = None;
    let mut line = Vec::new();
    let mut total = 0;
    loop {
        line.clear();
        if reader.by_ref().take(LINE_BYTES_MAX).read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let parsed = std::str::from_utf8(&line).ok().and_then(|text| Line::parse(text.trim_end()));
        match (parsed, &mut open) {
            (Some(Line::Begin { area, base }), _) => {
                // One that was begun and not ended lacks its end.
                verdicts.extend(open.take().map(|(verifier, _)| verifier.finish(None, None)));
                open = Some((Verifier::new(area, base, anchors), base));
            }
            (Some(Line::Record(record, digest)), Some((verifier, _))) => {
                verifier.feed(&record, &digest);
                total += 1;
                progress(total);
            }
            (Some(Line::End { seq, digest, count }), Some(_)) => {
                verdicts.extend(
                    open.take().map(|(verifier, base)| verifier.finish(Some(Head { base, seq, digest }), Some(count))),
                );
            }
            (None, Some((verifier, _))) => verifier.feed_unreadable(verifier.awaited()),
            // Outside of a chain nothing may stand.
            (_, None) => return Err(FileError::Other),
        }
    }
    verdicts.extend(open.take().map(|(verifier, _)| verifier.finish(None, None)));
    if verdicts.is_empty() { Err(FileError::Other) } else { Ok(verdicts) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::{begin_line, end_line, record_line};
    use ambito_base::{Timestamp, Uuid};
    use ambito_domain::audit::{Event, Kind, Record, Wrong, digest_of};
    use ambito_domain::office::AreaId;

    const AREA: AreaId = AreaId(Uuid::from_u128(3));

    fn file() -> Vec<String> {
        let mut head = Head { base: Base::FIRST, seq: 0, digest: Base::FIRST.digest };
        let mut lines = vec![begin_line(AREA, "Valdoro", &head.base).expect("JSON")];
        for number in 1..=6_i64 {
            let event = Event {
                at: Timestamp::from_microsecond(number * 1_500_000).expect("a moment"),
                kind: Kind::Write,
                act: "body.save",
                actor: None,
                actor_name: "Però «ABC» \u{2028}\n".to_owned(),
                source: "console".to_owned(),
                object: Some(Uuid::from_u128(9)),
                subject: None,
                purpose: (number == 2).then(String::new),
                detail: String::new(),
            };
            let record = Record::new(&event, number, head.digest);
            head.digest = digest_of(AREA, &record);
            head.seq = number;
            lines.push(record_line(&record, &head.digest).expect("JSON"));
        }
        lines.push(end_line(&head, 6).expect("JSON"));
        lines
    }

    fn faults(lines: &[String]) -> Option<Vec<(i64, Wrong)>> {
        let verdicts = verify_file(lines.concat().as_bytes(), &[], |_| {}).ok()?;
        Some(verdicts.into_iter().flat_map(|one| one.faults).map(|fault| (fault.seq, fault.wrong)).collect())
    }

    #[test]
    fn a_file_as_it_was_taken_out_is_whole() {
        assert_eq!(faults(&file()), Some(Vec::new()));
        let both = [file(), file()].concat();
        assert_eq!(faults(&both), Some(Vec::new()));
    }

    #[test]
    fn what_was_done_to_a_file_is_named() {
        let check = |touch: &dyn Fn(&mut Vec<String>), expected: &[(i64, Wrong)]| {
            let mut lines = file();
            touch(&mut lines);
            assert_eq!(faults(&lines).as_deref(), Some(expected), "{}", lines.concat());
        };
        check(&|lines| lines[3] = lines[3].replace("body.save", "body.read"), &[(3, Wrong::Changed)]);
        check(&|lines| lines[3] = lines[3].replace("00:00:04.5", "00:00:05.5"), &[(3, Wrong::Unreadable)]);
        check(&|lines| lines[3] = lines[3].replace("\"seq\"", "\"more\":1,\"seq\""), &[(3, Wrong::Unreadable)]);
        check(&|lines| drop(lines.remove(2)), &[(2, Wrong::Missing { last: 2 }), (6, Wrong::Unlisted)]);
        check(&|lines| drop(lines.pop()), &[(6, Wrong::HeadMissing)]);
        check(&|lines| lines.truncate(5), &[(4, Wrong::HeadMissing)]);
        check(&|lines| lines.swap(2, 3), &[(2, Wrong::Missing { last: 2 }), (2, Wrong::Disordered)]);
        check(
            &|lines| lines[0] = lines[0].replace("\"base_seq\":0", "\"base_seq\":1"),
            &[(1, Wrong::BeforeBeginning), (2, Wrong::Unlinked), (2, Wrong::BeginningUnexplained)],
        );
        assert_eq!(faults(&["{}\n".to_owned()]), None);
        assert_eq!(faults(&file()[1..]), None);
        assert_eq!(faults(&[]), None);
    }
}
