// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR`: sheets and their answers.

use crate::structure_tools::{
    CONTINUES, CROSS, IMPACT, NEEDS, PEG, RESULTS, SHEETS, STAFF, TARGET, TOGETHER, answer, description, first_words,
    one_of, random_text,
};
use crate::support::{Case, prove};

pub const CASES: &[Case] = &[
    Case {
        code: "STR030",
        document: SHEETS,
        mutate: |lines, random| {
            let field = random.one(&[TARGET, STAFF, NEEDS, CONTINUES, RESULTS])?;
            let row = one_of(lines, random, field)?;
            let sheet = (1..row).rev().find(|line| lines.line(*line).starts_with("<i>Azione"))?;
            lines.0.remove(row as usize - 1);
            Some(sheet)
        },
    },
    Case {
        code: "STR030",
        document: PEG,
        mutate: |lines, random| {
            let row = description(lines, random)?;
            lines.line(row).clear();
            lines.line(row - 2).clear();
            Some(row - 6)
        },
    },
    Case {
        code: "STR031",
        document: SHEETS,
        mutate: |lines, random| {
            let words =
                ["Chi è impegnato e con quali funzioni", "(indicare il personale)", "Risorse di personale dedicate"];
            let text = random_text(random, &words);
            answer(lines, random, STAFF, text)
        },
    },
    Case {
        code: "STR032",
        document: SHEETS,
        mutate: |lines, random| {
            let given = lines.that(|line| line.starts_with(TOGETHER) && first_words(line) >= 24);
            let text = lines.cells(random.one(&given)?)[1].clone();
            let row = one_of(lines, random, TARGET)?;
            let same_sheet = lines.0.get(row as usize..row as usize + 9)?.iter().any(|line| line.ends_with(&text));
            if same_sheet {
                return None;
            }
            lines.set_cell(row, 1, &text);
            Some(row)
        },
    },
    Case {
        code: "STR033",
        document: SHEETS,
        mutate: |lines, random| {
            let row = one_of(lines, random, IMPACT)?;
            let results = lines.cells(row - 1)[1].clone();
            lines.set_cell(row, 1, &results);
            Some(row)
        },
    },
    Case {
        code: "STR008",
        document: PEG,
        mutate: |lines, random| {
            let [one, two] = [description(lines, random)?, description(lines, random)?];
            let (first, last) = (one.min(two), one.max(two));
            let text = lines.line(first).clone();
            if first == last || text.len() < 120 {
                return None;
            }
            *lines.line(last) = text;
            Some(last)
        },
    },
    Case {
        code: "STR034",
        document: SHEETS,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.starts_with(IMPACT));
            let [one, two] = [random.one(&rows)?, random.one(&rows)?];
            let text =
                "Meno famiglie che aspettano una risposta e più accordi firmati con le associazioni del territorio";
            if one == two {
                return None;
            }
            lines.set_cell(one, 1, text);
            lines.set_cell(two, 1, text);
            Some(one.max(two))
        },
    },
    Case { code: "STR035", document: SHEETS, mutate: |lines, random| answer(lines, random, CONTINUES, "") },
    Case {
        code: "STR036",
        document: SHEETS,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.starts_with(CROSS) && line.ends_with("\tNo"));
            let row = random.one(&rows)?;
            lines.set_cell(row - 3, 1, "Trasversale");
            Some(row)
        },
    },
    Case {
        code: "STR037",
        document: SHEETS,
        mutate: |lines, random| answer(lines, random, TOGETHER, "Le cooperative del territorio"),
    },
    Case {
        code: "STR038",
        document: SHEETS,
        mutate: |lines, random| {
            let row = one_of(lines, random, IMPACT)?;
            lines.set_cell(row, 0, "Quale impatto si vuole raggiungere");
            Some(row)
        },
    },
    Case {
        code: "STR039",
        document: SHEETS,
        mutate: |lines, random| answer(lines, random, STAFF, "Un educatore e un operatore da definire"),
    },
    Case {
        code: "STR074",
        document: SHEETS,
        mutate: |lines, random| {
            let text =
                format!("Rispondere a chi è descritto al punto {}) qui sopra", random_text(random, &["2c", "1b"]));
            answer(lines, random, NEEDS, &text)
        },
    },
    Case {
        code: "STR076",
        document: SHEETS,
        mutate: |lines, random| answer(lines, random, CROSS, "Si, socio sanitaria"),
    },
    Case {
        code: "STR077",
        document: SHEETS,
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.starts_with("Presenta aspetti") && line.ends_with("\tNo")))?;
            let staff = (1..row).rev().find(|line| lines.line_of(*line).starts_with(STAFF))?;
            lines
                .line(staff)
                .push_str(random_text(random, &[" e un operatore dell’ASST", ", con il personale sanitario"]));
            Some(row)
        },
    },
];

#[test]
fn found() {
    prove(CASES);
}
