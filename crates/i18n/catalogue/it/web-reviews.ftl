# Le pagine dei documenti in esame.
login-interrupted-files = La Sua sessione era finita. Le altre scelte non sono perse: entri, e le ritrova nel modulo. I file vanno scelti di nuovo, perché non restano qui senza sapere di chi sono.
problem-broken = L'invio si è interrotto
problem-broken-text = Non è arrivato tutto, e nulla è stato salvato. I Suoi file sono ancora dove erano: torni alla pagina e li invii di nuovo.
problem-files-large = I file sono troppi o troppo grandi
problem-files-large-text = Insieme superano ciò che si può inviare in una volta, e nulla è stato salvato. Li invii in più volte.
problem-busy = In questo momento arrivano molti file
problem-busy-text = Altre persone stanno inviando documenti e non c'è posto per altri. Nulla è stato salvato: riprovi fra un minuto.
record-document = il documento
record-node = nodo
record-field = risposta della scheda
record-summary = riga del riepilogo
record-indicator = indicatore
record-phase = fase
record-budget-line = riga di bilancio
record-effort = persona
record-allocation = assegnazione
record-resource = voce di costo
record-timetable-row = riga del cronoprogramma
record-total = totale scritto
record-amount = importo nel testo
record-table-row = riga di un'altra tabella
record-field-family = tipo di piano
record-field-title = titolo
record-field-body = ente
record-field-from = dal
record-field-to = al
record-field-issued = data del documento
record-field-act = atto
record-field-version = versione
record-field-status = stato
record-field-level = livello
record-field-code = codice
record-field-kind = tipo
record-field-owner = responsabile
record-field-text = testo
record-field-label = voce
record-field-value = risposta
record-field-amount = importo
record-field-share = quota
record-field-group = gruppo
record-field-baseline = valore di partenza
record-field-target = valore atteso
record-field-deadline = scadenza
record-field-measured = risultato
record-field-measured-date = data del risultato
record-field-note = nota
record-field-objective = obiettivo
record-field-order = ordine
record-field-state = stato della fase
record-field-direction = entrata o uscita
record-field-chapter = capitolo
record-field-article = articolo
record-field-person = persona
record-field-relation = rapporto
record-field-source = fonte
record-field-total = totale
record-field-before = importo di prima
record-field-change = variazione
record-field-after = importo aggiornato
record-field-activity = attività
record-field-cost = costo
record-field-marks = colonne segnate
record-field-raw = come è scritto
record-field-approximate = approssimato
record-field-per = per ciascuno
record-field-cell = cella { $number }
record-field-node = sta sotto
record-field-other = valore
record-field-target-year = valore atteso { $year }
reading-waiting = in attesa
reading-reading = in lettura
reading-checking = in controllo
reading-done = pronto
reading-failed = non letto
placement-applied = applicata
placement-agreed = la lettura ora dice lo stesso
placement-lost = posto non trovato
placement-new = appena fatta
reviews-title = Documenti
uploads-new = Porta dentro altri documenti
review-summary = In breve
review-file = Deposita come bozza del piano
review-original = File originale
review-not-yet = Il documento non è ancora stato letto del tutto. Può lasciare questa pagina: la lettura va avanti da sola.
review-look-again = Aggiorna la pagina
review-failed = Il documento non si è potuto leggere.
review-reread = Rileggi il documento
review-understood = compreso, di { $count ->
    [one] { $count } riga
   *[other] { $count } righe
}
review-unchecked = controlli in attesa
review-errors = { $count ->
    [one] { $count } errore
   *[other] { $count } errori
}
review-warnings = { $count ->
    [one] { $count } avviso
   *[other] { $count } avvisi
}
review-notes = { $count ->
    [one] { $count } nota
   *[other] { $count } note
}
review-accepted = { $count ->
    [one] { $count } accettato
   *[other] { $count } accettati
}
review-unread-left = { $count ->
    [one] { $count } riga non letta
   *[other] { $count } righe non lette
}
review-corrections = { $count ->
    [one] { $count } correzione
   *[other] { $count } correzioni
}
review-lost = { $count ->
    [one] { $count } da ricollocare
   *[other] { $count } da ricollocare
}
review-nodes = { $count ->
    [one] { $count } nodo
   *[other] { $count } nodi
}
review-filed = Depositato:
review-unfiled = Non ancora depositato come piano
review-source-of = Da questo documento viene la versione { $number } del piano
review-read = lettura { $number },
review-changes = che cosa ha cambiato l'ultima lettura
review-working = Le correzioni sono al sicuro; i controlli stanno guardando di nuovo il documento.
review-old-reading = Questa è una lettura precedente: si guarda soltanto.
review-window = Parti del documento
review-pages = Pagine { $first }–{ $last } di { $pages }
review-lines = Righe { $first }–{ $last } di { $lines }
review-previous = Parte precedente
review-next = Parte successiva
review-next-finding = Prossimo rilievo
review-next-unread = Prossima riga non letta
review-goto-page = Vai alla pagina
review-goto-line = Vai alla riga
review-goto = Vai
review-source = Il documento
review-reading = Che cosa è stato letto
review-to-source-part = Al documento
review-to-reading-part = A ciò che è stato letto
review-to-source = Mostra nel documento
review-to-reading = Mostra che cosa è stato letto qui
review-line = riga
review-page = Pagina { $page }
review-sheet = Foglio «{ $name }»
review-table = Tabella, righe { $first }–{ $last }
review-facsimile = Pagina { $page }, come è disposta nel PDF; sotto c'è lo stesso testo
review-nothing-here = In questa parte non è stato letto nulla.
review-not-read = non letta
review-mark-accepted = accettato
review-corrected = corretto; si leggeva
review-was = prima:
review-withdraw = Annulla la correzione
review-in-node = sotto
review-record-empty = Nessun valore.
review-removed = Tolto: non è un dato.
review-correct = Correggi
review-correct-title = Correggi ciò che è stato letto
review-correct-do = Salva la correzione
review-correct-then = Il documento non cambia: la correzione sta accanto, con il Suo nome e il valore di prima, e vale anche se il documento viene riletto. Poi i controlli guardano di nuovo.
review-correct-again = Qualcun altro ha corretto nel frattempo: guardi il valore e, se serve, salvi di nuovo.
doubt-share-above = { $value }% è più dell'intero
doubt-share-below = { $value }% è meno di niente
doubt-ends-before = finisce prima di cominciare ({ $value })
doubt-amount-large = { $value } € è un importo oltre ogni misura
review-help-money = In euro, per esempio 430.000,00
review-help-date = Giorno/mese/anno, per esempio 31/12/2027
review-help-percent = In percento, per esempio 12,5
review-move = Sta sotto un altro nodo
review-remove = Non è un dato: togli
review-related = Vedi anche
review-reopen = Non è più accettato
review-errand = Affidato a { $name }, entro il { $day }:
review-errand-given = in attesa.
review-errand-returned = ha risposto.
review-errand-closed = chiuso.
review-errand-open = Apri
review-accept = Accetta questo rilievo
review-accept-reason = Perché va bene così
review-accept-help = Il motivo resta accanto al rilievo, con il Suo nome; lo vede chi guarda il documento.
review-accept-do = Accetta
review-accept-then = Il rilievo non conta più fra quelli aperti, finché le righe di cui parla restano le stesse. Si può annullare.
review-hand = Affida a una persona
review-unread = Riga non letta
review-assigned = Assegnata a
review-aside = Messa da parte
review-unread-do = Che cosa farne
review-unread-belongs = Appartiene a:
review-choose-other = Scegli un altro nodo
review-aside-reason = Non dice nulla del piano: perché
review-aside-do = Metti da parte
review-word = Questa parola ha un significato: aggiungila al vocabolario
review-choose-title = Scegli un nodo
review-choose-for = Si sceglie il nodo per:
review-choose-label = Parole del titolo, o il codice
review-choose-nodes = { $count ->
    [one] { $count } nodo trovato
   *[other] { $count } nodi trovati
}
review-choose-first = I primi { $count } nodi: con qualche parola si trovano gli altri
review-choose-none = Nessun nodo: vale per tutto il documento
review-choose-do = Salva
review-choose-nothing = Nessun nodo ha tutte queste parole.
review-choose-nothing-how = Si può provare con meno parole, o con una parte di parola.
review-back = Torna al documento
upload-title = Porta dentro documenti
upload-intro = Scelga uno o più file: Ambito li legge, mostra che cosa ha capito accanto al documento e che cosa non torna. Niente diventa un piano finché non lo deposita.
upload-body = Ente
upload-body-help = Di chi sono i documenti: è l'ente del piano che se ne farà.
upload-files = File
upload-help = Se ne possono scegliere molti insieme, anche una cartella intera di documenti.
upload-do = Invia
upload-then = I file vengono salvati così come sono e letti uno dopo l'altro. Può lasciare la pagina.
upload-what = Che cosa si può inviare
upload-what-formats = PDF, Word (docx), OpenDocument (odt, ods), Excel (xlsx), testi, pagine web, tabelle csv.
upload-what-size = Ogni file fino a { $file } MB; insieme fino a { $request } MB e { $count } file.
upload-what-after = Lo stesso file inviato due volte per lo stesso ente resta un documento solo.
upload-none = scelga almeno un file.
upload-refused = Il file non è stato preso: controlli che si apra, e lo invii di nuovo.
upload-too-large = questi file superano il limite e non sono stati presi: { $names }
upload-again = Scelga di nuovo i file: quelli inviati quando la sessione era finita non sono stati tenuti.
upload-no-body = Non c'è ancora un ente per cui portare documenti.
upload-no-body-how = Chi amministra lo aggiunge nella pagina degli enti.
upload-sending = Invio in corso:
upload-arrived = Arrivati: si apre la pagina che mostra a che punto è la lettura.
upload-broken = L'invio si è interrotto. I file sono ancora scelti: prema di nuovo Invia.
upload-large = Questi file superano il limite:
upload-kilobytes = { $count } kB
upload-megabytes = { $number } MB
progress-title = Documenti in lettura
progress-over = Finiti { $over } di { $count ->
    [one] { $count } documento
   *[other] { $count } documenti
}
progress-bar = Documenti finiti
progress-leave = La pagina si aggiorna da sola. Può anche lasciarla: la lettura va avanti, e i documenti pronti sono fra i documenti e nella pagina di oggi.
progress-done = La lettura è finita: apra un documento per vedere che cosa è stato capito.
progress-known = L'ente aveva già questo file: è lo stesso documento.
progress-understood = compreso { $share }
progress-look = Guarda
reviews-all = Tutti i documenti
reviews-state = Stato
reviews-state-unfiled = da depositare
reviews-state-filed = depositati
reviews-state-failed = non letti
reviews-state-waiting = in attesa
reviews-document = Documento
reviews-understood = Compreso
reviews-corrections = Correzioni
reviews-brought = Portato
reviews-not-filed = non depositato
reviews-none = Qui ci saranno i documenti da guardare: che cosa è stato letto, che cosa non torna, che cosa resta da correggere.
reviews-none-how = Si comincia portando dentro il piano dell'ufficio, così com'è.
review-unread-title = Righe non lette
review-unread-what = Sono le righe del documento che la lettura non ha saputo collocare. Di ognuna si può dire a che cosa appartiene, metterla da parte, o insegnare la parola che manca.
review-nodes-title = Nodi
review-nodes-cut = Ce ne sono altri: si può cercare
corrections-title = Correzioni
corrections-what = Ogni correzione sta accanto al documento, che non cambia. Si può annullare.
corrections-where = Dove
corrections-old = Prima
corrections-new = Ora
corrections-by = Chi
corrections-when = Quando
corrections-withdrawn-by = Annullata da
corrections-withdrawn-when = Annullata il
corrections-node-or-reason = A che cosa appartiene, o perché no
corrections-place = Nell'ultima lettura
corrections-undo = Annulla
corrections-none = Nessuno ha ancora corretto nulla in questo documento.
corrections-none-how = Nella pagina del documento, accanto a ogni dato letto c'è «Correggi».
corrections-removed = tolto
corrections-superseded = superata da una correzione più nuova
corrections-nothing = non è un dato
corrections-assigned = riga assegnata
unread-state-left = da sistemare
unread-state-settled = sistemate
corrections-state-standing = che valgono
corrections-state-superseded = superate
corrections-state-lost = non più trovate
corrections-state-withdrawn = annullate
corrections-node = il nodo della riga { $line }
corrections-withdrawn = annullata da { $name }
changes-title = Che cosa ha cambiato l'ultima lettura
changes-what = La lettura { $after } a confronto con la lettura { $before }.
changes-unread = Righe non lette di cui nessuno si è occupato: prima { $before }, ora { $after }
changes-kept = { $count ->
    [one] { $count } correzione conservata
   *[other] { $count } correzioni conservate
}
changes-agreed = { $count ->
    [one] { $count } correzione che ora la lettura dice da sola
   *[other] { $count } correzioni che ora la lettura dice da sola
}
changes-lost = { $count ->
    [one] { $count } correzione da ricollocare
   *[other] { $count } correzioni da ricollocare
}
changes-old = Lettura di prima
changes-new = Lettura di ora
changes-more = Ce ne sono altre: qui ci sono le prime.
changes-none = Le due letture dicono le stesse cose.
filing-title = Deposita il piano
filing-intro = Ecco che cosa sarà depositato, con le correzioni fatte fin qui.
filing-plan = Piano
filing-as = Diventa
filing-new = un piano nuovo
filing-version = la versione { $number } del piano «{ $title }»
filing-again = una versione nuova: questo documento è già depositato come versione { $number }
filing-no-period = non è stato letto: si può correggere nel documento
filing-unchecked = I controlli non hanno ancora finito di guardare il documento.
filing-errors = { $count ->
    [one] Resta aperto { $count } errore: il piano si può depositare lo stesso, come bozza.
   *[other] Restano aperti { $count } errori: il piano si può depositare lo stesso, come bozza.
}
filing-no-errors = Nessun errore aperto.
filing-lost = { $count ->
    [one] { $count } correzione non trova più il suo posto e non sarà depositata.
   *[other] { $count } correzioni non trovano più il loro posto e non saranno depositate.
}
filing-do = Deposita come bozza
filing-then = Il piano si vede fra i piani, come bozza. Il documento e la sua lettura restano; se correggerà ancora, potrà depositare un'altra versione.
words-title = Parole dell'area
words-what = Sono le parole che questa area ha insegnato ad Ambito: valgono per i documenti letti da quando ci sono.
words-word = Parola
words-word-help = Come la scrivono i documenti; maiuscole e accenti non contano.
words-meaning = Significato
words-meaning-help = Si sceglie per somiglianza: la parola sarà letta come quelle scritte accanto.
words-who = Chi e quando
words-new = Aggiungi una parola
words-try = Prova su questo documento
words-trial = Che cosa cambierebbe in questo documento
words-trial-unread = righe non lette: ora { $before }, con la parola { $after }
words-trial-with = Con la parola
words-trial-count = { $count ->
    [one] un dato letto cambierebbe
   *[other] { $count } dati letti cambierebbero
}
words-trial-lost = correzioni da ricollocare: ora { $before }, con la parola { $after }
words-trial-absent = questo documento non si può leggere, o non c'è: la parola non si può provare
words-trial-none = Nessun dato letto cambierebbe.
words-do = Aggiungi
words-then = La parola vale per tutta l'area, per i documenti letti da ora. Per quelli già letti si preme «Rileggi il documento»: le correzioni restano.
words-remove-head = Togli
words-remove = Togli
words-removed = tolta
words-reread = La parola c'è. Ora il documento si può rileggere.
words-none = Qui ci saranno le parole del Suo ufficio che i documenti usano e Ambito non conosce.
words-none-how = Si aggiungono anche da una riga non letta, nella pagina del documento.
words-not-yours = Le parole valgono per tutti gli enti dell'area: le aggiunge e le toglie chi scrive i piani di tutti.
meaning-group-level = Livelli dell'albero
meaning-group-label = Voci di una scheda
meaning-group-indicators = Colonne degli indicatori
meaning-group-phases = Colonne delle fasi
meaning-group-budget = Colonne del bilancio
meaning-group-efforts = Colonne del personale
meaning-group-allocations = Colonne dei fondi
meaning-group-resources = Colonne delle risorse
meaning-group-people = Colonne delle persone impiegate
meaning-group-summary = Colonne dei riepiloghi
meaning-group-choices = Colonne delle scelte
meaning-group-other = Altro
meaning-label = voce di una scheda, come: { $words }
meaning-column = colonna di una tabella, come: { $words }
meaning-level = livello dell'albero, come: { $words }
meaning-other = come: { $words }
mending-line = La riga del documento:
source-title = Il documento da cui viene
done-corrected = La correzione è salvata.
done-unchanged = Nulla è stato cambiato.
done-removed = Il dato è tolto dalla lettura.
done-assigned = La riga è assegnata.
done-assigned-already = La riga era già assegnata: non è cambiato nulla. Qui sotto c'è da chi e a che cosa.
done-set-aside = La riga è messa da parte.
done-set-aside-already = La riga era già messa da parte: non è cambiato nulla. Qui sotto c'è da chi e perché.
done-accepted = Il rilievo è accettato.
done-withdrawn = La decisione è annullata.
done-reread = Il documento viene riletto; le correzioni restano.
done-filed = Il piano è depositato come bozza.
done-filed-already = Questo documento, con queste correzioni, era già depositato.
home-due-reviews = { $count ->
    [one] { $count } documento è stato letto e aspetta di essere guardato e depositato.
   *[other] { $count } documenti sono stati letti e aspettano di essere guardati e depositati.
}
home-due-reviews-go = Guarda
review-unread-none = Tutte le righe sono state lette.
review-unread-none-how = Qui ci sarebbero quelle che restano da guardare a mano.
