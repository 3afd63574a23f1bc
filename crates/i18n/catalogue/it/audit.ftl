# SPDX-License-Identifier: AGPL-3.0-or-later
# Il registro di ciò che è stato fatto e visto: i comandi e le parole delle registrazioni.

help-audit = Verifica, esporta e fissa all’esterno il registro di ciò che è stato fatto e visto
help-audit-verify = Trova le registrazioni cambiate, tolte, aggiunte o spostate
help-audit-verify-after =
    Esempi:
      ambito audit verify                          verifica ./ambito.db
      ambito audit verify registro.jsonl           verifica un file esportato
      ambito audit verify --anchor ancora.txt      verifica anche rispetto a una riga custodita all’esterno
    Chi può scrivere nella banca dati può anche ricalcolare da capo tutta la catena:
    lo mostra solo una riga custodita all’esterno (ambito audit anchor).
    Il programma termina con 0 se tutto è integro, 1 se qualcosa non lo è, 2 se non ha potuto leggere.
help-audit-verify-file = Un file esportato; se manca, si verifica la banca dati
help-audit-verify-anchor = Una riga custodita all’esterno, o un file che la contiene; si può ripetere
help-audit-export = Esporta il registro in un file (JSON Lines) che si può verificare da solo
help-audit-anchor = Dà la riga da custodire all’esterno: stampata, protocollata, inviata per PEC
help-audit-anchor-after =
    Esempio:
      ambito audit anchor >> ancore.txt            aggiunge la riga di oggi a quelle già custodite
value-anchor = RIGA

audit-no-area = nella banca dati non c’è ancora nessun ambito
audit-no-area-hint = cosa fare: avviare «ambito serve» e creare l’ambito
audit-file-unreadable = il file non si può leggere: { $reason }
audit-file-other = non è un registro esportato da Ambito
audit-file-hint = cosa fare: indicare un file scritto da «ambito audit export», per intero
audit-anchor-mistyped = la riga custodita all’esterno non è completa, o è stata copiata male
audit-anchor-mistyped-hint = cosa fare: copiarla di nuovo per intero, da «ambito-anchor» all’ultimo gruppo di otto caratteri
audit-anchor-elsewhere = la riga custodita all’esterno è di un altro ambito
audit-anchor-elsewhere-hint = cosa fare: indicare la banca dati o il file di quell’ambito
audit-anchor-advice = custodire questa riga dove chi gestisce la banca dati non può cambiarla: stampata e firmata, al protocollo, per PEC
audit-exported = { $count ->
    [one] 1 registrazione esportata
   *[other] { $count } registrazioni esportate
}

audit-whole = { $records ->
    [one] { $name }: 1 registrazione letta, integra
   *[other] { $name }: { $records } registrazioni lette, tutte integre e al loro posto
}
audit-broken = { $faults ->
    [one] { $name }: IL REGISTRO NON È INTEGRO: 1 difetto (registrazioni lette: { $records })
   *[other] { $name }: IL REGISTRO NON È INTEGRO: { $faults } difetti (registrazioni lette: { $records })
}
audit-more-faults = { $count ->
    [one] … e un altro
   *[other] … e altri { $count }
}
audit-anchor = riga custodita del { $at }, registrazione { $seq }: { $state }
audit-anchor-holds = corrisponde
audit-anchor-differs = NON corrisponde
audit-anchor-beyond = quella registrazione NON c’è
audit-anchor-before-beginning = non si può più controllare: le registrazioni di allora sono state cancellate alla fine del loro tempo

audit-fault = registrazione { $seq } ({ $at }, { $act }): { $wrong }
audit-fault-absent = registrazione { $seq }: { $wrong }
audit-wrong-changed = il contenuto è stato cambiato: non corrisponde più alla sua impronta
audit-wrong-moved = è stata spostata: era la registrazione { $other }
audit-wrong-unlinked = non continua la precedente: una delle due è stata riscritta o sostituita
audit-wrong-missing = manca: è stata tolta
audit-wrong-missing-many = mancano tutte, da qui alla { $other }: sono state tolte
audit-wrong-twice = ce ne sono due con lo stesso numero: una è stata aggiunta
audit-wrong-disordered = sta dopo una con il numero più alto: è stata spostata o aggiunta
audit-wrong-unreadable = contiene qualcosa che Ambito non può avere scritto
audit-wrong-before-beginning = ha un numero di prima dell’inizio: è stata aggiunta
audit-wrong-after-end = sta dopo la fine che la testa del registro conosce: è stata aggiunta, o la testa è stata cambiata
audit-wrong-head-differs = la testa del registro non corrisponde a questa registrazione, che è l’ultima: una delle due è stata cambiata
audit-wrong-head-missing = manca la testa del registro: non si può sapere se altre registrazioni seguivano
audit-wrong-beginning-unexplained = il registro comincia qui, ma nessuna cancellazione decisa nel programma lo spiega: l’inizio è stato tolto o cambiato
audit-wrong-anchor-differs = la riga custodita all’esterno non corrisponde: il registro è stato riscritto
audit-wrong-anchor-beyond = la riga custodita all’esterno conosce questa registrazione, che non c’è: la fine del registro è stata tolta
audit-wrong-unlisted = il numero delle registrazioni non torna: ce n’è almeno una aggiunta o tolta fuori posto

audit-kind-access = accesso
audit-kind-write = scrittura
audit-kind-administration = amministrazione
audit-kind-export = esportazione
audit-kind-reading = lettura di dati personali
audit-kind-retention = conservazione e cancellazione

audit-act-access-fail = accesso non riuscito
audit-act-access-password = parola d’ordine giusta, secondo fattore atteso
audit-act-access-sign-in = accesso
audit-act-access-sign-out = uscita
audit-act-area-load = ambito creato
audit-act-audit-anchor = riga da custodire all’esterno
audit-act-audit-cut = inizio del registro cancellato alla fine del suo tempo
audit-act-audit-export = registro esportato
audit-act-audit-search = registro consultato
audit-act-audit-verify = registro verificato
audit-act-body-add = ente aggiunto
audit-act-body-save = ente cambiato
audit-act-backup-make = copia della banca dati
audit-act-database-move = banca dati trasferita
audit-act-backup-restore = banca dati ripristinata da una copia
audit-act-document-add = documento caricato
audit-act-factor-clear = secondo fattore tolto
audit-act-factor-confirm = secondo fattore attivato
audit-act-factor-recovery = codici di recupero rifatti
audit-act-hold-lift = blocco della cancellazione tolto
audit-act-hold-list = blocchi della cancellazione consultati
audit-act-hold-place = blocco della cancellazione messo
audit-act-letter-list = elenco delle lettere di autorizzazione consultato
audit-act-letter-read = lettera di autorizzazione consultata
audit-act-link-make = collegamento monouso creato
audit-act-password-change = parola d’ordine cambiata
audit-act-password-set = parola d’ordine impostata
audit-act-plan-export = piano esportato
audit-act-plan-import = piano registrato
audit-act-plan-people = persone di un piano consultate
audit-act-plan-read = piano consultato
audit-act-position-add = incarico aggiunto
audit-act-position-save = incarico cambiato
audit-act-register-read = registro dei trattamenti consultato
audit-act-retention-carry-out = cancellazione eseguita
audit-act-retention-prepare = cancellazione preparata
audit-act-retention-refuse = cancellazione respinta
audit-act-retention-rule = tempo di conservazione cambiato
audit-act-session-end = sessione chiusa
audit-act-session-end-all = tutte le sessioni chiuse
audit-act-settings-save = impostazioni cambiate
audit-act-staff-add = persona aggiunta
audit-act-staff-list = elenco delle persone consultato
audit-act-staff-read = dati di una persona consultati
audit-act-staff-save = dati di una persona cambiati
audit-act-subject-answer = raccolti tutti i dati di una persona
audit-act-tenure-add = persona messa in un incarico
audit-act-tenure-list = elenco degli incarichi consultato
audit-act-tenure-save = periodo in un incarico cambiato
audit-act-token-end = chiave per programmi revocata
audit-act-token-make = chiave per programmi creata
audit-act-retention-read = cancellazioni consultate
