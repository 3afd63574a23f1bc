// SPDX-License-Identifier: AGPL-3.0-or-later
//! `TIM`.

use crate::support::{Case, Lines, Random, prove};

/// A row of phases: order, objective, what is done, state, first day, last day.
const START: usize = 4;
const END: usize = 5;

/// The rows of phases that start in February or later: their dates can go back without passing the document's.
fn phases(lines: &Lines) -> Vec<u32> {
    lines.that(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.len() == 6 && cells[3] == "Previsto" && !cells[START].contains("/01/2027")
    })
}

/// The rows of indicators with a date as target.
fn deadlines(lines: &Lines) -> Vec<u32> {
    lines.that(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.len() == 3 && cells[1].ends_with(": entro il") && cells[2].len() == 10
    })
}

/// The rows of final results that are numbers.
fn results(lines: &Lines) -> Vec<u32> {
    lines.that(|line| line.contains("/12/2026</i> <b>(CONSUNTIVO)") && !line.contains("entro il"))
}

fn set(lines: &mut Lines, random: &mut Random, rows: &[u32], column: usize, cell: &str) -> Option<u32> {
    let row = random.one(rows)?;
    lines.set_cell(row, column, cell);
    Some(row)
}

/// Puts words at the end of a random answer or paragraph of the zone plan.
fn told(lines: &mut Lines, random: &mut Random, words: &str) -> Option<u32> {
    let rows = lines.that(|line| line.ends_with('.') && line.len() > 120 && !line.contains('\t'));
    let row = random.one(&rows)?;
    lines.line(row).push_str(words);
    Some(row)
}

pub const CASES: &[Case] = &[
    Case {
        code: "TIM001",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let rows = phases(lines);
            set(lines, random, &rows, END, "28/01/2027")
        },
    },
    Case {
        code: "TIM002",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let (rows, year) = (phases(lines), 2028 + random.below(9));
            set(lines, random, &rows, END, &format!("30/06/{year}"))
        },
    },
    Case {
        code: "TIM003",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let (rows, day) = (deadlines(lines), 1 + random.below(14));
            set(lines, random, &rows, 2, &format!("{day:02}/01/2027"))
        },
    },
    Case {
        code: "TIM004",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let rows: Vec<u32> = phases(lines)
                .into_iter()
                .filter(|row| {
                    let (cells, before) = (lines.cells(*row), lines.cells(row - 2));
                    before.len() == 6 && before[1] == cells[1]
                })
                .collect();
            set(lines, random, &rows, START, "02/01/2027")
        },
    },
    Case {
        code: "TIM005",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let row = random.one(&phases(lines))?;
            let title = format!("{}: da gennaio a dicembre", lines.cells(row)[2]);
            lines.set_cell(row, 2, &title);
            Some(row)
        },
    },
    Case {
        code: "TIM006",
        document: "piano-di-zona.txt",
        mutate: |lines, random| told(lines, random, " Lo prevede il Piano di Zona 2028 – 2030."),
    },
    Case {
        code: "TIM007",
        document: "piano-di-zona.txt",
        mutate: |lines, random| told(lines, random, " Il servizio è affidato per il triennio 2027-2030."),
    },
    Case {
        code: "TIM008",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = random.one(&results(lines))?;
            let title = format!("{} entro il {:02}/10/2026", lines.cells(row)[0], 1 + random.below(28));
            lines.set_cell(row, 0, &title);
            Some(row)
        },
    },
    Case {
        code: "TIM009",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = random.one(&results(lines))?;
            let month = 3 + random.below(6);
            let early = lines.line(row).replace("/12/2026</i>", &format!("/0{month}/2026</i>"));
            *lines.line(row) = early;
            Some(row)
        },
    },
    Case {
        code: "TIM010",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = random.one(&results(lines))?;
            let title = format!("{} entro il 31/12", lines.cells(row)[0]);
            lines.set_cell(row, 0, &title);
            Some(row)
        },
    },
    Case {
        code: "TIM011",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let rows = deadlines(lines);
            let title = "Assegnazione della gara per il servizio con decorrenza dal 16/01/2027: entro il";
            set(lines, random, &rows, 1, title)
        },
    },
    Case {
        code: "TIM012",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let rows = lines.that(|line| line.split('\t').nth(3) == Some("Previsto"));
            let from = random.below(rows.len() - 3);
            for row in &rows[from..from + 3] {
                lines.set_cell(*row, START, "01/01/2027");
                lines.set_cell(*row, END, "31/12/2027");
            }
            rows.get(from).copied()
        },
    },
    Case {
        code: "TIM013",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let day = random.one(&["31/06/2027", "29/02/2027", "31/9/2028", "30.02.2028", "12/13/2027"])?;
            told(lines, random, &format!(" Le domande si chiudono il {day}."))
        },
    },
    Case {
        code: "TIM013",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let rows = phases(lines);
            let day = random.one(&["31/06/2027", "31/11/2027", "29/02/2027"])?;
            set(lines, random, &rows, END, day)
        },
    },
    Case {
        code: "TIM014",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let first = 2020 + random.below(4);
            told(lines, random, &format!(" Lo prevede il Piano per le pari opportunità {first}-{}.", first + 2))
        },
    },
    Case {
        code: "TIM015",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.contains("\tgen\tfeb\t")))?;
            let year = lines.line(row).find("\tgen").map(|at| lines.line(row)[at..].to_owned())?;
            for _ in 0..3 + random.below(2) {
                lines.line(row).push_str(&year);
            }
            Some(row)
        },
    },
    Case {
        code: "TIM016",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let month = random.one(&["settembre", "ottobre", "novembre"])?;
            told(lines, random, &format!(" I pareri si raccolgono entro il 15 {month} 2026."))
        },
    },
    Case {
        code: "TIM017",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.starts_with("A5 Valutazione\t")))?;
            let last = lines.cells(row).len() - 1;
            for column in last - random.below(3)..=last {
                lines.set_cell(row, column, "");
            }
            Some(row)
        },
    },
];

#[test]
fn found() {
    prove(CASES);
}
