# SPDX-License-Identifier: AGPL-3.0-or-later
# I rilievi: parole comuni a tutti i controlli, e le forme in cui si mostrano.

## Segni e luoghi
mark-written-is = scritto { $found }; il conto dà { $expected }
mark-amount = cifra
mark-a = A
mark-b = B
mark-a-plus-b = scritto { $found }; A + B = { $expected }
related-whole = intero { $amount }
related-part = addendo { $amount }
lines-and-more = { $count ->
    [one] { $lines } e un'altra
   *[other] { $lines } e altre { $count }
}
lines-and = { $lines } e { $last }
carried = porta con sé { $what } ({ $count ->
    [one] riga
   *[other] righe
} { $line })
carried-elsewhere = porta con sé { $what } ({ $document }, riga { $line })
see-line = { $count ->
    [one] riga
   *[other] righe
} { $line }: { $label }
see-elsewhere = { $document }, riga { $line }: { $label }
how-to-mend = come si corregge: { $hint }
accepted-by = accettato da { $by } il { $on }: { $reason }

related-parts = addendi
check-errors = { $count ->
    [one] { $count } errore
   *[other] { $count } errori
}
check-warnings = { $count ->
    [one] { $count } avviso
   *[other] { $count } avvisi
}
check-notes = { $count ->
    [one] { $count } nota
   *[other] { $count } note
}
check-accepted = { $count ->
    [one] { $count } accettato
   *[other] { $count } accettati
}
check-nothing = nulla che non torni

## Riga di comando
help-check = Trova ciò che nei documenti non torna: conti, struttura, date, codici
help-check-after =
    Esempi:
      ambito check programma.txt                   mostra i rilievi, riga per riga
      ambito check piano.txt --format html -o rilievi.html
                                                   scrive una pagina da leggere e da stampare
      ambito check *.txt --select SUM --fail-on warning
                                                   solo i conti; esce con 1 anche per un avviso
      ambito check piano.txt bilancio.txt          confronta anche le cifre dei due documenti
help-check-paths = File o cartelle da controllare; quelli dati insieme sono confrontati anche fra loro
help-check-format = La forma del risultato: text (da leggere), json, sarif, html (pagina), xlsx (con -o); se manca, quella del nome dato con -o, altrimenti text
help-select = Solo i controlli che cominciano così (SUM, STR002); si può ripetere o separare con virgole
help-ignore = Senza i controlli che cominciano così; si può ripetere o separare con virgole
help-fail-on = Da quale gravità il comando esce con 1: error, warning, note, never; se manca, error
value-codes = CODICI
value-severity = GRAVITÀ
code-unknown = nessun controllo comincia con { $code }
code-unknown-hint = cosa fare: ambito checks li elenca tutti
check-written = scritto { $path }

## Manuale dei controlli
family-sum = conti
family-structure = struttura
family-time = tempi
family-indicators = indicatori
family-people = personale
family-funds = fondi vincolati
explain-about = { $severity } · { $name }
checks-after = ambito explain CODICE dice che cosa trova un controllo, perché conta e come si corregge
help-explain = Spiega un controllo: che cosa trova, perché conta, come si corregge
help-explain-codes = Il codice del controllo, come SUM002; se ne possono dare più d'uno
help-checks = Elenca i controlli
value-code = CODICE

## Rilievi accettati
accepted-file = Rilievi accettati con «ambito accept»: ognuno torna quando cambiano le righe di cui parla.
accepted-before = era stato accettato da { $by } il { $on } ({ $reason }), ma da allora le sue righe sono cambiate
help-accept = Accetta rilievi con un motivo: restano mostrati come accettati, finché le loro righe non cambiano
help-accept-after =
    Esempi:
      ambito accept programma.txt:58:SUM002 --reason "come da DGR 12/41" --by "Ufficio di Piano"
                                                   scrive programma.txt.accepted.toml
      ambito accept programma.pdf:p12:8:SUM002 …   in un PDF: riga 8 di pagina 12
    Un rilievo si nomina come lo mostra ambito check: documento, riga, codice.
help-accept-findings = I rilievi, ciascuno come DOCUMENTO:RIGA:CODICE; in un PDF come DOCUMENTO:p12:RIGA:CODICE, con la pagina; in un foglio di calcolo come DOCUMENTO:FOGLIO:RIGA:CODICE; se sulla riga ce n'è più d'uno con quel codice, la colonna sta dopo la riga
help-accept-reason = Perché il rilievo è accettato
help-accept-by = Chi lo accetta
help-accept-with = Altri documenti da controllare insieme, per i rilievi che ne confrontano più d'uno; si può ripetere
help-accepted = Un altro file di rilievi accettati, oltre a quello accanto a ogni documento; si può ripetere
value-finding = RILIEVO
value-text = TESTO
value-name = NOME
accept-unclear = non si capisce quale rilievo è { $finding }
accept-unclear-hint = cosa fare: scrivere DOCUMENTO:RIGA:CODICE, come programma.txt:58:SUM002, oppure programma.pdf:p12:8:SUM002 per la riga 8 di pagina 12
accept-not-found = { $finding }: questo rilievo non c'è
accept-not-found-hint = cosa fare: guardare con ambito check quali rilievi ha il documento
accept-several = { $finding }: sulla riga ce n'è più d'uno
accept-several-hint = cosa fare: aggiungere la colonna, una di queste: { $columns }
accept-several-grounds = { $finding }: ce n'è uno su più pagine o fogli
accept-several-grounds-hint = cosa fare: scriverne uno di questi: { $places }
accept-empty = il motivo e il nome non possono essere vuoti
accept-empty-hint = cosa fare: dire con --reason perché il rilievo è accettato e con --by chi lo accetta
accept-written = { $count ->
    [one] un rilievo accettato in { $path }
   *[other] { $count } rilievi accettati in { $path }
}
accepted-unreadable-hint = cosa fare: controllare il nome e il permesso del file
accepted-wrong = questa riga non è come la scrive ambito accept
accepted-wrong-hint = cosa fare: correggere la riga, oppure togliere il file e accettare di nuovo i rilievi

## Foglio di calcolo dei rilievi
sheet-findings = Rilievi
column-severity = gravità
column-finding = rilievo
column-found = scritto
column-expected = atteso
column-mend = che cosa porta con sé, come si corregge
column-accepted = accettato
column-quote = riga del documento
sheet-families = Famiglie
column-family = famiglia
column-errors = errori
column-warnings = avvisi
column-notes = note
help-manual-format = La forma: text (da leggere) o markdown (per una pagina); se manca, text
## Pagina dei rilievi
page-window-title = Rilievi: { $title }
page-kicker = Rilievi di Ambito
page-skip = Vai ai rilievi
page-verdict-errors = Ci sono cose che non possono essere giuste
page-verdict-warnings = Nessun errore certo; alcune cose sono da verificare
page-verdict-notes = Nessun errore; qualche cosa merita uno sguardo
page-verdict-nothing = Non è stato trovato nulla che non torni
page-by-family = Rilievi per famiglia
page-family = famiglia
page-errors = errori
page-warnings = avvisi
page-notes = note
page-family-sum = Conti
page-family-structure = Struttura
page-family-time = Tempi
page-family-indicators = Indicatori
page-family-people = Persone
page-family-funds = Fondi
page-family-other = Altro
page-contents = In questa pagina
page-findings = Rilievi
page-no-findings = Qui starebbero i rilievi, uno per uno: che cosa non torna, dove, e come si corregge.
page-accepted = accettato
page-found = scritto
page-expected = atteso
page-related = { $count ->
    [one] { $count } altra riga
   *[other] Altre { $count } righe
}
page-more = { $count ->
    [one] e { $count } altra
   *[other] e altre { $count }
}
page-line = riga { $line }
place-page-line = pag. { $page }, riga { $line }
place-page = pag. { $page }
place-lines-of-page = { $lines } (pag. { $page })
place-paragraph = paragrafo { $paragraph }
place-paragraph-in = paragrafo { $paragraph } ({ $place })
place-cell = tabella { $table }, cella { $name }
place-row = tabella { $table }, riga { $name }
page-sheet = foglio { $sheet }
page-page = pagina { $page }
page-table-on-page = Tabella di pagina { $page }, dalla riga { $line }
page-leaf-plain = Pagina { $page } in piccolo
page-leaf = Pagina { $page } in piccolo; il segno è { $height ->
    [top] in alto
    [middle] a metà altezza
   *[bottom] in basso
}{ $side ->
    [left] , a sinistra
    [centre] , al centro
    [right] , a destra
   *[whole] {""}
}
page-fingerprint = Impronta SHA-256 del file
page-unread = { $count ->
    [one] { $count } riga non compresa
   *[other] { $count } righe non comprese
}
page-names-hidden = { $count ->
    [0] I nomi del personale sono nascosti; il programma non ne ha trovati. Prima di inviare la pagina, rileggerla: un nome fuori da tabelle, responsabili e titoli (dott., sig.ra) non è riconosciuto.
    [one] I nomi del personale sono nascosti: { $count } persona è chiamata «Persona 1». Prima di inviare la pagina, rileggerla: un nome fuori da tabelle, responsabili e titoli (dott., sig.ra) non è riconosciuto.
   *[other] I nomi del personale sono nascosti: { $count } persone sono chiamate «Persona 1», «Persona 2»… Prima di inviare la pagina, rileggerla: un nome fuori da tabelle, responsabili e titoli (dott., sig.ra) non è riconosciuto.
}
page-person = Persona { $number }
page-person-some = Persona
page-footer = Pagina scritta da Ambito { $version }: sta in un solo file, non carica nulla dalla rete e non contiene programmi.
page-tree = La struttura del piano
page-tree-money = Gli importi sono quelli del riepilogo o del titolo; dove mancano, la somma delle righe del nodo e di ciò che sta sotto. I segni contano i rilievi nel nodo e sotto.
page-tree-plain = I segni contano i rilievi nel nodo e sotto.
page-tree-outside = Prima del primo nodo, o nei totali di tutto il documento:
page-money = Il denaro per nodo
page-money-all = Tutti i { $count } nodi con importi
page-timeline = Le fasi nel tempo
page-timeline-told = { $count ->
    [one] { $count } fase, dal { $from } al { $to }.
   *[other] { $count } fasi, dal { $from } al { $to }.
}
page-timetables = I cronoprogrammi
page-marked = sì
page-load = Il tempo delle persone
page-load-over = { $over ->
    [0] { $people ->
        [one] { $people } persona; nessuna oltre il 100%.
       *[other] { $people } persone; nessuna oltre il 100%.
    }
    [one] { $people ->
        [one] { $people } persona; { $over } oltre il 100%.
       *[other] { $people } persone; { $over } oltre il 100%.
    }
   *[other] { $people } persone; { $over } oltre il 100%.
}
page-over = oltre il 100%
page-document = Il documento
page-document-hint = Ogni riga con il suo numero nel file; i rilievi stanno accanto alla loro riga e portano al rilievo intero.
page-document-hint-pages = Ogni riga con il suo numero nella pagina; i rilievi stanno accanto alla loro riga e portano al rilievo intero.
page-document-hint-paragraphs = Ogni riga con il numero del suo paragrafo; i rilievi stanno accanto alla loro riga e portano al rilievo intero.
page-table = Tabella dalla riga { $line }
help-names = I nomi del personale nella pagina: shown (come sono scritti), hidden («Persona 1»); se manca, hidden in una pagina scritta con -o, altrimenti shown
value-names = NOMI
check-no-document = nessun documento letto
check-nothing-chosen = nulla che non torni per i controlli scelti
accepted-not-utf8 = non è un testo UTF-8
accepted-is-folder = è una cartella, non un file
accepted-unwritable = non si può scrivere
accepted-unwritable-hint = cosa fare: chiedere il permesso di scrivere nella cartella del documento, oppure copiare il documento in una propria
