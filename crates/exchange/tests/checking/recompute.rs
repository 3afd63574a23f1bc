// SPDX-License-Identifier: AGPL-3.0-or-later
//! Each `error` on a real document, computed again from the quoted lines alone, by small functions that share nothing
//! with the checks: their own numbers, their own sums. What an error quotes must be enough to show it.

use super::support::{REAL, findings, line_of, real};
use ambito_findings::{Finding, Severity};

/// The lines of a document, 1-based.
struct Lines<'t>(Vec<&'t str>);

impl Lines<'_> {
    fn at(&self, line: usize) -> &str {
        self.0[line - 1]
    }

    /// The text between two 1-based columns.
    fn cut(&self, line: usize, column: usize, end: usize) -> String {
        self.at(line).chars().skip(column - 1).take(end - column).collect()
    }
}

/// The hundredths of a printed number: `1.234,5` is 123450.
fn hundredths(text: &str) -> i64 {
    let body: String = text.chars().filter(|char| char.is_ascii_digit() || matches!(char, ',' | '.' | '-')).collect();
    let body = body.trim_matches(['.', ',']);
    let (whole, decimals) = match body.rsplit_once(',') {
        Some((whole, decimals)) => (whole, decimals),
        // A single dot that does not part thousands is a decimal mark, as in the pinned notation.
        None => match body.rsplit_once('.') {
            Some((whole, decimals)) if decimals.len() != 3 => (whole, decimals),
            _ => (body, ""),
        },
    };
    let whole = whole.replace('.', "");
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let whole: i64 = whole.trim_start_matches('-').parse().unwrap();
    let decimals: i64 = format!("{decimals:0<2}").parse().unwrap();
    sign * (whole * 100 + decimals)
}

fn found(finding: &Finding) -> i64 {
    hundredths(finding.found.as_deref().unwrap())
}

fn expected(finding: &Finding) -> i64 {
    hundredths(finding.expected.as_deref().unwrap())
}

/// What stands where the finding points.
fn printed(finding: &Finding, lines: &Lines<'_>) -> i64 {
    let span = finding.span.unwrap();
    hundredths(&lines.cut(span.line, span.column, span.end_column))
}

/// The marked figures of the line, without the one that the finding points to.
fn marked(finding: &Finding, lines: &Lines<'_>) -> Vec<i64> {
    let span = finding.span.unwrap();
    let others = finding.marks.iter().filter(|mark| mark.column != span.column);
    others.map(|mark| hundredths(&lines.cut(span.line, mark.column, mark.end_column))).collect()
}

/// Whether a number stands on a line, in any of its notations.
fn stands(line: &str, value: i64) -> bool {
    line.split(|char: char| !(char.is_ascii_digit() || matches!(char, '.' | ',' | '-')))
        .filter(|piece| piece.bytes().any(|byte| byte.is_ascii_digit()))
        .any(|piece| {
            piece.trim_matches(['.', ',', '-']).bytes().any(|byte| byte.is_ascii_digit())
                && hundredths_of(piece) == Some(value)
        })
}

fn hundredths_of(piece: &str) -> Option<i64> {
    let clean = piece.trim_matches(['.', ',']);
    let digits = clean.bytes().filter(u8::is_ascii_digit).count();
    (digits > 0 && digits < 15 && clean.rsplit(',').next()?.len() <= 2 || !clean.contains(','))
        .then(|| hundredths(clean))
}

/// The parts on other lines: the number at the end of each label, which must stand on its line.
fn parts(finding: &Finding, lines: &Lines<'_>) -> Vec<i64> {
    finding
        .related
        .iter()
        .filter(|other| other.label.starts_with("addendo "))
        .map(|other| {
            let value = hundredths(other.label.rsplit(' ').next().unwrap());
            assert!(stands(lines.at(other.line), value), "{}: {} is not on line {}", finding.code, value, other.line);
            value
        })
        .collect()
}

/// Cells of one row, or rows above a total.
fn is_wrong_sum(finding: &Finding, lines: &Lines<'_>) {
    assert_eq!(printed(finding, lines), found(finding), "{finding:?}");
    let others = parts(finding, lines);
    let sum: i64 = if others.is_empty() { marked(finding, lines).iter().sum() } else { others.iter().sum() };
    assert_eq!(sum, expected(finding), "{finding:?}");
    assert_ne!(sum, found(finding), "{finding:?}");
}

/// A share that is not that of its amount in the whole.
fn is_wrong_share(finding: &Finding, lines: &Lines<'_>) {
    let whole = finding.related.iter().find(|other| other.label.starts_with("intero ")).unwrap();
    let whole_value = hundredths(whole.label.rsplit(' ').next().unwrap());
    assert!(stands(lines.at(whole.line), whole_value));
    let amount = marked(finding, lines)[0];
    // Half up, in whole numbers: 2 × 10.000 × amount / whole, plus one, halved.
    let share = ((i128::from(amount) * 20_000 / i128::from(whole_value) + 1) / 2) as i64;
    assert_eq!(share, expected(finding), "{finding:?}");
    assert_eq!(printed(finding, lines), found(finding), "{finding:?}");
    assert_ne!(share, found(finding), "{finding:?}");
}

/// The months that a text names in words, and those of its dates: they begin or end in other months.
fn is_in_other_months(finding: &Finding, lines: &Lines<'_>) {
    const MONTHS: [&str; 12] = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];
    let line = line_of(finding);
    let words = lines.at(line).split(|char: char| !char.is_alphabetic()).map(str::to_lowercase);
    let named: Vec<usize> = words
        .filter(|word| word.len() > 4)
        .filter_map(|word| MONTHS.iter().position(|month| word.starts_with(month) && word.ends_with(['o', 'e'])))
        .map(|month| month + 1)
        .collect();
    let dated: Vec<usize> = finding
        .marks
        .iter()
        .map(|mark| lines.cut(line, mark.column, mark.end_column).split('/').nth(1).unwrap().parse().unwrap())
        .collect();
    assert!(!named.is_empty() && dated.len() == 2, "{finding:?}");
    assert!(named.first() != dated.first() || named.last() != dated.last(), "{named:?} and {dated:?}");
}

/// The years of a line that has two of them.
fn years(line: &str) -> Vec<u32> {
    let numbers = line.split(|char: char| !char.is_ascii_digit());
    numbers.filter(|number| number.len() == 4 && number.starts_with("20")).map(|year| year.parse().unwrap()).collect()
}

/// Two spans of years for one plan.
fn is_another_period(finding: &Finding, lines: &Lines<'_>) {
    let (here, there) = (years(lines.at(line_of(finding))), years(lines.at(finding.related[0].line)));
    assert!(here.len() == 2 && there.len() == 2 && here != there, "{here:?} and {there:?}");
}

/// Rows of a timetable, none of them with a mark.
fn has_no_marks(finding: &Finding, lines: &Lines<'_>) {
    assert!(finding.related.len() > 1);
    for row in &finding.related {
        let cells: Vec<&str> = lines.at(row.line).split('\t').map(str::trim).collect();
        assert!(!cells.iter().any(|cell| cell.eq_ignore_ascii_case("x")), "{cells:?}");
    }
}

/// A mark further to the right than the last heading.
fn is_beyond_the_headings(finding: &Finding, lines: &Lines<'_>) {
    let headings = finding.related.last().unwrap().line;
    let cells: Vec<&str> = lines.at(headings).split('\t').collect();
    let last = cells.iter().rposition(|cell| !cell.trim().is_empty()).unwrap();
    let span = finding.span.unwrap();
    let before = lines.cut(span.line, 1, span.column);
    assert!(before.matches('\t').count() > last, "{finding:?}");
    assert!(lines.cut(span.line, span.column, span.end_column).eq_ignore_ascii_case("x"));
}

/// A code whose sheet is another than that of the heading it stands below.
fn is_of_another_sheet(finding: &Finding, lines: &Lines<'_>) {
    let span = finding.span.unwrap();
    let code = lines.cut(span.line, span.column, span.end_column);
    let sheet = code.split('_').nth(1).unwrap().to_owned();
    let above = &finding.related[0];
    assert!(above.line < span.line && !lines.at(above.line).contains(&sheet), "{finding:?}");
}

/// One title with two numbers: that of the list, and that of the sheet.
fn has_another_number(finding: &Finding, lines: &Lines<'_>) {
    let (written, own) = (finding.found.as_deref().unwrap(), finding.expected.as_deref().unwrap());
    let numbers = |line: usize| -> Vec<String> {
        let pieces = lines.at(line).split(|char: char| !char.is_ascii_digit());
        pieces.filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
    };
    let (list, sheet) = (line_of(finding), finding.related[0].line);
    assert!(numbers(list).iter().any(|number| number == written), "{finding:?}");
    assert!(!numbers(list).iter().any(|number| number == own), "{finding:?}");
    assert!(numbers(sheet).iter().any(|number| number == own), "{finding:?}");
    assert_ne!(written, own);
}

#[test]
fn every_error_holds() {
    let mut count = 0;
    for (number, name) in REAL {
        let Some(text) = real(number) else { continue };
        let lines = Lines(text.split('\n').collect());
        for finding in findings(name, &text).iter().filter(|finding| finding.severity == Severity::Error) {
            count += 1;
            match finding.code {
                "SUM001" | "SUM002" | "SUM003" | "SUM004" | "SUM005" | "SUM008" | "SUM013" | "SUM018" => {
                    is_wrong_sum(finding, &lines);
                }
                "SUM006" | "SUM007" => is_wrong_share(finding, &lines),
                "TIM005" => is_in_other_months(finding, &lines),
                "TIM006" => is_another_period(finding, &lines),
                "STR016" => is_of_another_sheet(finding, &lines),
                "STR017" => has_another_number(finding, &lines),
                "STR046" => has_no_marks(finding, &lines),
                "STR047" => is_beyond_the_headings(finding, &lines),
                other => panic!("{number}, line {}: no computation for {other}", line_of(finding)),
            }
        }
    }
    eprintln!("{count} errors were computed again");
}
