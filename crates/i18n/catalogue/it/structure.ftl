# SPDX-License-Identifier: AGPL-3.0-or-later
# STR: la struttura, l'albero e i suoi codici.

str001-message = il codice { $code } è dato a { $count } indicatori diversi
str001-node-message = il numero di « { $number } » è dato a { $count } voci diverse
str001-mark = stesso codice
str001-related = { $title }
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
str008-answers-message = { $number } ha { $count ->
    [one] una lunga risposta uguale
   *[other] { $count } lunghe risposte uguali
} a { $other }: { $labels }
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
