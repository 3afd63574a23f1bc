# SPDX-License-Identifier: AGPL-3.0-or-later
# I rilievi: parole comuni a tutti i controlli, e le forme in cui si mostrano.

## Segni e luoghi
mark-written-is = scritto { $found }; il conto dà { $expected }
mark-amount = cifra
mark-a = A
mark-b = B
related-whole = intero { $amount }
related-part = addendo { $amount }
lines-and-more = { $lines } e altre { $count }
lines-and = { $lines } e { $last }
carried = porta con sé { $what } ({ $count ->
    [one] riga
   *[other] righe
} { $line })
carried-elsewhere = porta con sé { $what } ({ $document }, riga { $line })
see-line = { $count ->
    [one] riga
   *[other] righe
} { $line }: { $label }
see-elsewhere = { $document }, riga { $line }: { $label }
how-to-mend = come si corregge: { $hint }
accepted-by = accettato da { $by } il { $on }: { $reason }

related-parts = addendi
check-errors = { $count ->
    [one] { $count } errore
   *[other] { $count } errori
}
check-warnings = { $count ->
    [one] { $count } avviso
   *[other] { $count } avvisi
}
check-notes = { $count ->
    [one] { $count } nota
   *[other] { $count } note
}
check-accepted = { $count ->
    [one] { $count } accettato
   *[other] { $count } accettati
}
check-nothing = nulla che non torni

## Riga di comando
help-check = Trova ciò che nei documenti non torna: conti, struttura, date, codici
help-check-after =
    Esempi:
      ambito check programma.txt                   mostra i rilievi, riga per riga
      ambito check piano.txt --format html -o rilievi.html
                                                   scrive una pagina da leggere e da stampare
      ambito check *.txt --select SUM --fail-on warning
                                                   solo i conti; esce con 1 anche per un avviso
      ambito check piano.txt bilancio.txt          confronta anche le cifre dei due documenti
help-check-paths = File o cartelle da controllare; quelli dati insieme sono confrontati anche fra loro
help-check-format = La forma del risultato: text (da leggere), json, sarif, html (pagina), xlsx (con -o); se manca, quella del nome dato con -o, altrimenti text
help-select = Solo i controlli che cominciano così (SUM, STR002); si può ripetere o separare con virgole
help-ignore = Senza i controlli che cominciano così; si può ripetere o separare con virgole
help-fail-on = Da quale gravità il comando esce con 1: error, warning, note, never; se manca, error
value-codes = CODICI
value-severity = GRAVITÀ
code-unknown = nessun controllo comincia con { $code }
code-unknown-hint = cosa fare: ambito checks li elenca tutti
check-written = scritto { $path }
