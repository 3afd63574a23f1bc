# SPDX-License-Identifier: AGPL-3.0-or-later
# La revisione di un documento: le parole delle registrazioni, e ciò che non si può accettare.

audit-act-review-accept = anomalia accettata
audit-act-review-check = documento controllato di nuovo
audit-act-review-correct = lettura corretta
audit-act-review-fail = documento non letto
audit-act-review-file = documento rivisto e registrato
audit-act-review-open = file di un documento aperto
audit-act-review-people = persone di un documento consultate
audit-act-review-read = documento letto
audit-act-review-reread = nuova lettura chiesta
audit-act-review-unaccept = accettazione di un’anomalia ritirata
audit-act-review-upload = documenti caricati
audit-act-review-withdraw = correzione ritirata
audit-act-review-word = parola aggiunta al vocabolario
audit-act-review-word-remove = parola tolta dal vocabolario

review-fault-reader = la lettura del documento si è interrotta per un difetto del programma; il file è al sicuro: segnalare il problema a chi gestisce Ambito
review-fault-kept = il documento è stato letto, ma non è stato possibile conservare la lettura; il file è al sicuro: chiedere una nuova lettura
review-fault-checks = i controlli di questo documento si sono interrotti per un difetto del programma; la lettura è al sicuro: segnalare il problema a chi gestisce Ambito

mistyped-money = non è un importo: scriverlo come 430.000,00
mistyped-date = non è una data: scriverla come 31/12/2027
mistyped-percent = non è una percentuale: scriverla come 12,5
mistyped-number = non è un numero: scriverlo come 1.500 o 2,5
mistyped-marks = non sono colonne: scrivere i loro numeri, come 1, 2, 5
mistyped-choice = scegliere una delle voci proposte
mistyped-node = scegliere un nodo di questo documento
mistyped-empty = qui serve un valore
mistyped-too-long = il testo è troppo lungo
line-assigned-already = questa riga è già assegnata
line-aside-already = questa riga è già messa da parte

correction-too-many = questo documento ha già il massimo delle correzioni
correction-turns = un nodo non può stare sotto sé stesso

upload-nothing = scegliere almeno un file
upload-too-many = i file sono troppi: caricarli in più volte
upload-empty = il file è vuoto

word-meaning-unknown = scegliere uno dei significati proposti
word-too-short = scriva una parola di almeno tre lettere: quelle più corte stanno in ogni documento
word-there-already = questa parola c’è già con lo stesso significato
word-too-many = il vocabolario ha già il massimo delle parole
