# SPDX-License-Identifier: AGPL-3.0-or-later
# Il manuale dei controlli, i rilievi su tutti i documenti, i compiti, il confronto fra due piani.

checks-title = Controlli
checks-what = { $count ->
    [one] Su ogni documento letto si fa { $count } controllo: qui c’è che cosa cerca, perché conta e come si corregge.
   *[other] Su ogni documento letto si fanno { $count } controlli: qui c’è che cosa cerca ciascuno, perché conta e come si corregge.
}
checks-search = Cercare nel manuale dei controlli
checks-text = Parole o codice
checks-family = Argomento
checks-any-family = tutti
checks-severity = Gravità
checks-any-severity = tutte
checks-all = Tutti i controlli
checks-found = { $count ->
    [one] { $count } controllo trovato
   *[other] { $count } controlli trovati
}
checks-none = Nessun controllo parla di questo.
checks-none-how = Si può provare con una parola sola, oppure togliere argomento e gravità.
checks-open = { $count ->
    [one] { $count } rilievo è aperto ora nei documenti
   *[other] { $count } rilievi sono aperti ora nei documenti
}
checks-open-none = Nei documenti ora non c’è nessun rilievo di questo controllo.
checks-beside = Il controllo prima e quello dopo
checks-before = Prima
checks-after-this = Dopo

compare-title = Confronto fra due piani
compare-do = Confronta con un altro piano
compare-choose-title = Confronto: quali piani
compare-choose-with = Con che cosa si confronta
compare-choose-likely = Confrontare con «{ $title }»
compare-choose-others = Oppure con
compare-choose-any = Scegliere due piani qualsiasi
compare-choose-alone = Di questo ente non c’è altro con cui confrontarlo.
compare-choose-alone-how = Appena ci sarà un altro piano, o un’altra versione di questo, si potrà vedere che cosa è cambiato. Si possono anche confrontare piani di enti diversi.
compare-choose-what = Due piani, uno accanto all’altro: si vede che cosa è cambiato negli importi e nei valori attesi, che cosa è nuovo e che cosa non c’è più.
compare-choose-old = Il piano di prima
compare-choose-new = Il piano di adesso
compare-choose-do = Confronta
compare-choose-pick = scelga un piano
compare-choose-proposed = Sono già scelti l’ultimo piano depositato che ne ha uno prima, dello stesso ente e dello stesso tipo, e quello; si possono cambiare.
compare-choose-not-proposed = Nessun piano ha prima di sé un altro dello stesso ente e dello stesso tipo: scelga quale viene prima e quale adesso.
compare-choose-no-likely = Prima di questo non c’è un piano dello stesso tipo, né una versione precedente. Scelga con quale confrontarlo:
compare-column-change = Cambiamento
compare-column-value = Valore
compare-column-where-old = Dove, prima
compare-column-where-new = Dove, adesso
compare-choose-none = Per un confronto servono due piani.
compare-choose-none-how = Qui si sceglieranno due piani, per esempio quello dell’anno scorso e quello di quest’anno.
compare-not-latest = non è l’ultima
compare-swap = Scambia prima e adesso
compare-answer = Che cosa è cambiato
compare-money = Gli importi, in euro: la somma di tutte le righe di ciascun piano
compare-money-what = Importi
compare-money-revenue = Entrate
compare-money-expense = Uscite
compare-money-allocated = Assegnazioni di fondi
compare-money-cost = Costi delle attività
compare-people-hidden = { $count ->
    [one] { $count } quota di tempo di persone non è confrontata: i nomi si vedono solo con un ruolo che lo permette.
   *[other] { $count } quote di tempo di persone non sono confrontate: i nomi si vedono solo con un ruolo che lo permette.
}
compare-changes = I cambiamenti, voce per voce
compare-aspects = Quali cambiamenti
compare-aspect-all = Tutti
compare-aspect-money = Importi
compare-aspect-targets = Indicatori e valori attesi
compare-aspect-people = Persone
compare-aspect-added = Che cosa è nuovo
compare-aspect-removed = Che cosa non c’è più

findings-title = Rilievi
findings-none = Nessun rilievo: nei documenti controllati fin qui tutto torna.
findings-none-how = Ogni documento che si carica viene letto e controllato; quello che non torna si vede qui, con il suo posto nel documento.
findings-none-go = Ai documenti
findings-only-document = Solo nel documento «{ $name }»
findings-only-plan = Solo nel documento di un piano
findings-only-upload = Solo nei documenti arrivati insieme
findings-figures-title = Rilievi in cifre
findings-to-list = All’elenco dei rilievi
findings-by-body = Per ente
findings-by-document = Per documento
findings-by-check = Per controllo
findings-errors = Errori
findings-warnings = Avvisi
findings-notes = Note
findings-some-errors = { $count ->
    [one] errore
   *[other] errori
}
findings-some-warnings = { $count ->
    [one] avviso
   *[other] avvisi
}
findings-some-notes = { $count ->
    [one] nota
   *[other] note
}
findings-some-returned = { $count ->
    [one] tornato
   *[other] tornati
}
findings-some-accepted = { $count ->
    [one] accettato
   *[other] accettati
}
findings-documents = Documenti controllati
findings-day = Giorno
findings-course = Nel tempo
findings-course-what = Quanti rilievi ha trovato, fino alla fine di ogni giorno, l’ultimo controllo di ciascun documento; quelli accettati sono compresi.
findings-course-told = Errori trovati: { $before } il { $from }, { $now } il { $to }.
finding-column = Rilievo
finding-check = Controllo
finding-document = Documento
finding-whole-document = tutto il documento
finding-state = Situazione
finding-state-open = da guardare
finding-state-given = affidato
finding-state-returned = tornato
finding-state-accepted = accettato
finding-state-accepted-many = Accettati
finding-given-to = affidato a { $name } entro il { $day }
finding-returned-by = tornato da { $name }

errands-title = Compiti
errands-to-do = Da fare
errands-came-back = Tornati: da guardare
errands-handed = Affidati ad altri
errands-answered = Risposte date: le guarda chi ha affidato il compito
errands-over = Conclusi
errands-none = Qui ci saranno i compiti: i rilievi affidati a una persona, con una data.
errands-none-how = Un rilievo si affida dall’elenco dei rilievi o dalla pagina del documento.
errands-none-mine = Quando qualcuno Le affiderà un rilievo, lo troverà qui e nella prima pagina.
errand-title = Compito
errand-new-title = Affidare un rilievo
errand-about = Il rilievo
errand-to = A chi
errand-to-help = Le persone che hanno oggi un incarico negli enti che Lei vede. Vedranno solo questo rilievo e le righe intorno.
errand-due = Entro quando
errand-due-past = La data è già passata: serve oggi o un giorno dopo.
errand-request = Che cosa si chiede
errand-request-help = Per esempio: controllare l’importo con la delibera, e dire quale dei due è giusto.
errand-then = Il compito comparirà nella prima pagina della persona; quando avrà risposto, tornerà nella Sua.
errand-give = Affida
errand-give-again = Affida di nuovo
errand-already = Questo rilievo è già affidato a qualcuno: lo si trova fra i compiti.
errand-state-given = da fare
errand-state-returned = tornato
errand-state-closed = concluso
errand-from = da { $name }
errand-with = affidato a { $name }
errand-until = entro il
errand-gone = i controlli non lo trovano più
errand-gone-text = Nel documento come è letto e corretto ora questo rilievo non c’è più. Il compito resta finché qualcuno lo conclude.
errand-around = Le righe intorno
errand-line-hidden = riga con nomi di persone: si vede solo con un ruolo che lo permette
errand-this-line = la riga del rilievo
errand-open-place = Apri nel documento
errand-asked = Che cosa si chiede
errand-who = affidato a { $to } da { $name },
errand-answering = La risposta
errand-answer = Che cosa è stato fatto, o trovato
errand-answer-help = Chi ha affidato il compito leggerà queste parole.
errand-return = Fatto: rimanda la risposta
errand-return-then = Il compito torna a chi l’ha affidato, che lo conclude o lo affida di nuovo.
errand-deciding = È tornato: concludere o affidare di nuovo
errand-deciding-early = Non è ancora tornato
errand-close = Concludi
errand-close-then = Concludere il compito non cambia il rilievo: resta finché il documento è corretto o qualcuno lo accetta.
errand-steps = Che cosa è successo
errand-step-given = { $name } lo affida a { $to }
errand-step-returned = { $name } risponde
errand-step-closed = { $name } lo conclude
errand-changed = Nel frattempo il compito è cambiato: qui c’è com’è adesso. Ciò che era scritto è rimasto.
errand-changed-over = Nel frattempo il compito è stato concluso o affidato ad altri. La risposta non è partita: il testo è qui sotto.
errand-kept = Il testo scritto
done-errand-given = Il compito è affidato.
done-errand-returned = La risposta è partita: il compito è tornato a chi l’ha affidato.
done-errand-closed = Il compito è concluso.
home-due-errand = Compito: «{ $said }», entro il { $day }
home-due-errand-go = Apri
home-due-errand-back = Tornato da { $name }: «{ $said }»
home-due-errand-back-go = Guarda
home-findings = { $count ->
    [one] rilievo da guardare
   *[other] rilievi da guardare
}
audit-act-errand-give = rilievo affidato
audit-act-errand-return = compito tornato con la risposta
audit-act-errand-close = compito concluso
audit-act-errand-read = compito consultato
