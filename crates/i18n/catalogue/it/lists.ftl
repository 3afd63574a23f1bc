# SPDX-License-Identifier: AGPL-3.0-or-later
# Elenchi: ordinare, filtrare, sommare, portare via.

list-filter = Filtra l’elenco
list-filter-do = Filtra
list-filter-clear = Togli i filtri
list-words = Parole
list-all = tutti
list-without = togli
list-under = Solo «{ $name }» e ciò che sta sotto
list-under-none = Solo ciò che non sta sotto nessun nodo
list-count = { $count ->
    [one] { $count } riga
   *[other] { $count } righe
}
list-files = Tutto l’elenco: da scaricare o da stampare
list-print = Stampa
list-print-whole = tutto l’elenco
list-print-part = Questa è solo una parte dell’elenco. Per averlo intero su carta: il collegamento «Stampa» sopra l’elenco.
list-print-how = Tutte le righe sono su questa pagina: la stampi con il comando di stampa del browser (Ctrl+P).
list-print-back = Torna all’elenco
list-print-do = Stampa
list-print-asked = { $filter }: { $value }
list-print-rising = In ordine di «{ $column }», dal minore al maggiore
list-print-falling = In ordine di «{ $column }», dal maggiore al minore
list-print-cut = Qui sono le prime { $shown } righe di { $count }: l’elenco intero sta nel file
list-print-or = o
list-of-version = { $title }, versione { $number }
list-one-person = Solo gli impegni di una persona
list-none = Nessuna riga corrisponde.
list-total = Totale
list-total-whole = Il totale è di tutto l’elenco, non solo delle righe di questa pagina.
list-lacks = Solo dove manca
list-lacks-indicators = un indicatore
list-lacks-phases = una fase
list-lacks-text = un testo
list-lacks-measured = il valore rilevato
list-lacks-owner = il responsabile
list-lacks-from = l’inizio
list-lacks-to = la fine
list-lacks-share = la quota di tempo
list-nodes = Nodi
list-nodes-what = Ogni nodo del piano con ciò che sta sotto di lui soltanto; per i totali con i livelli inferiori c’è il bilancio per nodo.
list-indicators-what = Tutti gli indicatori del piano: che cosa è atteso, entro quando, che cosa è stato rilevato.
list-phases-what = Tutte le fasi del piano, con inizio e fine.
list-budget = Righe di bilancio
list-budget-what = Tutte le righe di bilancio, con entrate e spese in colonne separate; il totale è di tutto l’elenco filtrato.
list-allocations-what = Tutte le assegnazioni di fondi: totale, prima della variazione, variazione, dopo.
list-costs = Costi delle attività
list-costs-what = Tutte le voci di costo delle attività.
list-people = Impegni del personale
list-people-what = Chi lavora a che cosa, e con quale quota di tempo. La consultazione di questi nomi viene registrata.
list-load = Carico del personale
list-load-what = Per ogni persona la somma delle quote di tempo su tutto il piano. La consultazione di questi nomi viene registrata.
list-load-share = somma delle quote
list-load-over = oltre il 100%
list-load-full = 100%
list-load-under = sotto il 100%
list-load-unknown = quota non scritta
list-works = impegni
list-amounts-what = Gli importi scritti in mezzo al testo, ciascuno con il suo posto nel documento.
list-totals-what = I totali come il documento li scrive: non si sommano, perché sono già somme.
list-revenue-euro = entrate (€)
list-expense-euro = spese (€)
list-unknown-euro = senza verso (€)
list-total-euro = totale (€)
list-before-euro = prima (€)
list-change-euro = variazione (€)
list-after-euro = dopo (€)
plans-rooms = Le pagine del piano
plans-room-overview = Panoramica
plans-room-timeline = Tempi
audit-act-list-export = elenco scaricato
audit-act-list-print = elenco stampato
plans-from = In vigore dal
plans-to = fino al
plans-whole = Tutto il piano
plans-node-open = Apri la scheda
plans-as-list = Le stesse righe come elenco, da filtrare e scaricare
plans-source-open = Apri il documento
plans-understood-lines = delle righe comprese
plans-some-indicators = { $count ->
    [one] indicatore
   *[other] indicatori
}
plans-some-phases = { $count ->
    [one] fase
   *[other] fasi
}
plans-findings = { $count ->
    [one] rilievo
   *[other] rilievi
}: { $errors ->
    [one] { $errors } errore
   *[other] { $errors } errori
}, { $warnings ->
    [one] { $warnings } avviso
   *[other] { $warnings } avvisi
}, { $notes ->
    [one] { $notes } nota
   *[other] { $notes } note
}
plans-tree-bars = La barra è la parte di tutto il piano ({ $name }), con ciò che sta sotto.
plans-budget-title = Bilancio per nodo
plans-budget-what = Ogni riga è un nodo con tutto ciò che sta sotto; le righe sommate danno il totale. Ogni importo porta alle righe da cui viene.
plans-budget-own = Righe del nodo stesso
plans-budget-loose = Righe che non stanno sotto nessun nodo
plans-budget-rest = Altri nodi
plans-budget-none = Qui non ci sono importi.
plans-budget-lists = Gli elenchi da cui vengono gli importi
plans-room-search = Cerca
plans-find-title = Cerca nel piano
plans-find-what = Titoli, codici, testi, indicatori, fasi, bilancio; anche le persone, per chi può vederle.
plans-find-begin = Scriva qualche parola: un titolo, un codice, un capitolo.
plans-find-none = In questo piano nessun testo ha tutte queste parole. Si può provare con meno parole, o con una parte di parola.
plans-find-kind = Che cos’è
plans-find-node = nodo
plans-find-text = testo del nodo
plans-find-field = voce della scheda
plans-find-budget = riga di bilancio
plans-find-allocation = assegnazione
plans-find-amount = importo nel testo
plans-find-unread = riga non compresa
chart-load = La barra di ogni persona è la somma delle sue quote di tempo: { $count ->
    [one] { $count } persona
   *[other] { $count } persone
}, oltre il 100%: { $over }. I valori sono nella tabella sotto.
chart-load-within = fino al 100%
chart-phases = Una barra per fase, dall’inizio alla fine: { $count ->
    [one] { $count } fase
   *[other] { $count } fasi
} tra il { $from } e il { $to }. Le date sono nella tabella sotto.
chart-today = oggi, { $day }
chart-budget = Una barra per importo di ogni nodo, con ciò che sta sotto: { $count ->
    [one] { $count } riga
   *[other] { $count } righe
}. Gli importi sono nella tabella sotto.
plans-parts-more = Sono molte righe: qui ci sono le prime mille di ogni tipo. Gli elenchi le hanno tutte.
