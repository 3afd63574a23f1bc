# SPDX-License-Identifier: AGPL-3.0-or-later
# SUM: i conti.

sum002-message = A + B non è uguale alla dotazione assegnata
sum002-carried = lo stesso scarto in un'altra somma A + B
sum002-hint = scrivere { $expected }, oppure correggere A o B
sum003-message = il totale della colonna non è la somma delle righe
sum003-carried = lo stesso scarto nel totale di un'altra colonna
sum003-hint = scrivere { $expected }, oppure cercare la riga sbagliata o mancante ({ $difference })
sum004-message = il subtotale non è la somma di ciò che chiude
sum004-carried = lo stesso scarto in un subtotale
sum004-hint = scrivere { $expected }, oppure cercare la riga sbagliata o mancante ({ $difference })
sum005-message = il totale generale non è la somma dei subtotali
sum005-carried = lo stesso scarto nel totale generale
sum005-hint = scrivere { $expected }, oppure cercare il subtotale sbagliato o mancante ({ $difference })
sum014-message = il totale comprende anche quello di un'altra tabella (riga { $line })
sum014-carried = lo stesso in un'altra colonna
sum014-hint = scrivere sotto la tabella il suo totale, { $expected }, e il totale complessivo in una riga a parte
sum014-related = totale dell'altra tabella, { $amount }
sum006-message = la percentuale scritta non è quella che risulta
sum006-carried = la stessa percentuale sbagliata in un'altra riga
sum006-hint = scrivere { $expected }
sum007-message = la percentuale non è del totale in fondo al quadro ma di { $amount }
sum007-carried = la stessa percentuale in un'altra riga
sum007-hint = scrivere { $expected }, oppure dire di quale totale è la percentuale
sum007-related = l'altro totale, { $amount }
sum008-message = nel riepilogo e nella scheda le cifre sono diverse: { $name }
sum008-carried = la cifra di { $name } nel riepilogo
sum008-hint = scrivere { $expected } nel riepilogo, oppure correggere la scheda
sum009-message = { $count ->
   *[other] lo stesso capitolo { $chapter }, { $amount }, è scritto { $count } volte
}
sum009-related = di nuovo, in { $name }
sum009-hint = se è lo stesso denaro, lasciarlo in un progetto solo; se sono somme diverse, dirlo nel titolo
sum013-message = le fonti non fanno il costo
sum013-carried = lo stesso scarto fra fonti e costo
sum013-hint = scrivere { $expected } come costo, oppure correggere una fonte
sum013-mark = { $source }
sum001-message = il totale della riga non è la somma delle sue parti
sum001-carried = lo stesso scarto nel totale di una riga
sum001-hint = scrivere { $expected }, oppure cercare la cella sbagliata ({ $difference })
