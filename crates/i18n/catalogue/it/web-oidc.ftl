# SPDX-License-Identifier: AGPL-3.0-or-later
# L'accesso con il portale dell'ente (OpenID Connect).

oidc-intro = Si entra con il servizio di accesso dell’ente: la pagina seguente non è di Ambito.
oidc-otherwise = Oppure con nome e parola d’ordine
oidc-leaving-title = Accesso con il portale dell’ente
oidc-leaving = Tra un momento si apre la pagina del portale. Finito lì, si torna qui da soli.
oidc-leave = Vai al portale

oidc-late = L’accesso non è riuscito: sono passati più di dieci minuti, oppure era stato cominciato in un altro browser o era già servito. Ricominci da questa pagina.
oidc-cancelled = L’accesso non è riuscito: sul portale è stato annullato o non consentito. Può riprovare da questa pagina.
oidc-untrusted = L’accesso non è riuscito: la risposta del portale non è valida e non è stata usata. Riprovi; se succede ancora, lo dica a chi amministra Ambito.
oidc-unreachable = L’accesso non è riuscito: il portale non risponde. Riprovi tra qualche minuto, oppure entri con nome e parola d’ordine.
oidc-weak = L’accesso non è riuscito: qui serve un livello di sicurezza più alto di quello usato sul portale. Riprovi scegliendo il livello superiore.
oidc-stranger = L’identità è confermata, ma non corrisponde a una persona che lavora qui. Chieda a chi amministra Ambito di controllare i Suoi dati.

audit-act-access-outside = identità confermata dal portale, secondo fattore atteso
audit-act-access-tie = persona collegata alla sua identità sul portale

help-serve-oidc = Il file che descrive il portale di accesso dell’ente (OpenID Connect)
serve-oidc-wrong = il file del portale di accesso non si può usare: { $reason }
serve-oidc-hint = cosa fare: correggere il file secondo docs/oidc.md e riavviare
serve-oidc-absent = questo programma è stato costruito senza l’accesso con il portale dell’ente
serve-oidc-absent-hint = cosa fare: usare un programma costruito con «cargo build --features oidc»
