// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a form with files sent: its pairs, and the files beside them (`multipart/form-data`).
//!
//! Bounded memory, and no temporary files: a file goes from here into the database, where it has to be in one piece once.
//! Each body takes from one purse of all bodies ([`Purse`]) as it grows, so that many senders together cannot take more
//! than one number; a file that is too large is counted on and not kept. Invariants: no byte of a file is kept before the
//! pairs in front of it were found good (the token stands first); what is refused is still taken in and dropped, up to a
//! limit, since browsers show an answer only when they have sent everything. Deliberately absent: looking at what the
//! files are, which is for who reads them.

use super::Posted;
use super::posted::Unfit;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The largest file, in bytes; larger ones are for the command line, which need not hold them.
pub const FILE_BYTES_MAX: usize = 128 << 20;
/// The most bytes that are kept of one request.
pub const REQUEST_BYTES_MAX: usize = 256 << 20;
/// The most files of one request.
pub const FILES_MAX: usize = 200;
/// The most bytes that are taken in of one request, kept or dropped.
const TAKEN_BYTES_MAX: usize = 1 << 30;
/// The most bytes of the pairs beside the files.
const PAIRS_BYTES_MAX: usize = 64 << 10;
/// The most bytes that all requests with files hold at once, in units of [`UNIT_BYTES`].
const PURSE_UNITS: usize = 512;
/// What a body takes from the purse at a time.
const UNIT_BYTES: usize = 1 << 20;
/// The longest name of a file, in characters.
const NAME_CHARS_MAX: usize = 200;

/// What all requests with files may hold together.
#[derive(Clone, Debug)]
pub struct Purse(Arc<Semaphore>);

impl Purse {
    pub(super) fn new() -> Self {
        Self(Arc::new(Semaphore::new(PURSE_UNITS)))
    }
}

/// A file of a form.
#[derive(Clone, Debug)]
pub struct PostedFile {
    /// The field it was chosen in.
    pub field: String,
    /// Its name, without folders.
    pub name: String,
    /// Its bytes; absent where it is larger than [`FILE_BYTES_MAX`].
    pub content: Option<Vec<u8>>,
}

/// The files of a form; whoever handles it takes them, once.
#[derive(Clone, Debug, Default)]
pub struct Files(Arc<Mutex<Taken>>);

#[derive(Debug, Default)]
struct Taken {
    files: Vec<PostedFile>,
    /// What they took from the purse, given back when the request is answered.
    permits: Vec<OwnedSemaphorePermit>,
}

impl Files {
    /// The files, in the order in which they were sent; nothing the second time.
    #[must_use]
    pub fn take(&self) -> Vec<PostedFile> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).files)
    }
}

impl<S: Sync> FromRequestParts<S> for Files {
    type Rejection = StatusCode;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}

/// Why a form with files is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// What was typed in it cannot be carried out.
    Unfit(Unfit),
    /// It is no such form, or it broke off.
    Broken,
    /// There is more of it than may be.
    TooLarge,
    /// Others are sending: there is no room for more at this moment.
    Busy,
}

impl From<MultipartError> for Refused {
    fn from(_: MultipartError) -> Self {
        Self::Broken
    }
}

/// Reads the body of a form with files. `is_good` looks at the pairs in front of the first file; where it says no, the
/// files are dropped, and the pairs are all that comes back.
pub(super) async fn read(
    mut request: Request,
    purse: &Purse,
    is_good: impl FnOnce(&Posted) -> bool,
) -> Result<(Posted, Files), Refused> {
    let told = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if told.is_some_and(|length: usize| length > TAKEN_BYTES_MAX) {
        return Err(Refused::TooLarge);
    }
    DefaultBodyLimit::disable().apply(&mut request);
    let multipart = Multipart::from_request(request, &()).await.map_err(|_| Refused::Broken)?;
    let mut reading = Reading { purse, pairs: Vec::new(), taken: Taken::default(), seen: 0, kept: 0, refused: None };
    reading.run(multipart, is_good).await?;
    if let Some(refused) = reading.refused {
        return Err(refused);
    }
    let posted = Posted::checked(reading.pairs).map_err(Refused::Unfit)?;
    Ok((posted, Files(Arc::new(Mutex::new(reading.taken)))))
}

struct Reading<'a> {
    purse: &'a Purse,
    pairs: Vec<(String, String)>,
    taken: Taken,
    /// The bytes that came in.
    seen: usize,
    /// Those of them that are held.
    kept: usize,
    /// Why nothing of it is taken, where that is already clear: the rest is only heard out.
    refused: Option<Refused>,
}

impl Reading<'_> {
    async fn run(&mut self, mut multipart: Multipart, is_good: impl FnOnce(&Posted) -> bool) -> Result<(), Refused> {
        let mut is_good = Some(is_good);
        let mut keeps = true;
        while let Some(mut field) = multipart.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            let Some(file) = field.file_name().map(bare_name) else {
                let value = self.text(&mut field).await?;
                self.pairs.push((name, value));
                continue;
            };
            if let Some(is_good) = is_good.take() {
                keeps = Posted::checked(self.pairs.clone()).is_ok_and(|posted| is_good(&posted));
            }
            let content = self.content(&mut field, keeps).await?;
            // A field of files in which nothing was chosen is sent as a file without name and content.
            let is_chosen = !file.is_empty() || content.as_ref().is_none_or(|content| !content.is_empty());
            if keeps && is_chosen {
                if self.taken.files.len() >= FILES_MAX {
                    self.refuse(Refused::TooLarge);
                }
                self.taken.files.push(PostedFile { field: name, name: file, content });
            }
        }
        Ok(())
    }

    async fn text(&mut self, field: &mut Field<'_>) -> Result<String, Refused> {
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await? {
            self.count(chunk.len())?;
            if bytes.len() + chunk.len() > PAIRS_BYTES_MAX || self.pairs.len() > FILES_MAX {
                return Err(Refused::TooLarge);
            }
            bytes.extend_from_slice(&chunk);
        }
        String::from_utf8(bytes).map_err(|_| Refused::Broken)
    }

    /// The bytes of a file; nothing where it is too large or not to be kept.
    async fn content(&mut self, field: &mut Field<'_>, keeps: bool) -> Result<Option<Vec<u8>>, Refused> {
        let mut content = keeps.then(Vec::new);
        while let Some(chunk) = field.chunk().await? {
            self.count(chunk.len())?;
            let Some(bytes) = content.as_mut().filter(|_| self.refused.is_none()) else { continue };
            if bytes.len() + chunk.len() > FILE_BYTES_MAX {
                self.kept -= bytes.len();
                content = None;
            } else if self.kept + chunk.len() > REQUEST_BYTES_MAX {
                self.refuse(Refused::TooLarge);
            } else if self.pay(self.kept + chunk.len()) {
                self.kept += chunk.len();
                bytes.extend_from_slice(&chunk);
            } else {
                self.refuse(Refused::Busy);
            }
        }
        Ok(content)
    }

    /// Takes from the purse what so many bytes need; whether there was enough in it.
    fn pay(&mut self, bytes: usize) -> bool {
        while self.taken.permits.len() * UNIT_BYTES < bytes {
            match Arc::clone(&self.purse.0).try_acquire_owned() {
                Ok(permit) => self.taken.permits.push(permit),
                Err(_) => return false,
            }
        }
        true
    }

    /// From here on the rest is only heard out; what was held is let go.
    fn refuse(&mut self, why: Refused) {
        self.refused.get_or_insert(why);
        self.taken = Taken::default();
        self.kept = 0;
    }

    fn count(&mut self, bytes: usize) -> Result<(), Refused> {
        self.seen += bytes;
        if self.seen > TAKEN_BYTES_MAX { Err(Refused::TooLarge) } else { Ok(()) }
    }
}

/// The name of a file as it is kept: without the folders that some browsers send, without what cannot be printed, not too
/// long; the end, which says what it is, stays.
fn bare_name(sent: &str) -> String {
    // Browsers write these three so, since a quote would end the name.
    let told = sent.replace("%22", "\"").replace("%0D", " ").replace("%0A", " ");
    let bare = told.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = bare.chars().filter(|char| !char.is_control()).collect();
    let clean = clean.trim();
    let count = clean.chars().count();
    if matches!(clean, "." | "..") {
        return "_".to_owned();
    }
    clean.chars().skip(count.saturating_sub(NAME_CHARS_MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    const EDGE: &str = "edge";

    /// A part of a body: a pair, or a file.
    fn part(name: &str, file: Option<&str>, content: &[u8]) -> Vec<u8> {
        let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
        let head = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
        [head.as_bytes(), content, b"\r\n"].concat()
    }

    fn request(parts: &[Vec<u8>], end: &str) -> Request {
        let body = [parts.concat(), end.as_bytes().to_vec()].concat();
        let kind = format!("multipart/form-data; boundary={EDGE}");
        Request::builder().method("POST").header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()
    }

    async fn read_all(parts: &[Vec<u8>]) -> Result<(Posted, Vec<PostedFile>), Refused> {
        let purse = Purse::new();
        let (posted, files) =
            read(request(parts, "--edge--\r\n"), &purse, |posted| posted.get("csrf") == "good").await?;
        let taken = files.take();
        assert!(files.take().is_empty(), "they are taken once");
        drop(files);
        assert_eq!(purse.0.available_permits(), PURSE_UNITS, "the purse is full again");
        Ok((posted, taken))
    }

    #[tokio::test]
    async fn pairs_and_files_come_in_order() {
        let mut parts = vec![part("csrf", None, b"good"), part("body", None, "Società".as_bytes())];
        parts.extend((0..30).map(|n| part("files", Some(&format!("piano {n}.txt")), format!("testo {n}").as_bytes())));
        parts.push(part("more", None, b"yes"));
        let (posted, files) = read_all(&parts).await.unwrap();
        assert_eq!((posted.get("body"), posted.get("more")), ("Società", "yes"));
        assert_eq!(files.len(), 30);
        assert_eq!((files[29].name.as_str(), files[29].field.as_str()), ("piano 29.txt", "files"));
        assert_eq!(files[29].content.as_deref(), Some("testo 29".as_bytes()));
    }

    #[tokio::test]
    async fn without_the_token_in_front_nothing_is_kept() {
        let file = part("files", Some("a.txt"), b"words");
        for pairs in [vec![], vec![part("csrf", None, b"bad")]] {
            let (_, files) = read_all(&[pairs, vec![file.clone()]].concat()).await.unwrap();
            assert!(files.is_empty());
        }
        let (posted, files) = read_all(&[file, part("csrf", None, b"good")]).await.unwrap();
        assert!(files.is_empty(), "the token came too late");
        assert_eq!(posted.get("csrf"), "good");
    }

    #[tokio::test]
    async fn no_file_chosen_is_no_file() {
        let (_, files) = read_all(&[part("csrf", None, b"good"), part("files", Some(""), b"")]).await.unwrap();
        assert!(files.is_empty());
        let (_, files) = read_all(&[part("csrf", None, b"good"), part("files", Some("vuoto.txt"), b"")]).await.unwrap();
        assert_eq!(files.len(), 1, "an empty file is one");
    }

    #[tokio::test]
    async fn a_file_that_is_too_large_is_named_and_not_kept() {
        let large = vec![b'x'; FILE_BYTES_MAX + 1];
        let parts =
            [part("csrf", None, b"good"), part("files", Some("grande.txt"), &large), part("files", Some("b"), b"2")];
        let (_, files) = read_all(&parts).await.unwrap();
        let found: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.content.as_deref())).collect();
        assert_eq!(found, [("grande.txt", None), ("b", Some(b"2".as_slice()))]);
    }

    #[tokio::test]
    async fn who_comes_when_the_purse_is_empty_comes_again() {
        let purse = Purse::new();
        let held = Arc::clone(&purse.0).try_acquire_many_owned(u32::try_from(PURSE_UNITS).unwrap()).unwrap();
        let parts = [part("csrf", None, b"good"), part("files", Some("a"), b"1")];
        let refused = read(request(&parts, "--edge--\r\n"), &purse, |_| true).await.unwrap_err();
        assert_eq!(refused, Refused::Busy);
        drop(held);
        assert!(read(request(&parts, "--edge--\r\n"), &purse, |_| true).await.is_ok());
    }

    #[tokio::test]
    async fn a_body_that_breaks_off_is_refused() {
        let parts = [part("csrf", None, b"good"), part("files", Some("a"), b"1")];
        for end in ["", "--ed", "--edge\r\nContent-Disp"] {
            let refused = read(request(&parts, end), &Purse::new(), |_| true).await.unwrap_err();
            assert_eq!(refused, Refused::Broken, "{end}");
        }
    }

    #[test]
    fn names_have_no_folders() {
        let check = |sent: &str, kept: &str| assert_eq!(bare_name(sent), kept, "{sent}");
        check("piano.pdf", "piano.pdf");
        check("C:\\Utenti\\Ada\\Piano di zona è.pdf", "Piano di zona è.pdf");
        check("2027/allegati/a.txt", "a.txt");
        check("../../etc/passwd", "passwd");
        check("..", "_");
        check("il %22vero%22 piano.txt", "il \"vero\" piano.txt");
        check("a\u{7}b\n.txt", "ab.txt");
        check(&format!("{}.docx", "à".repeat(300)), &format!("{}.docx", "à".repeat(NAME_CHARS_MAX - 5)));
    }
}
