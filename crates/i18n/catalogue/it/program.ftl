# SPDX-License-Identifier: AGPL-3.0-or-later
# I messaggi in italiano. Le chiavi e gli argomenti sono gli stessi in ogni lingua: una prova lo controlla.

## Guida della riga di comando
help-ambito = Legge, confronta e segue i piani della rete locale dei servizi sociali.
help-ambito-after =
    Esempi:
      ambito read piano.txt                        mostra il piano letto
      ambito read documenti/ --format xlsx -o piani.xlsx
                                                   scrive un foglio di calcolo
      ambito read --help                           tutte le opzioni di un comando
help-heading-usage = Uso:
help-heading-commands = Comandi
help-heading-arguments = Argomenti
help-heading-options = Opzioni
help-help = Mostra questa guida
help-version = Mostra la versione
help-lang = La lingua dei messaggi: it o en; se manca, quella del sistema
help-read = Legge i documenti e ne mostra tutta la struttura
help-read-paths = File o cartelle da leggere: testo, Markdown, HTML, CSV, TSV, XLSX, ODS, DOCX, ODT
help-read-format = La forma del risultato: table (da leggere), json (per altri programmi), xlsx (foglio di calcolo, con -o); se manca, quella del nome dato con -o, altrimenti table
help-output = Il file in cui scrivere il risultato; mai uno dei file letti
help-vocabulary = Un file di parole vostre (TOML), che valgono prima di quelle del programma; si può ripetere
help-ocr = Legge anche le pagine che sono immagini, con i pacchetti tesseract-ocr e tesseract-ocr-ita
help-threads = Quanti file leggere insieme; se manca, quanti il computer ne regge
value-path = PERCORSO
value-file = FILE
value-format = FORMA
value-language = LINGUA
value-number = NUMERO
value-options = OPZIONI
value-command = COMANDO

## Riga di comando sbagliata
option-unknown = l'opzione { $option } non esiste
command-unknown = il comando { $command } non esiste
argument-missing = manca { $argument }
value-missing = manca il valore di { $option }
value-wrong = { $value } non va bene per { $option }
value-allowed = valori possibili: { $values }
option-repeated = { $option } si può dire una volta sola
usage-wrong = la riga di comando non è chiara
usage-suggested = forse volevate: { $word }
usage-help = per vedere tutte le opzioni: ambito --help; di un comando: ambito check --help

## Rilievi
severity-error = errore
severity-warning = avviso
severity-note = nota
unexpected = qualcosa che non era previsto: { $reason }

## File che non si possono leggere
problem-not-found = il file non c'è
problem-not-found-hint = cosa fare: controllare il nome e la cartella
problem-no-permission = non c'è il permesso di leggerlo
problem-unreadable = il sistema non lo lascia leggere ({ $reason })
problem-unreadable-hint = cosa fare: chiedere il permesso di lettura, oppure copiare il file in una cartella propria
problem-empty = nel file non c'è nulla da leggere
problem-empty-hint = cosa fare: controllare che il documento sia stato salvato per intero
problem-binary = non è un documento di testo né un foglio di calcolo
problem-binary-hint = cosa fare: salvare il documento come DOCX, ODT, testo, HTML, CSV, XLSX o ODS
problem-not-text = il testo è scritto in una codifica che non si riconosce
problem-not-text-hint = cosa fare: salvarlo di nuovo come testo UTF-8
problem-no-decoder = è un PDF, e il programma che lo apre non si avvia
problem-no-decoder-hint = cosa fare: installare di nuovo Ambito; il programma apre i PDF avviando una seconda volta se stesso
problem-no-decoder-hint-pages = cosa fare: dirlo a chi gestisce Ambito; intanto si può caricare il file di partenza (DOCX, ODT)
problem-decoder-failed = il PDF non si riesce ad aprire: la lettura si è interrotta
problem-decoder-failed-hint = cosa fare: aprirlo e stamparlo di nuovo in PDF, oppure chiedere a chi lo ha pubblicato il file di partenza (DOCX o ODT)
problem-too-much = il PDF chiede più tempo o memoria di quanto è permesso
problem-too-much-hint = cosa fare: dividerlo in più file, oppure stamparlo di nuovo in PDF
problem-pictures = il PDF è fatto di immagini di pagine: non contiene testo da leggere
problem-pictures-hint = cosa fare: leggerlo con « --ocr » (servono i pacchetti tesseract-ocr e tesseract-ocr-ita), oppure chiedere il file di partenza
problem-pictures-hint-pages = cosa fare: chiedere a chi ha fatto il documento il file di partenza (DOCX, ODT, o un PDF con il testo) e caricare quello
problem-no-recogniser = per leggere le immagini di pagine mancano due pacchetti: tesseract-ocr e tesseract-ocr-ita
problem-no-recogniser-hint = cosa fare: installarli (su Debian: « apt install tesseract-ocr tesseract-ocr-ita ») e leggere di nuovo
problem-no-recogniser-hint-pages = cosa fare: dirlo a chi gestisce Ambito; intanto si può caricare il file di partenza (DOCX, ODT)
problem-old-word = è un documento Word del vecchio tipo (DOC), che non si legge
problem-old-word-hint = cosa fare: aprirlo con il programma di videoscrittura e salvarlo come DOCX o ODT
problem-locked = è chiuso da una password
problem-locked-hint = cosa fare: aprirlo con la password, toglierla e salvarlo di nuovo
problem-too-large = è più grande di { $limit } MB
problem-too-large-hint = cosa fare: dividere il documento in più file
problem-damaged = il documento è rovinato
problem-damaged-hint = cosa fare: aprirlo con il suo programma e salvarlo di nuovo, o chiederne un'altra copia
problem-vanished = il file è sparito mentre si leggeva la cartella
problem-vanished-hint = cosa fare: rifare la lettura quando nessuno sposta i file
nothing-to-read = nelle cartelle indicate non ci sono documenti da leggere
nothing-to-read-hint = cosa fare: indicare un file; si leggono testo, Markdown, HTML, CSV, TSV, XLSX, ODS, DOCX, ODT
passed-over = { $count ->
    [one] un documento delle cartelle non si legge ancora: { $names }
   *[other] { $count } documenti delle cartelle non si leggono ancora: { $names }
}
passed-over-hint = cosa fare: salvarli come PDF, DOCX, ODT, XLSX o ODS; di un file firmato (P7M) estrarre prima il documento
little-understood = si è riconosciuta solo una parte delle righe ({ $share })
little-understood-hint = cosa fare: aggiungere le parole di questo documento con --vocabulary (CONTRIBUTING.md mostra come)

## Vocabolario
vocabulary-not-utf8 = il vocabolario non è un testo UTF-8
vocabulary-unreadable-hint = cosa fare: controllare il file indicato con --vocabulary
vocabulary-refused = nel vocabolario c'è un errore: { $reason }
vocabulary-refused-hint = cosa fare: correggere la riga; CONTRIBUTING.md mostra un vocabolario intero

## Dove va il risultato
output-is-input = il risultato non può essere scritto sopra uno dei file da leggere
output-is-input-hint = cosa fare: dare con -o il nome di un altro file
output-is-folder = è una cartella
output-is-folder-hint = cosa fare: aggiungere il nome del file da scrivere
output-no-folder = la cartella in cui scrivere non c'è
output-no-permission = non c'è il permesso di scrivere qui
output-failed = non si può scrivere ({ $reason })
output-failed-hint = cosa fare: scegliere con -o una cartella che esiste e in cui potete scrivere
workbook-needs-file = un foglio di calcolo si scrive in un file
workbook-needs-file-hint = cosa fare: aggiungere -o e il nome, per esempio: -o piano.xlsx
workbook-too-large = il risultato ha più righe di quante un foglio di calcolo ne tenga (1.048.576)
workbook-too-large-hint = cosa fare: leggere meno documenti per volta, oppure scrivere con --format json
progress-reading = Lettura

## Riepilogo della lettura
read-summary-documents = { $count ->
    [one] { $count } documento letto
   *[other] { $count } documenti letti
}
read-summary-share = { $share } delle righe
read-summary-problems = { $count ->
    [one] { $count } file non letto
   *[other] { $count } file non letti
}
read-summary-nodes = { $count ->
    [one] { $count } nodo
   *[other] { $count } nodi
}
read-summary-indicators = { $count ->
    [one] { $count } indicatore
   *[other] { $count } indicatori
}
read-summary-notes = { $count ->
    [one] { $count } nota
   *[other] { $count } note
}
read-written = scritto in { $path }

## Il documento
document-untitled = (documento senza titolo)
document-issued = del { $date }
document-version = versione { $version }
document-understood = { $lines ->
    [one] compreso il { $share } di { $lines } riga
   *[other] compreso il { $share } di { $lines } righe
}
document-set-aside = { $count ->
    [one] una riga di intestazione o piè di pagina è messa da parte
   *[other] { $count } righe di intestazione o piè di pagina sono messe da parte
}
period-from-to = dal { $from } al { $to }
period-from = dal { $from }
period-to = fino al { $to }
family-objectives-plan = piano degli obiettivi
family-peg = piano esecutivo di gestione
family-fund-programme = programma di riparto di fondi
family-targeted-programmes = programmi finalizzati
family-zone-plan = piano di zona
family-unknown = famiglia non riconosciuta

## Parti della lettura
section-nodes = STRUTTURA ({ $count })
section-indicators = INDICATORI ({ $count })
section-phases = FASI ({ $count })
section-people = PERSONALE ({ $count })
section-budget = BILANCIO PER CAPITOLO ({ $count })
section-allocations = ASSEGNAZIONI PER FONDO ({ $count })
section-resources = COSTI E RISORSE ({ $count })
section-totals = TOTALI SCRITTI NEL DOCUMENTO ({ $count })
section-amounts = IMPORTI DETTI NEL TESTO ({ $count })
section-timetable = CRONOPROGRAMMA  { $title } · { $node }
section-table = TABELLA  { $title } · { $node } · riga { $line }
section-notes = NOTE DI LETTURA ({ $count })
section-unread = RIGHE NON COMPRESE ({ $count })
node-none = (senza nodo)
node-inferred = { $title } (titolo dall'indice)
node-not-in-body = solo nell'indice o nel riepilogo
node-also-under = anche sotto: { $nodes }
tree-amount-note = Importo: quello del riepilogo del documento; dove non c'è, la somma delle righe del nodo.
indicator-note = nota: { $note }
measured-on = { $value } ({ $date })
amount-about = circa { $amount }
holds-fields = { $count ->
    [one] { $count } campo
   *[other] { $count } campi
}
holds-indicators = { $count ->
    [one] { $count } indicatore
   *[other] { $count } indicatori
}
holds-phases = { $count ->
    [one] { $count } fase
   *[other] { $count } fasi
}
holds-budget = { $count ->
    [one] { $count } capitolo
   *[other] { $count } capitoli
}
holds-people = { $count ->
    [one] { $count } persona
   *[other] { $count } persone
}
holds-allocations = { $count ->
    [one] { $count } assegnazione
   *[other] { $count } assegnazioni
}
holds-resources = { $count ->
    [one] { $count } costo
   *[other] { $count } costi
}

## Intestazioni di colonna
column-activity = attività
column-after = dopo
column-also-under = anche sotto
column-amount = importo
column-amount-unknown = importo senza verso
column-answer = risposta
column-approximate = circa
column-article = articolo
column-baseline = partenza
column-before = prima
column-body = ente
column-budget-kind = parte
column-change = variazione
column-chapter = capitolo
column-code = codice
column-comparison = confronto
column-cost = costo
column-deadline = entro il
column-direction = verso
column-document = documento
column-due = data attesa
column-effort = quota di tempo
column-expense = spese
column-extra = altre colonne
column-final = definitivo
column-from = inizio
column-group = gruppo
column-holds = contiene
column-heading = colonna
column-in-body = nel corpo
column-index = nell'indice
column-indicator = indicatore
column-kind = tipo
column-label = voce
column-level = livello
column-line = riga
column-page = pagina
column-cell = cella
column-lines = righe
column-measured = rilevato
column-measured-date = data del rilevato
column-measured-value = numero rilevato
column-message = nota
column-node = nodo
column-node-code = codice del nodo
column-note = nota
column-of = di che cosa
column-order = n.
column-owner = responsabile
column-path = percorso
column-per = per
column-person = persona
column-phase = fase
column-raw = come è scritto
column-references = collegato a
column-relation = rapporto
column-resource-kind = tipo
column-revenue = entrate
column-rows = righe
column-share = quota
column-sheet = foglio
column-source = fonte
column-sources = fonti
column-state = stato
column-summary-amount = importo nel riepilogo
column-summary-share = quota nel riepilogo
column-table = tabella
column-target = atteso
column-target-of-year = atteso { $year }
column-text = testo
column-title = titolo
column-to = fine
column-told-of = di che cosa
column-total = totale
column-understood = compreso
column-unit = unità
column-unread = non comprese
column-upper = fino a
column-value = numero atteso
column-version = versione
column-when = quando

## Parole dei valori
word-yes = sì
word-no = no
word-total = totale
phase-planned = prevista
phase-actual = effettiva
budget-current = corrente
budget-capital = capitale
side-revenue = E
side-expense = U
resource-cost = costo
resource-people = personale
per-year = all'anno
per-month = al mese
per-week = alla settimana
per-day = al giorno
per-hour = all'ora
per-person = a persona
per-household = a nucleo
per-area = ad ambito
comparison-between = tra
comparison-by = entro
comparison-yes = fatto
unit-number = numero
unit-days = giorni
unit-hours = ore
unit-months = mesi
unit-date = data

## Foglio di calcolo
sheet-summary = Indice
sheet-tree = Albero
sheet-fields = Campi
sheet-indicators = Indicatori
sheet-phases = Fasi
sheet-budget = Bilancio
sheet-people = Personale
sheet-allocations = Assegnazioni
sheet-resources = Risorse
sheet-timetables = Cronoprogrammi
sheet-totals = Totali
sheet-amounts = Importi
sheet-tables = Tabelle
sheet-notes = Note
sheet-unread = Non letto
workbook-title = Che cosa dicono i documenti
workbook-total = Totale delle righe in vista
workbook-use-filters = Le frecce accanto ai titoli delle colonne filtrano e ordinano le righe.
workbook-use-totals = I totali in fondo contano solo le righe che il filtro lascia in vista.
workbook-use-lines = La colonna « riga » dice dove il valore si trova nel documento, « percorso » da quale parte del piano dipende.
workbook-use-unread = Quello che non si è compreso è nel foglio « Non letto »; quello che il documento ha perso, nel foglio « Note ».

## Note di lettura
note-heading-lost = il titolo della scheda manca: l'indice dice «{ $subject }»
note-orphan-table = la scheda di questa tabella manca; è collegata al nodo che i suoi codici nominano: { $subject }
note-row-joined = riunita una riga di tabella che il cambio di pagina aveva diviso: { $subject }
note-field-joined = riunita una risposta che il cambio di pagina aveva diviso: { $subject }
note-title-joined = riunito un titolo che il cambio di pagina aveva diviso: { $subject }
note-marks-lost = il cronoprogramma ha perso i suoi segni: { $subject }
note-mark-beyond-columns = un segno sta oltre le colonne del cronoprogramma: { $subject }
note-reference-cut = il rinvio a un altro capitolo è tagliato: { $subject }
note-header-divided = divisa un'intestazione le cui celle erano attaccate: { $subject }
note-not-in-body = è nominato solo nell'indice o nel riepilogo: { $subject }
note-index-number-differs = l'indice gli dà un altro numero: { $subject }
note-index-title-differs = nell'indice il titolo è diverso: { $subject }
note-words-joined = riunite parole che la colonna aveva spezzato: { $subject }
note-limit-reached = raggiunto un limite della lettura; il resto non è letto: { $subject }
note-changes-tracked = modifiche tracciate e non ancora accettate, lette come già fatte: { $subject }
note-pages-without-text = pagine che sono immagini, senza testo da leggere: { $subject }
note-pages-recognised = pagine lette da immagini con il riconoscimento dei caratteri: { $subject }
note-pages-illegible = pagine i cui caratteri non dicono quali lettere mostrano: { $subject }
note-letters-mended = pagine in cui le lettere sono state ricavate dal disegno dei caratteri: { $subject }
note-pages-undecoded = pagine che non si riescono ad aprire: { $subject }
note-figure-doubtful = cifra riconosciuta con poca sicurezza: { $subject }
note-files-attached = file allegati al documento, non letti: { $subject }
note-look-alikes = lettere di un altro alfabeto lette come le nostre: { $subject }
limit-row-cells = le celle di una riga
limit-pages = le pagine oltre il limite
limit-page-glyphs = i caratteri di una pagina
limit-text-bytes = il testo di tutto il documento
limit-nesting = le tabelle dentro altre tabelle
limit-empty-cells = le celle vuote
limit-repeats = le righe ripetute

## compare

help-compare = Dice che cosa cambia da un documento all'altro, valore per valore
help-compare-after = Esce con 0 se nulla è cambiato, con 1 se qualcosa è cambiato, con 2 se un documento non si legge.
help-compare-old = Il documento di prima
help-compare-new = Il documento di adesso
help-compare-format = La forma del risultato: table per il terminale, json per altri programmi, html per una pagina da leggere e stampare; se manca, quella del nome dato con -o, altrimenti table
value-old = PRIMA
value-new = DOPO
compare-needs-file = si confrontano due documenti, non cartelle
compare-needs-file-hint = indicare un documento per parte, per esempio: ambito compare piano-2026.xlsx piano-2027.xlsx
compare-written = confronto scritto in { $path }
compare-equal = Nessuna differenza: i due documenti dicono le stesse cose
compare-count-changed = { $count ->
    [one] { $count } valore cambiato
   *[other] { $count } valori cambiati
}
compare-count-added = { $count ->
    [one] { $count } voce nuova
   *[other] { $count } voci nuove
}
compare-count-removed = { $count ->
    [one] { $count } voce tolta
   *[other] { $count } voci tolte
}
compare-count-removed-too = { $count ->
    [one] { $count } tolta
   *[other] { $count } tolte
}
compare-line = riga { $line }
compare-lines = riga { $new } (prima { $old })
compare-places = { $new } (prima: { $old })
compare-place-old = { $place }, nel documento di prima
compare-line-old = riga { $line } del documento di prima
compare-whole-document = Il documento
compare-contents = con { $contents }
compare-before = prima
compare-now = ora
compare-yes = sì
compare-no = no
compare-kind-changed = cambia
compare-kind-added = nuovo
compare-kind-removed = tolto
compare-page-title = Che cosa è cambiato
compare-page-documents = I documenti confrontati
compare-page-old = Prima
compare-page-new = Adesso
compare-page-what = Che cosa
compare-page-difference = Differenza
compare-page-where = Dove
compare-page-nothing = niente
compare-page-fingerprint = Impronta SHA-256
compare-record-document = documento
compare-record-node = voce
compare-record-field = campo
compare-record-indicator = indicatore
compare-record-phase = fase
compare-record-budget-line = capitolo
compare-record-effort = persona
compare-record-allocation = assegnazione
compare-record-resource = costo
compare-record-total = totale
compare-record-amount = importo
compare-record-timetable = cronoprogramma
compare-record-timetable-row = riga del cronoprogramma
compare-record-table = tabella
compare-record-table-row = riga di tabella
compare-number-field = { $count ->
    [one] { $count } campo
   *[other] { $count } campi
}
compare-number-indicator = { $count ->
    [one] { $count } indicatore
   *[other] { $count } indicatori
}
compare-number-phase = { $count ->
    [one] { $count } fase
   *[other] { $count } fasi
}
compare-number-budget-line = { $count ->
    [one] { $count } capitolo
   *[other] { $count } capitoli
}
compare-number-effort = { $count ->
    [one] { $count } persona
   *[other] { $count } persone
}
compare-number-allocation = { $count ->
    [one] { $count } assegnazione
   *[other] { $count } assegnazioni
}
compare-number-resource = { $count ->
    [one] { $count } costo
   *[other] { $count } costi
}
compare-number-total = { $count ->
    [one] { $count } totale
   *[other] { $count } totali
}
compare-number-amount = { $count ->
    [one] { $count } importo
   *[other] { $count } importi
}
compare-number-timetable = { $count ->
    [one] { $count } cronoprogramma
   *[other] { $count } cronoprogrammi
}
compare-number-table = { $count ->
    [one] { $count } tabella
   *[other] { $count } tabelle
}
compare-field-family = famiglia
compare-field-period-from = in vigore dal
compare-field-period-to = in vigore fino al
compare-field-issued = data del documento
compare-field-version = versione
compare-field-status = stato
compare-field-body = ente
compare-field-level = livello
compare-field-code = codice
compare-field-title = titolo
compare-field-inferred-title = titolo dedotto dall'indice
compare-field-kind = tipo
compare-field-text = testo
compare-field-in-body = sta nel corpo del documento
compare-field-summary-amount = importo nel riepilogo
compare-field-summary-share = quota nel riepilogo
compare-field-owner = responsabile
compare-field-parent = sta sotto
compare-field-also-under = sta anche sotto
compare-field-label = etichetta
compare-field-value = risposta
compare-field-group = gruppo
compare-field-note = nota
compare-field-baseline = valore di partenza
compare-field-target = valore atteso
compare-field-target-comparison = confronto del valore atteso
compare-field-target-value = valore atteso
compare-field-target-upper = valore atteso massimo
compare-field-target-unit = unità del valore atteso
compare-field-target-due = termine
compare-field-deadline = scadenza nel titolo
compare-field-measured = risultato
compare-field-measured-value = risultato
compare-field-measured-unit = unità del risultato
compare-field-measured-date = data del risultato
compare-field-measured-date-kind = data di
compare-field-measured-final = risultato finale
compare-field-extra = colonna
compare-field-order = ordine
compare-field-state = stato
compare-field-from = inizio
compare-field-to = fine
compare-field-direction = entrata o uscita
compare-field-chapter = capitolo
compare-field-article = articolo
compare-field-amount = importo
compare-field-reference = capitolo collegato
compare-field-person = persona
compare-field-relation = rapporto di lavoro
compare-field-share = quota
compare-field-source = fonte
compare-field-total = totale
compare-field-before = assegnato prima
compare-field-change = variazione
compare-field-after = assegnato dopo
compare-field-activity = attività
compare-field-cost = costo
compare-field-column = colonna
compare-field-approximate = importo approssimato
compare-field-per = per ogni
compare-field-header = intestazione
compare-field-mark = segno in
compare-field-cell = cella
compare-word-revenue = entrata
compare-word-expense = uscita
compare-word-current = corrente
compare-word-capital = in conto capitale
compare-word-planned = prevista
compare-word-actual = effettiva
compare-word-cost = spesa
compare-word-people = personale
compare-word-result = risultato
compare-word-monitoring = monitoraggio
compare-word-between = compreso tra
compare-word-by = entro
compare-word-yes = sì/no
compare-word-n = numero
compare-word-eur = euro
compare-word-days = giorni
compare-word-hours = ore
compare-word-months = mesi
compare-word-date = data
compare-word-year = anno
compare-word-month = mese
compare-word-week = settimana
compare-word-day = giorno
compare-word-hour = ora
compare-word-person = persona
compare-word-household = nucleo
compare-word-area = territorio
compare-word-objectives-plan = piano degli obiettivi
compare-word-peg = piano esecutivo di gestione
compare-word-fund-programme = programma di riparto di un fondo
compare-word-targeted-programmes = programmi finalizzati
compare-word-zone-plan = piano di zona
