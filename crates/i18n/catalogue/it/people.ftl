# SPDX-License-Identifier: AGPL-3.0-or-later
# EFF: le persone.

eff001-message = le quote di { $person } in { $count ->
    [one] una riga
   *[other] { $count } righe
} fanno { $sum }: più di una persona intera
eff001-part = le altre quote
eff001-hint = ridurre le quote fino a 100%, o togliere quella scritta due volte

eff002-message = { $person } qui è «{ $relation }», in { $count ->
    [one] un'altra riga
   *[other] altre { $count } righe
} «{ $usual }»
eff002-also = anche qui
eff002-usual = il rapporto scritto altrove
eff002-hint = correggere questa riga, o scrivere da quando il rapporto è cambiato

eff003-message = «{ $group }» non è una persona ma un gruppo ({ $count ->
    [one] una riga
   *[other] { $count } righe
})
eff003-also = lo stesso gruppo
eff003-hint = scrivere i nomi, o quante persone sono

eff004-message = le quote di { $person } fanno { $sum }, quelle di { $whole } persone su { $all } fanno 100%
eff004-hint = aggiungere la quota che manca, o scrivere perché è qui solo in parte

eff005-message = { $person } è due volte in { $project }
eff005-other = la prima volta
eff005-hint = tenere una riga sola, o rimettere l'intestazione del progetto che manca

eff006-message = { $count ->
    [one] un progetto su { $all } ha soltanto un dirigente
   *[other] { $count } progetti su { $all } hanno soltanto un dirigente
}
eff006-also = altri progetti con soltanto un dirigente
eff006-hint = aggiungere chi ci lavora, o dire in quale progetto è compreso

eff007-message = { $count ->
    [one] fra le persone di «{ $node }» manca «{ $relation }», che gli altri { $all } progetti con persone hanno
   *[other] fra le persone di { $count } progetti su { $all }, come «{ $node }», manca «{ $relation }», che gli altri hanno
}
eff007-also = anche qui manca
eff007-hint = aggiungere la riga «{ $relation }», o dire chi ne risponde
