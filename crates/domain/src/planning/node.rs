// SPDX-License-Identifier: AGPL-3.0-or-later
//! Nodes: the tree of a plan.

use super::LineNo;
use ambito_base::{Cents, Share};
use serde::{Deserialize, Serialize};

/// The place of a node in its draft's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The index into [`PlanDraft::nodes`](super::PlanDraft::nodes).
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// One node of a plan: an area, an objective, an action, a project…
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The node it hangs from; absent at the top.
    pub parent: Option<NodeId>,
    /// Other nodes the document puts it under.
    pub also_under: Vec<NodeId>,
    /// The document's own word for the level, lower case, singular.
    pub level: Option<String>,
    /// The code or number as printed.
    pub code: Option<String>,
    /// The title as printed, cleaned of markup; absent where the document lost it.
    pub title: Option<String>,
    /// What the index implies where the title was lost.
    pub inferred_title: Option<String>,
    /// For objectives: "di miglioramento", "gestionale ordinario", "prioritario"…
    pub kind: Option<String>,
    /// Prose of the node, one paragraph a line.
    pub text: String,
    /// Labelled answers, as printed.
    pub fields: Vec<Field>,
    /// Whether the node stands in the body, or only in an index or a summary.
    pub in_body: bool,
    /// Its row in a summary table.
    pub summary: Option<Summary>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Entries of indexes that name it.
    pub index: Vec<IndexEntry>,
    /// Where it starts.
    pub line: LineNo,
}

/// A labelled answer of a sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// The label as printed.
    pub label: String,
    /// The answer, markup removed, one paragraph a line.
    pub value: String,
    /// Where it starts.
    pub line: LineNo,
}

/// The row of a summary table that names a node.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The amount in the row.
    pub amount: Option<Cents>,
    /// The share in the row.
    pub share: Option<Share>,
    /// The row.
    pub line: LineNo,
}

/// An entry of an index or of an index table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndexEntry {
    /// The title as the index has it.
    pub title: String,
    /// The page or the number beside the title, as printed.
    pub reference: Option<String>,
    /// Where it stands.
    pub line: LineNo,
}
