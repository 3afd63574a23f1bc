// SPDX-License-Identifier: AGPL-3.0-or-later
//! Aligned columns of text, fitted to a width: columns without content are left out, long words wrap inside their
//! column, and only what would take more than [`CELL_LINES_MAX`] lines is cut, with `…`.

use std::io::{self, Write};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The most lines of one cell.
const CELL_LINES_MAX: usize = 6;
/// Which columns give way where there is no room, one step after the other, and down to which width. Numbers never
/// do: a broken number misleads, a line that is too long does not.
const SHRINKING: [(&[Align], usize); 5] = [
    (&[Align::Main, Align::Grow], 30),
    (&[Align::Grow], 12),
    (&[Align::Main], 20),
    (&[Align::Left], 10),
    (&[Align::Main, Align::Grow], 6),
];
/// The space between two columns.
const GAP: &str = "  ";

/// On which side the text of a column stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
    /// Words that can stand on several lines.
    Grow,
    /// The words that the row is about: they stay the widest.
    Main,
}

/// A column.
#[derive(Debug)]
struct Column {
    title: String,
    align: Align,
    width: usize,
}

/// A line of the grid.
#[derive(Debug)]
enum Row {
    Cells(Vec<String>),
    Group(String),
    Total(Vec<String>),
}

/// Rows under headings.
#[derive(Debug)]
pub(super) struct Grid {
    columns: Vec<Column>,
    rows: Vec<Row>,
}

impl Grid {
    pub(super) fn new(columns: impl IntoIterator<Item = (String, Align)>) -> Self {
        let columns = columns.into_iter().map(|(title, align)| Column { title, align, width: 0 }).collect();
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row, one cell a column.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(Row::Cells(cells));
    }

    /// Adds a line that says what the rows below it belong to.
    pub(super) fn group(&mut self, text: String) {
        self.rows.push(Row::Group(text));
    }

    /// Adds the sums under the rows.
    pub(super) fn total(&mut self, cells: Vec<String>) {
        self.rows.push(Row::Total(cells));
    }

    /// Writes the grid, no line wider than `width`.
    pub(super) fn write(mut self, out: &mut impl Write, width: usize) -> io::Result<()> {
        self.fit(width);
        let titles: Vec<String> = self.columns.iter().map(|column| column.title.clone()).collect();
        self.write_cells(out, &titles)?;
        for row in &self.rows {
            match row {
                Row::Cells(cells) => self.write_cells(out, cells)?,
                Row::Group(text) => {
                    for line in wrap(text, width, CELL_LINES_MAX) {
                        writeln!(out, "{line}")?;
                    }
                }
                Row::Total(cells) => {
                    let rule = |(column, cell): (&Column, &String)| match column.align {
                        Align::Right => "─".repeat(cell.width()),
                        Align::Left | Align::Grow | Align::Main => String::new(),
                    };
                    let rules: Vec<String> = self.columns.iter().zip(cells).map(rule).collect();
                    self.write_cells(out, &rules)?;
                    self.write_cells(out, cells)?;
                }
            }
        }
        Ok(())
    }

    /// Gives each column its width; one without any content gets none.
    fn fit(&mut self, width: usize) {
        for (index, column) in self.columns.iter_mut().enumerate() {
            let widest = |row: &Row| match row {
                Row::Cells(cells) | Row::Total(cells) => {
                    cells.get(index).map_or(0, |cell| cell.lines().map(str::width).max().unwrap_or(0))
                }
                Row::Group(_) => 0,
            };
            let content = self.rows.iter().map(widest).max().unwrap_or(0);
            column.width = if content == 0 { 0 } else { content.max(column.title.width()) };
        }
        let used = |columns: &[Column]| {
            let shown = columns.iter().filter(|column| column.width > 0).count();
            columns.iter().map(|column| column.width).sum::<usize>() + GAP.len() * shown.saturating_sub(1)
        };
        for (aligns, minimum) in SHRINKING {
            while used(&self.columns) > width {
                let excess = used(&self.columns) - width;
                let may_shrink = |column: &&mut Column| aligns.contains(&column.align) && column.width > minimum;
                let mut shrinking: Vec<&mut Column> = self.columns.iter_mut().filter(may_shrink).collect();
                shrinking.sort_by_key(|column| std::cmp::Reverse(column.width));
                let next = shrinking.get(1).map_or(minimum, |column| column.width);
                let Some(widest) = shrinking.first_mut() else { break };
                let step = (widest.width - next).max(1).min(excess);
                widest.width = (widest.width - step).max(minimum);
            }
        }
    }

    fn write_cells(&self, out: &mut impl Write, cells: &[String]) -> io::Result<()> {
        let blank = String::new();
        let columns: Vec<(&Column, Vec<String>)> = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.width > 0)
            .map(|(index, column)| (column, wrap(cells.get(index).unwrap_or(&blank), column.width, CELL_LINES_MAX)))
            .collect();
        let height = columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        for line in 0..height {
            let mut text = String::new();
            for (at, (column, lines)) in columns.iter().enumerate() {
                if at > 0 {
                    text.push_str(GAP);
                }
                let cell = lines.get(line).map_or("", String::as_str);
                let padding = " ".repeat(column.width.saturating_sub(cell.width()));
                match column.align {
                    Align::Right => text.extend([padding.as_str(), cell]),
                    Align::Left | Align::Grow | Align::Main => text.extend([cell, padding.as_str()]),
                }
            }
            writeln!(out, "{}", text.trim_end())?;
        }
        Ok(())
    }
}

/// The text in lines of at most `width` columns, broken between words where it can be; the last line that is shown
/// ends with `…` where more would follow. The indent of a line is kept on the lines it breaks into.
pub(crate) fn wrap(text: &str, width: usize, lines_max: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let indent = (paragraph.width() - paragraph.trim_start().width()).min(width / 2);
        let mut line = " ".repeat(indent);
        // Control characters would move the cursor of the terminal: they divide words here.
        for word in
            paragraph.split(|char: char| char.is_whitespace() || char.is_control()).filter(|word| !word.is_empty())
        {
            let gap = usize::from(line.width() > indent);
            if line.width() + gap + word.width() <= width {
                line.push_str(if gap == 1 { " " } else { "" });
                line.push_str(word);
                continue;
            }
            if line.width() > indent {
                lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
            }
            for char in word.chars() {
                if line.width() + char.width().unwrap_or(0) > width && line.width() > indent {
                    lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
                }
                line.push(char);
            }
            if lines.len() > lines_max {
                break;
            }
        }
        lines.push(line);
        if lines.len() > lines_max {
            break;
        }
    }
    if lines.len() > lines_max {
        lines.truncate(lines_max);
        if let Some(last) = lines.last_mut() {
            *last = with_ellipsis(last, width);
        }
    }
    lines
}

/// The beginning of a text that goes on, as far as a width lets it.
fn with_ellipsis(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut taken = 1;
    for char in text.trim_end().chars() {
        taken += char.width().unwrap_or(0);
        if taken > width {
            break;
        }
        out.push(char);
    }
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(build: impl FnOnce(&mut Grid), width: usize) -> String {
        let columns = [("riga", Align::Right), ("voce", Align::Main), ("nota", Align::Grow), ("importo", Align::Right)];
        let mut grid = Grid::new(columns.map(|(title, align)| (title.to_owned(), align)));
        build(&mut grid);
        let mut out = Vec::new();
        grid.write(&mut out, width).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.lines().all(|line| line.width() <= width), "{text}");
        text
    }

    fn cells<const N: usize>(cells: [&str; N]) -> Vec<String> {
        cells.map(str::to_owned).to_vec()
    }

    #[test]
    fn columns_stand_under_each_other() {
        let text = check(
            |grid| {
                grid.group("2027_PD_1 Sportello sociale".to_owned());
                grid.row(cells(["7", "Personale", "", "1.250,00"]));
                grid.row(cells(["12", "Beni e servizi", "", "750,00"]));
                grid.total(cells(["", "Totale", "", "2.000,00"]));
            },
            100,
        );
        insta::assert_snapshot!(text);
    }

    #[test]
    fn long_words_wrap_and_the_longest_are_cut() {
        let text = check(
            |grid| {
                let long = "parola ".repeat(60);
                grid.row(cells(["7", &long, "èèèèèèèèèèèèèèèèèèèèèèèèèèèèèèèè", "1.250,00"]));
            },
            50,
        );
        insta::assert_snapshot!(text);
    }

    #[test]
    fn what_would_move_the_cursor_is_not_written() {
        assert_eq!(wrap("a\u{1b}[2Jb\tc", 20, 4), ["a [2Jb c"]);
    }
}
