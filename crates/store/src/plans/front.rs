// SPDX-License-Identifier: AGPL-3.0-or-later
//! The front of a version: the plan, whose it is, the version, the file it was read from; in one question, because
//! every page of a plan asks for it.

use super::documents::{self, Document};
use super::plan::{self, Plan};
use super::version::{self, Version};
use crate::select::Select;
use crate::{Result, Tx};
use ambito_domain::office::{PlanId, Sight};
use std::sync::LazyLock;

/// The front of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// The plan.
    pub plan: Plan,
    /// The name of its body: who sees a plan may know whose it is.
    pub body: String,
    /// The version.
    pub version: Version,
    /// The file it was read from.
    pub document: Document,
}

static FRONT: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT body.name, {}, {}, plan.body, {} FROM plan \
         JOIN body ON body.area = plan.area AND body.id = plan.body \
         JOIN plan_version ON plan_version.area = plan.area AND plan_version.plan = plan.id \
         JOIN document ON document.area = plan.area AND document.id = plan_version.document \
         WHERE plan.area = $1 AND plan.id = $2",
        of("plan", plan::COLUMNS),
        of("document", documents::COLUMNS),
        version::COLUMNS,
    )
});

/// The front of a version of a plan in sight; of the latest where no number is named.
///
/// # Errors
/// What the database says.
pub async fn find_front(tx: &mut Tx, sight: &Sight, plan: PlanId, number: Option<i64>) -> Result<Option<Front>> {
    let select = Select::new(FRONT.as_str()).with(sight.area().0).with(plan.0);
    let select = select.in_sight("plan.body", sight).in_sight("document.body", sight);
    let select = match number {
        Some(number) => select.and(" AND plan_version.version = ").bind(number),
        None => select.and(" AND plan_version.version = plan.latest"),
    };
    select
        .first(tx, |cells| {
            let body = cells.next()?;
            let (found, document) = (plan::read(cells)?, documents::read(cells)?);
            Ok(Front { plan: found, body, version: version::read(cells, sight, plan)?, document })
        })
        .await
}

/// Columns of a table, with its name before each.
fn of(table: &str, columns: &str) -> String {
    columns.split(", ").map(|column| format!("{table}.{column}")).collect::<Vec<_>>().join(", ")
}
