// SPDX-License-Identifier: AGPL-3.0-or-later
//! How far documents are that came in together: the page looks again by itself until all are there.

use super::address::review;
use super::words;
use crate::render::{Content, Label, NoticeKind};
use crate::server::{Answer, Context};
use ambito_app::Error;
use ambito_app::reviews::{FileState, UploadPage, UploadedFile};
use axum::extract::Path;
use serde::Serialize;

/// How long until the page looks again, in seconds: at first soon, so that a single small document is seen at once.
const AGAIN_SECONDS: u32 = 3;

/// Documents that came in together.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Progress {
    here: String,
    body: String,
    by: String,
    at: i64,
    files: Vec<Row>,
    over: usize,
    ready: usize,
    count: usize,
    /// Until the page looks again; absent when all is over.
    again_seconds: Option<u32>,
}

/// One of them.
#[derive(Clone, Debug, Serialize)]
struct Row {
    name: String,
    size: Label,
    state: Label,
    badge: &'static str,
    /// The review, once it can be looked at.
    href: String,
    /// Why it is not there, and what to do.
    fault: Label,
    is_known: bool,
    /// How much was understood, in hundredths of a percent.
    understood: Option<u32>,
    findings: Option<[u32; 3]>,
}

impl Content for Progress {
    const TEMPLATE: &'static str = "reviews/progress.html";

    fn samples() -> Vec<Self> {
        let row = Row {
            name: "piano.pdf".to_owned(),
            size: size(120_000),
            state: Label::key("reading-done"),
            badge: "done",
            href: "/reviews/1".to_owned(),
            fault: Label::said(""),
            is_known: true,
            understood: Some(9_920),
            findings: Some([1, 6, 14]),
        };
        let failed = Row {
            href: String::new(),
            fault: Label::said("il file è rovinato"),
            badge: "late",
            is_known: false,
            understood: None,
            findings: None,
            ..row.clone()
        };
        let running = Self {
            here: "/uploads/1".to_owned(),
            body: "Ambito di Valdoro".to_owned(),
            by: "Ada Fabbri".to_owned(),
            at: super::samples::AT,
            files: vec![row, failed],
            over: 1,
            ready: 1,
            count: 2,
            again_seconds: Some(AGAIN_SECONDS),
        };
        vec![Self { again_seconds: None, over: 2, ..running.clone() }, running]
    }
}

/// How large a file is, as people say it.
pub(crate) fn size(bytes: u64) -> Label {
    const KILOBYTE: u64 = 1 << 10;
    let kilobytes = bytes.div_ceil(KILOBYTE);
    if kilobytes < KILOBYTE {
        return Label::key("upload-kilobytes").with("count", kilobytes);
    }
    let tenths = bytes.saturating_mul(10) / (KILOBYTE * KILOBYTE);
    Label::key("upload-megabytes").with("number", format!("{},{}", tenths / 10, tenths % 10))
}

/// Shows how far they are.
pub(crate) async fn show(context: Context, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|()| Error::Absent("upload"))?;
    let seen = context.server.app.get_upload(&context.viewer, id).await?;
    let mut page = context.page(Label::key("progress-title")).under("/reviews", Label::key("reviews-title"));
    let large = context.query("large");
    if !large.is_empty() {
        page = page.telling(NoticeKind::Warning, Label::key("upload-too-large").with("names", large));
    }
    let content = content(&context, seen);
    // Without scripts the browser asks again by itself; with them the list alone is fetched.
    page.again_seconds = content.again_seconds;
    context.show(&page, &content)
}

fn content(context: &Context, seen: UploadPage) -> Progress {
    let is_over = |file: &UploadedFile| match &file.state {
        FileState::Refused(_) => true,
        FileState::Taken { reading, .. } => reading.state.is_over(),
    };
    let over = seen.files.iter().filter(|file| is_over(file)).count();
    let count = seen.files.len();
    let files: Vec<Row> = seen.files.into_iter().map(|file| row(context, file)).collect();
    Progress {
        here: format!("/uploads/{}", seen.id),
        body: seen.body_name,
        by: seen.by,
        at: seen.uploaded.as_microsecond(),
        over,
        ready: files.iter().filter(|row| !row.href.is_empty()).count(),
        count,
        again_seconds: (over < count).then_some(AGAIN_SECONDS),
        files,
    }
}

fn row(context: &Context, file: UploadedFile) -> Row {
    let UploadedFile { name, size_bytes, state } = file;
    let blank = Row {
        name,
        size: size(size_bytes),
        state: Label::key("reading-failed"),
        badge: "late",
        href: String::new(),
        fault: Label::said(""),
        is_known: false,
        understood: None,
        findings: None,
    };
    match state {
        FileState::Refused(key) => Row { fault: refusal(&key), ..blank },
        FileState::Taken { document, known, reading, findings } => {
            let english = context.language == ambito_i18n::Language::English;
            let fault = reading.fault.map(|fault| if english { fault.en } else { fault.it }).unwrap_or_default();
            let is_ready = reading.state == ambito_domain::review::ReadingState::Done;
            Row {
                state: words::state(reading.state),
                badge: words::state_badge(reading.state),
                href: if is_ready { review(document) } else { String::new() },
                fault: Label::said(fault),
                is_known: known,
                understood: is_ready.then(|| reading.coverage.share_hundredths()),
                findings,
                ..blank
            }
        }
    }
}

/// Why a file was not taken in.
fn refusal(key: &str) -> Label {
    Label::key(match key {
        "upload-empty" => "upload-empty",
        _ => "upload-refused",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_say_them() {
        assert_eq!(size(1), Label::key("upload-kilobytes").with("count", 1_u64));
        assert_eq!(size(120_000), Label::key("upload-kilobytes").with("count", 118_u64));
        assert_eq!(size(13_002_342), Label::key("upload-megabytes").with("number", "12,3"));
    }
}
