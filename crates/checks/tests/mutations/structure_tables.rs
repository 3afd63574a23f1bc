// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR030`–`STR069`: sheets, tables, words.

use crate::support::{Case, Lines, Random, is_amount, prove};

const SHEETS: &str = "piano-di-zona.txt";
const FUNDS: &str = "programma-fondi.txt";
const PEG: &str = "peg-2027.txt";

const TARGET: &str = "Target\t";
const STAFF: &str = "Risorse di personale dedicate\t";
const CROSS: &str = "L'obiettivo è trasversale e integrato con altre aree di policy\t";
const CONTINUES: &str = "E' in continuità con la programmazione precedente (2024 / 2026)?\t";
const TOGETHER: &str = "L'intervento è coprogettato con altri attori della rete\t";
const NEEDS: &str = "Questo intervento a quale/i bisogno/i risponde\t";
const RESULTS: &str = "Quali risultati vuole raggiungere?\t";
const IMPACT: &str = "Quale impatto vuole raggiungere?\t";

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
        code: "STR072",
        document: PEG,
        mutate: |lines, _| {
            let row = *lines.that(|line| line.ends_with("\t18500")).first()?;
            lines.line(row).push_str("00");
            Some(row)
        },
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
        code: "STR075",
        document: SHEETS,
        mutate: |lines, random| {
            let letter = random_text(random, &["b", "c", "f"]);
            let text = format!("Il progetto unisce anche la ({letter}) mobilità leggera di quartiere.");
            before_table(lines, &["D. Mobilità leggera di quartiere", "", &text]).map(|line| line + 2)
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

/// Puts lines of text before the first title of a table; the line of the first.
fn before_table(lines: &mut Lines, text: &[&str]) -> Option<u32> {
    let caption = *lines.that(|line| line.starts_with("Tabella 1")).first()? as usize;
    let rows = text.iter().map(|line| (*line).to_owned()).chain([String::new()]);
    lines.0.splice(caption - 1..caption - 1, rows);
    u32::try_from(caption).ok()
}

/// One of the lines that begin so.
fn one_of(lines: &Lines, random: &mut Random, begin: &str) -> Option<u32> {
    random.one(&lines.that(|line| line.starts_with(begin)))
}

/// Gives a random field of one label another answer.
fn answer(lines: &mut Lines, random: &mut Random, label: &str, text: &str) -> Option<u32> {
    let row = one_of(lines, random, label)?;
    lines.set_cell(row, 1, text);
    Some(row)
}

fn random_text<'a>(random: &mut Random, of: &[&'a str]) -> &'a str {
    of[random.below(of.len())]
}

/// The length of the first five words of an answer.
fn first_words(line: &str) -> usize {
    let answer = line.split('\t').nth(1).unwrap_or("");
    let words: Vec<&str> = answer.split(' ').take(5).collect();
    if words.len() == 5 { words.join(" ").len() } else { 0 }
}

/// The line of the text of one description.
fn description(lines: &Lines, random: &mut Random) -> Option<u32> {
    random.one(&lines.that(|line| line == "Descrizione")).map(|line| line + 2)
}

/// A row of the timetable.
fn timetable_row(lines: &Lines, random: &mut Random) -> Option<u32> {
    let header = *lines.that(|line| line.starts_with("Attività\tgen")).first()?;
    Some(header + 1 + u32::try_from(random.below(5)).ok()?)
}

#[test]
fn found() {
    prove(CASES);
}
