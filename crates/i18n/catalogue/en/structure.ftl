# SPDX-License-Identifier: AGPL-3.0-or-later
# STR: structure, the tree and its codes.

str001-message = the code { $code } is given to { $count } different indicators
str001-node-message = the number of “{ $number }” is given to { $count } different entries
str001-mark = the same code
str001-related = { $title }
str001-listed = the list gives it number { $written }
str001-hint = give each entry a code of its own, and correct the references

str002-message = after { $before } comes { $after }: { $count ->
    [one] number { $missing } is missing
   *[other] numbers { $missing } are missing
}
str002-many-message = in { $count } sheets the numbering of the codes of “{ $level }” leaves numbers out
str002-mark = { $count ->
    [one] { $missing } is missing
   *[other] { $missing } are missing
}
str002-before = the number before
str002-first = the first sheet of the numbering
str002-hint = put the missing entry back, number again, or say why it was taken out

str003-message = { $count ->
    [one] one objective has a numbering of indicators that leaves numbers out
   *[other] { $count } objectives have a numbering of indicators that leaves numbers out
}
str003-mark = { $count ->
    [one] { $missing } is missing before this
   *[other] { $missing } are missing before this
}
str003-related = { $count ->
    [one] { $missing } is missing before it
   *[other] { $missing } are missing before it
}
str003-hint = put the indicators back, or say in a note when they were taken out

str004-message = { $number } is not in its place: it comes after { $before }
str004-indicator-message = { $count ->
    [one] indicator { $number } is not in its place: it comes after { $before }
   *[other] { $count } indicators are not in their place: the first is { $number }, which comes after { $before }
}
str004-mark = out of order
str004-before = the number before it
str004-other = another indicator out of order
str004-hint = move the entry to its place, or correct its number

str005-message = in the index { $name } stands elsewhere than in the text: it comes after { $before }
str005-many-message = the summary names the sheets in another order than the text ({ $count } of { $all } stand elsewhere)
str005-mark = elsewhere in the text
str005-body = the sheet in the text
str005-hint = make the index again from the text, or move the sheet

str006-message = { $number } has { $count } different titles in the document
str006-untitled-message = this title differs from the one that the document gives it elsewhere
str006-mark = one title
str006-related = another title, “{ $title }”
str006-hint = choose one title and write it the same everywhere

str007-message = { $number } has two sheets with different contents
str007-same-message = { $number } has two sheets that are the same
str007-mark = the second sheet
str007-first = the first sheet
str007-differs = here “{ $label }” is different
str007-hint = keep one sheet, and refer to it from the other place

str008-message = { $number } has the same description as { $other }
str008-title-message = { $number } has the same title and the same description as { $other }
str008-nearly-message = { $number } has nearly the same description as { $other }
str008-answers-message = { $number } has { $count ->
    [one] one long answer
   *[other] { $count } long answers
} like { $other }: { $labels }
str008-mark = the same text
str008-related = the same text
str008-hint = write the second sheet a text of its own, or join the two sheets

str009-message = { $number } stands under { $parent } and also under { $others }
str009-mark = elsewhere too
str009-related = here it stands under { $parent }
str009-hint = say on the sheet under which entry its resources and results count

str010-message = here { $number } stands under { $under }, its sheet stands under { $parent }
str010-mark = under { $under }
str010-related = the sheet, under { $parent }
str010-hint = decide where it belongs and correct the other place

str011-message = the code { $code } is not of { $sheet }, in which it stands
str011-unknown-message = the phase names the objective { $code }, which { $sheet } does not have
str011-mark = code of another sheet
str011-sheet = the sheet in which it stands
str011-hint = correct the code, or move the row to the sheet that it belongs to

str012-message = { $count ->
    [one] one project stands under a centre and carries the number of another: { $code } under { $centre }
   *[other] { $count } projects stand under a centre and carry the number of another, or of none: the first is { $code } under { $centre }
}
str012-mark = under centre { $centre }
str012-hint = if the move is meant say so on the sheet, else correct the code

str013-message = { $count ->
    [one] { $names } is only here: the text has no sheet of it
   *[other] { $count } entries are only here and have no sheet in the text: { $names }
}
str013-mark = not in the text
str013-related = this too is not in the text
str013-again = named here too
str013-hint = put the sheet back into the text, or take the entry out of the list

str014-contents-message = { $number } is not in the index, which names nearly all others
str014-tables-message = { $number } is not in the tables that list nearly all others
str014-summary-message = { $number } is not in the summary, which names nearly all others
str014-mark = { $list ->
    [contents] missing in the index
    [tables] missing in the tables
   *[other] missing in the summary
}
str014-below = this is missing too
str014-neighbour = here the entry beside it is listed
str014-hint = add the entry to the list, or take the sheet out

str015-message = a sheet without a heading begins here: the index says “{ $title }”
str015-unknown-message = a sheet without a heading begins here
str015-mark = the heading above is missing
str015-index = the title in the index
str015-before = the sheet before, which the text seems to go on with
str015-hint = put the heading back above the description

str016-message = the sheet is missing from here: the code { $code } is not of { $sheet }
str016-named-message = the sheet of { $lost } is missing from here: the code { $code } is not of { $sheet }
str016-mark = without a sheet
str016-sheet = the sheet that the table seems to stand in
str016-list = the list names the lost sheet
str016-hint = put the pages of the lost sheet back into the text

str017-message = here “{ $title }” has number { $written }, on its sheet { $own }
str017-mark = { $own } on the sheet
str017-sheet = the sheet, with number { $own }
str017-again = here too it has number { $written }
str017-owner = number { $written } is that of this entry
str017-hint = write { $own } in the list, if the number of the sheet is right

str018-message = the title “{ $title }” is cut in two rows by the page break
str018-mark = the title goes on here
str018-first = the title begins here
str018-hint = write the whole title in one place

str019-message = { $count ->
    [one] one row is cut by the page break
   *[other] { $count } rows are cut by page breaks
}
str019-mark = the row of the page before goes on here
str019-related = the row of the page before goes on
str019-hint = keep the rows of tables from breaking across pages

str020-message = { $count ->
    [one] the phase “{ $title }” stands under { $own } but speaks of { $other }
   *[other] { $count } phases stand under { $own } but speak of { $other }
}
str020-mark = the code of another objective?
str020-own = the objective under which it stands
str020-other = the objective that it speaks of ({ $words })
str020-more = this too speaks of { $other }
str020-hint = write into the phase the code of the objective that it describes

str021-message = { $count ->
    [one] in one row of the summary the code does not stand under its heading
   *[other] in { $count } rows of { $all } of the summary the code does not stand under its heading
}
str021-table-message = { $count ->
    [one] in this row the cells are shifted from where the other tables have them
   *[other] in { $count } rows the cells are shifted from where the other tables have them
}
str021-mark = it is in column { $found }, the heading in column { $expected }
str021-table-mark = it is in column { $found }, in the other rows in column { $expected }
str021-head = the heading
str021-related = this is shifted too
str021-like = a row in its place
str021-hint = make the table again with one column for each heading

str022-message = { $number } has no entries of the level “{ $what }” below it, while { $count } sheets of { $all } have some
str022-mark = no entry of the level “{ $what }”
str022-like = a sheet that has some
str022-hint = add what is missing, or take the sheet out
str022-borrowing-message = { $number } has no sheets of its own: lists put only those of other entries below it
str022-borrowing-mark = no sheets of its own
str022-borrowing-hint = add a sheet, or say that the sheet of another entry provides for it

str023-message = { $count ->
    [one] { $number } has no description, while the other sheets have one
   *[other] { $count } sheets of { $all } have no description: the first is { $number }
}
str023-mark = no description
str023-related = this too
str023-hint = add the description

str024-message = the row of the total of { $label } “{ $title }” is missing
str024-empty-message = the row “{ $label }” of “{ $title }” is empty, but there are { $amount } above it
str024-early-message = “{ $label }” is empty and stands in the middle of “{ $title }”, which goes on below
str024-mark = { $kind ->
    [missing] “{ $title }” ends here without its total
   *[other] amount missing
}
str024-next = the next group begins here
str024-row = an amount of the group
str024-early = this is empty too
str024-more = the group goes on here
str024-hint = write the row of the total with its amount
str024-early-hint = take the empty row out, or write the sum so far

str025-message = { $count ->
    [one] here an activity has another number than in the text: { $written } is “{ $title }”, which the text calls { $own }
   *[other] here { $count } activities have other numbers than in the text: { $written } is “{ $title }”, which the text calls { $own }
}
str025-title-message = { $count ->
    [one] here activity { $code } has a title unlike that of the text: “{ $title }”
   *[other] here { $count } activities have titles unlike those of the text: the first is { $code }, “{ $title }”
}
str025-title-mark = “{ $title }” in the text
str025-title-hint = use the titles of the description of the activities in the tables
str025-mark = { $own } in the text
str025-body = in the text { $own } is this activity
str025-hint = use the numbers of the description of the activities in the tables

str026-message = { $count } entries of this list have the same title, “{ $title }”: { $numbers }
str026-level-message = { $number } has the same title as { $other }, “{ $title }”
str026-level-hint = say on the sheet what ties it to the other, or give it a title of its own
str026-mark = the same title
str026-related = the same title
str026-hint = add to the title what tells the entries apart

str027-message = “{ $title }” stands under { $code } and under { $other } too
str027-mark = already under { $other }
str027-first = the same row under { $other }
str027-hint = keep the row under one activity, or say how the two differ

str028-message = { $number } “{ $title }” stands under { $own }, but the words of its title are those of { $other }
str028-mark = the title of another entry?
str028-own = where it stands now
str028-other = the entry of the same words
str028-hint = move the sheet, or say why it stands there

str029-message = in the numbering of the phases of { $sheet } number { $missing } is missing
str029-twice-message = in { $sheet } the number { $number } is given to two phases
str029-mark = number of the phase
str029-before = the phase before
str029-hint = put the missing phase back, or number them again
