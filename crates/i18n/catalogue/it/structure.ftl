# SPDX-License-Identifier: AGPL-3.0-or-later

# STR030–STR069: schede, tabelle, parole.

str030-message = nella scheda «{ $sheet }» manca il campo «{ $field }»
str030-has = un’altra scheda che ha il campo
str030-hint = aggiungere il campo e la risposta: lo hanno { $count } schede su { $of }
str030-description = { $count ->
    [one] un nodo del livello «{ $level }» non ha descrizione, ma quasi tutti gli altri { $of } l’hanno
   *[other] { $count } nodi del livello «{ $level }» su { $of } non hanno descrizione, gli altri l’hanno
}
str030-without = anche qui la descrizione manca
str030-describe = scrivere in poche righe che cosa si fa

str031-message = il campo «{ $field }» contiene le parole del modello, non una risposta
str031-before = nel campo «{ $field }» sono rimaste le parole del modello davanti alla risposta
str031-hint = scrivere la risposta al posto di «{ $words }»
str031-remove = togliere «{ $words }»

str032-message = il campo «{ $field }» contiene quello che le altre schede scrivono in «{ $other }»
str032-there = la stessa frase, nel campo «{ $other }»
str032-within = nel campo «{ $field }» comincia anche la risposta di «{ $other }»
str032-own = il campo a cui appartiene
str032-hint = scrivere qui la risposta a «{ $field }» e portare il resto in «{ $other }»

str033-message = i campi «{ $field }» e «{ $other }» hanno la stessa risposta
str033-first = la stessa risposta
str033-hint = riscrivere quella che non risponde alla sua domanda

str034-message = «{ $node }» ha la stessa descrizione di «{ $other }»
str034-first = la stessa descrizione
str034-hint = riscrivere la descrizione che non parla del suo titolo
str034-answers = { $count ->
    [one] una lunga risposta torna uguale in un’altra scheda, nello stesso campo
   *[other] { $count } lunghe risposte tornano uguali in altre schede, nello stesso campo
}
str034-again = una risposta ripetuta
str034-hint-answers = controllare che ogni scheda dica il proprio

str035-message = il campo «{ $field }» della scheda «{ $sheet }» è vuoto
str035-hint = scrivere la risposta, anche solo «no»

str036-message = il destinatario è «{ $target }», ma «{ $field }» ha risposta «{ $answer }»
str036-target = il destinatario
str036-hint = cambiare una delle due risposte, o dire in che senso è trasversale

str037-message = { $count ->
    [one] una risposta a una domanda da sì o no non dice né sì né no
   *[other] { $count } risposte a domande da sì o no non dicono né sì né no
}
str037-other = né sì né no
str037-hint = cominciare la risposta con sì o no

str038-message = l’etichetta «{ $label }» è scritta in { $count } modi
str038-way = «{ $label }» ({ $count })
str038-hint = scrivere sempre «{ $label }»

str039-message = { $count ->
    [one] una risposta rinvia («{ $words }»)
   *[other] { $count } risposte rinviano («{ $words }»…)
}
str039-other = una risposta che rinvia
str039-hint = scrivere la risposta, o chi la dà ed entro quando
