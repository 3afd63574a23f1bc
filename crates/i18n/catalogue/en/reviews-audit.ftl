# SPDX-License-Identifier: AGPL-3.0-or-later
# The review of a document: the words of the records, and what cannot be taken.

audit-act-review-accept = finding accepted
audit-act-review-check = document checked again
audit-act-review-correct = reading corrected
audit-act-review-fail = document not read
audit-act-review-file = document reviewed and filed
audit-act-review-open = file of a document opened
audit-act-review-people = people of a document looked at
audit-act-review-read = document read
audit-act-review-reread = another reading asked for
audit-act-review-unaccept = acceptance of a finding taken back
audit-act-review-upload = documents uploaded
audit-act-review-withdraw = correction taken back
audit-act-review-word = word added to the vocabulary
audit-act-review-word-remove = word taken out of the vocabulary

review-fault-reader = reading this document broke off because of a defect of the program; the file is safe: tell whoever keeps Ambito
review-fault-kept = the document was read, but the reading could not be kept; the file is safe: ask for another reading
review-fault-checks = the checks of this document broke off because of a defect of the program; the reading is safe: tell whoever keeps Ambito

mistyped-money = this is no amount: write it like 430.000,00
mistyped-date = this is no date: write it like 31/12/2027
mistyped-percent = this is no percentage: write it like 12,5
mistyped-number = this is no number: write it like 1.500 or 2,5
mistyped-marks = these are no columns: write their numbers, like 1, 2, 5
mistyped-choice = choose one of the entries offered
mistyped-node = choose a node of this document
mistyped-empty = a value is needed here
mistyped-too-long = the text is too long
line-assigned-already = this line is already given to a node
line-aside-already = this line is already set aside

correction-too-many = this document has as many corrections as it can have
correction-turns = a node cannot stand below itself

upload-nothing = choose at least one file
upload-too-many = there are too many files: upload them in several turns
upload-empty = the file is empty

word-meaning-unknown = choose one of the meanings offered
word-too-short = write a word of at least three letters: shorter ones stand in every document
word-there-already = this word is there already with the same meaning
word-too-many = the vocabulary has as many words as it can have
