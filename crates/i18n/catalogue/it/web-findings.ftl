# SPDX-License-Identifier: AGPL-3.0-or-later
# Il manuale dei controlli, i rilievi su tutti i documenti, gli incarichi, il confronto fra due piani.

checks-title = Controlli
checks-what = { $count ->
    [one] Su ogni documento letto si fa { $count } controllo: qui c’è che cosa cerca, perché conta e come si corregge.
   *[other] Su ogni documento letto si fanno { $count } controlli: qui c’è che cosa cerca ciascuno, perché conta e come si corregge.
}
checks-search = Cercare nel manuale dei controlli
checks-text = Parole o codice
checks-family = Argomento
checks-any-family = tutti
checks-severity = Gravità
checks-any-severity = tutte
checks-all = Tutti i controlli
checks-found = { $count ->
    [one] { $count } controllo trovato
   *[other] { $count } controlli trovati
}
checks-none = Nessun controllo parla di questo.
checks-none-how = Si può provare con una parola sola, oppure togliere argomento e gravità.
checks-beside = Il controllo prima e quello dopo
checks-before = Prima
checks-after-this = Dopo
