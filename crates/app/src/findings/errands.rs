// SPDX-License-Identifier: AGPL-3.0-or-later
//! A finding handed to a person, who brings it back.

use super::around::{AroundLine, Names, around, hints};
use crate::check::Checker;
use crate::{App, Change, Error, Result, Viewer};
use ambito_base::Date;
use ambito_domain::audit::Kind;
use ambito_domain::office::{AreaId, DocumentId, Right, StaffId, keeper};
use ambito_domain::review::{Errand, ErrandId, ErrandState};
use ambito_i18n::Language;
use ambito_store::plans::{self, Document};
use ambito_store::reviews::{self, DocumentKey, ErrandStep, ErrandsOf, Glance, ListedErrand, Reachable, StoredFinding};
use ambito_store::{Tx, bodies, staff};

/// The longest request or answer.
const WORDS_MAX_CHARS: usize = 4_000;
/// How many errands are listed at most.
const ERRANDS_MAX: u32 = 500;

/// An errand as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrandInput {
    /// The id of the person.
    pub to: String,
    /// Until when.
    pub due: String,
    /// What is asked.
    pub request: String,
}

/// A finding that is about to be handed to somebody.
#[derive(Clone, Debug)]
pub struct FindingToHand {
    /// The document.
    pub document: Document,
    /// The name of its body.
    pub body: String,
    /// The finding.
    pub finding: StoredFinding,
    /// Who can have it; that their names are given is on record.
    pub people: Vec<Reachable>,
    /// The errand that it is with already.
    pub already: Option<ErrandId>,
}

/// An errand, for who has it and for who gave it.
#[derive(Clone, Debug)]
pub struct ErrandPage {
    /// The errand.
    pub errand: Errand,
    /// The file of the document.
    pub document: Document,
    /// The name of its body.
    pub body: String,
    /// Who has it.
    pub to: String,
    /// Who gave it.
    pub given_by: String,
    /// The finding as the checks see it now; absent where they find it no more.
    pub finding: Option<StoredFinding>,
    /// What to do about it, in the language of who looks.
    pub hints: Vec<String>,
    /// The lines around the finding's.
    pub around: Vec<AroundLine>,
    /// What happened, the first first.
    pub steps: Vec<ErrandStep>,
    /// Whether the person who looks has it.
    pub is_mine: bool,
    /// Whether the person who looks may close it or give it again.
    pub may_decide: bool,
    /// The day.
    pub today: Date,
}

/// An errand that is about to be given again.
#[derive(Clone, Debug)]
pub struct ErrandToGive {
    /// The errand.
    pub errand: Errand,
    /// The file of the document.
    pub document: Document,
    /// The name of its body.
    pub body: String,
    /// The finding as the checks see it now; absent where they find it no more.
    pub finding: Option<StoredFinding>,
    /// Who can have it.
    pub people: Vec<Reachable>,
}

/// A person's errands.
#[derive(Clone, Debug, Default)]
pub struct MyErrands {
    /// What is to be done, what is due first standing first.
    pub to_do: Vec<ListedErrand>,
    /// What came back and waits for a decision.
    pub came_back: Vec<ListedErrand>,
    /// What others still have.
    pub handed: Vec<ListedErrand>,
    /// What was answered, and waits for who handed it over.
    pub answered: Vec<ListedErrand>,
    /// What is over: had or given, the last due last.
    pub over: Vec<ListedErrand>,
}

impl App {
    /// A finding of a document in sight, with the people it can be handed to.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn finding_to_hand(
        &self,
        viewer: &Viewer,
        document: DocumentId,
        fingerprint: &str,
    ) -> Result<FindingToHand> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.write().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let found = plans::find_document(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        let finding = reviews::find_finding(&mut tx, &key, fingerprint).await?.ok_or(Error::Absent("finding"))?;
        let people = reviews::list_reachable(&mut tx, &sight, self.today()).await?;
        let already = reviews::find_open_errand(&mut tx, &key, fingerprint).await?;
        let body = body_name(&mut tx, viewer.area(), &key).await?;
        let change = Change::new(Kind::Reading, "staff.list").saying(format!("people={}", people.len()));
        self.record(&mut tx, viewer, change).await?;
        tx.commit().await?;
        Ok(FindingToHand { document: found, body, finding, people, already })
    }

    /// Hands a finding to a person, under an identifier drawn before ([`App::fresh_id`]), so that a form that is sent twice
    /// hands it over once.
    ///
    /// # Errors
    /// [`Error::Invalid`] (also where somebody has the finding already), [`Error::Denied`], [`Error::Absent`], or what the
    /// database says.
    pub async fn give_errand(
        &self,
        viewer: &Viewer,
        id: ErrandId,
        document: DocumentId,
        fingerprint: &str,
        input: &ErrandInput,
    ) -> Result<ErrandId> {
        let sight = viewer.sight(Right::FilePlans)?;
        let giver = viewer.person()?;
        let mut tx = self.db.write().await?;
        let key = reviews::find_document_key(&mut tx, &sight, document).await?.ok_or(Error::Absent("document"))?;
        if reviews::find_errand(&mut tx, viewer.area(), id).await?.is_some() {
            return Ok(id);
        }
        reviews::lock_document(&mut tx, &key).await?;
        let finding = reviews::find_finding(&mut tx, &key, fingerprint).await?.ok_or(Error::Absent("finding"))?;
        let people = reviews::list_reachable(&mut tx, &sight, self.today()).await?;
        let mut check = Checker::default();
        if reviews::find_open_errand(&mut tx, &key, fingerprint).await?.is_some() {
            check.fault("to", "errand-already");
        }
        let (to, due, request) = checked(check, input, &people, self.today())?;
        let errand = Errand {
            id,
            document,
            fingerprint: finding.fingerprint,
            code: finding.code,
            said: finding.message_it,
            line: finding.line.unwrap_or(0),
            to,
            due,
            request,
            given: self.now(),
            given_by: giver,
            state: ErrandState::Given,
            returned: None,
            answer: String::new(),
            closed: None,
            version: 1,
        };
        reviews::insert_errand(&mut tx, &key, &errand).await?;
        reviews::insert_step(&mut tx, viewer.area(), &errand, (errand.given, giver, &errand.request)).await?;
        let change = Change::new(Kind::Write, "errand.give").on(id.0).about(to);
        self.record(&mut tx, viewer, change.saying(format!("code={} due={due}", errand.code))).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// An errand of one's own, or of a document whose plans one may file.
    ///
    /// # Errors
    /// [`Error::Absent`], or what the database says.
    pub async fn get_errand(&self, viewer: &Viewer, id: ErrandId, language: Language) -> Result<ErrandPage> {
        let me = viewer.person()?;
        let area = viewer.area();
        let mut tx = self.db.read().await?;
        let (errand, glance, may_decide) = glanced(&mut tx, viewer, id).await?;
        let key = glance.key;
        let finding = reviews::find_finding(&mut tx, &key, &errand.fingerprint).await?;
        let sees = viewer.sight(Right::ReadPlanPeople).is_ok_and(|sight| sight.covers(key.body()));
        let names = if sees { Names::Shown } else { Names::Hidden };
        let people = staff::list_names(&mut tx, area, &[errand.to, errand.given_by]).await?;
        let name = |id: StaffId| people.iter().find(|(one, _)| *one == id).map(|(_, name)| name.clone());
        let page = ErrandPage {
            hints: hints(finding.as_ref(), language)?,
            around: around(&mut tx, &key, errand.line, names).await?,
            document: glance.document,
            body: glance.body,
            to: name(errand.to).unwrap_or_default(),
            given_by: name(errand.given_by).unwrap_or_default(),
            finding,
            steps: reviews::list_steps(&mut tx, area, id).await?,
            is_mine: errand.to == me,
            may_decide,
            today: self.today(),
            errand,
        };
        drop(tx);
        // Lines of a document may name people.
        let change = Change::new(Kind::Reading, "errand.read").on(id.0);
        self.record_reading(viewer, change.saying(format!("code={}", page.errand.code))).await?;
        Ok(page)
    }

    /// An errand that is about to be given again, with the people who can have it; that their names are given is on record.
    ///
    /// # Errors
    /// [`Error::Denied`], [`Error::Absent`], or what the database says.
    pub async fn errand_to_give(&self, viewer: &Viewer, id: ErrandId) -> Result<ErrandToGive> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.read().await?;
        let (errand, glance, may_decide) = glanced(&mut tx, viewer, id).await?;
        if !may_decide {
            return Err(Error::Denied(Right::FilePlans));
        }
        let finding = reviews::find_finding(&mut tx, &glance.key, &errand.fingerprint).await?;
        let people = reviews::list_reachable(&mut tx, &sight, self.today()).await?;
        drop(tx);
        let change = Change::new(Kind::Reading, "staff.list").saying(format!("people={}", people.len()));
        self.record_reading(viewer, change).await?;
        Ok(ErrandToGive { errand, document: glance.document, body: glance.body, finding, people })
    }

    /// Brings an errand back to who gave it, with an answer; it was looked at in this version.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Invalid`], [`Error::Absent`], or what the database says.
    pub async fn return_errand(&self, viewer: &Viewer, id: ErrandId, version: i64, answer: &str) -> Result<()> {
        let me = viewer.person()?;
        let mut tx = self.db.write().await?;
        let (errand, key, _) = found(&mut tx, viewer, id).await?;
        reviews::lock_document(&mut tx, &key).await?;
        if errand.to != me {
            return Err(Error::Absent("errand"));
        }
        expect(&errand, version, ErrandState::Given)?;
        let mut check = Checker::default();
        let answer = check.words("answer", answer, WORDS_MAX_CHARS);
        check.done()?;
        let errand =
            Errand { state: ErrandState::Returned, returned: Some(self.now()), answer: answer.clone(), ..errand };
        self.step(&mut tx, viewer, &errand, &answer, "errand.return").await?;
        Ok(tx.commit().await?)
    }

    /// Closes an errand that came back, or that is not needed any more.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Absent`], [`Error::Denied`], or what the database says.
    pub async fn close_errand(&self, viewer: &Viewer, id: ErrandId, version: i64) -> Result<()> {
        let mut tx = self.db.write().await?;
        let (errand, key, may_decide) = found(&mut tx, viewer, id).await?;
        reviews::lock_document(&mut tx, &key).await?;
        if !may_decide {
            return Err(Error::Denied(Right::FilePlans));
        }
        if errand.version != version || errand.state == ErrandState::Closed {
            return Err(Error::Stale);
        }
        let errand = Errand { state: ErrandState::Closed, closed: Some(self.now()), ..errand };
        self.step(&mut tx, viewer, &errand, "", "errand.close").await?;
        Ok(tx.commit().await?)
    }

    /// Gives an errand again, to the same person or another, with a new day.
    ///
    /// # Errors
    /// [`Error::Stale`], [`Error::Invalid`], [`Error::Absent`], [`Error::Denied`], or what the database says.
    pub async fn give_again(&self, viewer: &Viewer, id: ErrandId, version: i64, input: &ErrandInput) -> Result<()> {
        let sight = viewer.sight(Right::FilePlans)?;
        let mut tx = self.db.write().await?;
        let (errand, key, may_decide) = found(&mut tx, viewer, id).await?;
        reviews::lock_document(&mut tx, &key).await?;
        if !may_decide {
            return Err(Error::Denied(Right::FilePlans));
        }
        if errand.version != version || errand.state == ErrandState::Closed {
            return Err(Error::Stale);
        }
        let people = reviews::list_reachable(&mut tx, &sight, self.today()).await?;
        let (to, due, request) = checked(Checker::default(), input, &people, self.today())?;
        let errand = Errand { to, due, request: request.clone(), state: ErrandState::Given, returned: None, ..errand };
        self.step(&mut tx, viewer, &errand, &request, "errand.give").await?;
        Ok(tx.commit().await?)
    }

    /// The errands of the person who looks: to do, come back, with others, over.
    ///
    /// # Errors
    /// [`Error::SignInFirst`], or what the database says.
    pub async fn list_my_errands(&self, viewer: &Viewer) -> Result<MyErrands> {
        let (me, area) = (viewer.person()?, viewer.area());
        let mut tx = self.db.read().await?;
        let (mine, given) = (ErrandsOf::To(me), ErrandsOf::From(me));
        let list = async |tx: &mut Tx, whose: &ErrandsOf, state: ErrandState| {
            reviews::list_errands(tx, area, whose, &[state], ERRANDS_MAX).await
        };
        let mut over = list(&mut tx, &mine, ErrandState::Closed).await?;
        over.extend(list(&mut tx, &given, ErrandState::Closed).await?);
        over.sort_by_key(|errand| (errand.due, errand.id));
        over.dedup_by_key(|errand| errand.id);
        let came_back = list(&mut tx, &given, ErrandState::Returned).await?;
        let mut answered = list(&mut tx, &mine, ErrandState::Returned).await?;
        answered.retain(|errand| came_back.iter().all(|back| back.id != errand.id));
        Ok(MyErrands {
            answered,
            to_do: list(&mut tx, &mine, ErrandState::Given).await?,
            handed: list(&mut tx, &given, ErrandState::Given).await?,
            came_back,
            over,
        })
    }

    /// Saves an errand as it is now, with what was said, and puts it on record.
    async fn step(&self, tx: &mut Tx, viewer: &Viewer, errand: &Errand, words: &str, act: &'static str) -> Result<()> {
        let (by, area) = (viewer.person()?, viewer.area());
        reviews::save_errand(tx, area, errand).await?;
        reviews::insert_step(tx, area, errand, (self.now(), by, words)).await?;
        let change = Change::new(Kind::Write, act).on(errand.id.0).about(errand.to);
        self.record(tx, viewer, change.saying(format!("code={} due={}", errand.code, errand.due))).await
    }
}

/// An errand that somebody may see, the document it is of, and whether they may decide on it: who gave it and who may file
/// the plans of the document's body decide; who has it sees it.
async fn found(tx: &mut Tx, viewer: &Viewer, id: ErrandId) -> Result<(Errand, DocumentKey, bool)> {
    let absent = || Error::Absent("errand");
    let (me, area) = (viewer.person()?, viewer.area());
    let errand = reviews::find_errand(tx, area, id).await?.ok_or_else(absent)?;
    let key = reviews::find_errand_document(tx, area, id).await?.ok_or_else(absent)?;
    let may_decide = viewer.sight(Right::FilePlans).is_ok_and(|sight| sight.covers(key.body()));
    if may_decide || errand.to == me { Ok((errand, key, may_decide)) } else { Err(absent()) }
}

/// As [`found`], with where the document stands.
async fn glanced(tx: &mut Tx, viewer: &Viewer, id: ErrandId) -> Result<(Errand, Glance, bool)> {
    let absent = || Error::Absent("errand");
    let (me, area) = (viewer.person()?, viewer.area());
    let errand = reviews::find_errand(tx, area, id).await?.ok_or_else(absent)?;
    let glance = reviews::find_glance(tx, &keeper(area), errand.document).await?.ok_or_else(absent)?;
    let may_decide = viewer.sight(Right::FilePlans).is_ok_and(|sight| sight.covers(glance.key.body()));
    if may_decide || errand.to == me { Ok((errand, glance, may_decide)) } else { Err(absent()) }
}

fn expect(errand: &Errand, version: i64, state: ErrandState) -> Result<()> {
    if errand.version == version && errand.state == state { Ok(()) } else { Err(Error::Stale) }
}

/// What was typed, looked at: somebody who can have it, a day that is not past, a request.
fn checked(
    mut check: Checker,
    input: &ErrandInput,
    people: &[Reachable],
    today: Date,
) -> Result<(StaffId, Date, String)> {
    let to = input.to.parse::<StaffId>().ok().filter(|to| people.iter().any(|one| one.id == *to));
    if to.is_none() {
        check.fault("to", "field-choose");
    }
    let due = check.day("due", &input.due);
    match due {
        None if input.due.trim().is_empty() => check.fault("due", "field-missing"),
        Some(due) if due < today => check.fault("due", "errand-due-past"),
        _ => {}
    }
    let request = check.words("request", &input.request, WORDS_MAX_CHARS);
    check.done()?;
    match (to, due) {
        (Some(to), Some(due)) => Ok((to, due, request)),
        _ => Err(Error::invalid("to", "field-choose")),
    }
}

async fn body_name(tx: &mut Tx, area: AreaId, key: &DocumentKey) -> Result<String> {
    let body = bodies::find(tx, &keeper(area), key.body()).await?;
    Ok(body.map(|body| body.name).unwrap_or_default())
}
