# SPDX-License-Identifier: AGPL-3.0-or-later
# SUM: i conti.

sum002-message = A + B non è uguale alla dotazione assegnata
sum002-carried = lo stesso scarto fra A + B e il totale assegnato
sum002-hint = scrivere { $expected }, oppure correggere A o B, e rifare i totali che ne vengono

# Le cifre dette nel testo e in più documenti.
sum010-message = { $amount } per «{ $word }» sono scritti in { $count } schede: potrebbe essere lo stesso denaro contato più volte
sum010-related = { $amount } anche in «{ $node }»
sum010-hint = dire in ogni scheda la sua quota, oppure lasciare l'importo in una sola scheda e rimandare a essa
sum010-cost-message = «{ $activity }» costa { $amount } dalla stessa fonte in { $count } progetti: potrebbe essere la stessa spesa
sum010-cost-hint = dire se è una sola spesa, e allora tenerla in un solo progetto

sum011-message = il valore previsto di { $name } è { $found }, ma la somma che dice la nota è { $expected }
sum011-note = la nota
sum011-hint = scrivere { $expected }, oppure correggere la nota

sum012-message = l'importo annunciato è { $found }, ma le sue { $count } parti fanno { $expected }
sum012-rounded-message = l'importo annunciato, { $found }, è quello delle sue { $count } parti ({ $expected }) solo dopo l'arrotondamento
sum012-part = parte
sum012-whole = importo intero
sum012-numbered-hint = scrivere gli importi esatti delle parti, che facciano l'importo intero
sum012-hint = scrivere { $expected }, oppure correggere la parte sbagliata
sum012-rounded-hint = scrivere { $expected }, oppure aggiungere «circa»

sum015-message = { $yearly } all'anno per { $years } anni fanno { $expected }, ma l'importo per { $years } anni è scritto { $found }
sum015-yearly = importo annuo
sum015-related = { $yearly } all'anno per { $years } anni
sum015-hint = scrivere { $expected }, oppure correggere l'importo annuo; se sono risorse diverse, nominarle

sum016-message = il prodotto scritto è { $found }, ma il conto dà { $expected }
sum016-factor = fattore
sum016-hint = scrivere { $expected }, oppure correggere il fattore sbagliato

sum017-message = la quota di { $part } su { $whole } è { $expected }, non { $found }
sum017-part = parte
sum017-whole = totale
sum017-whole-before = il totale, { $whole }
sum017-before-hint = scrivere { $expected }, oppure correggere la parte o il totale
sum017-hint = scrivere { $expected }; oppure, se la percentuale è giusta, la parte è { $part }

sum018-message = per { $row } il testo dice { $found }, la tabella dà { $expected }
sum018-column-message = per { $row } il testo dice { $found }, la colonna «{ $first }» della tabella dà { $expected }
sum018-columns-message = per { $row } il testo dice { $found }, la tabella dà { $expected } (somma delle colonne da «{ $first }» a «{ $last }»)
sum018-total-message = il totale detto nel testo è { $found }, ma le righe della tabella fanno { $expected }
sum018-carried = lo stesso scarto nel totale detto nel testo
sum018-hint = riportare nel testo { $expected }, e rifare i totali e le percentuali che usano la cifra

sum019-message = le parti dette nella frase fanno { $expected }, il totale detto con esse è { $found }
sum019-carried = lo stesso scarto nel totale detto nella frase
sum019-hint = scrivere { $expected }, oppure correggere la parte sbagliata

sum020-message = il capitolo { $chapter } ha qui { $found }, in un altro documento { $other }
sum020-row = un'altra riga dello stesso capitolo
sum020-related = lo stesso capitolo, in tutto { $other }
sum020-hint = controllare quale documento è stato variato per ultimo e portare l'altro alla stessa cifra
sum020-year-hint = dire in ogni documento di che anno è; se l'anno è lo stesso, portare il capitolo alla stessa cifra

sum021-column-message = «{ $what }» di «{ $name }»: qui { $found }, nell'altra forma dello stesso piano { $other }
sum021-message = { $what } di «{ $name }»: qui { $found }, nell'altra forma dello stesso piano { $other }
sum021-related = { $other }
sum021-hint = guardare l'atto approvato e correggere la forma che se ne scosta

sum022-message = «{ $name }»: il testo dice { $found }, un altro documento { $other }
sum022-related = lo stesso nome con { $other }
sum022-hint = controllare l'atto e correggere il documento che se ne scosta; se sono annualità diverse, dirlo

sum023-message = «pari a { $share }» senza unità: non si sa se è { $share }% o un'altra quota
sum023-hint = scrivere { $share }% oppure la quota intera, con il segno di percentuale

sum024-message = nella stessa scheda l'età è { $found } e altrove { $other }
sum024-related = { $other }
sum024-hint = scegliere una sola fascia di età e scriverla ovunque

sum025-message = nella riga dei totali manca il totale di «{ $column }», che fa { $expected }
sum025-related = una cifra di «{ $column }»
sum025-hint = scrivere { $expected } nella cella vuota, oppure togliere la cifra dalla colonna

sum027-message =
    { $count ->
        [one] al totale di { $amount } manca la percentuale, che è { $share }
       *[other] a { $count } totali manca la percentuale: qui { $amount } è { $share }
    }
sum027-related = { $amount }, { $share }
sum027-hint = scrivere { $share } accanto alla cifra

sum026-message = sono assegnati { $found }, più del totale del programma ({ $total })
sum026-assigned = assegnato
sum026-total = totale del programma
sum026-carried = lo stesso nel totale
sum026-hint = controllare il totale del programma e dire se è stato ridotto, e con quale atto

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
sum006-message = { $name }: { $amount } su { $whole } fa { $expected }, non { $found }
sum006-carried = { $name }: { $amount } fa { $right }, non { $share }
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
sum009-related = di nuovo: { $name }
sum009-hint = se è lo stesso denaro, lasciarlo in un progetto solo; se sono somme diverse, dirlo nel titolo
sum013-message = «{ $row }»: le fonti fanno { $expected }, ma il costo scritto è { $found }
sum013-carried = lo stesso scarto fra fonti e costo
sum013-hint = scrivere { $expected } come costo, oppure correggere una fonte
sum013-mark = { $source }
sum001-message = il totale della riga non è la somma delle sue parti
sum001-carried = lo stesso scarto nel totale di una riga
sum001-hint = scrivere { $expected }, oppure cercare la cella sbagliata ({ $difference })
