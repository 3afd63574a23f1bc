// SPDX-License-Identifier: AGPL-3.0-or-later
//! A whole list as a file that is written while it is sent: some rows are fetched, written, sent, and forgotten.
//!
//! A text goes out as its rows come in. A workbook is put together in a temporary file, because its parts are pressed
//! together at the end, and goes out from there. Whoever stops receiving stops the fetching.

use super::{Address, Cell, Column, Holds, List, print};
use crate::render::{Label, Page};
use crate::server::{Answer, Context, disposition, slug};
use ambito_app::{Error, Taken};
use ambito_exchange::export::{self, Csv, Xlsx};
use ambito_i18n::Catalogue;
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use futures::stream::{self, StreamExt as _};
use std::io::{self, Write};
use std::sync::Arc;
use tokio::sync::mpsc;

/// How many parts of a workbook wait to be sent at most.
const PARTS_WAITING: usize = 4;
/// How large a part of a workbook is.
const PART_BYTES: usize = 64 * 1024;

/// The format of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines of text with separated cells.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// The format of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        [Self::Csv, Self::Xlsx].into_iter().find(|format| format.word() == word)
    }

    /// Its word, also the end of the file's name.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// How a whole list is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// As a file.
    File(Format),
    /// Printed.
    Print,
}

impl Whole {
    /// As the record of what was done knows it.
    #[must_use]
    pub const fn taken(self) -> Taken {
        match self {
            Self::File(_) => Taken::File,
            Self::Print => Taken::Print,
        }
    }
}

/// The plan or the document that a list is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Of {
    /// What it is called.
    pub title: String,
    /// The number of its version; nothing for what has none.
    pub version: Option<i64>,
}

impl Of {
    /// In words.
    #[must_use]
    pub fn label(&self) -> Label {
        match self.version {
            Some(number) => {
                Label::key("list-of-version").with("title", self.title.as_str()).with("number", number.to_string())
            }
            None => Label::said(&self.title),
        }
    }
}

/// What a file is: what it is of, what its sheet is called, its columns, its sums.
#[derive(Clone, Debug)]
pub struct File {
    /// What the list is of; nothing where it is of the whole office.
    pub of: Option<Of>,
    /// What it holds.
    pub title: Label,
    /// The columns.
    pub columns: Vec<Column>,
    /// What the columns come to over the whole list; nothing where none does.
    pub sums: Vec<Cell>,
}

/// What fetches rows until there are no more.
pub trait Fetch: Send + 'static {
    /// The next rows; nothing after the last.
    fn next(&mut self) -> impl Future<Output = Result<Option<Vec<Vec<Cell>>>, Error>> + Send;
}

/// The answer that gives a whole list: the file, or the page to be printed. The list comes with its filters and without
/// rows; `count` is how many it has.
///
/// # Errors
/// No room for the temporary file of a workbook, what the database says.
pub async fn take(
    context: &Context,
    page: &Page,
    (address, whole): (&Address, Whole),
    (list, file, count): (List, File, u64),
    rows: impl Fetch,
) -> Answer {
    match whole {
        Whole::File(format) => send(context, format, file, rows),
        Whole::Print => print::print(context, page, address, (list, file, count), rows).await,
    }
}

/// The answer that sends a list to be kept.
///
/// # Errors
/// No room for the temporary file of a workbook.
pub fn send(context: &Context, format: Format, file: File, rows: impl Fetch) -> Answer {
    let catalogue = Arc::clone(context.server.engine.catalogue(context.language));
    Ok(answer(catalogue, format, file, rows)?)
}

fn answer(catalogue: Arc<Catalogue>, format: Format, file: File, rows: impl Fetch) -> Result<Response, Error> {
    let kept = disposition("attachment", &name(&file, format, &catalogue));
    let columns: Vec<export::Column> = file.columns.iter().map(|column| for_file(column, &catalogue)).collect();
    let mut sums: Vec<export::Cell> = file.sums.into_iter().map(|cell| cell.for_file(&catalogue)).collect();
    if let Some(first @ export::Cell::Nothing) = sums.first_mut() {
        *first = export::Cell::Text(catalogue.text("list-total", &[]));
    }
    let body = match format {
        Format::Csv => text(&columns, sums, catalogue, rows),
        Format::Xlsx => workbook(&file.title.text(&catalogue), columns, sums, catalogue, rows)?,
    };
    Ok(([(header::CONTENT_TYPE, format.kind().to_owned()), (header::CONTENT_DISPOSITION, kept)], body).into_response())
}

/// The name of a file: what it is of, then what it holds.
fn name(file: &File, format: Format, catalogue: &Catalogue) -> String {
    let version = |of: &Of| of.version.map(|number| format!("v{number}"));
    let of = file.of.as_ref().map(|of| slug(&of.title)).filter(|of| !of.is_empty());
    let parts = [of, file.of.as_ref().and_then(version), Some(slug(&file.title.text(catalogue)))];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join("-");
    format!("{name}.{}", format.word())
}

fn for_file(column: &Column, catalogue: &Catalogue) -> export::Column {
    let holds = match column.holds {
        Holds::Words => export::Holds::Words,
        Holds::Figures | Holds::Days => export::Holds::Figures,
    };
    export::Column { title: catalogue.text(column.label, &[]), holds }
}

/// How far a text is.
enum Stage {
    Head(String),
    Rows,
    Sums,
    Done,
}

fn text(columns: &[export::Column], sums: Vec<export::Cell>, catalogue: Arc<Catalogue>, rows: impl Fetch) -> Body {
    let csv = Csv::new(catalogue.language());
    let begin = (Stage::Head(csv.head(columns)), rows);
    Body::from_stream(stream::try_unfold(begin, move |(stage, mut rows)| {
        let (sums, catalogue) = (sums.clone(), Arc::clone(&catalogue));
        async move {
            Ok::<_, Error>(match stage {
                Stage::Head(head) => Some((head, (Stage::Rows, rows))),
                Stage::Rows => {
                    let found = rows.next().await?;
                    let stage = if found.is_some() { Stage::Rows } else { Stage::Sums };
                    let lines = found.into_iter().flatten().map(|row| csv.row(&cells(row, &catalogue)));
                    Some((lines.collect(), (stage, rows)))
                }
                Stage::Sums if sums.is_empty() => None,
                Stage::Sums => Some((csv.row(&sums), (Stage::Done, rows))),
                Stage::Done => None,
            })
        }
    }))
}

fn cells(row: Vec<Cell>, catalogue: &Catalogue) -> Vec<export::Cell> {
    row.into_iter().map(|cell| cell.for_file(catalogue)).collect()
}

fn workbook(
    title: &str,
    columns: Vec<export::Column>,
    sums: Vec<export::Cell>,
    catalogue: Arc<Catalogue>,
    mut rows: impl Fetch,
) -> Result<Body, Error> {
    let mut xlsx = Xlsx::new(title, columns).map_err(broken)?;
    let filled = async move {
        while let Some(found) = rows.next().await? {
            for row in found {
                xlsx.row(&cells(row, &catalogue)).map_err(broken)?;
            }
        }
        if !sums.is_empty() {
            xlsx.total(&sums).map_err(broken)?;
        }
        let (to, from) = mpsc::channel(PARTS_WAITING);
        // Pressing is work for the processor: it has a thread of its own, which waits for who receives.
        tokio::task::spawn_blocking(move || {
            let mut parts = io::BufWriter::with_capacity(PART_BYTES, Parts(to));
            let pressed = xlsx.finish(&mut parts).map_err(|error| io::Error::other(error.to_string()));
            if let Err(error) = pressed.and_then(|()| parts.flush()) {
                let Parts(to) = parts.get_mut();
                // Nobody receives any more: nobody is to be told.
                let _ = to.blocking_send(Err(Error::Broken(error.to_string())));
            }
        });
        Ok::<_, Error>(stream::unfold(from, async |mut from| Some((from.recv().await?, from))))
    };
    let parts = stream::once(filled).flat_map(|parts| match parts {
        Ok(parts) => parts.boxed(),
        Err(error) => stream::once(async { Err(error) }).boxed(),
    });
    Ok(Body::from_stream(parts))
}

fn broken(error: export::XlsxError) -> Error {
    Error::Broken(error.to_string())
}

/// Where a workbook is written to: whoever receives it.
struct Parts(mpsc::Sender<Result<Vec<u8>, Error>>);

impl Write for Parts {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let sent = self.0.blocking_send(Ok(bytes.to_vec()));
        sent.map(|()| bytes.len()).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ambito_i18n::Language;
    use std::sync::atomic::{AtomicUsize, Ordering};

    const PAGES: usize = 100;
    const PAGE_ROWS: usize = 1_000;
    const ROW_BYTES_MAX: usize = 64;

    /// Rows that count how many pages of them were asked for.
    struct Counted(Arc<AtomicUsize>);

    impl Fetch for Counted {
        async fn next(&mut self) -> Result<Option<Vec<Vec<Cell>>>, Error> {
            let page = self.0.fetch_add(1, Ordering::Relaxed);
            let row = |at: usize| vec![Cell::said(Some(format!("Voce {at}"))), Cell::money(i64::try_from(at).ok())];
            Ok((page < PAGES).then(|| (0..PAGE_ROWS).map(|at| row(page * PAGE_ROWS + at)).collect()))
        }
    }

    fn begin(format: Format) -> (Response, Arc<AtomicUsize>) {
        let asked = Arc::new(AtomicUsize::new(0));
        let columns = vec![Column::words("column-title", "title"), Column::figures("column-amount", "amount")];
        let sums = vec![Cell::Nothing, Cell::money(Some(5))];
        let file = File { of: None, title: Label::said("Prova"), columns, sums };
        let catalogue = Arc::new(Catalogue::new(Language::Italian));
        (answer(catalogue, format, file, Counted(Arc::clone(&asked))).unwrap(), asked)
    }

    #[test]
    fn a_file_is_called_by_what_it_is_of() {
        let catalogue = Catalogue::new(Language::Italian);
        let check = |of: Option<Of>, expected: &str| {
            let file = File { of, title: Label::key("list-budget"), columns: Vec::new(), sums: Vec::new() };
            assert_eq!(name(&file, Format::Xlsx, &catalogue), expected);
        };
        let of = |title: &str, version| Some(Of { title: title.to_owned(), version });
        check(of("Piano dell’attività 2027", Some(2)), "piano-dell-attivita-2027-v2-righe-di-bilancio.xlsx");
        check(of("\"; rm -rf /", None), "rm-rf-righe-di-bilancio.xlsx");
        check(of("Ω", None), "righe-di-bilancio.xlsx");
        check(None, "righe-di-bilancio.xlsx");
    }

    #[tokio::test]
    async fn a_text_of_a_hundred_thousand_rows_holds_one_page() {
        let (response, asked) = begin(Format::Csv);
        let mut parts = response.into_body().into_data_stream();
        let (mut lines, mut sent) = (0, 0);
        while let Some(part) = parts.next().await {
            let part = part.unwrap();
            assert!(part.len() <= PAGE_ROWS * ROW_BYTES_MAX, "{} bytes at once", part.len());
            sent += 1;
            assert!(asked.load(Ordering::Relaxed) <= sent, "rows were fetched that nobody had asked for");
            lines += part.iter().filter(|byte| **byte == b'\n').count();
        }
        assert_eq!(lines, PAGES * PAGE_ROWS + 2, "with the heading and the sums");
    }

    #[tokio::test]
    async fn a_workbook_of_a_hundred_thousand_rows_goes_out_in_parts() {
        let (response, asked) = begin(Format::Xlsx);
        assert_eq!(asked.load(Ordering::Relaxed), 0, "fetched before anybody receives");
        let mut parts = response.into_body().into_data_stream();
        let (mut bytes, mut begin) = (0, Vec::new());
        while let Some(part) = parts.next().await {
            let part = part.unwrap();
            assert!(part.len() <= 2 * PART_BYTES, "{} bytes at once", part.len());
            if bytes == 0 {
                begin = part[..2].to_vec();
            }
            bytes += part.len();
        }
        assert_eq!(asked.load(Ordering::Relaxed), PAGES + 1);
        assert!(begin == b"PK" && bytes > 10 * PART_BYTES, "{bytes} bytes");
    }
}
