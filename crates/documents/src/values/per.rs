// SPDX-License-Identifier: AGPL-3.0-or-later
//! What an amount is for each of: "annui", "al mese", "per nucleo".

use ambito_domain::planning::Per;

/// What follows a whole folded word.
pub(super) fn strip_word<'a>(folded: &'a str, word: &str) -> Option<&'a str> {
    let rest = folded.strip_prefix(word)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix(' ') }
}

/// The unit of time, person or place that a folded text begins with, and what follows it.
pub(super) fn per_words(folded: &str) -> Option<(Per, &str)> {
    const PHRASES: [(&str, Per); 43] = [
        ("annui", Per::Year),
        ("annue", Per::Year),
        ("annuo", Per::Year),
        ("annua", Per::Year),
        ("annuali", Per::Year),
        ("annuale", Per::Year),
        ("all anno", Per::Year),
        ("l anno", Per::Year),
        ("/anno", Per::Year),
        ("anno", Per::Year),
        ("per ciascun anno", Per::Year),
        ("per ogni anno", Per::Year),
        ("per anno", Per::Year),
        ("mensili", Per::Month),
        ("mensile", Per::Month),
        ("al mese", Per::Month),
        ("/mese", Per::Month),
        ("per mese", Per::Month),
        ("settimanali", Per::Week),
        ("alla settimana", Per::Week),
        ("a settimana", Per::Week),
        ("al giorno", Per::Day),
        ("giornalieri", Per::Day),
        ("/giorno", Per::Day),
        ("all ora", Per::Hour),
        ("l ora", Per::Hour),
        ("orari", Per::Hour),
        ("/ora", Per::Hour),
        ("per ora", Per::Hour),
        ("pro capite", Per::Person),
        ("procapite", Per::Person),
        ("a persona", Per::Person),
        ("per persona", Per::Person),
        ("/persona", Per::Person),
        ("per utente", Per::Person),
        ("a utente", Per::Person),
        ("per beneficiario", Per::Person),
        ("ad utente", Per::Person),
        ("per nucleo", Per::Household),
        ("a nucleo", Per::Household),
        ("per famiglia", Per::Household),
        ("per ambito", Per::Area),
        ("ad ambito", Per::Area),
    ];
    PHRASES.iter().find_map(|(phrase, per)| strip_word(folded, phrase).map(|rest| (*per, rest)))
}
