# SPDX-License-Identifier: AGPL-3.0-or-later
# Signing in through the administration's portal (OpenID Connect).

oidc-intro = You sign in with the administration’s own service: the next page is not Ambito’s.
oidc-otherwise = Or with name and password
oidc-leaving-title = Signing in through the administration’s portal
oidc-leaving = The portal’s page opens in a moment. When you have finished there, you come back here by yourself.
oidc-leave = Go to the portal

oidc-late = Signing in did not succeed: more than ten minutes went by, or it was begun in another browser or had served already. Please begin again from this page.
oidc-cancelled = Signing in did not succeed: it was cancelled or not allowed at the portal. You can try again from this page.
oidc-untrusted = Signing in did not succeed: the portal’s answer is not valid and was not used. Please try again; if it happens again, tell whoever administers Ambito.
oidc-unreachable = Signing in did not succeed: the portal does not answer. Please try again in a few minutes, or sign in with name and password.
oidc-weak = Signing in did not succeed: a higher level of security is needed here than the one used at the portal. Please try again with the higher level.
oidc-stranger = Your identity is confirmed, but it is not that of a person who works here. Please ask whoever administers Ambito to check your details.

audit-act-access-outside = identity confirmed by the portal, second factor awaited
audit-act-access-tie = person tied to their identity at the portal

help-serve-oidc = The file that describes the administration’s sign-in portal (OpenID Connect)
serve-oidc-wrong = the file of the sign-in portal cannot be used: { $reason }
serve-oidc-hint = what to do: put the file right as docs/oidc.md says, and start again
serve-oidc-absent = this program was built without signing in through the administration’s portal
serve-oidc-absent-hint = what to do: use a program built with “cargo build --features oidc”
