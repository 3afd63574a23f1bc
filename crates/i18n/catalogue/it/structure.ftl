# SPDX-License-Identifier: AGPL-3.0-or-later
# STR: la struttura, l'albero e i suoi codici.

str001-message = il codice { $code } è dato a { $count } indicatori diversi
str001-node-message = { $count } voci diverse hanno lo stesso numero: { $number }
str001-mark = stesso codice
str001-related = { $title }
str001-listed = l'elenco gli dà il numero { $written }
str001-hint = dare a ogni voce il suo codice, e correggere i rinvii

str002-message = dopo { $before } viene { $after }: { $count ->
    [one] manca il numero { $missing }
   *[other] mancano i numeri { $missing }
}
str002-many-message = in { $count } schede la numerazione salta dei numeri ({ $level })
str002-mark = { $count ->
    [one] manca { $missing }
   *[other] mancano { $missing }
}
str002-before = il numero precedente
str002-first = la prima scheda della numerazione
str002-hint = rimettere la voce che manca, numerare di nuovo, oppure scrivere perché è stata tolta
str002-referral = forse si spiega qui

str003-message = { $count ->
    [one] un obiettivo ha una numerazione di indicatori che salta dei numeri
   *[other] { $count } obiettivi hanno una numerazione di indicatori che salta dei numeri
}
str003-mark = { $count ->
    [one] manca il numero { $missing }
   *[other] mancano i numeri { $missing }
}
str003-related = { $count ->
    [one] manca il numero { $missing }
   *[other] mancano i numeri { $missing }
}
str003-hint = rimettere gli indicatori, oppure scrivere in una nota quando sono stati tolti

str004-message = una voce non è al suo posto: { $number } viene dopo { $before }
str004-indicator-message = { $count ->
    [one] l'indicatore { $number } non è al suo posto: viene dopo { $before }
   *[other] { $count } indicatori non sono al loro posto: il primo è { $number }, che viene dopo { $before }
}
str004-mark = fuori ordine
str004-before = il numero che gli sta davanti
str004-other = un altro indicatore fuori ordine
str004-hint = spostare la voce al suo posto, oppure correggere il numero

str005-message = nell'indice { $name } sta in un altro punto che nel testo: viene dopo { $before }
str005-mark = nel testo sta altrove
str005-body = la scheda nel testo
str005-hint = fare di nuovo l'indice dal testo, oppure spostare la scheda

str006-message = { $number } ha { $count } titoli diversi nel documento
str006-untitled-message = questo titolo è diverso da quello che il documento gli dà altrove
str006-mark = un titolo
str006-related = altro titolo, «{ $title }»
str006-hint = scegliere un titolo e scriverlo uguale dappertutto
str006-word = qui è scritto «{ $written }» invece di «{ $own }»

str007-message = due schede con lo stesso numero hanno contenuti diversi: { $number }
str007-same-message = due schede sono uguali: { $number }
str007-mark = la seconda scheda
str007-first = la prima scheda
str007-differs = qui «{ $label }» è diverso
str007-hint = tenere una scheda sola e nell'altro punto rinviare a quella

str008-title-message = due schede hanno lo stesso titolo e la stessa descrizione: { $number } e { $other }
str008-nearly-message = due schede hanno quasi la stessa descrizione: { $number } e { $other }
str008-mark = lo stesso testo
str008-related = il testo uguale
str008-hint = scrivere nella seconda scheda il suo testo, o unire le due schede
str008-text-message = due schede con titoli diversi hanno la stessa descrizione: { $number } e { $other }
str008-nearly-mark = quasi lo stesso testo
str008-nearly-related = il testo quasi uguale

str009-message = una scheda sta sotto più voci: { $number } sotto { $parent }, e anche sotto { $others }
str009-mark = anche altrove
str009-related = qui sta sotto { $parent }
str009-hint = dire nella scheda sotto quale voce si contano risorse e risultati

str010-message = una scheda sta in due posti: qui { $number } è sotto { $under }, nella sua scheda è sotto { $parent }
str010-mark = sotto { $under }
str010-related = la scheda, sotto { $parent }
str010-hint = decidere sotto quale voce sta e correggere l'altro punto
str010-note = qui è detto che riguarda anche l'altra voce

str011-message = il codice { $code } non è della scheda in cui sta ({ $sheet })
str011-unknown-message = la fase nomina l'obiettivo { $code }, che non è nella sua scheda ({ $sheet })
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
str013-unnumbered-message = { $count ->
    [one] { $names }: nel testo nessuna scheda ha questo numero, ma ci sono schede senza numero
   *[other] { $count } voci sono solo qui ({ $names }): nel testo ci sono schede senza numero, forse le loro
}
str013-unnumbered-mark = nessuna scheda ha questo numero
str013-unnumbered = una scheda senza numero
str013-unnumbered-hint = scrivere il numero sulla scheda che gli corrisponde

str014-contents-message = { $number } non è nell'indice, che nomina quasi tutte le altre
str014-tables-message = { $number } non è nelle tabelle che elencano quasi tutte le altre
str014-summary-message = { $number } non è nel riepilogo, che nomina quasi tutte le altre
str014-mark = { $list ->
    [contents] manca nell'indice
    [tables] manca nelle tabelle
   *[other] manca nel riepilogo
}
str014-below = anche questa manca
str014-elsewhere = lo stesso titolo, con un altro numero
str014-neighbour = qui è elencata la voce che le sta accanto
str014-hint = aggiungere la voce nell'elenco, oppure togliere la scheda

str015-message = qui comincia una scheda senza titolo: l'indice dice «{ $title }»
str015-unknown-message = qui comincia una scheda senza titolo
str015-mark = sopra manca il titolo
str015-index = il titolo nell'indice
str015-before = la scheda di prima, in cui il testo sembra continuare
str015-hint = rimettere il titolo sopra la descrizione

str016-message = da qui manca la scheda: il codice { $code } non è della scheda in cui sta ({ $sheet })
str016-named-message = da qui manca una scheda ({ $lost }): il codice { $code } non è di quella in cui sta ({ $sheet })
str016-mark = senza scheda
str016-sheet = la scheda in cui la tabella sembra stare
str016-list = l'elenco nomina la scheda persa
str016-hint = rimettere nel testo le pagine della scheda persa

str017-message = qui «{ $title }» ha il numero { $written }, nella sua scheda { $own }
str017-mark = nella scheda è { $own }
str017-sheet = la scheda, con il numero { $own }
str017-again = anche qui ha il numero { $written }
str017-owner = il numero { $written } è di questa voce
str017-hint = scrivere { $own } nell'elenco, se il numero giusto è quello della scheda

str018-message = il titolo «{ $title }» è diviso fra due righe dal cambio di pagina
str018-mark = qui il titolo continua
str018-first = qui il titolo comincia
str018-hint = scrivere il titolo intero in un punto solo

str020-message = { $count ->
    [one] la fase «{ $title }» ha il codice di un obiettivo ({ $own }) ma parla di un altro ({ $other })
   *[other] { $count } fasi hanno il codice di un obiettivo ({ $own }) ma parlano di un altro ({ $other })
}
str020-mark = codice di un altro obiettivo?
str020-own = l'obiettivo sotto cui sta
str020-other = l'obiettivo di cui parla ({ $words })
str020-more = un'altra fase che parla dello stesso obiettivo
str020-hint = scrivere nella fase il codice dell'obiettivo che descrive

str022-message = sotto { $number } non c'è nulla: { $count } schede su { $all } hanno qualcosa sotto di sé ({ $what })
str022-mark = qui sotto non c'è nulla ({ $what })
str022-like = una scheda che ne ha
str022-hint = aggiungere ciò che manca, oppure togliere la scheda
str022-borrowing-message = una voce non ha schede proprie: sotto { $number } gli elenchi mettono solo quelle di altre
str022-borrowing-mark = senza schede proprie
str022-borrowing-hint = aggiungere una scheda, oppure dire che vi provvede quella di un'altra voce

str024-message = manca la riga «Totale { $label }» di «{ $title }»
str024-empty-message = la riga «{ $label }» di «{ $title }» è vuota, ma sopra ci sono { $amount }
str024-early-message = «{ $label }» è vuoto e sta in mezzo a «{ $title }», che continua sotto
str024-mark = { $kind ->
    [missing] qui finisce «{ $title }» senza il suo totale
   *[other] importo mancante
}
str024-next = qui comincia il gruppo seguente
str024-row = un importo del gruppo
str024-early = anche questo è vuoto
str024-more = qui il gruppo continua
str024-hint = scrivere la riga del totale con il suo importo
str024-early-hint = togliere la riga vuota, o scriverci la somma fin qui

str025-message = { $count ->
    [one] qui un'attività ha un altro numero che nel testo: { $written } è «{ $title }», che nel testo è { $own }
   *[other] qui { $count } attività hanno un altro numero che nel testo: { $written } è «{ $title }», che nel testo è { $own }
}
str025-title-message = { $count ->
    [one] qui l'attività { $code } ha un titolo che non somiglia a quello del testo: «{ $title }»
   *[other] qui { $count } attività hanno un titolo che non somiglia a quello del testo: la prima è { $code }, «{ $title }»
}
str025-title-mark = nel testo «{ $title }»
str025-title-hint = usare nelle tabelle i titoli della descrizione delle attività
str025-mark = nel testo è { $own }
str025-body = nel testo { $own } è questa attività
str025-hint = usare nelle tabelle i numeri della descrizione delle attività

str026-message = { $count } voci di questo elenco hanno lo stesso titolo, «{ $title }»: { $numbers }
str026-level-message = due voci hanno lo stesso titolo, «{ $title }»: { $number } e { $other }
str026-level-hint = dire nella scheda che cosa la lega all'altra, oppure darle un titolo suo
str026-mark = lo stesso titolo
str026-related = lo stesso titolo
str026-hint = aggiungere al titolo ciò che distingue le voci
str026-own = nella scheda il titolo è «{ $title }»

str028-message = il titolo «{ $title }» ha le parole di un'altra voce ({ $other }), non di quella sotto cui sta ({ $own })
str028-mark = titolo di un'altra voce?
str028-own = dove sta ora
str028-other = la voce che ha le stesse parole
str028-hint = spostare la scheda, oppure dire perché sta lì

str029-message = nella numerazione delle fasi manca il numero { $missing } ({ $sheet })
str029-twice-message = due fasi hanno lo stesso numero, { $number } ({ $sheet })
str029-mark = numero della fase
str029-before = la fase precedente
str029-hint = rimettere la fase che manca, oppure numerarle di nuovo

# STR030–STR069: schede, tabelle, parole.

str030-message = nella scheda «{ $sheet }» manca il campo «{ $field }»
str030-has = un'altra scheda che ha il campo
str030-hint = aggiungere il campo e la risposta: lo hanno { $count } schede su { $of }
str030-description = { $count ->
    [one] un nodo del livello «{ $level }» non ha descrizione, ma quasi tutti gli altri { $of } l'hanno
   *[other] { $count } nodi del livello «{ $level }» su { $of } non hanno descrizione, gli altri l'hanno
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

str033-message = { $count ->
    [one] i campi «{ $field }» e «{ $other }» hanno la stessa risposta
   *[other] in { $count } casi due campi di una scheda hanno la stessa risposta, come «{ $field }» e «{ $other }»
}
str033-first = la stessa risposta
str033-hint = riscrivere quella che non risponde alla sua domanda
str033-other = la stessa risposta in due campi

str034-answers = { $count ->
    [one] una lunga risposta torna, intera o nel suo inizio, in un'altra scheda nello stesso campo
   *[other] { $count } lunghe risposte tornano, intere o nel loro inizio, in altre schede nello stesso campo
}
str034-again = una risposta ripetuta
str034-hint-answers = controllare che ogni scheda dica il proprio

str035-message = il campo «{ $field }» della scheda «{ $sheet }» è vuoto
str035-hint = scrivere la risposta, anche solo «no»

str036-message = { $count ->
    [one] il destinatario è «{ $target }», ma «{ $field }» ha risposta «{ $answer }»
   *[other] in { $count } schede il destinatario è «{ $target }», ma «{ $field }» ha risposta «{ $answer }»
}
str036-target = il destinatario
str036-hint = cambiare una delle due risposte, o dire in che senso è trasversale
str036-other = la stessa risposta in un'altra scheda

str037-message = { $count ->
    [one] una risposta a una domanda da sì o no non dice né sì né no
   *[other] { $count } risposte a domande da sì o no non dicono né sì né no
}
str037-other = né sì né no
str037-hint = cominciare la risposta con sì o no

str038-message = l'etichetta «{ $label }» è scritta in { $count } modi
str038-way = «{ $label }» ({ $count })
str038-hint = scrivere sempre «{ $label }»

str039-message = { $count ->
    [one] una risposta rinvia («{ $words }»)
   *[other] { $count } risposte rinviano («{ $words }»…)
}
str039-other = una risposta che rinvia
str039-hint = scrivere la risposta, o chi la dà ed entro quando

str040-message = { $count ->
    [one] una riga di questa tabella non sta sotto le intestazioni
   *[other] { $count } righe di questa tabella non stanno sotto le intestazioni
}
str040-cell = questa cella è fuori posto
str040-row = anche questa riga
str040-hint = rimettere ogni valore sotto la sua intestazione

str041-message = una riga di totali non dice di che cosa è il totale
str041-hint = scrivere all'inizio della riga di che cosa è il totale

str042-message = { $count ->
    [one] una riga lascia il fondo o il totale del programma alla riga sopra
   *[other] { $count } righe lasciano il fondo o il totale del programma alla riga sopra
}
str042-source = non dice il suo fondo
str042-total = non dice il totale del programma
str042-hint = scrivere in ogni riga il suo fondo e il suo totale

str043-message = { $count ->
    [one] questa tabella dei costi non ha la riga dei totali, che le altre hanno
   *[other] { $count } tabelle dei costi non hanno la riga dei totali, che le altre hanno
}
str043-end = qui finisce senza totale
str043-other = un'altra tabella senza totale
str043-has = una tabella che finisce con il totale
str043-hint = aggiungere la riga dei totali, per il costo e per ogni fonte

str044-message = l'importo di «{ $row }» non sta nella sua colonna, «{ $own }», ma in «{ $column }»
str044-all = tutti gli importi stanno sotto «{ $column }», anche quelli di «{ $row }», che ha la colonna «{ $own }»
str044-row = anche questo importo sta sotto un'altra colonna
str044-header = le colonne
str044-hint = spostare l'importo sotto «{ $own }», o scrivere chi paga

str045-message = le tabelle dei costi non hanno le stesse colonne: qui «{ $heading }»
str045-people = le tabelle del personale non hanno le stesse colonne: qui «{ $heading }»
str045-other = le colonne di un'altra tabella
str045-hint = usare le stesse intestazioni in tutte le tabelle dello stesso tipo

str046-message = il cronoprogramma ha { $rows } righe e { $columns } colonne di tempo, ma nessun segno
str046-row = nessun segno in questa riga
str046-hint = rimettere i segni come testo: una x in ogni casella

str047-message = { $count ->
    [one] una riga ha segni oltre le { $columns } colonne del cronoprogramma, fino alla { $last }ª
   *[other] { $count } righe hanno segni oltre le { $columns } colonne del cronoprogramma, fino alla { $last }ª
}
str047-mark = oltre l'ultima intestazione
str047-row = anche qui i segni vanno oltre le intestazioni
str047-header = le intestazioni
str047-hint = aggiungere le intestazioni che mancano, o togliere i segni di troppo

str048-message = nel cronoprogramma «{ $row }» ha il numero { $number }, nella scheda il numero è { $own }
str048-unknown = la riga «{ $row }» del cronoprogramma non è tra le attività della scheda
str048-activity = l'attività nella scheda
str048-row = un'altra riga con un altro numero
str048-other = un'altra riga che la scheda non ha
str048-hint = usare nel cronoprogramma i numeri e i titoli della scheda

str049-message = sotto il titolo della tabella { $number } non c'è nessuna riga
str049-gap = dopo la tabella { $before } viene la { $number }
str049-before = la tabella di prima
str049-hint = rimettere la tabella come testo, o togliere il titolo
str049-hint-gap = numerare di nuovo, o rimettere la tabella che manca

str050-message = «{ $words }» e il numero { $number } stanno in due righe
str050-number = il numero senza le parole
str050-hint = riunire le due righe

str051-message = «{ $row }» non ha nessun importo
str051-hint = scrivere l'importo, anche 0,00, o togliere la riga

str052-message = «{ $number }» è scritto in un'altra notazione: gli altri importi della tabella sono come { $usual }
str052-mixed = gli importi di questa tabella sono scritti in più modi, come «{ $number }» e «{ $usual }»
str052-more = il numero «{ $number }» è seguito da altro, e non si può contare
str052-prose = { $count ->
    [one] un importo nel testo è scritto in modo diverso dagli altri («{ $number }»)
   *[other] { $count } importi nel testo sono scritti in modo diverso dagli altri («{ $number }»…)
}
str052-usual = la notazione degli altri
str052-again = un altro così
str052-hint = scrivere tutti gli importi allo stesso modo
str052-hint-more = lasciare nella cella solo il numero, il resto in una nota

str053-message = { $count ->
    [one] due intestazioni di questa tabella sono scritte in una cella sola
   *[other] in { $count } tabelle due intestazioni sono scritte in una cella sola
}
str053-row = una riga con una cella in più delle intestazioni
str053-hint = dividere la cella, così che ogni colonna abbia la sua intestazione
str053-other = un'altra tabella così

str054-message = «{ $row }» è due volte nel cronoprogramma
str054-same = «{ $row }» è due volte nel cronoprogramma, con gli stessi segni
str054-first = la prima volta
str054-hint = lasciarla nella fase giusta, o dire in che cosa le due righe sono diverse

str055-message = il testo finisce a metà: «… { $end }»
str055-open = la parentesi o la citazione aperta in «{ $text }» non è chiusa: finisce con «{ $end }»
str055-colon = il testo finisce con «{ $end }» e non continua
str055-begin = «{ $text }» comincia a metà: altrove è «{ $whole }»
str055-whole = il nome intero
str055-hint = completare il testo dall'originale
str055-again = anche qui il testo non continua

str056-message = { $count ->
    [one] una riga ha parentesi o virgolette spaiate
   *[other] { $count } righe hanno parentesi o virgolette spaiate
}
str056-mark = senza la sua coppia
str056-other = una coppia incompleta
str056-hint = chiudere la parentesi o la citazione, o rimettere il testo caduto

str057-message = { $count ->
    [one] un rinvio a un altro capitolo è tagliato
   *[other] { $count } rinvii ad altri capitoli sono tagliati
}
str057-other = un altro rinvio tagliato
str057-hint = completare il rinvio nel titolo del capitolo

str058-message = { $count ->
    [one] una riga o una risposta è divisa dal cambio di pagina («{ $what }»)
   *[other] { $count } righe o risposte sono divise dal cambio di pagina («{ $what }»…)
}
str058-other = un'altra riga divisa
str058-hint = impedire che le righe si dividano fra due pagine

str059-message = { $count ->
    [one] in una riga ci sono parole spezzate
   *[other] in { $count } righe ci sono parole spezzate
}
str059-other = anche qui
str059-hint = scrivere le parole intere
str059-alike = { $count ->
    [one] in una riga ci sono parole spezzate o con lettere di un altro alfabeto
   *[other] in { $count } righe ci sono parole spezzate o con lettere di un altro alfabeto
}

str060-message = «{ $item }» è due volte nello stesso elenco
str060-hint = togliere la ripetizione, o scrivere il nome che manca

str061-message = questo capoverso è già scritto poche righe sopra
str061-within = in questa cella c'è una frase di un'altra riga: «{ $text }»
str061-first = la prima volta
str061-hint = togliere la copia, o mettere il testo che doveva esserci

str062-message = { $count ->
    [one] in una riga è rimasto un segno di pagina web aperto e non chiuso («{ $tag }»)
   *[other] in { $count } righe sono rimasti segni di pagina web aperti e non chiusi («{ $tag }»…)
}
str062-other = un altro segno rimasto
str062-hint = togliere i segni e controllare che il testo dopo ci sia tutto

str063-message = «{ $name }» altrove è «{ $other }»
str063-other = scritto «{ $name }»
str063-hint = scrivere sempre «{ $other }»

str064-message = il capitolo { $chapter } ha un altro titolo altrove: qui «{ $here }», là «{ $there }»
str064-other = lo stesso capitolo con «{ $there }»
str064-hint = scrivere lo stesso titolo nei due punti

str065-message = nel riepilogo l'assenza di importo è scritta in due modi: { $zero } volte 0,00, { $empty } volte la cella vuota
str065-table = in questa tabella lo zero è scritto { $zero } volte, e in { $rows } righe la cella è vuota
str065-hint-table = scrivere 0 anche nelle celle vuote, o lasciarle tutte vuote
str065-zero = qui 0,00
str065-empty = qui la cella vuota
str065-hint = scrivere sempre 0,00, o lasciare sempre vuoto
str065-after = dopo questa cella ce n'è una vuota

str066-message = sì e no sono scritti in { $count } modi: { $ways }
str066-way = «{ $way }»
str066-hint = scegliere un modo solo, per esempio «Sì» e «No»

str067-message = il titoletto «{ $heading }» ha { $count } forme diverse
str067-form = { $count ->
    [one] così una volta sola
   *[other] così { $count } volte
}
str067-hint = dare a tutti lo stesso stile di titolo

str068-message = { $count ->
    [one] «{ $title }» ripete parola per parola il titolo o la descrizione del livello sopra
   *[other] { $count } titoli ripetono parola per parola il titolo o la descrizione del livello sopra, come «{ $title }»
}
str068-above = il testo ripetuto
str068-other = un altro titolo che ripete
str068-hint = scrivere che cosa deve cambiare, e di quanto

str069-message = { $count ->
    [one] sopra una tabella di bilancio manca il titolo «{ $heading }»
   *[other] sopra { $count } tabelle di bilancio manca il titolo «{ $heading }»
}
str069-other = un'altra tabella senza titolo
str069-has = una tabella con il suo titolo
str069-hint = scrivere «{ $heading }» sopra la tabella

str071-message = { $count ->
    [one] la data «{ $date }» è scritta in modo diverso dalle altre
   *[other] { $count } date sono scritte in modo diverso dalle altre, come «{ $date }»
}
str071-again = un'altra così
str071-hint = scrivere tutte le date allo stesso modo

str072-message = { $count ->
    [one] il valore «{ $number }» è scritto senza i punti delle migliaia, che gli importi del documento hanno
   *[other] { $count } valori sono scritti senza i punti delle migliaia, che gli importi del documento hanno, come «{ $number }»
}
str072-again = un altro così
str072-hint = scrivere i punti delle migliaia


str074-message = { $count ->
    [one] il testo rinvia al punto «{ $point }», che qui intorno non c'è
   *[other] { $count } rinvii sono a un punto che qui intorno non c'è, come «{ $point }»
}
str074-other = un altro rinvio a un punto che non c'è
str074-hint = numerare la voce a cui si rinvia, o dirla con parole

str075-message = «{ $name }» qui ha la lettera { $letter }, nell'elenco la { $own }
str075-option = la voce dell'elenco
str075-hint = scrivere ({ $own }), o il nome della voce { $own } se era un'altra

str070-message = «{ $name }» altrove è scritto «{ $other }»
str070-other = scritto «{ $name }»
str070-hint = scegliere una forma e usarla dappertutto
str070-acronyms = { $count ->
    [one] la sigla «{ $name }» altrove è scritta «{ $other }»
   *[other] { $count } sigle sono scritte ora con i punti ora senza, come «{ $name }» e «{ $other }»
}
str070-also = «{ $name }», altrove «{ $other }»
str070-non = «{ $name }» altrove è «{ $other }»: qui il nome del fondo ha perso il «non»
str070-hint-non = rimettere il «non» nel nome del fondo

str076-message = { $count ->
    [one] la risposta «{ $answer }» a «{ $field }» dice solo le parole della domanda dopo, «{ $next }»
   *[other] { $count } risposte, come «{ $answer }» a «{ $field }», dicono solo le parole della domanda dopo, «{ $next }»
}
str076-other = anche questa risposta
str076-hint = scrivere la risposta alla domanda della sua riga

str077-message = { $count ->
    [one] «{ $field }» ha risposta no, ma «{ $other }» nomina «{ $body }»
   *[other] in { $count } schede «{ $field }» ha risposta no, ma la scheda nomina la sanità, come qui «{ $body }» in «{ $other }»
}
str077-named = qui la sanità è nominata
str077-other = un'altra scheda con la stessa risposta
str077-hint = cambiare la risposta, o dire che parte ha la sanità

str078-message = il titolo «{ $heading }» altrove è «{ $other }»
str078-other = «{ $other }»
str078-hint = usare lo stesso titolo

str079-message = i rinvii fra capitoli sono scritti in { $count } forme: «{ $rare }» qui, «{ $usual }» quasi sempre
str079-form = «{ $form }» ({ $count })
str079-hint = scrivere sempre «{ $usual }»

str080-message = il testo annuncia una figura («{ $words }»), ma sotto non c'è
str080-hint = rimettere la figura, o dire con parole che cosa mostrava

str081-message = { $count ->
    [one] «{ $title }» ha un asterisco, ma nel documento non c'è la sua nota
   *[other] { $count } titoli hanno un asterisco, come «{ $title }», ma nel documento non ci sono note
}
str081-other = un altro asterisco senza nota
str081-hint = rimettere la nota, o togliere l'asterisco

str082-message = { $count ->
    [one] una modifica tracciata non è ancora accettata né rifiutata: si legge come già fatta
   *[other] { $count } modifiche tracciate non sono ancora accettate né rifiutate: si leggono come già fatte
}
str082-hint = accettare o rifiutare le modifiche e salvare di nuovo il documento

str083-message = pagine senza testo, che sono immagini e non sono state lette: { $pages }
str083-hint = leggere di nuovo con « --ocr », o chiedere il file di partenza
str083-hint-pages = chiedere a chi ha fatto il documento il file di partenza (DOCX, ODT, o un PDF con il testo) e caricare quello

str084-message = pagine che si vedono ma non si leggono, perché i caratteri non dicono quali lettere mostrano: { $pages }
str084-message-undecoded = pagine che non si riescono ad aprire: { $pages }
str084-hint = leggere di nuovo con « --ocr », o esportare di nuovo il PDF dal documento di partenza
str084-hint-pages = chiedere a chi ha fatto il documento di esportare di nuovo il PDF, o il file di partenza (DOCX, ODT), e caricare quello

str085-message = «{ $text }» è stato riconosciuto nell'immagine con poca sicurezza ({ $confidence } su 100)
str085-hint = confrontare la cifra con l'immagine della pagina

str086-message = file allegati che non sono stati letti: { $names }
str086-hint = salvare gli allegati e leggerli come gli altri documenti
str086-hint-pages = salvare gli allegati e caricarli come gli altri documenti
