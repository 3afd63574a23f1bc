// SPDX-License-Identifier: AGPL-3.0-or-later
//! All that the page of a node shows, in one question: its kin, what is below it, what hangs from it.

use super::content::{self, NodeContent};
use super::kin::{self, Kin};
use super::rolled::{self, Rolled};
use super::shape::{Found, Scope, VersionKey};
use super::tree::UP;
use crate::answers::{Answers, Text, in_one, question};
use crate::{Result, Tx};
use ambito_domain::office::Sight;
use ambito_domain::planning::{Effort, NodeId};

/// A node with all that is around it and in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inside {
    /// Its kin.
    pub kin: Kin,
    /// Each node right below it with all that is below that.
    pub rolled: Vec<(NodeId, Rolled)>,
    /// What hangs from it.
    pub content: NodeContent,
    /// Its people, where their names may be seen.
    pub people: Option<Vec<Effort>>,
    /// Whether lines of the version stand elsewhere than their numbers say: then they have places.
    pub has_places: bool,
    /// About how many bytes it is, as the database gave it.
    pub size_bytes: usize,
}

static WITHOUT_PEOPLE: Text = Text::new();
static WITH_PEOPLE: Text = Text::new();

/// A node with all that is around it and in it; the nodes right below it from one on, at most so many; its people, where
/// the sight of who may see names covers the plan. Of a node that is not there, nothing.
///
/// # Errors
/// What the database says.
pub async fn get_inside(
    tx: &mut Tx,
    people_sight: Option<&Sight>,
    key: &VersionKey,
    node: NodeId,
    after: Option<NodeId>,
    most: u32,
) -> Result<Inside> {
    let (together, with_people) = content::tables(people_sight, key);
    let first_kin = together.count();
    let first_rolled = first_kin + kin::QUESTIONS;
    let places = first_rolled + 1;
    let text = if with_people { &WITH_PEOPLE } else { &WITHOUT_PEOPLE };
    let text = text.of(tx, |dialect| {
        let mut questions = together.questions(Scope::Node, dialect);
        questions.extend(kin::questions(first_kin, dialect));
        questions.push(format!("{} {}", question(first_rolled, &rolled::columns(), dialect), rolled::from()));
        questions.push(format!(
            "SELECT * FROM ({} FROM plan_place WHERE area = $1 AND plan = $2 AND version = $3 LIMIT 1) AS one_place",
            question(places, "line", dialect)
        ));
        format!("WITH RECURSIVE {UP}, {} {}", rolled::below(rolled::BELOW), in_one(&questions))
    });
    let select = kin::with(key.select(text), node, after, most);
    let mut answers = Answers::ask(tx, select, places + 1).await?;
    let size_bytes = answers.size_bytes();
    let kin = kin::take(&mut answers, first_kin)?;
    let rolled = answers.take(first_rolled, rolled::read)?;
    let has_places = !answers.take(places, |cells| cells.next::<i64>())?.is_empty();
    let (content, people) = content::read(&mut Found::of(together, answers), with_people)?;
    Ok(Inside { kin, rolled, content, people, has_places, size_bytes })
}
