// SPDX-License-Identifier: AGPL-3.0-or-later
//! A copy as a file: a gzip stream (RFC 1952) of lines of JSON and rows.
//!
//! ```text
//! ambito-copy/1                              the layout
//! {"schema":3}                               the schema of the database
//! {"table":"body","columns":["area",…]}      a table begins
//! rows: length in 4 bytes, highest first; canonical bytes          (see `cell`)
//! length 0                                   the rows end
//! {"table":"body",…,"rows":12,"sha256":"…"}  what they amounted to
//! …
//! {"schema":3,"tables":[…]}                  all of it once more; nothing follows
//! ```
//!
//! Every digest is compared while the file is read, so that a file that was cut, changed or put together is refused
//! with the name of the table. A file can be read with one pass and without going back.

use super::digest::{Manifest, TableDigest, Tally};
use super::shape::{Column, Kind, Shape};
use super::{Error, Result, Sink, Watch, tell};
use crate::tables::TABLES;
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, BufReader, BufWriter, Read as _, Write};

/// The first line: the layout of what follows.
const LAYOUT: &str = "ambito-copy/1";
/// What the first line of any layout begins with.
const LAYOUT_WORD: &str = "ambito-copy/";
/// The longest line of JSON, in bytes.
const LINE_BYTES_MAX: u64 = 1 << 20;
/// The longest row, in bytes; both databases hold no value beyond it.
const ROW_BYTES_MAX: u32 = 1 << 30;
/// How much is kept before it is compressed, in bytes.
const BUFFER_BYTES: usize = 128 * 1024;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    schema: i64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableHead {
    table: String,
    columns: Vec<String>,
}

/// A copy being written.
pub(super) struct Writer<W: Write>(BufWriter<GzEncoder<W>>);

impl<W: Write> Writer<W> {
    /// Begins a copy of a database with some schema.
    pub(super) fn begin(file: W, schema: i64) -> Result<Self> {
        let mut writer = Self(BufWriter::with_capacity(BUFFER_BYTES, GzEncoder::new(file, Compression::default())));
        writer.put(LAYOUT.as_bytes())?;
        writer.put(b"\n")?;
        writer.line(&Head { schema })?;
        Ok(writer)
    }

    /// Writes what all of it amounts to, and the end.
    pub(super) fn finish(mut self, manifest: &Manifest) -> Result<()> {
        self.line(manifest)?;
        let encoder = self.0.into_inner().map_err(io::IntoInnerError::into_error).map_err(Error::File)?;
        encoder.finish().and_then(|mut file| file.flush()).map_err(Error::File)
    }

    fn line(&mut self, value: &impl Serialize) -> Result<()> {
        serde_json::to_writer(&mut self.0, value).map_err(|error| Error::File(error.into()))?;
        self.put(b"\n")
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.0.write_all(bytes).map_err(Error::File)
    }
}

impl<W: Write> Sink for Writer<W> {
    async fn begin(&mut self, shape: &Shape) -> Result<()> {
        self.line(&TableHead { table: shape.table.to_owned(), columns: shape.names() })
    }

    async fn row(&mut self, row: &[u8]) -> Result<()> {
        let too_long = || Error::File(io::Error::new(io::ErrorKind::FileTooLarge, "a row is too long for a copy"));
        let length = u32::try_from(row.len()).ok().filter(|length| *length <= ROW_BYTES_MAX).ok_or_else(too_long)?;
        self.put(&length.to_be_bytes())?;
        self.put(row)
    }

    async fn end(&mut self, digest: &TableDigest) -> Result<()> {
        self.put(&0_u32.to_be_bytes())?;
        self.line(digest)
    }
}

/// A copy being read.
pub(super) struct Reader<R: BufRead> {
    file: BufReader<GzDecoder<R>>,
    schema: i64,
}

/// What stands where a table may begin.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Next {
    Table(TableHead),
    End(Manifest),
}

impl<R: BufRead> Reader<R> {
    /// Begins to read; what is not a copy is told from one that is damaged.
    pub(super) fn begin(file: R) -> Result<Self> {
        let file = BufReader::with_capacity(BUFFER_BYTES, GzDecoder::new(file));
        let mut reader = Self { file, schema: 0 };
        let layout = match reader.text_line().map_err(|error| Error::reading(None, error)) {
            Ok(layout) if layout.starts_with(LAYOUT_WORD.as_bytes()) => layout,
            Err(Error::File(error)) => return Err(Error::File(error)),
            _ => return Err(Error::NotACopy),
        };
        if layout != LAYOUT.as_bytes() {
            let word = layout.get(LAYOUT_WORD.len()..).unwrap_or_default();
            return Err(Error::Layout(String::from_utf8_lossy(word).chars().take(20).collect()));
        }
        reader.schema = reader.line::<Head>(None)?.schema;
        Ok(reader)
    }

    /// The schema of the database that the copy was made from.
    pub(super) fn schema(&self) -> i64 {
        self.schema
    }

    /// Sends every row on its way, and gives the manifest, which is proven.
    pub(super) async fn pour(&mut self, sink: &mut impl Sink, watch: Watch<'_>) -> Result<Manifest> {
        let mut tables: Vec<TableDigest> = Vec::new();
        loop {
            let before = tables.last().map(|digest| digest.table.clone());
            match self.line::<Next>(before.as_deref())? {
                Next::Table(head) => tables.push(self.table(head, sink, watch).await?),
                Next::End(manifest) => {
                    if let Some(table) = manifest.first_difference(&tables) {
                        return Err(Error::Damaged { table: Some(table.to_owned()) });
                    }
                    self.end(&manifest)?;
                    return Ok(manifest);
                }
            }
        }
    }

    async fn table(&mut self, head: TableHead, sink: &mut impl Sink, watch: Watch<'_>) -> Result<TableDigest> {
        let TableHead { table, columns } = head;
        let known = TABLES.iter().find(|known| known.name == table);
        let known = known.ok_or_else(|| Error::Foreign { table: table.clone() })?;
        // Which kind they are is for the database to say that takes them.
        let column = |name: &String| Column { name: name.clone(), kind: Kind::Bytes };
        let shape = Shape { table: known.name, key: known.key, columns: columns.iter().map(column).collect() };
        sink.begin(&shape).await?;
        let mut tally = Tally::new(&table, columns);
        let mut row = Vec::new();
        while self.row(&table, &mut row)? {
            let count = tally.add(&row);
            sink.row(&row).await?;
            tell(watch, &table, count);
        }
        let digest = tally.finish();
        if self.line::<TableDigest>(Some(&table))? != digest {
            return Err(Error::Damaged { table: Some(table) });
        }
        sink.end(&digest).await?;
        watch(&table, digest.rows);
        Ok(digest)
    }

    /// Reads a row in place of what was there; whether there was one.
    fn row(&mut self, table: &str, row: &mut Vec<u8>) -> Result<bool> {
        let reading = |error| Error::reading(Some(table), error);
        let mut length = [0; 4];
        self.file.read_exact(&mut length).map_err(reading)?;
        let length = u32::from_be_bytes(length);
        row.clear();
        // Room is taken as the bytes come, so that a length that was tampered with takes none.
        let read = self.file.by_ref().take(u64::from(length)).read_to_end(row).map_err(reading)?;
        if length > ROW_BYTES_MAX || u32::try_from(read) != Ok(length) {
            return Err(Error::Damaged { table: Some(table.to_owned()) });
        }
        Ok(length > 0)
    }

    /// Makes sure that nothing follows, in the stream and after it.
    fn end(&mut self, manifest: &Manifest) -> Result<()> {
        let reading = |error| Error::reading(None, error);
        let inside = self.file.fill_buf().map_err(reading)?.is_empty();
        let outside = self.file.get_mut().get_mut().fill_buf().map_err(reading)?.is_empty();
        if inside && outside && manifest.schema == self.schema { Ok(()) } else { Err(Error::Damaged { table: None }) }
    }

    fn line<T: DeserializeOwned>(&mut self, table: Option<&str>) -> Result<T> {
        let line = self.text_line().map_err(|error| Error::reading(table, error))?;
        serde_json::from_slice(&line).map_err(|_| Error::Damaged { table: table.map(str::to_owned) })
    }

    /// The bytes up to the end of a line.
    fn text_line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        self.file.by_ref().take(LINE_BYTES_MAX).read_until(b'\n', &mut line)?;
        match line.pop() {
            Some(b'\n') => Ok(line),
            _ => Err(io::ErrorKind::UnexpectedEof.into()),
        }
    }
}
