// SPDX-License-Identifier: AGPL-3.0-or-later
//! `SUM`: tables.

use crate::support::{Case, Lines, Random, check, is_amount, more, prove};
use ambito_findings::Severity;

pub const CASES: &[Case] = &[
    Case { code: "SUM001", document: "piano-di-zona.txt", mutate: wrong_row_total },
    Case { code: "SUM002", document: "programma-fondi.txt", mutate: wrong_row_of_allocations },
    Case { code: "SUM003", document: "peg-2027.txt", mutate: wrong_total_of_chapters },
    Case { code: "SUM003", document: "peg-2027.txt", mutate: wrong_expense },
    Case { code: "SUM003", document: "piano-di-zona.txt", mutate: wrong_total_of_costs },
    Case { code: "SUM003", document: "piano-di-zona.txt", mutate: wrong_column_total },
    Case { code: "SUM004", document: "peg-2027.txt", mutate: wrong_subtotal },
    Case { code: "SUM005", document: "programma-fondi.txt", mutate: wrong_grand_total },
    Case { code: "SUM006", document: "peg-2027.txt", mutate: wrong_share },
    Case { code: "SUM007", document: "peg-2027.txt", mutate: share_of_itself },
    Case { code: "SUM008", document: "peg-2027.txt", mutate: other_figure_in_the_sheet },
    Case { code: "SUM009", document: "peg-2027.txt", mutate: chapter_twice },
    Case { code: "SUM013", document: "piano-di-zona.txt", mutate: wrong_source },
    Case { code: "SUM014", document: "piano-di-zona.txt", mutate: total_with_the_staff },
    Case { code: "SUM025", document: "piano-di-zona.txt", mutate: total_cell_emptied },
    Case { code: "SUM027", document: "peg-2027.txt", mutate: share_taken_away },
    Case { code: "SUM026", document: "programma-fondi.txt", mutate: programme_lowered },
];

#[test]
fn found() {
    prove(CASES);
}

/// The columns of a line that hold amounts.
fn amounts(lines: &Lines, row: u32) -> Vec<usize> {
    lines.cells(row).iter().enumerate().filter(|(_, cell)| is_amount(cell)).map(|(at, _)| at).collect()
}

/// Makes one of the amounts of a line larger.
fn enlarge(lines: &mut Lines, row: u32, column: usize, random: &mut Random) -> Option<u32> {
    let changed = more(&lines.cells(row)[column], 1 + random.below(90_000));
    lines.set_cell(row, column, &changed);
    Some(row)
}

/// The first and the last line of the table of people by Comune.
fn comuni(lines: &Lines) -> (u32, u32) {
    let first = lines.that(|line| line.starts_with("Comune\t"))[0];
    let last = (first..).find(|row| lines.cells(*row).len() < 3).unwrap() - 1;
    (first, last)
}

/// Adds a column and a row of totals to that table.
fn with_totals(lines: &mut Lines) -> (u32, u32) {
    let (first, last) = comuni(lines);
    let width = lines.cells(first).len();
    let mut sums = vec![0; width];
    lines.line(first).push_str("\tTotale");
    for row in first + 1..=last {
        let numbers: Vec<usize> = lines.cells(row)[1..].iter().map(|cell| cell.parse().unwrap()).collect();
        for (sum, number) in sums.iter_mut().zip(&numbers) {
            *sum += number;
        }
        sums[width - 1] += numbers.iter().sum::<usize>();
        lines.line(row).push_str(&format!("\t{}", numbers.iter().sum::<usize>()));
    }
    let totals: Vec<String> = sums.iter().map(usize::to_string).collect();
    lines.0.insert(last as usize, format!("Totale\t{}", totals.join("\t")));
    (first + 1, last + 1)
}

fn wrong_row_total(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let (first, total) = with_totals(lines);
    let row = first + u32::try_from(random.below((total - first) as usize)).unwrap();
    let column = 1 + random.below(lines.cells(row).len() - 1);
    let changed = lines.cells(row)[column].parse::<usize>().unwrap() + 1 + random.below(400);
    lines.set_cell(row, column, &changed.to_string());
    Some(row)
}

fn wrong_column_total(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let (first, total) = with_totals(lines);
    // Without the column of totals, only the column itself tells.
    for row in first - 1..=total {
        let mut cells = lines.cells(row);
        cells.pop();
        *lines.line(row) = cells.join("\t");
    }
    let column = 1 + random.below(lines.cells(total).len() - 1);
    let changed = lines.cells(total)[column].parse::<usize>().unwrap() + 1 + random.below(400);
    lines.set_cell(total, column, &changed.to_string());
    Some(total)
}

fn wrong_row_of_allocations(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let rows =
        lines.that(|line| line.split('\t').filter(|cell| is_amount(cell)).count() == 4 && !line.starts_with("totale"));
    let row = random.one(&rows)?;
    let column = amounts(lines, row)[1 + random.below(3)];
    enlarge(lines, row, column, random)
}

fn wrong_total_of_chapters(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("Totale\t\t")))?;
    let column = random.one(&amounts(lines, row))?;
    enlarge(lines, row, column, random)
}

/// An expense that no revenue is tied to.
fn wrong_expense(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("Cap. 4") && !line.contains("VEGG")))?;
    let total = (row..).find(|row| lines.line_of(*row).starts_with("Totale\t")).unwrap();
    let column = random.one(&amounts(lines, row))?;
    enlarge(lines, row, column, random)?;
    Some(total)
}

fn wrong_total_of_costs(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("TOTALE\t")))?;
    let column = random.one(&amounts(lines, row))?;
    enlarge(lines, row, column, random)
}

fn wrong_subtotal(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row =
        random.one(&lines.that(|line| line.contains("\tTotale Azione\t") || line.contains("\tTotale Obiettivo\t")))?;
    let column = random.one(&amounts(lines, row))?;
    enlarge(lines, row, column, random)
}

fn wrong_grand_total(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = lines.that(|line| line.starts_with("totale programma"))[0];
    // The first column is not part of A + B.
    let column = amounts(lines, row)[0];
    enlarge(lines, row, column, random)
}

fn wrong_share(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let rows = lines.that(|line| line.ends_with(" %") && line.contains("\t2027_P") && !line.contains("100,00"));
    let row = random.one(&rows)?;
    let column = lines.cells(row).len() - 1;
    lines.set_cell(row, column, &format!("{},{:02} %", 1 + random.below(9), random.below(90)));
    Some(row)
}

fn share_of_itself(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.contains("\tTotale Obiettivo\t") && !line.contains("100,00")))?;
    let column = lines.cells(row).len() - 1;
    lines.set_cell(row, column, "100,00 %");
    Some(row)
}

fn other_figure_in_the_sheet(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    // An expense that no revenue is tied to, and its total: the sheet agrees with itself, but not with the summary.
    let row = random.one(&lines.that(|line| line.starts_with("Cap. 4") && !line.contains("VEGG")))?;
    let total = (row..).find(|row| lines.line_of(*row).starts_with("Totale\t")).unwrap();
    let euro = 1 + random.below(9_000);
    let column = *amounts(lines, row).last()?;
    let old = lines.cells(row)[column].clone();
    lines.set_cell(row, column, &more(&old, euro));
    let column = *amounts(lines, total).last()?;
    let old = lines.cells(total)[column].clone();
    lines.set_cell(total, column, &more(&old, euro));
    Some(total)
}

/// A chapter is divided into two rows of the same amount.
fn chapter_twice(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("Cap. 4") && !line.contains("VEGG")))?;
    let column = random.one(&amounts(lines, row))?;
    let cents: usize = lines.cells(row)[column].replace(['.', ','], "").parse().ok()?;
    if !cents.is_multiple_of(200) {
        return None;
    }
    lines.set_cell(row, column, &more("0,00", cents / 200));
    let copy = lines.line_of(row).to_owned();
    lines.0.insert(row as usize, copy);
    Some(row)
}

fn wrong_source(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let rows = lines.that(|line| line.starts_with('A') && line.split('\t').filter(|cell| is_amount(cell)).count() > 1);
    let row = random.one(&rows)?;
    let column = random.one(&amounts(lines, row))?;
    enlarge(lines, row, column, random)
}

fn total_with_the_staff(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let totals = lines.that(|line| line.starts_with("TOTALE\t"));
    let other = random.one(&amounts(lines, totals[1]))?;
    let euro: usize = lines.cells(totals[1])[other].replace('.', "").split(',').next()?.parse().ok()?;
    let column = random.one(&amounts(lines, totals[0]))?;
    let old = lines.cells(totals[0])[column].clone();
    lines.set_cell(totals[0], column, &more(&old, euro));
    Some(totals[0])
}

fn total_cell_emptied(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("TOTALE\t") && line.contains("74.")))?;
    let column = random.one(&amounts(lines, row)[1..])?;
    lines.set_cell(row, column, "");
    Some(row)
}

fn share_taken_away(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.contains("\tTotale Obiettivo\t") && line.ends_with('%')))?;
    lines.set_cell(row, lines.cells(row).len() - 1, "");
    Some(row)
}

/// The cents of a printed amount.
fn cents(cell: &str) -> i64 {
    cell.replace(['.', ','], "").parse().unwrap()
}

/// The programme's total of a row falls below what is assigned, and so do the totals under it.
fn programme_lowered(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let rows =
        lines.that(|line| line.split('\t').filter(|cell| is_amount(cell)).count() == 4 && !line.starts_with("totale"));
    let row = random.one(&rows)?;
    let columns = amounts(lines, row);
    let [total, before] = [columns[0], columns[1]].map(|column| cents(&lines.cells(row)[column]));
    let less = total - before + 100 * (1 + i64::try_from(random.below(9_000)).unwrap());
    let group = (row..).find(|row| lines.line_of(*row).starts_with("totale "))?;
    let all = lines.that(|line| line.starts_with("totale programma"))[0];
    for row in [row, group, all] {
        let column = amounts(lines, row)[0];
        let lower = cents(&lines.cells(row)[column]) - less;
        let euro = more("0,00", usize::try_from(lower / 100).unwrap());
        lines.set_cell(row, column, &format!("{},{:02}", euro.trim_end_matches(",00"), lower % 100));
    }
    Some(row)
}

/// Tables whose meaning is not known: a wrong total is told, once, and more surely where the rest comes out.
#[test]
fn plain_tables() {
    let told = |text: &str| -> Vec<(&str, Severity, u32)> {
        let defects = check("tabella.csv", text);
        defects.iter().map(|defect| (defect.check.code, defect.severity, defect.place.line)).collect()
    };
    let one = |total: &str| format!("Voce;Importo\nMense;1.000,00\nNidi;2.000,00\nBus;3.000,00\n{total}\n");
    assert_eq!(told(&one("Totale;6.000,00")), []);
    assert_eq!(told(&one("Totale;7.000,00")), [("SUM003", Severity::Warning, 5)]);
    assert_eq!(told(&one("Totale complessivo;7.000,00")), [("SUM003", Severity::Warning, 5)]);
    assert_eq!(told(&one("di cui per i bus;1.000,00\nTotale;6.000,00")), []);
    for head in ["Anno 2026;Anno 2027", "2026;2027"] {
        let both = |nidi: &str, total: &str| {
            format!("Voce;{head};Totale\nMense;1000;1000;2000\nNidi;{nidi};4000\nBus;3000;3000;6000\nTotale;{total}\n")
        };
        assert_eq!(told(&both("2000;2000", "6000;6000;12000")), []);
        assert_eq!(told(&both("2500;2000", "6000;6000;12000")), [("SUM001", Severity::Error, 3)]);
        assert_eq!(told(&both("2000;2000", "6000;6500;12000")), [("SUM003", Severity::Error, 5)]);
        assert_eq!(told(&both("2000;2000", "6000;6000;12500")), [("SUM003", Severity::Error, 5)]);
    }
    assert_eq!(told("N;Voce;Euro\n1;Mense;10\n2;Nidi;20\n;Totale;31\n"), [("SUM003", Severity::Warning, 4)]);
    let numbered = "N;Voce;Sede;Comuni;Stato;Totale\n1;A;x;10;20;30\n2;B;y;10;25;35\n3;C;z;10;20;31\n";
    assert_eq!(told(numbered), [("SUM001", Severity::Error, 4)]);
    // Years and averages are no parts of a sum.
    assert_eq!(told("Nido;Anno;Posti\nA;2026;10\nB;2026;20\nTotale;2026;30\n"), []);
    assert_eq!(told("Comune;Abitanti;Kmq;Densità\nA;20;4;5\nB;30;3;10\nTotale;50;7;7\n"), []);
    assert_eq!(told("Nido;Età media;Posti\nA;2;10\nB;3;20\nTotale;2;30\n"), []);
}
