# I comandi dell'ufficio: serve, area.
help-serve = Apre l'ufficio: le pagine di Ambito, su questo computer
help-serve-after = Senza opzioni crea ambito.db in questa cartella e risponde su http://127.0.0.1:8080. Si ferma con Ctrl-C: ciò che era confermato resta.
help-serve-listen = Dove rispondere: indirizzo e porta
help-serve-url = L'indirizzo che le persone scrivono nel browser, se è un altro
help-serve-proxy = Davanti c'è un proxy che cifra e dice da dove viene ogni richiesta
help-area = Comincia un ambito territoriale, elenca quelli che ci sono, dà un accesso
help-area-create = Comincia un ambito, con chi lo amministra: stampa un collegamento che vale una volta
help-area-link = Dà a una persona un collegamento, che vale una volta, per scegliere la parola d'ordine
help-area-list = Elenca gli ambiti della banca dati
help-area-load = Crea un ambito da un file: enti, incarichi, persone
help-area-name = Il nome dell'ambito
help-area-administrator = Nome e cognome di chi amministra
help-area-login = Il nome con cui entrerà
help-area-login-of = Il nome con cui la persona entra
help-area-which = In quale ambito, se ce n'è più di uno
help-area-file = Il file (TOML) che descrive l'ambito
value-address = INDIRIZZO
value-url = URL
value-login = NOME
serve-ready = Ambito è aperto: { $url }
serve-database = Banca dati: { $database } · in ascolto su { $place } · per fermare: Ctrl-C
serve-empty = La banca dati è vuota. Per cominciare, in un'altra finestra: ambito area create "NOME" --administrator "NOME COGNOME" --login NOME
serve-stopped = Ambito è chiuso.
serve-address-wrong = { $address }: non è un indirizzo su cui rispondere
serve-address-taken = { $address }: l'indirizzo è già occupato, o non si può usare
serve-open = { $address }: fuori da questo computer le parole d'ordine viaggerebbero in chiaro
serve-address-hint = cosa fare: indicare un altro indirizzo con --listen (per esempio 127.0.0.1:8090); per aprire ad altri computer, mettere davanti un proxy che cifra e usare --behind-proxy con --url https://…
database-closed = la banca dati non si apre: { $reason }
database-closed-hint = cosa fare: controllare che il file o il server ci sia e si possa usare
database-newer = la banca dati è di un Ambito più nuovo (schema { $found }; questo programma arriva a { $known })
database-newer-hint = cosa fare: usare il programma più nuovo, oppure ripristinare una copia fatta prima; nulla è stato toccato
area-none = in questa banca dati non c'è ancora nessun ambito
area-none-hint = cosa fare: ambito area create "NOME" --administrator "NOME COGNOME" --login NOME
area-which = non è chiaro quale ambito: ci sono { $names }
area-which-hint = cosa fare: indicarlo con --area
area-fault = { $field }: { $words }
area-unknown = «{ $what }» non è una parola che il file conosca, o non è scritta prima
area-unknown-hint = cosa fare: controllare chiavi, ruoli e date; un ente va scritto prima di quelli che ne dipendono. Nulla è stato creato
area-nobody = nessuno entra con quel nome
area-nobody-hint = cosa fare: controllare il nome; chi amministra lo vede nella pagina «Persone»
area-file = il file non si può usare: { $reason }
area-file-hint = cosa fare: correggere il file; nulla è stato creato
area-created = Creato l'ambito «{ $name }».
area-link = { $name } sceglie la parola d'ordine qui, una volta sola ed entro 48 ore: { $address }
area-loaded = Creato l'ambito «{ $name }»: { $bodies ->
    [one] { $bodies } ente
   *[other] { $bodies } enti
}, { $positions ->
    [one] { $positions } incarico
   *[other] { $positions } incarichi
}, { $people ->
    [one] { $people } persona
   *[other] { $people } persone
}.
area-administrator-title = Amministratore di sistema
area-taken = c'è già un ambito con questo nome
administrator-last = resterebbe nessuno che possa gestire le utenze: dia prima il ruolo a un'altra persona.
body-below-itself = un ente non può stare sotto sé stesso o sotto uno che ne dipende.
body-top-not-yours = il Suo ruolo non arriva in cima: scelga l'ente sopra.
body-top-needed = almeno un ente deve stare in cima.
body-istat-wrong = il codice ISTAT è di sei cifre per un Comune, di due per una Regione.
body-ipa-wrong = il codice IPA è fatto di lettere, cifre e trattini bassi.
staff-login-wrong = lettere, cifre, punto e trattino, senza spazi.
staff-login-taken = un'altra persona entra già con questo nome.
staff-email-wrong = non è un indirizzo di posta.
position-role-twice = lo stesso ruolo è scelto due volte.
position-role-not-yours = questo ruolo lo dà solo chi gestisce tutto l'ambito.
tenure-taken = in quei giorni l'incarico è già di qualcun altro: un incarico è di una persona per volta.
settings-idle-wrong = un numero di minuti da 5 a 240.
settings-hours-wrong = un numero di ore da 1 a 24.
field-signs = contiene segni che non si vedono: lo scriva di nuovo a mano.
position-own = nessuno dà o cambia un incarico a sé stesso: lo chieda a un altro amministratore.
