// SPDX-License-Identifier: AGPL-3.0-or-later
//! `IND`.

use crate::support::{Case, Lines, prove};

/// The rows of indicators of the executive plan: code, title, target.
fn coded(lines: &Lines, fulfils: impl Fn(&[&str]) -> bool) -> Vec<u32> {
    lines.that(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.len() == 3 && cells[0].as_bytes().get(1) == Some(&b'_') && fulfils(&cells)
    })
}

fn is_count(cell: &str) -> bool {
    !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit())
}

/// The rows of the plan of objectives: title, start, target, owner, result.
fn measured(lines: &Lines, fulfils: impl Fn(&[&str]) -> bool) -> Vec<u32> {
    lines.that(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.len() == 5 && cells[4].contains("eseguito") && fulfils(&cells)
    })
}

fn result(number: impl std::fmt::Display) -> String {
    format!("<b>{number}</b> <i>eseguito il 11/12/2026</i> <b>(CONSUNTIVO)</b>")
}

pub const CASES: &[Case] = &[
    Case {
        code: "IND001",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let row = random.one(&coded(lines, |_| true))?;
            lines.set_cell(row, 2, "");
            Some(row)
        },
    },
    Case {
        code: "IND002",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let row = random.one(&coded(lines, |cells| is_count(cells[2])))?;
            lines.set_cell(row, 2, "da definire");
            Some(row)
        },
    },
    Case {
        code: "IND003",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let row = random.one(&coded(lines, |cells| cells[1].ends_with("entro il")))?;
            lines.set_cell(row, 1, "Entro il");
            Some(row)
        },
    },
    Case {
        code: "IND004",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = random.one(&measured(lines, |cells| cells[0].starts_with("Numero di ")))?;
            let title = lines.cells(row)[0].replace("Numero di ", &format!("Almeno {} ", 2 + random.below(90)));
            lines.set_cell(row, 0, &title);
            lines.set_cell(row, 1, "");
            lines.set_cell(row, 2, "100%");
            lines.set_cell(row, 4, &result("100%"));
            Some(row)
        },
    },
    Case {
        code: "IND005",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = random.one(&measured(lines, |cells| cells[2].ends_with('%')))?;
            lines.set_cell(row, 4, &result(format!("{}%", 1 + random.below(60))));
            Some(row)
        },
    },
    Case {
        code: "IND006",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = random.one(&measured(lines, |cells| cells[0].starts_with("Numero di ") && is_count(cells[2])))?;
            let target: usize = lines.cells(row)[2].parse().ok()?;
            lines.set_cell(row, 4, &result(target * 2 + random.below(target) + 3));
            Some(row)
        },
    },
    Case {
        code: "IND007",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let rows = coded(lines, |cells| is_count(cells[2]) && cells[1].split(' ').count() > 5);
            let (from, to) = (random.one(&rows)?, random.one(&rows)?);
            if lines.cells(from)[1] == lines.cells(to)[1] {
                return None;
            }
            let title = lines.cells(from)[1].clone();
            lines.set_cell(to, 1, &title);
            Some(to)
        },
    },
    Case {
        code: "IND008",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let row = random.one(&coded(lines, |cells| cells[0].starts_with("M_")))?;
            let code = format!("O{}", &lines.cells(row)[0][1..]);
            lines.set_cell(row, 0, &code);
            Some(row)
        },
    },
    Case {
        code: "IND009",
        document: "piano-obiettivi.md",
        mutate: |lines, _| {
            for row in measured(lines, |_| true) {
                lines.set_cell(row, 1, "");
            }
            lines.that(|line| line.starts_with("Descrizione\tBaseline")).first().copied()
        },
    },
    Case {
        code: "IND010",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = random.one(&measured(lines, |_| true))?;
            lines.set_cell(row, 3, "");
            Some(row)
        },
    },
    Case {
        code: "IND011",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = random.one(&measured(lines, |_| true))?;
            let owner = lines.cells(row)[3].replace(") [", ") LUMACHELLI RENATO (4410) fino al 30/06/2026 [");
            lines.set_cell(row, 3, &owner);
            Some(row)
        },
    },
    Case {
        code: "IND012",
        document: "piano-obiettivi.md",
        mutate: |lines, _| {
            let rows = measured(lines, |cells| cells[4].starts_with("<b>") && !cells[2].contains("entro"));
            for row in &rows {
                lines.set_cell(*row, 1, "30%");
                lines.set_cell(*row, 2, "100%");
                lines.set_cell(*row, 4, &result("100%"));
            }
            rows.first().copied()
        },
    },
    Case {
        code: "IND013",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let names =
                ["Castelvento", "Pontesereno", "Collelume", "Montefiabo", "Rivaquieta", "Pietralume", "Selvadorna"];
            let row = random.one(&coded(lines, |cells| cells[1].ends_with("> di")))?;
            let count = 3 + random.below(5);
            lines.set_cell(row, 2, &count.to_string());
            *lines.line(row + 1) = format!("\tNota: {}", names[..count].join(", "));
            Some(row)
        },
    },
    Case {
        code: "IND014",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.starts_with("Quali risultati vuole raggiungere?\t")))?;
            lines.set_cell(row, 1, "N. persone seguite");
            Some(row)
        },
    },
    Case {
        code: "IND015",
        document: "peg-2027.txt",
        mutate: |lines, random| {
            let row = random.one(&coded(lines, |cells| cells[1].starts_with("% ")))?;
            lines.set_cell(row, 2, &(1 + random.below(5)).to_string());
            Some(row)
        },
    },
    Case {
        code: "IND016",
        document: "piano-di-zona.txt",
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.contains("\tN. ") && line.split('\t').count() == 3))?;
            lines.set_cell(row, 1, "Gradimento detto nelle interviste");
            lines.set_cell(row, 2, &format!("almeno {} su 100", 50 + random.below(20)));
            Some(row)
        },
    },
];

#[test]
fn found() {
    prove(CASES);
}
