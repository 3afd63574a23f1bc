// SPDX-License-Identifier: AGPL-3.0-or-later
//! Where a result goes: standard output, or a file that appears whole or not at all.
//!
//! Invariants: an input is never overwritten; a file that is there is replaced only when the whole result is written.

use crate::global::Global;
use crate::refusal::Refusal;
use anyhow::Context as _;
use clap::ValueEnum;
use std::fs::{self, File};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// How much is kept before it is written, in bytes.
const BUFFER_BYTES: usize = 256 * 1024;

/// The choice of where the result goes.
#[derive(Debug, clap::Args)]
pub struct OutputArgs {
    /// The file; standard output where there is none.
    #[arg(short, long, value_name = "value-file", help = "help-output")]
    pub output: Option<PathBuf>,
}

impl OutputArgs {
    /// The form of the result: what was said, else what the extension of the file says, else the first of the forms.
    pub fn form<F: ValueEnum>(&self, said: Option<F>) -> F {
        let named = || F::from_str(self.output.as_deref()?.extension()?.to_str()?, true).ok();
        said.or_else(named).unwrap_or_else(|| F::value_variants()[0].clone())
    }

    /// Opens the place of the result, after making sure that it is none of the inputs.
    ///
    /// # Errors
    /// Where the file is an input or a folder, or cannot be written.
    pub fn open<'a>(&self, inputs: impl IntoIterator<Item = &'a Path>, global: &Global) -> anyhow::Result<Output> {
        let Some(path) = self.output.as_deref() else {
            return Ok(Output(Sink::Terminal(BufWriter::with_capacity(BUFFER_BYTES, io::stdout()))));
        };
        let shown = path.display().to_string();
        if inputs.into_iter().any(|input| is_same_file(path, input)) {
            return Err(Refusal::output("output-is-input", "output-is-input-hint", &shown, global).into());
        }
        let sink = match fs::metadata(path) {
            Ok(there) if there.is_dir() => {
                return Err(Refusal::output("output-is-folder", "output-is-folder-hint", &shown, global).into());
            }
            // A pipe or a device is written, not replaced; so is what a link of the system points to.
            Ok(there) if !there.is_file() || path.starts_with("/dev") || path.starts_with("/proc") => File::options()
                .write(true)
                .open(path)
                .map(|file| Sink::Device(BufWriter::with_capacity(BUFFER_BYTES, file))),
            // What a link points to is replaced, not the link; a file that may not be written is left as it is.
            Ok(there) => fs::canonicalize(path).and_then(|path| {
                File::options().append(true).open(&path)?;
                let draft = draft_beside(&path)?;
                draft.as_file().set_permissions(there.permissions())?;
                Ok(Sink::File { draft: BufWriter::with_capacity(BUFFER_BYTES, draft), path })
            }),
            Err(_) => draft_beside(path).map(|draft| Sink::File {
                draft: BufWriter::with_capacity(BUFFER_BYTES, draft),
                path: path.to_owned(),
            }),
        };
        sink.map(Output).map_err(|error| Refusal::output_failed(&shown, &error, global).into())
    }
}

/// A result being written.
#[derive(Debug)]
pub struct Output(Sink);

#[derive(Debug)]
enum Sink {
    Terminal(BufWriter<Stdout>),
    Device(BufWriter<File>),
    File { draft: BufWriter<NamedTempFile>, path: PathBuf },
}

impl Output {
    /// Writes what is left and puts the file in its place.
    ///
    /// # Errors
    /// What the system says.
    pub fn finish(self) -> anyhow::Result<()> {
        match self.0 {
            Sink::Terminal(mut out) => out.flush()?,
            Sink::Device(mut file) => file.flush()?,
            Sink::File { draft, path } => {
                let draft = draft.into_inner().map_err(io::IntoInnerError::into_error)?;
                draft.persist(&path).with_context(|| path.display().to_string())?;
            }
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.0 {
            Sink::Terminal(out) => out.write(bytes),
            Sink::Device(file) => file.write(bytes),
            Sink::File { draft, .. } => draft.write(bytes),
        }
    }

    // JSON comes in a few bytes at a time: the buffers have a short way for them.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.0 {
            Sink::Terminal(out) => out.write_all(bytes),
            Sink::Device(file) => file.write_all(bytes),
            Sink::File { draft, .. } => draft.write_all(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.0 {
            Sink::Terminal(out) => out.flush(),
            Sink::Device(file) => file.flush(),
            Sink::File { draft, .. } => draft.flush(),
        }
    }
}

/// Whether an error says that nobody reads the result any more (`| head`); there is nothing to tell then.
#[must_use]
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let kind = cause
            .downcast_ref::<io::Error>()
            .map(io::Error::kind)
            .or_else(|| cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind));
        kind == Some(io::ErrorKind::BrokenPipe)
    })
}

/// A file without a name of its own, in the folder of the result so that it can take its place in one step.
fn draft_beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".ambito-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What the user's mask leaves, as for any new file; a draft alone would be closed to colleagues.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(unix)]
fn is_same_file(left: &Path, right: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (fs::metadata(left), fs::metadata(right)) {
        (Ok(left), Ok(right)) => left.dev() == right.dev() && left.ino() == right.ino(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_same_file(left: &Path, right: &Path) -> bool {
    matches!((fs::canonicalize(left), fs::canonicalize(right)), (Ok(left), Ok(right)) if left == right)
}
