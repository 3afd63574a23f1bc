# SPDX-License-Identifier: AGPL-3.0-or-later
# Le copie della banca dati: backup, restore, move.

## Guida della riga di comando
help-database = La banca dati: un file, oppure postgres://utente@macchina/nome; se manca, ambito.db in questa cartella
help-backup = Scrive in un file una copia di tutta la banca dati, anche mentre è in uso
help-backup-after =
    La copia è riletta per intero prima di dirla fatta. Contiene tutto, anche i dati personali: va tenuta al sicuro.

    Esempi:
      ambito backup copia.ambito
      ambito backup copia.ambito --database postgres://ambito@server/ambito
help-backup-file = Il file in cui scrivere la copia; non deve esserci già
help-restore = Rimette una copia in una banca dati vuota
help-restore-after =
    La copia è controllata prima, e riletta dalla banca dati dopo: o c'è tutta, o non cambia nulla.

    Esempio:
      ambito restore copia.ambito --database nuova.db
help-restore-file = Il file della copia
help-move = Porta tutta la banca dati in un'altra, vuota, e prova che sono uguali
help-move-after =
    Prima si ferma il programma che usa la prima banca dati: quello che vi si scrive dopo non passa nella seconda.

    Esempio:
      ambito move --from ambito.db --to postgres://ambito@server/ambito
help-move-from = La banca dati da portare; resta com'è
help-move-to = La banca dati in cui portarla: vuota, o un file che non c'è ancora
value-database = BANCA_DATI

## Che cosa si è fatto
copies-progress = { $table }: { $rows }
copies-table = tabella
copies-rows = righe
copies-digest = impronta
copies-digest-from = impronta di partenza
copies-digest-to = impronta di arrivo
copies-comparison = confronto
copies-equal = identiche
copies-unequal = DIVERSE
copies-sum = { $tables } tabelle, { $rows ->
    [one] { $rows } riga
   *[other] { $rows } righe
}
copies-backup-made = copia di { $from } scritta in { $file } e riletta per intero: { $sum }, identici
copies-restored = la copia { $file } è in { $to }, riletta per intero: { $sum }, identici
copies-moved = { $from } è ora anche in { $to }: { $sum }, identici

## Perché no
database-address = l'indirizzo della banca dati non è né un file né postgres://…
database-address-hint = cosa fare: indicare un file (ambito.db) o un server (postgres://utente@macchina/nome)
database-absent = qui non c'è nessuna banca dati
database-absent-hint = cosa fare: indicare quella giusta con « --database » (o con « --from »)
database-unreachable = la banca dati non risponde: { $reason }
database-unreachable-hint = cosa fare: controllare che il server sia acceso, e che l'indirizzo e i permessi siano giusti
copies-file-exists = il file c'è già, e una copia non prende mai il posto di un altro file
copies-file-exists-hint = cosa fare: dare un altro nome, per esempio con la data
copies-folder-hint = cosa fare: scegliere una cartella che esiste, in cui si può scrivere e in cui c'è posto
copies-not-a-copy = il file non è una copia di Ambito
copies-other-file-hint = cosa fare: usare un'altra copia; nella banca dati non è cambiato nulla
copies-layout = la copia è scritta in una forma che questa versione di Ambito non conosce
copies-newer = viene da una versione di Ambito più nuova (schema { $found }; questa arriva al { $known })
copies-newer-hint = cosa fare: usare la versione di Ambito con cui è stata fatta, o una più nuova
copies-no-database = la banca dati non è di Ambito
copies-no-database-hint = cosa fare: controllare l'indirizzo
copies-damaged = la copia è rovinata: all'inizio, alla fine o tra una tabella e l'altra
copies-damaged-table = la copia è rovinata nella tabella { $table }
copies-foreign = la tabella { $table } della copia non è fatta come in Ambito
copies-occupied = la banca dati non è vuota: una copia entra solo in una banca dati vuota
copies-occupied-hint = cosa fare: indicare un file che non c'è ancora, o un database PostgreSQL appena creato
copies-refused = la banca dati rifiuta la tabella { $table }: { $reason }
copies-refused-hint = cosa fare: mandare questo messaggio a chi segue il programma; non è cambiato nulla
copies-different = la tabella { $table }, riletta, non è uguale a quella di partenza
copies-different-hint = cosa fare: non usare la seconda banca dati, e mandare questo messaggio a chi segue il programma
copies-kind = la colonna { $place } ha un tipo che Ambito non usa
