// SPDX-License-Identifier: AGPL-3.0-or-later
//! The same chapter, article and amount in two nodes.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_domain::planning::{BudgetLine, Direction};
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

check! {
    /// # La stessa cifra dello stesso capitolo è in due progetti
    ///
    /// **Che cosa trova.** Lo stesso capitolo e articolo, con la stessa cifra, sta nel bilancio di due progetti (o
    /// due volte nello stesso).
    ///
    /// **Perché conta.** Se è lo stesso denaro, è contato due volte, e il totale di tutti i progetti è troppo alto.
    ///
    /// **Esempio.** Il capitolo 30500/02, 300.000,00 euro, sta sia nel progetto delle partecipate sia in quello della
    /// ristrutturazione.
    ///
    /// **Come si corregge.** Lasciarlo in un progetto solo, oppure dividere la cifra; se sono due somme diverse,
    /// dirlo nel titolo.
    ///
    /// **Eccezioni.** Per un'entrata è una nota: una stessa entrata si divide spesso in parti uguali. Un capitolo diviso fra più progetti con cifre diverse è normale e non è segnalato; una cifra di
    /// zero nemmeno.
    ///
    /// # The same amount of the same chapter is in two projects
    ///
    /// **What it finds.** The same chapter and article, with the same amount, stands in the budgets of two projects
    /// (or twice in one).
    ///
    /// **Why it matters.** If it is the same money, it is counted twice, and the total of all projects is too high.
    ///
    /// **Example.** Chapter 30500/02, 300,000.00 euro, stands both in the project of the companies and in that of the
    /// building works.
    ///
    /// **How to mend it.** Leave it in one project only, or divide the amount; if there are two sums, say so in the
    /// title.
    ///
    /// **Exceptions.** For revenue it is a note: it is often divided into equal parts. A chapter divided between projects with different amounts is common and not told; nor is an
    /// amount of zero.
    SUM009, "chapter-counted-twice", Warning, Run::Alone(look)
}

/// Side, chapter, article and amount in cents.
type Key<'a> = (Option<Direction>, &'a str, Option<&'a str>, i64);

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut known: FxHashMap<Key<'_>, Vec<&BudgetLine>> = FxHashMap::default();
    for row in &subject.draft.budget_lines {
        if let Some(amount) = row.amount.filter(|amount| amount.cents() != 0) {
            known.entry((row.direction, &row.chapter, row.article.as_deref(), amount.cents())).or_default().push(row);
        }
    }
    let mut twice: Vec<Vec<&BudgetLine>> = known.into_values().filter(|rows| rows.len() > 1).collect();
    twice.sort_by_key(|rows| rows[0].line);
    for rows in twice {
        let [first, others @ ..] = &rows[..] else { continue };
        let Some(amount) = first.amount else { continue };
        let chapter = match &first.article {
            Some(article) => format!("{}/{article}", first.chapter),
            None => first.chapter.clone(),
        };
        let place = subject.amount(first.line, amount);
        let message = Words::new("sum009-message").with("chapter", chapter).with("amount", amount);
        let defect = report.find(place, message.with("count", rows.len()));
        defect.found(amount).mark_only(place).hint(Words::new("sum009-hint"));
        if first.direction == Some(Direction::Revenue) {
            defect.severity(Severity::Note);
        }
        for other in others {
            let name = other.node.map_or_else(String::new, |node| subject.name(node));
            defect.see(other.line, Words::new("sum009-related").with("name", name));
        }
    }
}
