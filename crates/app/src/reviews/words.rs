// SPDX-License-Identifier: AGPL-3.0-or-later
//! The words of an area: what documents are read with beside the words that come with the program.

use super::keep::{self, aside};
use super::lists::{changes, latest, people_in};
use super::worker::{WORDS_MAX, own_words};
use super::{ListedWord, Meaning, Trial};
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::fold;
use ambito_documents::corrections::apply;
use ambito_documents::vocabulary::{Vocabulary, meanings};
use ambito_domain::audit::Kind;
use ambito_domain::office::{DocumentId, Right, StaffId, keeper};
use ambito_domain::planning::LineNo;
use ambito_domain::review::{AreaWord, Placement, Withdrawn, WordId, WordMeaning};
use ambito_store::{bodies, reviews, staff};
use std::collections::{BTreeSet, HashMap};

/// The shortest word, in letters: shorter ones stand in every document.
const WORD_CHARS_MIN: usize = 3;
/// How many differences a trial lists.
const TRIED_MAX: usize = 50;
/// The longest word, in characters.
const WORD_CHARS_MAX: usize = 100;

impl App {
    /// Whether somebody may add words and take them away.
    ///
    /// # Errors
    /// What the database says.
    pub async fn may_teach(&self, viewer: &Viewer) -> Result<bool> {
        match self.must_teach(viewer).await {
            Ok(()) => Ok(true),
            Err(Error::Denied(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// A word changes how the documents of every body are read: who adds one files plans for all of them.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn must_teach(&self, viewer: &Viewer) -> Result<()> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let all = bodies::list(&mut tx, &keeper(viewer.area())).await?;
        if all.iter().all(|body| sight.covers(body.id)) { Ok(()) } else { Err(Error::Denied(Right::FilePlans)) }
    }

    /// What a word may mean.
    ///
    /// # Errors
    /// [`Error::Denied`].
    pub async fn list_meanings(&self, viewer: &Viewer) -> Result<Vec<Meaning>> {
        viewer.sight(Right::FilePlans)?;
        let all = meanings().into_iter();
        Ok(all.map(|one| Meaning { meaning: WordMeaning(one.word), known: one.known }).collect())
    }

    /// The words of the area that stand, in the order in which they were added.
    ///
    /// # Errors
    /// [`Error::Denied`], or what the database says.
    pub async fn list_words(&self, viewer: &Viewer) -> Result<Vec<ListedWord>> {
        viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let mut words = reviews::list_words(&mut tx, viewer.area(), WORDS_MAX).await?;
        words.retain(|word| word.removed.is_none());
        let mut people: Vec<StaffId> = words.iter().map(|word| word.added_by).collect();
        people.sort_unstable();
        people.dedup();
        let names: HashMap<StaffId, String> =
            staff::list_names(&mut tx, viewer.area(), &people).await?.into_iter().collect();
        let listed = |word: AreaWord| {
            let by = names.get(&word.added_by).cloned().unwrap_or_default();
            ListedWord { word, by }
        };
        Ok(words.into_iter().map(listed).collect())
    }

    /// Adds a word; documents that are read from now on are read with it.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Invalid`] where the word says nothing, is there already or the
    /// meaning is not known, or what the database says.
    pub async fn add_word(&self, viewer: &Viewer, word: &str, meaning: &str) -> Result<WordId> {
        let added_by = viewer.person()?;
        self.must_teach(viewer).await?;
        let mut tx = self.db.write().await?;
        let there = reviews::list_words(&mut tx, viewer.area(), WORDS_MAX).await?;
        let word = sound(word, meaning, &there)?;
        let (id, added, meaning) = (WordId(self.new_id()), self.now(), WordMeaning(meaning.to_owned()));
        let said = format!("meaning={}", meaning.0);
        let word = AreaWord { id, word, meaning, added, added_by, removed: None };
        reviews::insert_word(&mut tx, viewer.area(), &word).await?;
        self.record(&mut tx, viewer, Change::new(Kind::Write, "review.word").on(id.0).saying(said)).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// What a word would change in the last reading of a document; nothing is kept of it, but that people were named.
    ///
    /// # Errors
    /// As [`App::add_word`]; [`Error::Absent`] where the document is not in sight or has no reading.
    pub async fn try_word(&self, viewer: &Viewer, document: DocumentId, word: &str, meaning: &str) -> Result<Trial> {
        self.must_teach(viewer).await?;
        let mut tx = self.db.read().await?;
        let (key, number) = latest(&mut tx, viewer, document).await?;
        let there = reviews::list_words(&mut tx, viewer.area(), WORDS_MAX).await?;
        let corrections = keep::corrections(&mut tx, &key).await?;
        drop(tx);
        let word = sound(word, meaning, &there)?;
        let mut words = own_words(there);
        words.push((word, meaning.to_owned()));
        let old = self.load_reading(&key, number).await?;
        let new = match self.read_with(&key, words.clone()).await? {
            Ok(source) => source,
            Err(fault) => return Err(Error::Broken(fault.code)),
        };
        let compared = move || {
            let mut changed = changes(&old, &new);
            let count = changed.len();
            changed.truncate(TRIED_MAX);
            let builtin = Vocabulary::builtin();
            let words = builtin.with_words(words.iter().map(|(word, meaning)| (word.as_str(), meaning.as_str())));
            let [now, then] = [old, new].map(|source| {
                let applied = apply(source.reading.draft, &source.blocks, &corrections, &words);
                let lines: BTreeSet<LineNo> = applied.draft.unread.iter().map(|unread| unread.line).collect();
                let lost = applied.placed.iter().filter(|placed| placed.placement == Placement::Lost).count();
                [lines.len(), lost].map(|count| u32::try_from(count).unwrap_or(u32::MAX))
            });
            Ok(Trial { unread: [now[0], then[0]], lost: [now[1], then[1]], changed, count })
        };
        let trial: Trial = aside(compared).await?;
        self.record_people(viewer, document, people_in(&trial.changed), &format!("reading={number}")).await?;
        Ok(trial)
    }

    /// Takes a word away.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`], [`Error::Stale`] where somebody did, or what the
    /// database says.
    pub async fn remove_word(&self, viewer: &Viewer, id: WordId) -> Result<()> {
        self.must_teach(viewer).await?;
        let removed = Withdrawn { at: self.now(), by: viewer.person()? };
        let mut tx = self.db.write().await?;
        reviews::find_word(&mut tx, viewer.area(), id).await?.ok_or(Error::Absent("word"))?;
        reviews::remove_word(&mut tx, viewer.area(), id, removed).await?;
        self.record(&mut tx, viewer, Change::new(Kind::Write, "review.word-remove").on(id.0)).await?;
        Ok(tx.commit().await?)
    }

    /// Asks for another reading of a document, with the program and the words of today; gives its number. Where one waits
    /// or is being made, it is that one.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::SignInFirst`], [`Error::Absent`], or what the database says.
    pub async fn reread(&self, viewer: &Viewer, document: DocumentId) -> Result<i64> {
        let sight = viewer.sight(Right::FilePlans)?;
        let by = viewer.person()?;
        let mut tx = self.db.write().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        reviews::lock_document(&mut tx, &key).await?;
        let readings = reviews::list_readings(&mut tx, &key).await?;
        if let Some(open) = readings.iter().find(|reading| !reading.state.is_over()) {
            return Ok(open.number);
        }
        let number = reviews::insert_reading(&mut tx, &key, self.now(), Some(by)).await?;
        let change = Change::new(Kind::Write, "review.reread").on(document.0).saying(format!("reading={number}"));
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        self.ask_for_work();
        Ok(number)
    }
}

/// A word as it is kept, where it says something and is not there yet.
fn sound(word: &str, meaning: &str, there: &[AreaWord]) -> Result<String> {
    let word = word.replace('\0', "").split_whitespace().collect::<Vec<_>>().join(" ");
    if fold(&word).is_empty() {
        return Err(Error::invalid("word", "field-missing"));
    }
    if fold(&word).chars().count() < WORD_CHARS_MIN {
        return Err(Error::invalid("word", "word-too-short"));
    }
    if word.chars().count() > WORD_CHARS_MAX {
        return Err(Error::invalid("word", "field-too-long"));
    }
    if !meanings().iter().any(|one| one.word == meaning) {
        return Err(Error::invalid("meaning", "word-meaning-unknown"));
    }
    if there.len() >= WORDS_MAX as usize {
        return Err(Error::invalid("word", "word-too-many"));
    }
    let same = |one: &AreaWord| one.removed.is_none() && one.meaning.0 == meaning && fold(&one.word) == fold(&word);
    if there.iter().any(same) { Err(Error::invalid("word", "word-there-already")) } else { Ok(word) }
}
