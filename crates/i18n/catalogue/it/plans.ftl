# SPDX-License-Identifier: AGPL-3.0-or-later
# Registrare i piani nel database dell'ufficio.

help-import = Legge i documenti e li registra come piani nel database
help-import-after =
    Esempi:
      ambito import piano.pdf                      registra il piano per l'ente che il documento nomina
      ambito import documenti/ --body 099001       registra i piani di una cartella per un Comune, con il codice ISTAT
help-import-paths = File o cartella da leggere e registrare
help-import-area = L'area, se nel database ce n'è più di una
help-import-body = L'ente del piano: codice ISTAT, codice IPA o nome; se manca, quello che il documento nomina, altrimenti l'Ambito
help-import-format = La forma delle righe: text (da leggere) o json (per altri programmi, una riga per documento)

import-plan = registrato: { $path } → «{ $title }» ({ $body }), versione { $number }: { $counts }
import-version = registrato: { $path } → «{ $title }» ({ $body }), nuova versione { $number }: { $counts }
import-already = già presente: { $path } → «{ $title }» ({ $body }), versione { $number }; non è stato registrato di nuovo
import-summary-filed = { $count ->
    [one] { $count } documento registrato
   *[other] { $count } documenti registrati
}
import-summary-already = { $count ->
    [one] { $count } già presente
   *[other] { $count } già presenti
}
import-no-database = il database non c'è
import-no-database-hint = cosa fare: iniziare con ambito serve oppure con ambito area, o indicare il database con --database
import-no-bodies = nell'area non c'è ancora nessun ente
import-body-unknown = nessun ente ha il codice o il nome «{ $said }»
import-body-several = più enti vanno bene: { $names }
import-body-hint = cosa fare: indicare l'ente con --body e il suo codice ISTAT o IPA; gli enti si vedono e si aggiungono nelle pagine di ambito serve
import-changed = il file è cambiato mentre veniva letto
import-changed-hint = cosa fare: chiudere il programma che lo sta scrivendo e ripetere il comando
import-failed = il documento non è stato registrato ({ $reason })
import-failed-hint = cosa fare: ciò che è scritto sopra come registrato è al sicuro; ripetere il comando per gli altri documenti

count-nothing = nessun contenuto riconosciuto
count-nodes = { $count ->
    [one] { $count } nodo
   *[other] { $count } nodi
}
count-indicators = { $count ->
    [one] { $count } indicatore
   *[other] { $count } indicatori
}
count-phases = { $count ->
    [one] { $count } fase
   *[other] { $count } fasi
}
count-budget-lines = { $count ->
    [one] { $count } riga di bilancio
   *[other] { $count } righe di bilancio
}
count-efforts = { $count ->
    [one] { $count } impegno di personale
   *[other] { $count } impegni di personale
}
count-allocations = { $count ->
    [one] { $count } assegnazione
   *[other] { $count } assegnazioni
}
count-resources = { $count ->
    [one] { $count } voce di costo
   *[other] { $count } voci di costo
}
count-timetables = { $count ->
    [one] { $count } cronoprogramma
   *[other] { $count } cronoprogrammi
}
count-totals = { $count ->
    [one] { $count } totale
   *[other] { $count } totali
}
count-amounts = { $count ->
    [one] { $count } importo nel testo
   *[other] { $count } importi nel testo
}
count-tables = { $count ->
    [one] { $count } altra tabella
   *[other] { $count } altre tabelle
}
count-notes = { $count ->
    [one] { $count } nota di lettura
   *[other] { $count } note di lettura
}
count-unread = { $count ->
    [one] { $count } riga non compresa
   *[other] { $count } righe non comprese
}
import-corrected = il documento è in revisione nell'ufficio e qualcuno vi ha corretto dei valori: registrarlo così com'è li lascerebbe fuori
import-corrected-hint = cosa fare: depositarlo dalla pagina della sua revisione, con le correzioni
import-nothing = nel documento non è stato riconosciuto nulla di un piano: non è stato registrato
import-nothing-hint = cosa fare: guardare che cosa se ne legge con «ambito read»; le parole dell'ente si aggiungono con « --vocabulary »
