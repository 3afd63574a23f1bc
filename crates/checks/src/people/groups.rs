// SPDX-License-Identifier: AGPL-3.0-or-later
//! Names that are of a group and not of a person.

use ambito_base::fold;

/// Words that are in the name of a group and in no name of a person.
const WORDS: [&str; 30] = [
    "assistenti",
    "sociali",
    "amministrativi",
    "amministrative",
    "amministrativo",
    "educatori",
    "educatrici",
    "operatori",
    "operatrici",
    "personale",
    "ufficio",
    "uffici",
    "servizio",
    "servizi",
    "poli",
    "polo",
    "equipe",
    "gruppo",
    "dipendenti",
    "collaboratori",
    "tecnici",
    "psicologi",
    "addetti",
    "volontari",
    "tirocinanti",
    "staff",
    "sportello",
    "coordinatori",
    "insegnanti",
    "impiegati",
];

/// Whether a name is of a group.
pub(super) fn is_group(name: &str) -> bool {
    fold(name).split(' ').any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::is_group;

    #[test]
    fn tells_groups_from_people() {
        assert!(is_group("Operatori di sportello"));
        assert!(is_group("Assistenti sociali"));
        assert!(!is_group("Cantafavole Nora"));
    }
}
