# SPDX-License-Identifier: AGPL-3.0-or-later
# Copies of the database: backup, restore, move.

## Help of the command line
help-database = The database: a file, or postgres://user@host/name; ambito.db in this folder where none is named
help-backup = Writes a copy of the whole database into a file, also while it is in use
help-backup-after =
    The copy is read back whole before it is said to be made. It holds everything, personal data too: keep it safe.

    Examples:
      ambito backup copy.ambito
      ambito backup copy.ambito --database postgres://ambito@server/ambito
help-backup-file = The file to write the copy into; it must not be there yet
help-restore = Puts a copy back into an empty database
help-restore-after =
    The copy is checked before, and read back from the database after: it is there whole, or nothing changes.

    Example:
      ambito restore copy.ambito --database new.db
help-restore-file = The file of the copy
help-move = Takes the whole database into another, empty one, and proves that they are equal
help-move-after =
    First stop the program that uses the first database: what is written there later does not reach the second.

    Example:
      ambito move --from ambito.db --to postgres://ambito@server/ambito
help-move-from = The database to take; it stays as it is
help-move-to = The database to take it into: empty, or a file that is not there yet
value-database = DATABASE

## What was done
copies-progress = { $table }: { $rows }
copies-table = table
copies-rows = rows
copies-digest = digest
copies-digest-from = digest of the first
copies-digest-to = digest of the second
copies-comparison = comparison
copies-equal = identical
copies-unequal = DIFFERENT
copies-sum = { $tables } tables, { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
copies-backup-made = copy of { $from } written to { $file } and read back whole: { $sum }, identical
copies-restored = the copy { $file } is in { $to }, read back whole: { $sum }, identical
copies-moved = { $from } is now in { $to } as well: { $sum }, identical

## Why not
database-address = the address of the database is neither a file nor postgres://…
database-address-hint = what to do: name a file (ambito.db) or a server (postgres://user@host/name)
database-absent = there is no database here
database-absent-hint = what to do: name the right one with “--database” (or with “--from”)
database-unreachable = the database does not answer: { $reason }
database-unreachable-hint = what to do: see that the server runs, and that the address and the permissions are right
copies-file-exists = the file is there already, and a copy never takes the place of another file
copies-file-exists-hint = what to do: give another name, with the date for example
copies-folder-hint = what to do: choose a folder that is there, that can be written to and has room
copies-not-a-copy = the file is no copy made by Ambito
copies-other-file-hint = what to do: use another copy; nothing in the database has changed
copies-layout = the copy is written in a form that this version of Ambito does not know
copies-newer = it comes from a newer version of Ambito (schema { $found }; this one goes up to { $known })
copies-newer-hint = what to do: use the version of Ambito that made it, or a newer one
copies-no-database = the database is not one of Ambito
copies-no-database-hint = what to do: check the address
copies-damaged = the copy is damaged: at its beginning, its end or between two tables
copies-damaged-table = the copy is damaged in the table { $table }
copies-foreign = the table { $table } of the copy is not made as in Ambito
copies-occupied = the database is not empty: a copy goes only into an empty database
copies-occupied-hint = what to do: name a file that is not there yet, or a PostgreSQL database just created
copies-refused = the database refuses the table { $table }: { $reason }
copies-refused-hint = what to do: send this message to who looks after the program; nothing has changed
copies-different = the table { $table }, read back, is not equal to the first
copies-different-hint = what to do: do not use the second database, and send this message to who looks after the program
copies-kind = the column { $place } has a type that Ambito does not use
