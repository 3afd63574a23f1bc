# SPDX-License-Identifier: AGPL-3.0-or-later
# The record of what was done and seen: the commands, and the words of the records.

help-audit = Verifies, exports and anchors outside the record of what was done and seen
help-audit-verify = Finds records that were changed, removed, put in or moved
help-audit-verify-after =
    Examples:
      ambito audit verify                          verifies ./ambito.db
      ambito audit verify record.jsonl             verifies an exported file
      ambito audit verify --anchor anchor.txt      verifies also against a line that is kept outside
    Whoever can write to the database can also compute the whole chain anew:
    only a line that is kept outside shows that (ambito audit anchor).
    The program ends with 0 where all is whole, 1 where something is not, 2 where it could not read.
help-audit-verify-file = An exported file; without it, the database is verified
help-audit-verify-anchor = A line that was kept outside, or a file with it; can be repeated
help-audit-export = Exports the record to a file (JSON Lines) that can be verified alone
help-audit-anchor = Gives the line to keep outside: printed, registered, sent by certified mail
help-audit-anchor-after =
    Example:
      ambito audit anchor >> anchors.txt           adds today’s line to those that are kept already
value-anchor = LINE

audit-no-area = there is no area in the database yet
audit-no-area-hint = what to do: start “ambito serve” and make the area
audit-file-unreadable = the file cannot be read: { $reason }
audit-file-other = it is no record exported by Ambito
audit-file-hint = what to do: name a file written by “ambito audit export”, in full
audit-anchor-mistyped = the line that was kept outside is not whole, or was copied wrongly
audit-anchor-mistyped-hint = what to do: copy it again in full, from “ambito-anchor” to the last group of eight characters
audit-anchor-elsewhere = the line that was kept outside is of another area
audit-anchor-elsewhere-hint = what to do: name the database or the file of that area
audit-anchor-advice = keep this line where those who run the database cannot change it: printed and signed, in the register of documents, by certified mail
audit-exported = { $count ->
    [one] 1 record exported
   *[other] { $count } records exported
}

audit-whole = { $records ->
    [one] { $name }: 1 record read, whole
   *[other] { $name }: { $records } records read, all whole and in their place
}
audit-broken = { $faults ->
    [one] { $name }: THE RECORD IS NOT WHOLE: 1 fault (records read: { $records })
   *[other] { $name }: THE RECORD IS NOT WHOLE: { $faults } faults (records read: { $records })
}
audit-more-faults = … and { $count } more
audit-anchor = line kept outside of { $at }, record { $seq }: { $state }
audit-anchor-holds = agrees
audit-anchor-differs = DOES NOT agree
audit-anchor-beyond = that record IS NOT there
audit-anchor-before-beginning = cannot be checked any more: the records of that time were deleted at the end of their time

audit-fault = record { $seq } ({ $at }, { $act }): { $wrong }
audit-fault-absent = record { $seq }: { $wrong }
audit-wrong-changed = its content was changed: it does not give its digest any more
audit-wrong-moved = it was moved: it was record { $other }
audit-wrong-unlinked = it does not continue the one before: one of the two was rewritten or replaced
audit-wrong-missing = it is missing: it was removed
audit-wrong-missing-many = all are missing from here to { $other }: they were removed
audit-wrong-twice = there are two with the same number: one was put in
audit-wrong-disordered = it stands after one with a higher number: it was moved or put in
audit-wrong-unreadable = it holds something that Ambito cannot have written
audit-wrong-before-beginning = its number is from before the beginning: it was put in
audit-wrong-after-end = it stands after the end that the head of the record knows: it was put in, or the head was changed
audit-wrong-head-differs = the head of the record does not agree with this record, which is the last: one of the two was changed
audit-wrong-head-missing = the head of the record is missing: nobody can tell whether more records followed
audit-wrong-beginning-unexplained = the record begins here, but no deletion decided in the program explains it: the beginning was removed or changed
audit-wrong-anchor-differs = the line that was kept outside does not agree: the record was written anew
audit-wrong-anchor-beyond = the line that was kept outside knows this record, which is not there: the end of the record was removed
audit-wrong-unlisted = the number of records does not add up: at least one was put in or removed out of place

audit-kind-access = access
audit-kind-write = writing
audit-kind-administration = administration
audit-kind-export = export
audit-kind-reading = reading of personal data
audit-kind-retention = keeping and deleting

audit-act-access-fail = sign-in that failed
audit-act-access-password = password right, second factor awaited
audit-act-access-sign-in = sign-in
audit-act-access-sign-out = sign-out
audit-act-area-load = area made
audit-act-audit-anchor = line to keep outside
audit-act-audit-cut = beginning of the record deleted at the end of its time
audit-act-audit-export = record exported
audit-act-audit-search = record looked into
audit-act-audit-verify = record verified
audit-act-body-add = body added
audit-act-body-save = body changed
audit-act-backup-make = copy of the database
audit-act-database-move = database moved
audit-act-backup-restore = database restored from a copy
audit-act-document-add = document uploaded
audit-act-factor-clear = second factor taken away
audit-act-factor-confirm = second factor set up
audit-act-factor-recovery = recovery codes made anew
audit-act-hold-lift = hold on deletion lifted
audit-act-hold-list = holds on deletion read
audit-act-hold-place = hold on deletion placed
audit-act-letter-list = list of letters of appointment read
audit-act-letter-read = letter of appointment read
audit-act-link-make = one-time link made
audit-act-password-change = password changed
audit-act-password-set = password set
audit-act-plan-export = plan exported
audit-act-plan-import = plan filed
audit-act-plan-people = people of a plan read
audit-act-plan-read = plan read
audit-act-position-add = position added
audit-act-position-save = position changed
audit-act-register-read = register of processing read
audit-act-retention-carry-out = deletion carried out
audit-act-retention-prepare = deletion prepared
audit-act-retention-refuse = deletion refused
audit-act-retention-rule = time of keeping changed
audit-act-session-end = session ended
audit-act-session-end-all = all sessions ended
audit-act-settings-save = settings changed
audit-act-staff-add = person added
audit-act-staff-list = list of people read
audit-act-staff-read = data of a person read
audit-act-staff-save = data of a person changed
audit-act-subject-answer = all data on a person gathered
audit-act-tenure-add = person put in a position
audit-act-tenure-list = list of positions and people read
audit-act-tenure-save = time in a position changed
audit-act-token-end = key for programs taken back
audit-act-token-make = key for programs made
audit-act-retention-read = retention runs read
