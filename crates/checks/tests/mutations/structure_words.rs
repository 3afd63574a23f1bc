// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR`: words, names and references.

use crate::structure_tools::{
    FUNDS, NEEDS, PEG, SHEETS, TOGETHER, answer, before_table, description, one_of, random_text,
};
use crate::support::{Case, is_amount, prove};

pub const CASES: &[Case] = &[
    Case {
        code: "STR055",
        document: PEG,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.contains("\tPrevisto\t"));
            let row = random.one(&rows)?;
            let mut title = lines.cells(row)[2].clone();
            title.push_str(random_text(random, &[" tramite", " con", " entro il"]));
            lines.set_cell(row, 2, &title);
            Some(row)
        },
    },
    Case {
        code: "STR056",
        document: PEG,
        mutate: |lines, random| {
            let row = description(lines, random)?;
            let text = lines.line(row).clone();
            let spaces: Vec<usize> = text.match_indices(' ').map(|(at, _)| at + 1).collect();
            lines.line(row).insert(random.one(&spaces)?, random.one(&['(', '"'])?);
            Some(row)
        },
    },
    Case {
        code: "STR057",
        document: PEG,
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.starts_with("Cap. 0") && line.contains("==VEGG")))?;
            let cells = lines.cells(row);
            let (title, _) = cells[1].split_once("==")?;
            let long = "E PER LE ATTIVITÀ COLLEGATE NEI NOVE COMUNI DELL'AREA DI VALDORO E NEI TERRITORI VICINI";
            let cut = format!("{title}{long} ==VE");
            lines.set_cell(row, 1, &cut);
            Some(row)
        },
    },
    Case {
        code: "STR059",
        document: PEG,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.starts_with("Cap. ") && line.contains("SERVIZI"));
            let row = random.one(&rows)?;
            *lines.line(row) = lines.line(row).replacen("SERVIZI", "SERVI ZI", 1);
            Some(row)
        },
    },
    Case {
        code: "STR060",
        document: SHEETS,
        mutate: |lines, random| {
            let names = ["il Comune di Collelume", "la scuola di musica", "il gruppo Orti e Campi"];
            let name = random_text(random, &names);
            let text = format!("Si, con {name}, {}, {name}", "il consultorio");
            let list = text.replacen("con ", "con i seguenti: ", 1).replacen(": ", ", ", 1);
            answer(lines, random, TOGETHER, &list)
        },
    },
    Case {
        code: "STR061",
        document: SHEETS,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.len() > 100 && !line.contains('\t') && !line.starts_with('A'));
            let row = random.one(&rows)?;
            let copy = lines.line(row).clone();
            lines.0.splice(row as usize..row as usize, [String::new(), copy]);
            Some(row + 2)
        },
    },
    Case {
        code: "STR061",
        document: FUNDS,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.split('\t').nth(4).is_some_and(|cell| cell.len() > 75));
            let (from, to) = (random.one(&rows)?, random.one(&rows)?);
            if from == to {
                return None;
            }
            let text = format!("{}. {}", lines.cells(to)[4], lines.cells(from)[4]);
            lines.set_cell(to, 4, &text);
            Some(to)
        },
    },
    Case {
        code: "STR062",
        document: SHEETS,
        mutate: |lines, random| {
            let row = one_of(lines, random, NEEDS)?;
            let text = format!("{}{}", random_text(random, &["<p>", "<ul>- "]), lines.cells(row)[1]);
            lines.set_cell(row, 1, &text);
            Some(row)
        },
    },
    Case {
        code: "STR063",
        document: FUNDS,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.trim_end().ends_with("DG Politiche sociali"));
            let row = random.one(&rows)?;
            let other = random_text(random, &["DG Pol. Soc.", "DG Politche sociali"]);
            *lines.line(row) = lines.line(row).replace("DG Politiche sociali", other);
            Some(row)
        },
    },
    Case {
        code: "STR064",
        document: PEG,
        mutate: |lines, random| {
            // The article 02 of a chapter is given the title of the article 01, with another letter.
            let row = random.one(&lines.that(|line| line.starts_with("Cap. 4") && line.contains("DEI")))?;
            let mut cells = lines.cells(row);
            cells[1] = cells[1].replacen("DEI", "DET", 1);
            for cell in cells.iter_mut().skip(2).filter(|cell| is_amount(cell)) {
                "0,00".clone_into(cell);
            }
            lines.0.insert(row as usize, cells.join("\t"));
            Some(row + 1)
        },
    },
    Case {
        code: "STR066",
        document: SHEETS,
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.contains("?\tSi") || line.contains("policy\tSi")))?;
            let answer = lines.cells(row)[1].replacen("Si", random_text(random, &["SI", "Sì", "si"]), 1);
            lines.set_cell(row, 1, &answer);
            Some(row)
        },
    },
    Case {
        code: "STR067",
        document: "piano-obiettivi.md",
        mutate: |lines, random| {
            let row = one_of(lines, random, "### Indicatori:")?;
            "**Indicatori:**".clone_into(lines.line(row));
            Some(row)
        },
    },
    Case {
        code: "STR068",
        document: PEG,
        mutate: |lines, random| {
            let row = one_of(lines, random, "2027_OB_")?;
            let number = lines.line(row).get(8..12)?.to_owned();
            let code = lines.line(row).get(..14)?.to_owned();
            let project = lines.that(|line| line.starts_with("2027_P") && line.ends_with(&number));
            let title = lines.line(*project.first()? + 2).clone();
            *lines.line(row) = format!("{code} {title}");
            (title.split(' ').count() > 2).then_some(row)
        },
    },
    Case {
        code: "STR070",
        document: SHEETS,
        mutate: |lines, random| {
            let texts = [
                "Far conoscere a tutti il servizio C.A.R.O., che molti chiamano CARO",
                "Unire il Settore Reti dei servizi minori e il Settore Reti nei servizi minori",
                "Dare ascolto a Gina Torvella e a Gina Torbella, che abitano lontano",
            ];
            let text = random_text(random, &texts);
            answer(lines, random, NEEDS, text)
        },
    },
    Case {
        code: "STR071",
        document: PEG,
        mutate: |lines, random| {
            let row = description(lines, random)?;
            lines
                .line(row)
                .push_str(random_text(random, &[" Il piano 2027.2029 lo prevede.", " Scelta del 12.09.2027."]));
            Some(row)
        },
    },
    Case {
        code: "STR075",
        document: SHEETS,
        mutate: |lines, random| {
            let letter = random_text(random, &["b", "c", "f"]);
            let text = format!("Il progetto unisce anche la ({letter}) mobilità leggera di quartiere.");
            before_table(lines, &["D. Mobilità leggera di quartiere", "", &text]).map(|line| line + 2)
        },
    },
    Case {
        code: "STR078",
        document: SHEETS,
        mutate: |lines, _| {
            let rows = ["QUADRO DEI PARTNER", "", "Il comitato si riunisce ogni mese.", "", "QUADRO DEI PARINER"];
            before_table(lines, &rows).map(|line| line + 4)
        },
    },
    Case {
        code: "STR079",
        document: PEG,
        mutate: |lines, random| {
            let row = random.one(&lines.that(|line| line.contains("VEGG. CAP/")))?;
            *lines.line(row) = lines.line(row).replacen("VEGG.", random_text(random, &["VEDI", "VEGGASI"]), 1);
            Some(row)
        },
    },
    Case {
        code: "STR080",
        document: SHEETS,
        mutate: |lines, random| {
            let words = random_text(random, &["Nella figura seguente", "Nel grafico che segue"]);
            before_table(lines, &[&format!("{words} si vedono i poli.")])
        },
    },
    Case {
        code: "STR081",
        document: PEG,
        mutate: |lines, random| {
            let rows = lines.that(|line| line.starts_with("M_") && line.split('\t').count() == 3);
            let row = random.one(&rows)?;
            let title = format!("{}*", lines.cells(row)[1]);
            lines.set_cell(row, 1, &title);
            Some(row)
        },
    },
];

#[test]
fn found() {
    prove(CASES);
}
