// SPDX-License-Identifier: AGPL-3.0-or-later
//! `STR`: the tree and its codes.

use crate::support::{Case, Lines, Random, prove};

const PEG: &str = "peg-2027.txt";
const ZONE: &str = "piano-di-zona.txt";
const GOALS: &str = "piano-obiettivi.md";
const FUNDS: &str = "programma-fondi.txt";

pub const CASES: &[Case] = &[
    Case { code: "STR001", document: PEG, mutate: second_indicator_takes_the_first_code },
    Case { code: "STR001", document: ZONE, mutate: sheet_takes_the_number_before },
    Case { code: "STR002", document: ZONE, mutate: action_skipped },
    Case { code: "STR002", document: PEG, mutate: objective_skipped },
    Case { code: "STR002", document: FUNDS, mutate: general_objective_skipped },
    Case { code: "STR003", document: PEG, mutate: indicator_skipped },
    Case { code: "STR004", document: PEG, mutate: indicators_exchanged },
    Case { code: "STR004", document: PEG, mutate: sheet_moved },
    Case { code: "STR005", document: ZONE, mutate: index_lines_exchanged },
    Case { code: "STR006", document: ZONE, mutate: title_changed_in_the_index },
    Case { code: "STR006", document: GOALS, mutate: word_lost_in_the_index },
    Case { code: "STR007", document: ZONE, mutate: sheet_printed_twice },
    Case { code: "STR008", document: PEG, mutate: sheet_copied_under_another_number },
    Case { code: "STR009", document: ZONE, mutate: action_listed_again },
    Case { code: "STR010", document: ZONE, mutate: action_listed_below_the_next },
    Case { code: "STR011", document: PEG, mutate: indicator_of_another_sheet },
    Case { code: "STR011", document: PEG, mutate: phase_of_an_unknown_objective },
    Case { code: "STR011", document: PEG, mutate: phase_of_another_sheet },
    Case { code: "STR012", document: PEG, mutate: project_of_another_centre },
    Case { code: "STR013", document: ZONE, mutate: action_only_in_the_index },
    Case { code: "STR013", document: ZONE, mutate: objective_lost },
    Case { code: "STR014", document: ZONE, mutate: action_taken_out_of_the_index },
    Case { code: "STR015", document: GOALS, mutate: heading_taken_out },
    Case { code: "STR016", document: PEG, mutate: pages_lost },
    Case { code: "STR017", document: ZONE, mutate: wrong_number_in_the_table },
    Case { code: "STR017", document: ZONE, mutate: last_sheet_renumbered },
    Case { code: "STR018", document: FUNDS, mutate: title_cut_by_the_page },
    Case { code: "STR020", document: PEG, mutate: phase_of_another_objective },
    Case { code: "STR022", document: PEG, mutate: objective_taken_out },
    Case { code: "STR024", document: PEG, mutate: total_taken_out },
    Case { code: "STR024", document: PEG, mutate: total_emptied },
    Case { code: "STR025", document: ZONE, mutate: activity_renumbered },
    Case { code: "STR025", document: ZONE, mutate: activity_retitled },
    Case { code: "STR026", document: ZONE, mutate: one_title_for_two },
    Case { code: "STR026", document: PEG, mutate: objective_titled_as_another_project },
    Case { code: "STR028", document: PEG, mutate: project_titled_as_another_action },
    Case { code: "STR029", document: PEG, mutate: phase_number_changed },
];

#[test]
fn found() {
    prove(CASES);
}

/// Whether a line is the row of an indicator with this number in its objective.
fn is_indicator(line: &str, number: &str) -> bool {
    let code = line.split('\t').next().unwrap_or("");
    code.as_bytes().get(1) == Some(&b'_') && code.split('_').count() == 4 && code.ends_with(&format!("_{number}"))
}

fn rename_indicator(lines: &mut Lines, random: &mut Random, from: &str, to: &str) -> Option<u32> {
    let row = random.one(&lines.that(|line| is_indicator(line, from)))?;
    let code = lines.cells(row)[0].clone();
    let stem = code.strip_suffix(from)?;
    lines.set_cell(row, 0, &format!("{stem}{to}"));
    Some(row)
}

fn second_indicator_takes_the_first_code(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    rename_indicator(lines, random, "2", "1")
}

fn indicator_skipped(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    rename_indicator(lines, random, "2", "3")
}

fn indicators_exchanged(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let second = random.one(&lines.that(|line| is_indicator(line, "2")))?;
    lines.0.swap(second as usize - 1, second as usize - 3);
    Some(second)
}

/// "Azione 7" and all behind it get the next number, everywhere.
fn action_skipped(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let first = 2 + random.below(8);
    for line in &mut lines.0 {
        for number in (first..=10).rev() {
            *line = line.replace(&format!("Azione {number} "), &format!("Azione {} ", number + 1));
            *line = line.replace(&format!("\t{number}\tAzione "), &format!("\t{}\tAzione ", number + 1));
        }
    }
    lines.that(|line| line.starts_with(&format!("<i>Azione {} ", first + 1))).first().copied()
}

fn index_of_actions(lines: &Lines) -> Vec<u32> {
    lines.that(|line| line.starts_with("Azione ") && line.contains("...."))
}

fn index_lines_exchanged(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&index_of_actions(lines))?;
    if !lines.line(row + 1).starts_with("Azione ") {
        return None;
    }
    lines.0.swap(row as usize - 1, row as usize);
    Some(row)
}

fn title_changed_in_the_index(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row =
        random.one(&lines.that(|line| line.contains("....") && !line.starts_with(|c: char| c.is_ascii_digit())))?;
    *lines.line(row) = lines.line(row).replacen("....", " e altro....", 1);
    Some(row)
}

fn sheet_printed_twice(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let first = random.one(&lines.that(|line| line.starts_with("<i>Azione ")))?;
    let from = first as usize - 1;
    let length = lines.0[from..].iter().position(String::is_empty)?;
    let mut copy = lines.0[from..from + length].to_vec();
    copy[1] = "Descrizione obiettivo\tTutt’altro lavoro, scritto in un altro anno da un altro ufficio.".to_owned();
    copy.insert(0, String::new());
    let at = from + length;
    lines.0.splice(at..at, copy);
    u32::try_from(at + 2).ok()
}

fn descriptions(lines: &Lines) -> Vec<u32> {
    lines.that(|line| line == "Descrizione")
}

/// A description becomes that of another sheet but for its last words.
fn sheet_copied_under_another_number(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let all = descriptions(lines);
    let from = random.below(all.len() - 1);
    let to = from + 1 + random.below(all.len() - from - 1);
    let text = format!("{} Ogni anno.", lines.line(all[from] + 2));
    *lines.line(all[to] + 2) = text;
    Some(all[to] + 2)
}

fn action_listed_again(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let rows = lines.that(|line| line.contains("\tAzione "));
    let action = lines.cells(random.one(&rows[..5])?)[2..].join("\t");
    let last = *rows.last()?;
    lines.0.insert(last as usize, format!("\t\t{action}"));
    Some(last + 1)
}

fn action_listed_below_the_next(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("\t\t") && line.contains("\tAzione ")))?;
    if !lines.line(row + 1).starts_with("\tObiettivo") {
        return None;
    }
    lines.0.swap(row as usize - 1, row as usize);
    Some(row + 1)
}

fn indicator_of_another_sheet(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| is_indicator(line, "1") || is_indicator(line, "2")))?;
    let code = lines.cells(row)[0].clone();
    let parts: Vec<&str> = code.split('_').collect();
    lines.set_cell(row, 0, &format!("{}_{}_{}_{}", parts[0], parts[1], 7 + random.below(3), parts[3]));
    Some(row)
}

fn project_of_another_centre(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let (from, to) = random.one(&[("_1104", "_1206"), ("_1205", "_1106")])?;
    for line in &mut lines.0 {
        *line = line.replace(from, to);
    }
    lines.that(|line| line == format!("2027_PG{to}")).first().copied()
}

fn action_only_in_the_index(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let last = *index_of_actions(lines).last()?;
    let title = random.one(&["Mensa sociale", "Taxi solidale", "Banca del tempo"])?;
    lines.0.insert(last as usize, format!("Azione 11 {title}.....17"));
    Some(last + 1)
}

fn action_taken_out_of_the_index(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&index_of_actions(lines))?;
    let line = lines.0.remove(row as usize - 1);
    let number = line.split(' ').nth(1)?.to_owned();
    lines.that(|line| line.starts_with(&format!("<i>Azione {number} "))).first().copied()
}

fn heading_taken_out(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let headings = lines.that(|line| line.starts_with("## "));
    let heading = random.one(&headings[1..])?;
    let from = heading as usize - 1;
    let length = lines.0[from..].iter().position(|line| line.starts_with("### "))?;
    lines.0.drain(from..from + length);
    Some(heading)
}

/// Of a sheet only what follows its last heading is left.
fn pages_lost(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let sheet = random.one(&["1102", "1103", "1202", "1204"])?;
    let from = *lines.that(|line| line == format!("2027_PD_{sheet}")).first()?;
    let to = *lines.that(|line| line.starts_with(&format!("2027_OB_{sheet}_"))).last()?;
    lines.0.drain(from as usize - 1..to as usize);
    Some(*lines.that(|line| line.contains(&format!("_{sheet}_")) && is_indicator(line, "1")).first()?)
}

fn wrong_number_in_the_table(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.contains("\tAzione ")))?;
    let mut cells = lines.cells(row);
    let number = cells[2].clone();
    let wrong: usize = number.parse::<usize>().ok()?;
    let wrong = (wrong + 4) % 10 + 1;
    cells[3] = cells[3].replace(&format!("Azione {number} "), &format!("Azione {wrong} "));
    cells[2] = wrong.to_string();
    *lines.line(row) = cells.join("\t");
    Some(row)
}

fn title_cut_by_the_page(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let general = lines.that(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.len() > 6 && cells[0].len() == 3 && cells[0].contains('.')
    });
    let first = random.one(&general)?;
    let end = *lines.that(|line| line.starts_with("totale ")).iter().find(|end| **end > first)?;
    let specific = (first + 1..end).find(|row| !lines.cells(*row)[2].is_empty())?;
    let title = lines.cells(first)[1].clone();
    let cut = title.match_indices(' ').nth(1 + random.below(2))?.0;
    lines.set_cell(first, 1, &title[..cut]);
    lines.set_cell(specific, 1, &title[cut + 1..]);
    lines.0.insert(specific as usize - 1, String::new());
    Some(specific + 1)
}

fn phase_of_another_objective(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let phase = random.one(&lines.that(|line| line.contains("\tPrevisto\t")))?;
    let code = lines.cells(phase)[1].clone();
    let sheet = &code[..code.len() - 1];
    let others = lines.that(|line| line.starts_with(sheet) && !line.starts_with(&code));
    let title = lines.line(random.one(&others)?).split_once(' ')?.1.to_owned();
    lines.set_cell(phase, 2, &title);
    Some(phase)
}

fn objective_taken_out(lines: &mut Lines, _: &mut Random) -> Option<u32> {
    let sheet = *lines.that(|line| line == "2027_PG_1104").first()?;
    let from = *lines.that(|line| line.starts_with("2027_OB_1104_1")).first()? - 2;
    let to = *lines.that(|line| line.starts_with("Nome Soggetto")).iter().find(|row| **row > from)?;
    lines.0.drain(from as usize - 1..to as usize - 1);
    Some(sheet)
}

/// Only totals that the next one repeats: without another, the sums of what follows would change too.
fn total_taken_out(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let totals = lines.that(|line| line.contains("\tTotale Azione") || line.contains("\tTotale Obiettivo"));
    let total = random.one(&totals)?;
    if lines.cells(total)[5] != lines.cells(total + 1)[5] {
        return None;
    }
    lines.0.remove(total as usize - 1);
    lines
        .that(|line| {
            line.contains("\t2027_") && line.contains('%')
                || line.contains("\t2027_PG_1104")
                || line.contains("\tTotale Azione")
        })
        .into_iter()
        .rfind(|row| *row < total)
}

fn objective_skipped(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.starts_with("2027_OB_")))?;
    let code = lines.line(row).split(' ').next()?.to_owned();
    let sheet = &code[..code.len() - 1];
    let number: usize = code[code.len() - 1..].parse().ok()?;
    // Only the last of a sheet, or the one behind it would have its number.
    if number < 2 || !lines.that(|line| line.starts_with(&format!("{sheet}{} ", number + 1))).is_empty() {
        return None;
    }
    let short = sheet.strip_prefix("2027_OB_")?.to_owned();
    for line in &mut lines.0 {
        *line = line.replace(&code, &format!("{sheet}{}", number + 1));
        *line = line.replace(&format!("_{short}{number}_"), &format!("_{short}{}_", number + 1));
    }
    Some(row)
}

fn general_objective_skipped(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let first = 2 + random.below(2);
    for line in &mut lines.0 {
        for number in (first..=3).rev() {
            let (old, new) = (format!("4.{number}"), format!("4.{}", number + 1));
            if line.starts_with(&old) || line.starts_with(&format!("totale {old}")) {
                *line = line.replacen(&old, &new, 1);
            }
            *line = line.replace(&format!("\t{old}."), &format!("\t{new}."));
        }
    }
    lines.that(|line| line.starts_with(&format!("4.{}\t", first + 1))).first().copied()
}

fn word_lost_in_the_index(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.contains(" pag. ")))?;
    let words = lines.line(row).split(' ').count();
    let lost = 2 + random.below(words - 5);
    let kept: Vec<String> =
        lines.line(row).split(' ').enumerate().filter(|(at, _)| *at != lost).map(|(_, word)| word.to_owned()).collect();
    *lines.line(row) = kept.join(" ");
    Some(row)
}

/// The first sheet of a centre with its number behind the others.
fn sheet_moved(lines: &mut Lines, _: &mut Random) -> Option<u32> {
    let from = *lines.that(|line| line == "2027_PD_1202").first()? as usize - 1;
    let to = *lines.that(|line| line == "2027_PD_1203").first()? as usize - 1;
    let end = *lines.that(|line| line == "2027_PG_1205").first()? as usize - 1;
    lines.0[from..end].rotate_left(to - from);
    lines.that(|line| line == "2027_PD_1202").first().copied()
}

fn phase_of_an_unknown_objective(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let phase = random.one(&lines.that(|line| line.contains("\tPrevisto\t")))?;
    let code = lines.cells(phase)[1].clone();
    lines.set_cell(phase, 1, &format!("{}{}", &code[..code.len() - 1], 7 + random.below(3)));
    Some(phase)
}

fn total_emptied(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let total =
        random.one(&lines.that(|line| line.contains("\tTotale Azione") || line.contains("\tTotale Obiettivo")))?;
    let cells = lines.cells(total);
    lines.set_cell(total, cells.len() - 1, "");
    lines.set_cell(total, cells.len() - 2, "");
    Some(total)
}

fn activity_renumbered(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let rows = lines.that(|line| line.starts_with('A') && line.contains(" - ") && line.contains('\t'));
    let row = random.one(&rows)?;
    let number: usize = lines.line(row)[1..2].parse().ok()?;
    let wrong = (number + random.below(4)) % 5 + 1;
    lines.line(row).replace_range(1..2, &wrong.to_string());
    Some(row)
}

/// Two actions of one objective with the title of the first, wherever they are named.
fn one_title_for_two(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let (first, second) = random.one(&[("1", "2"), ("4", "5"), ("7", "8"), ("9", "10")])?;
    let title = |lines: &Lines, number: &str| {
        let mark = format!("<i>Azione {number} ");
        let row = lines.0.iter().find(|line| line.starts_with(&mark))?;
        row[mark.len()..].split('<').next().map(str::to_owned)
    };
    let (new, old) = (title(lines, first)?, title(lines, second)?);
    for line in &mut lines.0 {
        *line = line.replace(&format!("Azione {second} {old}"), &format!("Azione {second} {new}"));
    }
    lines.that(|line| line.starts_with(&format!("Azione {first} "))).first().copied()
}

fn activity_retitled(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = random.one(&lines.that(|line| line.contains(",00") && line.starts_with('A') && line.contains(" - ")))?;
    let code = lines.line(row)[..2].to_owned();
    lines.set_cell(row, 0, &format!("{code} - Cucina e stireria"));
    Some(row)
}

fn objective_titled_as_another_project(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let titles = ["Inclusione e patti personalizzati", "Interventi educativi per persone con disabilità"];
    let row = random.one(&lines.that(|line| line.starts_with("2027_OB_11")))?;
    let code = lines.line(row).split(' ').next()?.to_owned();
    *lines.line(row) = format!("{code} {}", random.one(&titles)?);
    // The sheet that comes second is the one told.
    Some(row)
}

/// The title of a sheet becomes that of an action it does not stand under, wherever it is printed.
fn project_titled_as_another_action(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let titles = [
        ("Sportello sociale diffuso", "Programmazione di zona dell'Ufficio di Piano"),
        ("Sistema informativo e cartella sociale", "Accesso unitario ai servizi"),
    ];
    let (old, new) = random.one(&titles)?;
    for line in &mut lines.0 {
        *line = line.replace(old, new);
    }
    lines.that(|line| line == new).first().copied()
}

fn phase_number_changed(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let rows = lines.that(|line| line.contains("\tPrevisto\t") && line.starts_with('2'));
    let row = random.one(&rows)?;
    // The third phase stays: a number beside it that is there twice is told once.
    let last = !lines.line_of(row + 2).contains("\tPrevisto\t");
    let number = if last { ["1", "3", "4"][random.below(3)] } else { "1" };
    lines.set_cell(row, 0, number);
    Some(row)
}

fn sheet_takes_the_number_before(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let number = 2 + random.below(8);
    let row = *lines.that(|line| line.starts_with(&format!("<i>Azione {number} "))).first()?;
    *lines.line(row) = lines.line(row).replace(&format!("Azione {number} "), &format!("Azione {} ", number - 1));
    Some(row)
}

fn last_sheet_renumbered(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let row = *lines.that(|line| line.starts_with("<i>Azione 10 ")).first()?;
    *lines.line(row) = lines.line(row).replace("Azione 10 ", &format!("Azione {} ", 11 + random.below(1)));
    Some(row)
}

fn objective_lost(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let heads = lines.that(|line| line.starts_with("Obiettivo ") && !line.contains("...."));
    let row = random.one(&heads[1..])?;
    let name = std::mem::take(lines.line(row));
    lines.that(|line| line.contains(&format!("\t{name}\t"))).first().copied()
}

fn phase_of_another_sheet(lines: &mut Lines, random: &mut Random) -> Option<u32> {
    let phase = random.one(&lines.that(|line| line.contains("\tPrevisto\t")))?;
    let other = random.one(&["2027_OB_1103_1", "2027_OB_1202_1", "2027_OB_1204_2"])?;
    if lines.cells(phase)[1][..12] == other[..12] {
        return None;
    }
    lines.set_cell(phase, 1, other);
    Some(phase)
}
