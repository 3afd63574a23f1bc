// SPDX-License-Identifier: AGPL-3.0-or-later
//! What a piece of work asks of the database, statement by statement: for tests that hold pages to a number of questions.
//!
//! Invariants: every statement that a repository runs is noted, those of the audit too; beginnings and ends of
//! transactions, migrations and copies of whole databases are not. Where nobody looks it costs one look at a task's own
//! memory.

use std::cell::RefCell;

tokio::task_local! {
    static ASKED: RefCell<Vec<String>>;
}

/// Does some work, and gives with it the texts of the statements that it ran, in order.
pub async fn asked_by<W: Future>(work: W) -> (W::Output, Vec<String>) {
    let scope = async {
        let output = work.await;
        (output, ASKED.with(|asked| asked.take()))
    };
    ASKED.scope(RefCell::default(), scope).await
}

/// Notes a statement, where somebody looks.
pub(crate) fn note(text: &str) {
    // Nobody looks: nothing is lost.
    let _ = ASKED.try_with(|asked| asked.borrow_mut().push(text.to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn statements_are_noted_where_somebody_looks() {
        note("SELECT 1");
        let ((), asked) = asked_by(async { note("SELECT 2") }).await;
        assert_eq!(asked, ["SELECT 2"]);
    }
}
