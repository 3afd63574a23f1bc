# The commands of the office: serve, area.
help-serve = Opens the office: the pages of Ambito, on this computer
help-serve-after = Without options it makes ambito.db in this folder and answers at http://127.0.0.1:8080. Ctrl-C stops it: what was confirmed stays.
help-serve-listen = Where to answer: address and port
help-serve-url = The address that people type in the browser, where it is another one
help-serve-proxy = A proxy stands before it, which encrypts and says where each request comes from
help-area = Begins a territorial area, lists those that are there, gives access
help-area-create = Begins an area, with who administers it: prints a link that serves once
help-area-link = Gives a person a link, which serves once, to choose a password
help-area-list = Lists the areas of the database
help-area-load = Makes an area from a file: bodies, positions, people
help-area-name = The name of the area
help-area-administrator = Name and surname of the administrator
help-area-login = The name they will sign in with
help-area-login-of = The name that the person signs in with
help-area-which = In which area, where there are several
help-area-file = The file (TOML) that describes the area
value-address = ADDRESS
value-url = URL
value-login = NAME
serve-ready = Ambito is open: { $url }
serve-database = Database: { $database } · listening at { $place } · to stop: Ctrl-C
serve-empty = The database is empty. To begin, in another window: ambito area create "NAME" --administrator "NAME SURNAME" --login NAME
serve-stopped = Ambito is closed.
serve-address-wrong = { $address }: this is no address to answer at
serve-address-taken = { $address }: the address is taken already, or cannot be used
serve-open = { $address }: outside this computer passwords would travel in the clear
serve-address-hint = what to do: name another address with --listen (for example 127.0.0.1:8090); to open to other computers, put a proxy that encrypts before it and use --behind-proxy with --url https://…
database-closed = the database does not open: { $reason }
database-closed-hint = what to do: check that the file or the server is there and can be used
database-newer = the database is of a newer Ambito (schema { $found }; this program knows up to { $known })
database-newer-hint = what to do: use the newer program, or restore a copy that was made before; nothing was touched
area-none = there is no area in this database yet
area-none-hint = what to do: ambito area create "NAME" --administrator "NAME SURNAME" --login NAME
area-which = it is not clear which area: there are { $names }
area-which-hint = what to do: name it with --area
area-fault = { $field }: { $words }
area-unknown = “{ $what }” is no word that the file knows, or is not written before
area-unknown-hint = what to do: check keys, roles and dates; a body is written before those that belong to it. Nothing was made
area-nobody = nobody signs in with that name
area-nobody-hint = what to do: check the name; an administrator sees it on the page “People”
area-file = the file cannot be used: { $reason }
area-file-hint = what to do: correct the file; nothing was made
area-created = Made the area “{ $name }”.
area-link = { $name } chooses a password here, once and within 48 hours: { $address }
area-loaded = Made the area “{ $name }”: { $bodies ->
    [one] { $bodies } body
   *[other] { $bodies } bodies
}, { $positions ->
    [one] { $positions } position
   *[other] { $positions } positions
}, { $people ->
    [one] { $people } person
   *[other] { $people } people
}.
area-administrator-title = System administrator
area-taken = there is an area of this name already
administrator-last = nobody would be left who can manage the accounts: give the role to somebody else first.
body-below-itself = a body cannot stand below itself or below one that belongs to it.
body-top-not-yours = your role does not reach the top: choose the body above.
body-top-needed = at least one body has to stand at the top.
body-istat-wrong = the ISTAT code has six digits for a Comune, two for a Regione.
body-ipa-wrong = the IPA code is made of letters, digits and underscores.
staff-login-wrong = letters, digits, full stop and hyphen, without spaces.
staff-login-taken = somebody else signs in with this name already.
staff-email-wrong = it is no e-mail address.
position-role-twice = the same role is chosen twice.
position-role-not-yours = only who manages the whole area gives this role.
tenure-taken = on those days the position is somebody else's already: a position has one person at a time.
settings-idle-wrong = a number of minutes from 5 to 240.
settings-hours-wrong = a number of hours from 1 to 24.
field-signs = it holds signs that cannot be seen: type it again by hand.
position-own = nobody gives or changes a position of their own: ask another administrator.
