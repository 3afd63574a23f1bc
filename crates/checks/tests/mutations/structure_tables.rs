// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR`: tables and timetables.

use crate::structure_tools::{FUNDS, NEEDS, PEG, SHEETS, one_of, random_text, timetable_row};
use crate::support::{Case, is_amount, prove};

pub const CASES: &[Case] = &[
    Case {
        code: "STR040",
        document: PEG,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.contains("2027_P") && line.ends_with(" %"));
            let row = random.one(&rows)?;
            let mut cells = lines.cells(row);
            let amount = cells.iter().position(|cell| is_amount(cell))?;
            cells.insert(amount, String::new());
            *lines.line(row) = cells.join("\t");
            Some(row)
        },
    },
    Case {
        code: "STR041",
        document: FUNDS,
        mutate: |lines, _| {
            let row = *lines.that(|line| line.starts_with("totale programma")).first()?;
            lines.set_cell(row, 0, "");
            Some(row)
        },
    },
    Case {
        code: "STR042",
        document: FUNDS,
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.starts_with("\t\t\t\t\t") && line.contains("2027")))?;
            lines.set_cell(row, 5, "");
            Some(row)
        },
    },
    Case {
        code: "STR043",
        document: SHEETS,
        mutate: |lines, random| {
            let row = one_of(lines, random, "TOTALE\t")?;
            lines.0.remove(row as usize - 1);
            Some(row - 1)
        },
    },
    Case {
        code: "STR044",
        document: SHEETS,
        mutate: |lines, _| {
            let row = *lines.that(|line| line.starts_with("Responsabile Ufficio di Piano\t")).first()?;
            lines.set_cell(row, 0, "Tecnici dei Comuni");
            Some(row)
        },
    },
    Case {
        code: "STR045",
        document: SHEETS,
        mutate: |lines, _| {
            let header = *lines.that(|line| line.starts_with("Intervento/ attività\t")).first()? as usize;
            let end = *lines.that(|line| line.starts_with("TOTALE\t")).last()? as usize;
            let table: Vec<String> = lines.0[header - 3..header + 6].to_vec();
            let mut copy = vec![String::new()];
            copy.extend(table.iter().map(|line| line.replace("Entrate da FNPS", "Entrate da Fondo povertà")));
            lines.0.splice(end..end, copy);
            u32::try_from(end + 4).ok()
        },
    },
    Case {
        code: "STR046",
        document: SHEETS,
        mutate: |lines, _| {
            let header = *lines.that(|line| line.starts_with("Attività\tgen")).first()?;
            for row in header + 1..=header + 5 {
                *lines.line(row) = lines.line(row).replace("\tx", "\t");
            }
            Some(header)
        },
    },
    Case {
        code: "STR047",
        document: SHEETS,
        mutate: |lines, random| {
            let row = timetable_row(lines, random)?;
            lines.line(row).push_str("\tx");
            Some(row)
        },
    },
    Case {
        code: "STR048",
        document: SHEETS,
        mutate: |lines, random| {
            let row = timetable_row(lines, random)?;
            lines.set_cell(row, 0, random_text(random, &["Mappatura dei luoghi", "Acquisto degli arredi"]));
            Some(row)
        },
    },
    Case {
        code: "STR049",
        document: SHEETS,
        mutate: |lines, _| {
            let caption = *lines.that(|line| line.starts_with("Tabella 1")).first()? as usize;
            lines.0.drain(caption + 1..caption + 5);
            u32::try_from(caption).ok()
        },
    },
    Case {
        code: "STR050",
        document: SHEETS,
        mutate: |lines, random| {
            let header = *lines.that(|line| line.starts_with("Comune\t18-44")).first()? as usize + 4;
            let words = random_text(random, &["Apertura del primo punto", "Prova con i cittadini"]);
            let split = format!("\t{words}");
            let rows = [
                "",
                "Tabella 2: Passi",
                "",
                "Passo\tChe cosa si fa",
                "1.\tAscolto",
                "2.\tProposta",
                "3.\tAvvio",
                &split,
                "4.",
            ];
            let last = rows.iter().map(|row| if *row == "4." { "4.\t".to_owned() } else { (*row).to_owned() });
            lines.0.splice(header..header, last);
            u32::try_from(header + 8).ok()
        },
    },
    Case {
        code: "STR051",
        document: SHEETS,
        mutate: |lines, random| {
            let row = one_of(lines, random, "Referente amministrativo\t")?;
            let name = random_text(random, &["Formatore esterno", "Volontari"]);
            lines.0.insert(row as usize, format!("{name}\t\t\t"));
            Some(row + 1)
        },
    },
    Case {
        code: "STR052",
        document: FUNDS,
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.contains("00,00\t")))?;
            let cells = lines.cells(row);
            let large: Vec<usize> =
                (0..cells.len()).filter(|at| is_amount(&cells[*at]) && cells[*at].ends_with("00,00")).collect();
            let column = random.one(&large)?;
            let short = cells[column].strip_suffix(",00")?.to_owned();
            lines.set_cell(row, column, &short);
            Some(row)
        },
    },
    Case {
        code: "STR053",
        document: SHEETS,
        mutate: |lines, _| {
            let header = *lines.that(|line| line.starts_with("Comune\t18-44")).first()?;
            lines.line(header).push_str(" N/D\t");
            for row in header + 1..=header + 3 {
                lines.line(row).push_str("\t4");
            }
            Some(header)
        },
    },
    Case {
        code: "STR054",
        document: SHEETS,
        mutate: |lines, random| {
            let row = timetable_row(lines, random)?;
            let copy = lines.line(row).clone();
            lines.0.insert(row as usize, copy);
            Some(row + 1)
        },
    },
    Case {
        code: "STR058",
        document: SHEETS,
        mutate: |lines, random| {
            let row = one_of(lines, random, NEEDS)?;
            let cells = lines.cells(row);
            let (before, after) = cells[1].split_once(' ')?;
            let rest = format!("\t{after}");
            lines.set_cell(row, 1, before);
            lines.0.splice(row as usize..row as usize, [String::new(), String::new(), String::new(), rest]);
            Some(row + 4)
        },
    },
    Case {
        code: "STR065",
        document: PEG,
        mutate: |lines, random| {
            // Another project without budget, after the one that the document has; one of the two has a zero.
            let row = *lines.that(|line| line.contains("2027_PG_1104\t")).first()?;
            let code = *lines.that(|line| line == "2027_PG_1104").first()? as usize;
            let end = *lines.that(|line| line == "2027_PD_1105").first()? as usize;
            let people = lines.0[code..end].iter().position(|line| line.starts_with("Nome Soggetto"))? + code;
            // A sheet of its own: another title, other words, nobody's time.
            let mut body: Vec<String> = lines.0[code - 1..people]
                .iter()
                .map(|line| {
                    line.replace("1104", "1109").replace("cittadini", "giovani").replace("segnalazioni", "idee")
                })
                .collect();
            body[6] = "Un piccolo fondo di premi aiuta i ragazzi a provare ciò che propongono.".to_owned();
            lines.0.splice(end - 1..end - 1, body);
            let other = lines.line(row).replace("1104", "1109").replace("cittadini", "giovani");
            lines.0.insert(row as usize, other);
            let zero = row + u32::try_from(random.below(2)).ok()?;
            let bare = lines.line(zero).trim_end().to_owned();
            *lines.line(zero) = format!("{bare}\t0,00\t0,00 %");
            Some(zero)
        },
    },
    Case {
        code: "STR069",
        document: PEG,
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line == "Budget previsto"))?;
            lines.0.remove(row as usize - 1);
            lines.0.remove(row as usize - 1);
            Some(row)
        },
    },
    Case {
        code: "STR072",
        document: PEG,
        mutate: |lines, _| {
            let row = *lines.that(|line| line.ends_with("\t18500")).first()?;
            lines.line(row).push_str("00");
            Some(row)
        },
    },
];

#[test]
fn found() {
    prove(CASES);
}
