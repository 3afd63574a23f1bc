// SPDX-License-Identifier: AGPL-3.0-or-later
//! The same amount of the same fund, told in two nodes.

use crate::check::{Run, check};
use crate::{Report, Subject, Words};
use ambito_base::{Cents, fold};
use ambito_domain::planning::{Amount, NodeId, Resource, ResourceKind};
use ambito_findings::Severity;
use rustc_hash::FxHashMap;

/// Below this an amount is too common to be known again, in cents.
const AMOUNT_CENTS_MIN: i64 = 100_000;

/// The longest line whose amounts are compared, in bytes.
const LINE_BYTES_MAX: usize = 20_000;

/// How many words before an amount say what it is of.
const WORDS_BEFORE: usize = 6;

/// How many words after an amount say what it is of.
const WORDS_AFTER: usize = 10;

/// How many nodes tell one amount before it is common in the document and says nothing.
const NODES_MAX: usize = 40;

/// The shortest word that names a thing, in bytes.
const NAME_BYTES_MIN: usize = 4;

/// The shortest name of a fund after the word "fondo", in bytes ("0/6", "FNA").
const FUND_BYTES_MIN: usize = 3;

/// Words that stand beside any amount and name no fund and no service.
const COMMON: &[&str] = &[
    "ambiti",
    "ambito",
    "anche",
    "anni",
    "anno",
    "annua",
    "annuale",
    "annuali",
    "annue",
    "annui",
    "annuo",
    "area",
    "attivita",
    "azione",
    "azioni",
    "biennio",
    "bilancio",
    "budget",
    "carico",
    "circa",
    "complessivi",
    "complessivo",
    "comunali",
    "comune",
    "comuni",
    "corrente",
    "costi",
    "costo",
    "dalla",
    "dalle",
    "degli",
    "dell",
    "della",
    "delle",
    "dello",
    "donazioni",
    "durata",
    "enti",
    "euro",
    "finanziamenti",
    "finanziamento",
    "finanziati",
    "finanziato",
    "fondi",
    "fondo",
    "funzionamento",
    "gestione",
    "importo",
    "interventi",
    "intervento",
    "livello",
    "mila",
    "milioni",
    "ministeriale",
    "nazionale",
    "nazionali",
    "nella",
    "nelle",
    "oltre",
    "ogni",
    "pari",
    "parte",
    "personale",
    "preventivate",
    "preventivati",
    "previsti",
    "previsto",
    "programma",
    "progetti",
    "progetto",
    "propri",
    "proprie",
    "quota",
    "quote",
    "regionale",
    "regionali",
    "regione",
    "risorsa",
    "risorse",
    "secondo",
    "servizi",
    "servizio",
    "singoli",
    "sociale",
    "sociali",
    "somma",
    "spesa",
    "spese",
    "statali",
    "totale",
    "tramite",
    "triennale",
    "triennio",
    "valore",
    "sulla",
    "sulle",
    "grazie",
    "essere",
    "dalle",
    "dagli",
    "finalizzato",
    "finalizzati",
    "economiche",
    "particolare",
];

/// What a fund or a service is called.
struct Name {
    folded: String,
    printed: String,
}

check! {
    /// # Lo stesso importo dello stesso fondo in due schede
    ///
    /// **Che cosa trova.** Due schede dicono nel testo lo stesso importo con lo stesso nome di fondo o di servizio accanto;
    /// oppure due tabelle dei costi hanno la stessa attività con lo stesso costo e la stessa fonte (nota).
    ///
    /// **Perché conta.** Se è il medesimo denaro, sommando le schede lo si conta due volte; se sono due importi, il fondo ne
    /// deve avere il doppio.
    ///
    /// **Esempio.** "Quota del Fondo Aurora 58.000 euro" nella scheda dello sportello e in quella degli alloggi.
    ///
    /// **Come si corregge.** Dire in ogni scheda la sua quota, oppure lasciare l'importo in una sola e rimandare a essa.
    ///
    /// **Eccezioni.** Le parole che accompagnano ogni importo (risorse, quota, Comuni, annui) non bastano a dire che il
    /// denaro è lo stesso; gli importi sotto i mille euro e quelli di una scheda e di ciò che ne dipende non sono confrontati.
    ///
    /// # The same amount of the same fund in two sheets
    ///
    /// **What it finds.** Two sheets tell in their text the same amount, with the same name of a fund or a service beside it;
    /// or two tables of costs have the same activity with the same cost and source (a note).
    ///
    /// **Why it matters.** If it is the same money, adding the sheets counts it twice; if it is two amounts, the fund must
    /// hold twice as much.
    ///
    /// **Example.** "Share of the Aurora fund 58,000 euro" in the sheet of the help desk and in that of the flats.
    ///
    /// **How to mend it.** Tell in each sheet its own share, or leave the amount in one and refer to it.
    ///
    /// **Exceptions.** Words that stand beside any amount (resources, share, municipalities, yearly) do not say that it is the
    /// same money; amounts below a thousand euro, and those of a sheet and of what hangs from it, are not compared.
    SUM010, "amount-told-twice", Warning, Run::Alone(look)
}

fn look(subject: &Subject<'_>, report: &mut Report) {
    let mut by_amount: FxHashMap<Cents, Vec<&Amount>> = FxHashMap::default();
    for amount in &subject.draft.amounts {
        let short = subject.line(amount.line).len() <= LINE_BYTES_MAX;
        if amount.node.is_some() && amount.amount.cents() >= AMOUNT_CENTS_MIN && short {
            by_amount.entry(amount.amount).or_default().push(amount);
        }
    }
    let mut groups: Vec<Vec<&Amount>> = by_amount.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_by_key(|group| group[0].line);
    for group in groups {
        if group.len() <= NODES_MAX {
            compare(subject, &group, report);
        }
    }
    costs(subject, report);
}

/// Costs of one name, amount and source in the tables of two nodes: a note, for each may pay its own.
fn costs(subject: &Subject<'_>, report: &mut Report) {
    let mut known: FxHashMap<(String, Cents), Vec<&Resource>> = FxHashMap::default();
    for row in &subject.draft.resources {
        let (Some(cost), ResourceKind::Cost, Some(_)) = (row.cost, row.kind, row.node) else { continue };
        let folded = fold(&row.activity);
        let name = match folded.split_once(' ') {
            Some((code, name)) if code.bytes().any(|byte| byte.is_ascii_digit()) => name,
            _ => folded.as_str(),
        };
        if cost.cents() >= AMOUNT_CENTS_MIN && name.len() >= NAME_BYTES_MIN {
            known.entry((name.to_owned(), cost)).or_default().push(row);
        }
    }
    let mut groups: Vec<Vec<&Resource>> = known.into_values().filter(|rows| rows.len() > 1).collect();
    groups.sort_by_key(|rows| rows[0].line);
    for rows in groups.iter().filter(|rows| rows.len() <= NODES_MAX) {
        let [first, others @ ..] = &rows[..] else { continue };
        let paid = |row: &&&Resource| {
            row.node != first.node
                && row.sources.iter().any(|source| {
                    let name = fold(&source.source);
                    source.amount.is_some()
                        && first.sources.iter().any(|own| own.amount == source.amount && fold(&own.source) == name)
                })
        };
        let others: Vec<&&Resource> = others.iter().filter(paid).collect();
        let (Some(cost), false) = (first.cost, others.is_empty()) else { continue };
        let message = Words::new("sum010-cost-message").with("amount", cost).with("activity", &first.activity);
        let defect = report.find(subject.amount(first.line, cost), message.with("count", others.len() + 1));
        defect.severity(Severity::Note).found(cost).hint(Words::new("sum010-cost-hint"));
        for other in others {
            let node = other.node.map_or_else(String::new, |id| subject.name(id));
            defect.see(other.line, Words::new("sum010-related").with("amount", cost).with("node", node));
        }
    }
}

/// Tells each amount that names the same thing as an earlier one of its group, once.
fn compare(subject: &Subject<'_>, group: &[&Amount], report: &mut Report) {
    let named: Vec<(&Amount, Vec<Name>)> = group.iter().map(|amount| (*amount, names(subject, amount))).collect();
    let mut taken = vec![false; named.len()];
    for (first, (amount, words)) in named.iter().enumerate() {
        if taken[first] {
            continue;
        }
        let mut common: Option<String> = None;
        let mut others: Vec<&Amount> = Vec::new();
        for (at, (other, other_words)) in named.iter().enumerate().skip(first + 1) {
            if other.per != amount.per && other.per.is_some() && amount.per.is_some() || related(subject, amount, other)
            {
                continue;
            }
            let same = |word: &&Name| other_words.iter().any(|other| other.folded == word.folded);
            if let Some(word) = words.iter().find(same) {
                taken[at] = true;
                others.push(other);
                common.get_or_insert_with(|| word.printed.clone());
            }
        }
        if let (Some(word), Some(_)) = (common, others.first()) {
            tell(subject, amount, &others, &word, report);
        }
    }
}

fn tell(subject: &Subject<'_>, amount: &Amount, others: &[&Amount], word: &str, report: &mut Report) {
    let name = |amount: &Amount| amount.node.map_or_else(String::new, |id| subject.name(id));
    let defect = report.find(
        subject.place(amount.line, &amount.raw),
        Words::new("sum010-message")
            .with("amount", amount.amount)
            .with("word", word)
            .with("count", others.len() + 1)
            .with("node", name(amount)),
    );
    defect.found(amount.amount).hint(Words::new("sum010-hint"));
    for other in others {
        let label = Words::new("sum010-related").with("amount", other.amount).with("node", name(other));
        defect.see(other.line, label);
    }
}

/// Whether two amounts are of one node, or of a node and one that hangs from it.
fn related(subject: &Subject<'_>, left: &Amount, right: &Amount) -> bool {
    // A sheet that is printed twice is one; that it is printed twice is told by itself.
    let number = |amount: &Amount| {
        amount.node.map(|id| subject.node(id)).and_then(|node| Some((&node.level, node.code.as_ref()?)))
    };
    if number(left).is_some() && number(left) == number(right) {
        return true;
    }
    let (Some(left), Some(right)) = (left.node, right.node) else { return true };
    let hangs_from = |mut at: NodeId, from: NodeId| {
        // A tree of this depth is no tree of a plan.
        for _ in 0..32 {
            if at == from {
                return true;
            }
            match subject.node(at).parent {
                Some(parent) => at = parent,
                None => return false,
            }
        }
        true
    };
    hangs_from(left, right) || hangs_from(right, left)
}

/// What may name the fund or service of an amount, the nearest first.
fn names(subject: &Subject<'_>, amount: &Amount) -> Vec<Name> {
    let text = subject.line(amount.line);
    let (before, after) = text.split_once(amount.raw.as_str()).unwrap_or(("", ""));
    // Only the cell that the amount stands in.
    let before = before.rsplit('\t').next().unwrap_or("");
    let after = after.split('\t').next().unwrap_or("");
    let mut left: Vec<&str> = before.split_whitespace().rev().take(WORDS_BEFORE).collect();
    left.reverse();
    let right: Vec<&str> = after.split_whitespace().take(WORDS_AFTER).collect();
    let mut names: Vec<Name> = funds(&left).chain(funds(&right)).collect();
    names.extend(left.iter().rev().chain(&right).filter_map(|word| name_of(word)));
    names
}

/// A word that names something, where it does.
fn name_of(word: &str) -> Option<Name> {
    let folded = fold(word);
    let last = folded.rsplit(' ').next().unwrap_or("");
    let names =
        last.len() >= NAME_BYTES_MIN && !last.bytes().any(|byte| byte.is_ascii_digit()) && !COMMON.contains(&last);
    names.then(|| Name { folded: last.to_owned(), printed: bare(word).to_owned() })
}

/// Funds by their full names: "Fondo" and the two words that say which.
fn funds<'w>(words: &'w [&'w str]) -> impl Iterator<Item = Name> + 'w {
    let starts = words.iter().enumerate().filter(|(_, word)| matches!(bare(word), "Fondo" | "fondo"));
    starts.filter_map(|(at, _)| {
        let rest = words.get(at + 1..)?;
        // "Fondo per le non autosufficienze": little words name nothing.
        let named = rest.iter().position(|word| bare(word).len() >= FUND_BYTES_MIN && !is_little(word))?;
        let word = rest[named];
        if word.starts_with(['€', '(']) || Cents::parse(bare(word)).is_some() {
            return None;
        }
        let more = rest.get(named + 1).is_some_and(|word| bare(word).len() >= NAME_BYTES_MIN && !is_little(word));
        let which: Vec<&str> = rest.iter().copied().take(named + 1 + usize::from(named == 0 && more)).collect();
        let printed: Vec<&str> = std::iter::once("Fondo").chain(which.iter().map(|word| bare(word))).collect();
        Some(Name { folded: fold(&printed.join(" ")), printed: printed.join(" ") })
    })
}

fn is_little(word: &str) -> bool {
    matches!(
        word,
        "per" | "le" | "la" | "il" | "gli" | "di" | "dei" | "del" | "della" | "delle" | "degli" | "non" | "a"
    )
}

fn bare(word: &str) -> &str {
    word.trim_matches(|char: char| !char.is_alphanumeric())
}
