// SPDX-License-Identifier: AGPL-3.0-or-later
//! A file that is written while it is sent, so that nothing holds the whole of it.

use crate::server::{Answer, disposition};
use ambito_app::Error;
use axum::body::Body;
use axum::http::header;
use axum::response::IntoResponse;
use futures::stream;

/// What gives a file in parts; nothing after the last.
pub(super) trait Parts: Send + 'static {
    /// The next part.
    fn next(&mut self) -> impl Future<Output = Result<Option<String>, Error>> + Send;
}

/// The answer that sends a file to be kept.
pub(super) fn send(name: &str, kind: &'static str, parts: impl Parts) -> Answer {
    let body =
        stream::try_unfold(parts, async |mut parts| Ok::<_, Error>(parts.next().await?.map(|part| (part, parts))));
    let kept = disposition("attachment", name);
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, kept)], Body::from_stream(body))
        .into_response())
}
