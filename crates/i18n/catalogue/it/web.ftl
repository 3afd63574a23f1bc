# Le parole intorno a ogni pagina e dei suoi pezzi: modulo, tabella, albero.

web-skip = Vai al contenuto
web-who = È entrato come
web-account = La mia utenza
web-logout = Esci
web-menu = Menu
web-crumbs = Dove siamo
web-about = Ambito { $version }
web-accessibility = Dichiarazione di accessibilità
web-source = Codice sorgente (AGPL)

web-notice-done = Fatto:
web-notice-warning = Attenzione:
web-notice-error = Errore:

web-pages = Pagine dell’elenco
web-pages-first = Dall’inizio
web-pages-next = Continua
web-tree-open = Apri «{ $title }»

web-form-save = Salva
web-form-cancel = Annulla
web-form-optional = (facoltativo)
web-form-choose = Scelga…
web-form-yes = Sì
web-form-no = No
web-form-nothing = (niente)
web-form-refused = Non è stato possibile
web-form-wrong = { $count ->
    [one] Una risposta è da correggere
   *[other] { $count } risposte sono da correggere
}
web-form-kept = Quello che ha scritto è ancora qui sotto; le parole d’ordine e i file vanno indicati di nuovo.
web-form-doubled = Mentre Lei scriveva, { $name } ha salvato altri valori
web-form-doubled-how = Non si è perso niente, e nulla è ancora salvato. In questi campi scelga quale dei due valori tenere, poi salvi di nuovo:
web-form-mine = Il valore che ha scritto Lei:
web-form-theirs = Il valore salvato nel frattempo da { $name }:

web-agent = { $browser } su { $system }

web-form-news = Mentre Lei scriveva, anche { $name } ha salvato
web-form-news-how = In questi campi Lei non aveva cambiato niente: ora c’è il valore nuovo. Guardi e salvi di nuovo.
web-form-news-here = Scritto nel frattempo da { $name }.

# Ciò che sembra sbagliato e può essere voluto.
web-form-doubtful = { $count ->
    [one] Un valore sembra sbagliato: nulla è ancora salvato
   *[other] { $count } valori sembrano sbagliati: nulla è ancora salvato
}
web-form-doubtful-how = Se il documento dice proprio così, prema «Salva comunque»; altrimenti corregga qui sotto. Quello che ha scritto è ancora qui.
web-form-anyway = Salva comunque

web-month-1 = gennaio
web-month-2 = febbraio
web-month-3 = marzo
web-month-4 = aprile
web-month-5 = maggio
web-month-6 = giugno
web-month-7 = luglio
web-month-8 = agosto
web-month-9 = settembre
web-month-10 = ottobre
web-month-11 = novembre
web-month-12 = dicembre
web-form-none = – nessuno –
