# SPDX-License-Identifier: AGPL-3.0-or-later
fun001-more = le spese legate all'entrata { $chapter } di { $revenue } sono { $expense }: la superano di { $difference }
fun001-less = le spese legate all'entrata { $chapter } ({ $revenue }) sono solo { $expense }, { $difference } in meno
fun001-hint = correggere la cifra sbagliata, oppure dire nel titolo da dove viene il resto
fun001-revenue = la stessa entrata
fun001-expense = spese legate a questa entrata
fun001-remainder = avanzo di anni precedenti, contato a parte
fun002-message = { $count ->
    [one] un capitolo richiamato non è nel documento: { $chapters }
   *[other] capitoli richiamati che non sono nel documento: { $chapters }
}
fun002-hint = vedere se il numero è giusto; se il capitolo è di un altro servizio, va bene così
fun002-related = altri richiami
fun003-message = nessuna fonte paga «{ $activity }» ({ $cost })
fun003-hint = scrivere quale fonte paga, oppure togliere il costo
fun004-message = l'entrata { $revenue } richiama la spesa { $expense }, che richiama un'altra entrata
fun004-hint = vedere quale entrata paga la spesa, e far combaciare i due titoli
fun004-related = la spesa richiamata
fun001-mark = entrata
fun001-carried = la differenza fra l'entrata { $chapter } e le sue spese

fun005-message = { $count ->
    [one] il campo «{ $field }» non dice nessun importo
   *[other] { $count } campi «{ $field }» non dicono nessun importo
}
fun005-also = anche qui nessun importo
fun005-hint = scrivere l'importo previsto e la sua fonte
