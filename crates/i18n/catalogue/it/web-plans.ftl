# SPDX-License-Identifier: AGPL-3.0-or-later
# Le pagine dei piani.

plans-title = Piani
plans-plan = Piano
plans-family = Tipo di piano
plans-period = In vigore
plans-filed = Registrato
plans-none = Qui ci saranno i piani dell’area, con l’albero di obiettivi e azioni, gli indicatori e gli importi.
plans-none-how = Un piano nasce da un documento: chi scrive i piani lo carica in «Documenti», lo rivede e lo deposita. Vanno bene testi, fogli di calcolo, documenti di scrittura e PDF.
plans-publisher = Chi lo pubblica
plans-issued = Data del documento
plans-act = Atto
plans-version-printed = Versione scritta nel documento
plans-status = Stato
plans-file = File
plans-content = Che cosa contiene
plans-tree-what = Ogni livello si apre e si chiude; importi e conteggi comprendono ciò che sta sotto, e portano ai loro elenchi.
plans-tree-more = Il piano è molto grande: qui ci sono i nodi più in alto, ciascuno con ciò che sta sotto; da ogni nodo si scende a quelli inferiori, e con la ricerca si arriva a qualunque nodo.
plans-tree-none = In questo documento non è stato riconosciuto nessun nodo.
plans-tree-none-how = Le righe lette e quelle non comprese sono contate qui sopra.
plans-below = { $count ->
    [one] { $count } nodo sotto
   *[other] { $count } nodi sotto
}
plans-children = Che cosa sta sotto
plans-versions = Versioni
plans-version-number = versione { $number }
plans-node-unnamed = (senza titolo)
plans-only-in-index = solo nell’indice
plans-only-in-index-text = È nominato solo in un indice o in un riepilogo: nel documento la sua scheda non c’è.
plans-inferred-text = Nel documento il titolo manca: questo viene dall’indice, o dal codice.
plans-sheet = La scheda
plans-field-empty = Nel documento non c’è risposta.
plans-source = Nel documento
plans-sum = Somma di queste righe
plans-amount-euro = Importo (€)
plans-cost-euro = Costo (€)
plans-allocations-euro = Assegnazioni, in euro
plans-no-target = nessun valore atteso
plans-no-source = fonte non indicata
plans-reference-revenue = entrata { $chapter }
plans-reference-expense = uscita { $chapter }
plans-people-recorded = Questa lettura di nomi resta nel registro delle operazioni.
plans-people-hidden = I nomi si vedono solo con un ruolo che lo permette.
plans-timetable = Cronoprogramma
plans-marked = segnato
plans-mark-beyond = un segno sta oltre le colonne
plans-totals-what = Totali scritti nel documento
plans-amounts = Importi nel testo
plans-in-text = nel testo
plans-tables = Altre tabelle
plans-table = Tabella
plans-notes = Note di lettura
plans-notes-what = Che cosa il documento ha perso, e che cosa la lettura ha ricomposto.
plans-place-sheet = foglio { $sheet }, riga { $line }
plans-search-title = Cerca nei piani
plans-search-label = Cerca un nodo
plans-search-do = Cerca
plans-search-help = Parole del titolo, o il codice: per esempio «sportello sociale».
plans-search-found = Nodi trovati nelle ultime versioni dei piani
plans-search-none = Nessun nodo ha tutte queste parole nel titolo o nel codice.
plans-search-none-how = Si può provare con meno parole, o con una parte di parola.
plans-unread-title = Righe non comprese
plans-unread-what = Sono le righe del documento che la lettura non ha saputo collocare: niente è stato buttato via.
