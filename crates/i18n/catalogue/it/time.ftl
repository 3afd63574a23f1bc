# SPDX-License-Identifier: AGPL-3.0-or-later
# TIM: i tempi.

mark-tim-start = inizio
mark-tim-end = fine
mark-tim-due = termine
mark-tim-monitoring = monitoraggio

tim001-message = la fase «{ $title }» finisce ({ $to }) prima di cominciare ({ $from })
tim001-hint = controllare le due date: forse sono scambiate, o è sbagliato l'anno

tim002-phase-ends = la fase «{ $title }» finisce il { $date }, fuori dal periodo del piano ({ $from } – { $to })
tim002-phase-starts = la fase «{ $title }» comincia il { $date }, fuori dal periodo del piano ({ $from } – { $to })
tim002-due = il termine di «{ $title }» è il { $date }, fuori dal periodo del piano ({ $from } – { $to })
tim002-hint = correggere l'anno, o fissare un termine intermedio dentro il periodo

tim003-message = { $count ->
    [one] una scadenza era già passata quando il documento è stato scritto ({ $date }), e il risultato non è detto
   *[other] { $count } scadenze erano già passate quando il documento è stato scritto ({ $date }), e i risultati non sono detti
}
tim003-indicator = termini di indicatori già passati
tim003-phase = fasi già finite
tim003-hint = scrivere che cosa è stato fatto, o dare un nuovo termine

tim004-message = la fase { $order } «{ $title }» comincia il { $from }, prima della fase { $other } ({ $other-from })
tim004-other = la fase che dovrebbe venire prima
tim004-hint = correggere la data, o numerare di nuovo le fasi

tim005-message = la fase «{ $title }» va da { $first } a { $last } secondo il testo, dal { $from } al { $to } secondo le date
tim005-hint = scrivere gli stessi mesi nel testo e nelle date

tim006-message = qui il piano è { $found }, nel titolo è { $expected }
tim006-title = il periodo del piano
tim006-hint = scrivere { $expected } anche qui

tim007-message = «{ $written }»: dal { $first } al { $last } gli anni sono { $count }, non { $term }
tim007-hint = correggere l'ultimo anno, o scrivere i giorni di inizio e di fine

tim008-message = «{ $title }» ha il termine { $due }, ma la sola data del risultato è di un monitoraggio del { $date }
tim008-hint = scrivere il giorno in cui il risultato è stato raggiunto

tim009-message = { $count ->
    [one] un risultato finale è stato misurato il { $earliest }, molto prima della fine del periodo ({ $date })
   *[other] { $count } risultati finali sono stati misurati molto prima della fine del periodo ({ $date }): questo il { $earliest }
}
tim009-also = altri risultati finali misurati presto
tim009-hint = misurare di nuovo alla fine, o scrivere che il lavoro era concluso

tim010-message = { $count ->
    [one] in «{ $title }» la data { $date } è senza anno
   *[other] { $count } scadenze sono senza anno: la prima è { $date } in «{ $title }»
}
tim010-hint = aggiungere l'anno
tim010-also = altre scadenze senza anno

tim011-message = «{ $title }» ha il termine { $due }, ma la decorrenza è dal { $start }
tim011-start = la decorrenza
tim011-hint = anticipare l'assegnazione o spostare la decorrenza; se gli appalti sono due, dirlo

tim012-message = { $count } fasi durano quanto tutto il piano (dal { $from } al { $to }): le date non dicono quando si fa il lavoro
tim012-also = altre fasi lunghe quanto il piano
tim012-hint = scrivere quando il lavoro comincia e finisce davvero, o dividerlo in più fasi

tim013-message = { $date } non è un giorno del calendario
tim013-hint = scrivere il giorno giusto; se è la fine del mese, l'ultimo che il mese ha

tim014-message = { $count ->
    [one] un piano citato era finito prima del { $year }: «{ $plan }»
   *[other] { $count } righe citano un piano finito prima del { $year }: il primo è «{ $plan }»
}
tim014-also = altri piani già finiti
tim014-hint = citare il piano in vigore, o dire che è quello precedente

tim015-message = il cronoprogramma ha { $count } mesi senza anni, ma alla fine del piano ({ $end }) ne mancano { $left }
tim015-hint = scrivere gli anni sopra i mesi, e dire come prosegue ciò che cade dopo la fine del piano

tim016-message = { $count ->
    [one] nel testo una scadenza era già passata quando il documento è stato scritto ({ $date })
   *[other] nel testo { $count } scadenze erano già passate quando il documento è stato scritto ({ $date })
}
tim016-also = altre scadenze già passate nel testo
tim016-hint = scrivere che cosa è successo, o il nuovo termine

tim017-message = «{ $label }» finisce prima di «{ $other }», che deve valutare
tim017-other = questa attività continua
tim017-hint = portare la valutazione fino all'ultimo mese delle attività
