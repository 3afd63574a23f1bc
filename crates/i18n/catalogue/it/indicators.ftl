# SPDX-License-Identifier: AGPL-3.0-or-later
# IND: gli indicatori.

mark-ind-target = atteso
mark-ind-result = risultato

ind001-message = l'indicatore «{ $title }» non ha un valore atteso
ind001-several = { $count ->
    [one] un indicatore non ha un valore atteso
   *[other] { $count } indicatori non hanno un valore atteso
}
ind001-also = altri indicatori senza valore atteso
ind001-hint = scrivere il valore da raggiungere, o togliere l'indicatore

ind002-message = { $count ->
    [one] il valore atteso di un indicatore è ancora da definire
   *[other] i valori attesi di { $count } indicatori sono ancora da definire
}
ind002-also = altri da definire
ind002-hint = scrivere il valore, o chi lo definirà e per quando

ind003-message = il titolo «{ $title }» da solo non dice che cosa si misura
ind003-message-code = il titolo di { $code }, «{ $title }», da solo non dice che cosa si misura
ind003-bare = { $count ->
    [one] il titolo di un indicatore nomina una cosa sola: fuori dalla sua tabella non si capisce che cosa si conta
   *[other] i titoli di { $count } indicatori nominano una cosa sola: fuori dalla loro tabella non si capisce che cosa si conta
}
ind003-also = altri titoli così brevi
ind003-hint = scrivere nel titolo che cosa si misura
ind003-several = i titoli di { $count } indicatori da soli non dicono che cosa si misura: il primo è «{ $title }»
ind003-other = il titolo è «{ $title }»

ind004-message = { $count ->
    [one] «{ $title }» promette almeno { $number }, ma il valore atteso è 100%
   *[other] { $count } indicatori promettono una quantità nel titolo e hanno 100% come valore atteso: il primo è «{ $title }», almeno { $number }
}
ind004-hint = scrivere la quantità come valore atteso e toglierla dal titolo
ind004-also = «{ $title }»: almeno { $number }

ind005-message = «{ $title }»: atteso { $target }, risultato { $result }
ind005-hint = controllare la cifra; se è giusta, scrivere il motivo

ind006-message = «{ $title }»: atteso { $target }, risultato { $result }, { $times } volte tanto
ind006-hint = controllare che le due cifre contino la stessa cosa, o alzare il valore dell'anno dopo

ind007-message = «{ $title }» è la misura di { $count } indicatori, con lo stesso valore atteso
ind007-targets = «{ $title }» è la misura di { $count } indicatori, con valori attesi diversi: { $targets }
ind007-results = «{ $title }» è la misura di { $count } indicatori, con risultati diversi: { $results }
ind007-near = «{ $title }» è quasi la stessa misura di «{ $other }» (valori attesi { $targets })
ind007-near-results = «{ $title }» sembra la stessa misura di «{ $other }», con lo stesso valore atteso e risultati diversi: { $results }
ind007-also = la stessa misura
ind007-near-also = la misura quasi uguale
ind007-hint = tenere la misura in un posto solo, o dire nei titoli che cosa le distingue
ind007-prefix = «{ $title }» è anche l'inizio di un altro indicatore, che continua con «{ $rest }» e ha lo stesso valore atteso ({ $target })
ind007-prefix-also = la misura con il titolo più lungo

ind008-message = { $count ->
    [one] { $code } comincia con { $letter }, ma il suo obiettivo è «{ $kind }»: altrove questo tipo ha { $rule }
   *[other] { $count } codici cominciano con { $letter } e il loro obiettivo è «{ $kind }», che altrove ha { $rule }: il primo è { $code }
}
ind008-also = altri codici con la stessa lettera
ind008-hint = scrivere { $rule } nei codici, o correggere il tipo degli obiettivi

ind009-message = il valore di partenza non è scritto per nessuno dei { $count } indicatori
ind009-hint = scrivere il valore dell'anno prima dove c'è, «nuovo» dove la misura comincia ora

ind010-message = «{ $title }» non ha un responsabile, gli altri indicatori sì
ind010-never = nessuno dei { $count } indicatori ha un responsabile
ind010-hint = scrivere l'ufficio o la persona che ne risponde

ind011-message = { $count ->
    [one] un indicatore ha due responsabili ({ $people }) e mancano le date di uno
   *[other] { $count } indicatori hanno gli stessi responsabili ({ $people }) e mancano le date di uno
}
ind011-also = gli stessi responsabili
ind011-hint = scrivere «dal … al …» accanto a ogni persona

ind012-message = { $count } indicatori su { $all } hanno come valore atteso 100%
ind012-hint = dove è possibile promettere una quantità, un tempo o una qualità

ind013-message = «{ $title }» promette più di { $count }, e la nota ne elenca { $count }
ind013-note = l'elenco
ind013-hint = scrivere «almeno» invece di «più di», o completare l'elenco
ind013-more = «{ $title }» promette più di { $target }, e la nota ne elenca già { $count }
ind013-more-hint = alzare il valore atteso, o togliere dalla nota ciò che non si conta

ind014-message = { $count ->
    [one] una risposta sui risultati nomina una misura senza alcun numero
   *[other] { $count } risposte sui risultati nominano una misura senza alcun numero
}
ind014-also = altre misure senza numero
ind014-hint = scrivere il valore da raggiungere accanto alla misura

ind015-message = { $count ->
    [one] «{ $title }» ha come valore atteso { $target }, mentre le altre { $others } percentuali sono almeno 50
   *[other] { $count } percentuali attese sono bassissime, mentre le altre { $others } sono almeno 50: la prima è { $target } per «{ $title }»
}
ind015-also = altre percentuali bassissime
ind015-hint = scrivere la percentuale giusta, o «numero» nel titolo se è un numero di cose

ind016-message = la stessa misura ha due valori attesi: { $before } («{ $other }») e { $target } («{ $title }»)
ind016-other = l'altro valore atteso
ind016-hint = tenere un valore solo, o dire che cosa distingue le due misure
