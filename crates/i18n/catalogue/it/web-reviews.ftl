# Le pagine dei documenti in esame.
login-interrupted-files = La Sua sessione era finita. Le altre scelte non sono perse: entri, e le ritrova nel modulo. I file vanno scelti di nuovo, perché non restano qui senza sapere di chi sono.
problem-broken = L'invio si è interrotto
problem-broken-text = Non è arrivato tutto, e nulla è stato salvato. I Suoi file sono ancora dove erano: torni alla pagina e li invii di nuovo.
problem-files-large = I file sono troppi o troppo grandi
problem-files-large-text = Insieme superano ciò che si può inviare in una volta, e nulla è stato salvato. Li invii in più volte.
problem-busy = In questo momento arrivano molti file
problem-busy-text = Altre persone stanno inviando documenti e non c'è posto per altri. Nulla è stato salvato: riprovi fra un minuto.
