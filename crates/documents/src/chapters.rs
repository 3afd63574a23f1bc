// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbered chapters: "3. Gli obiettivi", "1.2 Titolo" — told from items of lists by the index and the numbering.

use crate::nodes::similar;
use crate::reader::{Reader, Section};
use ambito_base::fold;
use ambito_domain::planning::{Family, NodeId};

/// The rank of a chapter without a level: that of the highest level.
const CHAPTER_RANK: u32 = 10;

impl Reader<'_> {
    /// Opens a numbered chapter; without a level it stands beside the areas, its parts below it.
    pub(crate) fn chapter_node(
        &mut self,
        at: usize,
        level: Option<&str>,
        code: String,
        title: &str,
        depth: Option<u8>,
    ) -> NodeId {
        let parts = code.matches('.').count();
        self.last_chapter = Some(code.clone());
        let node = self.new_node(at, level, Some(code), title, depth);
        if level.is_none() && depth.is_none() {
            let rank = CHAPTER_RANK + u32::try_from(parts).unwrap_or(0).min(5);
            if let Some(open) = self.open.iter_mut().find(|open| open.node == node) {
                open.rank = rank;
            }
            self.settle_parent(node, rank);
        }
        node
    }

    /// Whether a number and a title are a chapter of the body: the index has it, or it stands alone and is no
    /// sentence and no item of a list.
    pub(crate) fn is_chapter(&self, at: usize, code: &str, title: &str, depth: Option<u8>) -> bool {
        if depth.is_some() {
            return true;
        }
        if self.index.iter().any(|entry| entry.code.as_deref() == Some(code) && similar(&entry.title, title)) {
            return true;
        }
        if !self.index.is_empty() || self.sheet_rank.is_some() {
            return false;
        }
        if self.follows_numbering(code) {
            return self.stands_alone(at) && title.len() < 180;
        }
        self.stands_alone(at)
            && title.len() < 180
            && !title.ends_with(['.', ';', ',', ':'])
            && title.chars().next().is_some_and(char::is_uppercase)
            && !matches!(self.section, Section::Field(..) | Section::IndicatorLines)
    }

    /// Whether a number goes on where the open chapters stand: "2.2" after "2.1", "3" after "2.4", "1.1" after "1".
    pub(crate) fn follows_numbering(&self, code: &str) -> bool {
        let Some(last) = self.last_chapter.as_deref() else { return false };
        let number = |part: &str| part.parse::<u32>().ok();
        let (new, old): (Vec<&str>, Vec<&str>) = (code.split('.').collect(), last.split('.').collect());
        if new.len() == old.len() + 1 {
            return new[..old.len()] == old[..] && new.last().is_some_and(|part| *part == "1");
        }
        let depth = new.len();
        depth <= old.len()
            && new[..depth - 1] == old[..depth - 1]
            && number(new[depth - 1]).zip(number(old[depth - 1])).is_some_and(|(new, old)| new == old + 1)
    }

    /// The level of a numbered chapter.
    pub(crate) fn chapter_level(&self, code: &str, title: &str) -> Option<String> {
        let folded = fold(title);
        if self.draft.family == Some(Family::ZonePlan) {
            let names_area = folded.contains("obiettivi") || crate::values::words::has_phrase(&folded, "area");
            let whole_plan = crate::values::words::has_phrase(&folded, "piano di zona") || folded.contains("premessa");
            return (names_area && !whole_plan && !code.contains('.')).then(|| "area".to_owned());
        }
        if self.draft.family == Some(Family::TargetedProgrammes) {
            return Some("programma".to_owned());
        }
        let depth = code.matches('.').count();
        let first = self
            .list_level
            .clone()
            .or_else(|| (self.draft.family == Some(Family::ObjectivesPlan)).then(|| "obiettivo".to_owned()))?;
        if depth == 0 {
            return Some(first);
        }
        let place = self.levels.iter().position(|level| *level == first)?;
        let below =
            self.levels.iter().skip(place + 1).find(|level| level.contains("operativo") || level.contains("azione"));
        below.cloned().filter(|_| depth == 1)
    }
}
