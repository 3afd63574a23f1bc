# SPDX-License-Identifier: AGPL-3.0-or-later
# STR: la struttura, l'albero e i suoi codici.

str001-message = il codice { $code } è dato a { $count } indicatori diversi
str001-node-message = il numero di « { $number } » è dato a { $count } voci diverse
str001-mark = stesso codice
str001-related = { $title }
str001-listed = l'elenco gli dà il numero { $written }
str001-hint = dare a ogni voce il suo codice, e correggere i rinvii

str002-message = dopo { $before } viene { $after }: { $count ->
    [one] manca il numero { $missing }
   *[other] mancano i numeri { $missing }
}
str002-many-message = in { $count } schede la numerazione dei codici « { $level } » salta dei numeri
str002-mark = { $count ->
    [one] manca { $missing }
   *[other] mancano { $missing }
}
str002-before = il numero precedente
str002-first = la prima scheda della numerazione
str002-hint = rimettere la voce che manca, numerare di nuovo, oppure scrivere perché è stata tolta

str003-message = { $count ->
    [one] un obiettivo ha una numerazione di indicatori che salta dei numeri
   *[other] { $count } obiettivi hanno una numerazione di indicatori che salta dei numeri
}
str003-mark = { $count ->
    [one] prima di questo manca il { $missing }
   *[other] prima di questo mancano { $missing }
}
str003-related = { $count ->
    [one] prima manca il { $missing }
   *[other] prima mancano { $missing }
}
str003-hint = rimettere gli indicatori, oppure scrivere in una nota quando sono stati tolti

str004-message = { $number } non è al suo posto: viene dopo { $before }
str004-indicator-message = { $count ->
    [one] l'indicatore { $number } non è al suo posto: viene dopo { $before }
   *[other] { $count } indicatori non sono al loro posto: il primo è { $number }, che viene dopo { $before }
}
str004-mark = fuori ordine
str004-before = il numero che gli sta davanti
str004-other = un altro indicatore fuori ordine
str004-hint = spostare la voce al suo posto, oppure correggere il numero

str005-message = nell'indice { $name } sta in un altro punto che nel testo: viene dopo { $before }
str005-many-message = il riepilogo nomina le schede in un ordine diverso da quello del testo ({ $count } su { $all } stanno altrove)
str005-mark = nel testo sta altrove
str005-body = la scheda nel testo
str005-hint = fare di nuovo l'indice dal testo, oppure spostare la scheda

str006-message = { $number } ha { $count } titoli diversi nel documento
str006-untitled-message = questo titolo è diverso da quello che il documento gli dà altrove
str006-mark = un titolo
str006-related = altro titolo, « { $title } »
str006-hint = scegliere un titolo e scriverlo uguale dappertutto

str007-message = { $number } ha due schede con contenuti diversi
str007-same-message = { $number } ha due schede uguali
str007-mark = la seconda scheda
str007-first = la prima scheda
str007-differs = qui « { $label } » è diverso
str007-hint = tenere una scheda sola e nell'altro punto rinviare a quella

str008-message = { $number } ha la stessa descrizione di { $other }
str008-title-message = { $number } ha lo stesso titolo e la stessa descrizione di { $other }
str008-nearly-message = { $number } ha quasi la stessa descrizione di { $other }
str008-answers-message = { $number } ha { $count ->
    [one] una lunga risposta uguale a quella
   *[other] { $count } lunghe risposte uguali a quelle
} di { $other }: { $labels }
str008-mark = lo stesso testo
str008-related = il testo uguale
str008-hint = scrivere nella seconda scheda il suo testo, o unire le due schede

str009-message = { $number } sta sotto { $parent } e anche sotto { $others }
str009-mark = anche altrove
str009-related = qui sta sotto { $parent }
str009-hint = dire nella scheda sotto quale voce si contano risorse e risultati

str010-message = qui { $number } sta sotto { $under }, la sua scheda sta sotto { $parent }
str010-mark = sotto { $under }
str010-related = la scheda, sotto { $parent }
str010-hint = decidere sotto quale voce sta e correggere l'altro punto

str011-message = il codice { $code } non è di { $sheet }, in cui sta
str011-unknown-message = la fase nomina l'obiettivo { $code }, che { $sheet } non ha
str011-mark = codice di un'altra scheda
str011-sheet = la scheda in cui sta
str011-hint = correggere il codice, oppure spostare la riga nella scheda a cui appartiene

str012-message = { $count ->
    [one] un progetto sta sotto un centro e porta il numero di un altro: { $code } sotto { $centre }
   *[other] { $count } progetti stanno sotto un centro e portano il numero di un altro, o di nessuno: il primo è { $code } sotto { $centre }
}
str012-mark = sotto il centro { $centre }
str012-hint = se il passaggio è voluto dirlo nella scheda, altrimenti correggere il codice

str013-message = { $count ->
    [one] { $names } è solo qui: nel testo non ha una scheda
   *[other] { $count } voci sono solo qui e nel testo non hanno una scheda: { $names }
}
str013-mark = nel testo non c'è
str013-related = anche questa manca nel testo
str013-again = nominata anche qui
str013-hint = rimettere la scheda nel testo, oppure togliere la voce dall'elenco

str014-contents-message = { $number } non è nell'indice, che nomina quasi tutte le altre
str014-tables-message = { $number } non è nelle tabelle che elencano quasi tutte le altre
str014-summary-message = { $number } non è nel riepilogo, che nomina quasi tutte le altre
str014-mark = { $list ->
    [contents] manca nell'indice
    [tables] manca nelle tabelle
   *[other] manca nel riepilogo
}
str014-below = anche questa manca
str014-neighbour = qui è elencata la voce che le sta accanto
str014-hint = aggiungere la voce nell'elenco, oppure togliere la scheda

str015-message = qui comincia una scheda senza titolo: l'indice dice « { $title } »
str015-unknown-message = qui comincia una scheda senza titolo
str015-mark = sopra manca il titolo
str015-index = il titolo nell'indice
str015-before = la scheda di prima, in cui il testo sembra continuare
str015-hint = rimettere il titolo sopra la descrizione

str016-message = da qui manca la scheda: il codice { $code } non è di { $sheet }
str016-named-message = da qui manca la scheda di { $lost }: il codice { $code } non è di { $sheet }
str016-mark = senza scheda
str016-sheet = la scheda in cui la tabella sembra stare
str016-list = l'elenco nomina la scheda persa
str016-hint = rimettere nel testo le pagine della scheda persa

str017-message = qui « { $title } » ha il numero { $written }, nella sua scheda { $own }
str017-mark = nella scheda è { $own }
str017-sheet = la scheda, con il numero { $own }
str017-again = anche qui ha il numero { $written }
str017-owner = il numero { $written } è di questa voce
str017-hint = scrivere { $own } nell'elenco, se il numero giusto è quello della scheda

str018-message = il titolo « { $title } » è diviso fra due righe dal cambio di pagina
str018-mark = qui il titolo continua
str018-first = qui il titolo comincia
str018-hint = scrivere il titolo intero in un punto solo

str019-message = { $count ->
    [one] una riga è divisa dal cambio di pagina
   *[other] { $count } righe sono divise dal cambio di pagina
}
str019-mark = qui continua la riga della pagina prima
str019-related = continua la riga della pagina prima
str019-hint = impedire che le righe delle tabelle si dividano fra le pagine

str020-message = { $count ->
    [one] la fase « { $title } » sta sotto { $own } ma parla di { $other }
   *[other] { $count } fasi stanno sotto { $own } ma parlano di { $other }
}
str020-mark = codice di un altro obiettivo?
str020-own = l'obiettivo sotto cui sta
str020-other = l'obiettivo di cui parla ({ $words })
str020-more = parla anche questa di { $other }
str020-hint = scrivere nella fase il codice dell'obiettivo che descrive

str021-message = { $count ->
    [one] in una riga del riepilogo il codice non sta sotto la sua intestazione
   *[other] in { $count } righe su { $all } del riepilogo il codice non sta sotto la sua intestazione
}
str021-table-message = { $count ->
    [one] in questa riga le celle sono spostate rispetto alle altre tabelle
   *[other] in { $count } righe le celle sono spostate rispetto alle altre tabelle
}
str021-mark = sta nella colonna { $found }, l'intestazione è nella { $expected }
str021-table-mark = sta nella colonna { $found }, nelle altre righe nella { $expected }
str021-head = l'intestazione
str021-related = anche questa è spostata
str021-like = una riga al suo posto
str021-hint = rifare la tabella con una colonna per ogni intestazione

str022-message = { $number } non ha voci di livello « { $what } » sotto di sé, mentre { $count } schede su { $all } ne hanno
str022-mark = nessuna voce di livello « { $what } »
str022-like = una scheda che ne ha
str022-hint = aggiungere ciò che manca, oppure togliere la scheda
str022-borrowing-message = { $number } non ha schede proprie: gli elenchi gli mettono sotto solo quelle di altre voci
str022-borrowing-mark = senza schede proprie
str022-borrowing-hint = aggiungere una scheda, oppure dire che vi provvede quella di un'altra voce

str023-message = { $count ->
    [one] { $number } non ha una descrizione, mentre le altre schede l'hanno
   *[other] { $count } schede su { $all } non hanno una descrizione: la prima è { $number }
}
str023-mark = senza descrizione
str023-related = anche questa
str023-hint = aggiungere la descrizione

str024-message = manca la riga « Totale { $label } » di « { $title } »
str024-empty-message = la riga « { $label } » di « { $title } » è vuota, ma sopra ci sono { $amount }
str024-early-message = « { $label } » è vuoto e sta in mezzo a « { $title } », che continua sotto
str024-mark = { $kind ->
    [missing] qui finisce « { $title } » senza il suo totale
   *[other] importo mancante
}
str024-next = qui comincia il gruppo seguente
str024-row = un importo del gruppo
str024-early = anche questo è vuoto
str024-more = qui il gruppo continua
str024-hint = scrivere la riga del totale con il suo importo
str024-early-hint = togliere la riga vuota, o scriverci la somma fin qui

str025-message = { $count ->
    [one] qui un'attività ha un altro numero che nel testo: { $written } è « { $title } », che nel testo è { $own }
   *[other] qui { $count } attività hanno un altro numero che nel testo: { $written } è « { $title } », che nel testo è { $own }
}
str025-title-message = { $count ->
    [one] qui l'attività { $code } ha un titolo che non somiglia a quello del testo: « { $title } »
   *[other] qui { $count } attività hanno un titolo che non somiglia a quello del testo: la prima è { $code }, « { $title } »
}
str025-title-mark = nel testo « { $title } »
str025-title-hint = usare nelle tabelle i titoli della descrizione delle attività
str025-mark = nel testo è { $own }
str025-body = nel testo { $own } è questa attività
str025-hint = usare nelle tabelle i numeri della descrizione delle attività

str026-message = { $count } voci di questo elenco hanno lo stesso titolo, « { $title } »: { $numbers }
str026-level-message = { $number } ha lo stesso titolo di { $other }, « { $title } »
str026-level-hint = dire nella scheda che cosa la lega all'altra, oppure darle un titolo suo
str026-mark = lo stesso titolo
str026-related = lo stesso titolo
str026-hint = aggiungere al titolo ciò che distingue le voci

str027-message = « { $title } » sta sotto { $code } e anche sotto { $other }
str027-mark = già sotto { $other }
str027-first = la stessa riga sotto { $other }
str027-hint = tenere la riga sotto una sola attività, oppure dire in che cosa sono diverse

str028-message = { $number } « { $title } » sta sotto { $own }, ma le parole del suo titolo sono di { $other }
str028-mark = titolo di un'altra voce?
str028-own = dove sta ora
str028-other = la voce che ha le stesse parole
str028-hint = spostare la scheda, oppure dire perché sta lì

str029-message = nella numerazione delle fasi di { $sheet } manca il numero { $missing }
str029-twice-message = in { $sheet } il numero { $number } è dato a due fasi
str029-mark = numero della fase
str029-before = la fase precedente
str029-hint = rimettere la fase che manca, oppure numerarle di nuovo
