// SPDX-License-Identifier: AGPL-3.0-or-later
//! The worker of `ambito serve`: reads and checks documents under review beside the pages, one after another.
//!
//! Invariant: what there is to do is in the database. A worker that is stopped or killed in the middle of a document
//! leaves nothing half; the next one begins that document again.

use crate::global::Global;
use crate::problems;
use crate::reading::{decoder, source_of};
use ambito_app::App;
use ambito_app::reviews::Reader;
use ambito_documents::vocabulary::Vocabulary;
use ambito_domain::review::ReadingFault;
use ambito_exchange::Source;
use ambito_i18n::{Catalogue, Language};
use ambito_intake::pdf::Decoder;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

/// How long the worker waits before it looks again by itself: what another program brought rings no bell here.
const IDLE_SECONDS: u64 = 5;

/// Reads files with `intake`; PDFs in a process of their own.
pub struct Files {
    decoder: Option<Decoder>,
    languages: [Global; 2],
}

impl Files {
    /// A reader that words what is wrong in both languages.
    #[must_use]
    pub fn new() -> Self {
        let languages = Language::ALL.map(|language| Global::new(Catalogue::new(language)));
        Self { decoder: decoder(), languages }
    }
}

impl Reader for Files {
    fn read(&self, name: &str, content: &[u8], words: &Vocabulary) -> Result<Source, ReadingFault> {
        let input = ambito_intake::input_from(content, name, self.decoder.as_ref()).map_err(|error| {
            let [italian, english] = &self.languages;
            let finding = problems::input_on_pages(&error, italian);
            let other = problems::input_on_pages(&error, english);
            let said = |message: String, hints: Vec<String>| [vec![message], hints].concat().join("; ");
            ReadingFault {
                code: finding.code.to_owned(),
                it: said(finding.message, finding.hints),
                en: said(other.message, other.hints),
            }
        })?;
        Ok(source_of(input, words))
    }
}

/// A worker that runs.
pub struct Worker {
    stop: Arc<Notify>,
    task: JoinHandle<()>,
}

impl Worker {
    /// Puts back in line what was begun when the last one ended, and starts.
    ///
    /// # Errors
    /// What the database says.
    pub async fn start(app: App) -> anyhow::Result<Self> {
        app.recover_readings().await?;
        let stop = Arc::new(Notify::new());
        let stopped = Arc::clone(&stop);
        let task = tokio::spawn(async move {
            let stopped = stopped.notified();
            tokio::pin!(stopped);
            loop {
                let more = tokio::select! {
                    () = &mut stopped => break,
                    did = app.work_once() => did.unwrap_or_else(|error| {
                        crate::commands::serve::log(&format!("worker: {error}"));
                        false
                    }),
                };
                if more {
                    continue;
                }
                tokio::select! {
                    () = &mut stopped => break,
                    () = app.work_asked() => {}
                    () = tokio::time::sleep(Duration::from_secs(IDLE_SECONDS)) => {}
                }
            }
        });
        Ok(Self { stop, task })
    }

    /// Stops it: a document that is being read is begun again by the next one.
    pub async fn stop(self) {
        self.stop.notify_one();
        let _ = self.task.await;
    }
}
