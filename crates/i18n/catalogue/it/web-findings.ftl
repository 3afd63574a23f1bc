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

compare-title = Confronto fra due piani
compare-choose-title = Confronto: quali piani
compare-choose-with = Con che cosa si confronta
compare-choose-likely = Confrontare con «{ $title }»
compare-choose-others = Oppure con
compare-choose-any = Scegliere due piani qualsiasi
compare-choose-alone = Di questo ente non c’è altro con cui confrontarlo.
compare-choose-alone-how = Appena ci sarà un altro piano, o un’altra versione di questo, si potrà vedere che cosa è cambiato. Si possono anche confrontare piani di enti diversi.
compare-choose-what = Due piani, uno accanto all’altro: si vede che cosa è cambiato negli importi e nei valori attesi, che cosa è nuovo e che cosa non c’è più.
compare-choose-old = Il piano di prima
compare-choose-new = Il piano di adesso
compare-choose-do = Confronta
compare-choose-none = Per un confronto servono due piani.
compare-choose-none-how = Qui si sceglieranno due piani, per esempio quello dell’anno scorso e quello di quest’anno.
compare-not-latest = non è l’ultima
compare-swap = Scambia prima e adesso
compare-answer = Che cosa è cambiato
compare-money = Gli importi, in euro: la somma di tutte le righe di ciascun piano
compare-money-what = Importi
compare-money-revenue = Entrate
compare-money-expense = Uscite
compare-money-allocated = Assegnazioni di fondi
compare-money-cost = Costi delle attività
compare-people-hidden = { $count ->
    [one] { $count } quota di tempo di persone non è confrontata: i nomi si vedono solo con un ruolo che lo permette.
   *[other] { $count } quote di tempo di persone non sono confrontate: i nomi si vedono solo con un ruolo che lo permette.
}
compare-changes = I cambiamenti, voce per voce
compare-aspects = Quali cambiamenti
compare-aspect-all = Tutti
compare-aspect-money = Importi
compare-aspect-targets = Indicatori e valori attesi
compare-aspect-people = Persone
compare-aspect-added = Che cosa è nuovo
compare-aspect-removed = Che cosa non c’è più
