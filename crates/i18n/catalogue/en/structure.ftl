# SPDX-License-Identifier: AGPL-3.0-or-later
# STR: structure, the tree and its codes.

str001-message = the code { $code } is given to { $count } different indicators
str001-node-message = { $count } different entries have one number: { $number }
str001-mark = the same code
str001-related = { $title }
str001-listed = the list gives it number { $written }
str001-hint = give each entry a code of its own, and correct the references

str002-message = after { $before } comes { $after }: { $count ->
    [one] number { $missing } is missing
   *[other] numbers { $missing } are missing
}
str002-many-message = in { $count } sheets the numbering leaves numbers out ({ $level })
str002-mark = { $count ->
    [one] { $missing } is missing
   *[other] { $missing } are missing
}
str002-before = the number before
str002-first = the first sheet of the numbering
str002-hint = put the missing entry back, number again, or say why it was taken out
str002-referral = this may explain it

str003-message = { $count ->
    [one] one objective has a numbering of indicators that leaves numbers out
   *[other] { $count } objectives have a numbering of indicators that leaves numbers out
}
str003-mark = { $count ->
    [one] number { $missing } is missing
   *[other] numbers { $missing } are missing
}
str003-related = { $count ->
    [one] number { $missing } is missing
   *[other] numbers { $missing } are missing
}
str003-hint = put the indicators back, or say in a note when they were taken out

str004-message = an entry is out of place: { $number } comes after { $before }
str004-indicator-message = { $count ->
    [one] indicator { $number } is not in its place: it comes after { $before }
   *[other] { $count } indicators are not in their place: the first is { $number }, which comes after { $before }
}
str004-mark = out of order
str004-before = the number before it
str004-other = another indicator out of order
str004-hint = move the entry to its place, or correct its number

str005-message = in the index { $name } stands elsewhere than in the text: it comes after { $before }
str005-mark = elsewhere in the text
str005-body = the sheet in the text
str005-hint = make the index again from the text, or move the sheet

str006-message = { $number } has { $count } different titles in the document
str006-untitled-message = this title differs from the one that the document gives it elsewhere
str006-mark = one title
str006-related = another title, “{ $title }”
str006-hint = choose one title and write it the same everywhere
str006-word = here “{ $written }” is written instead of “{ $own }”

str007-message = two sheets of one number have different contents: { $number }
str007-same-message = two sheets are the same: { $number }
str007-mark = the second sheet
str007-first = the first sheet
str007-differs = here “{ $label }” is different
str007-hint = keep one sheet, and refer to it from the other place

str008-title-message = two sheets have the same title and description: { $number } and { $other }
str008-nearly-message = two sheets have nearly the same description: { $number } and { $other }
str008-mark = the same text
str008-related = the same text
str008-hint = write the second sheet a text of its own, or join the two sheets
str008-text-message = two sheets of different titles have the same description: { $number } and { $other }
str008-nearly-mark = nearly the same text
str008-nearly-related = the text that is nearly the same

str009-message = a sheet stands under several: { $number } under { $parent }, and under { $others } too
str009-mark = elsewhere too
str009-related = here it stands under { $parent }
str009-hint = say on the sheet under which entry its resources and results count

str010-message = a sheet stands in two places: here { $number } is under { $under }, in its own place under { $parent }
str010-mark = under { $under }
str010-related = the sheet, under { $parent }
str010-hint = decide where it belongs and correct the other place
str010-note = here it is said that it belongs to the other too

str011-message = the code { $code } is not of the sheet it stands in ({ $sheet })
str011-unknown-message = the phase names the objective { $code }, which is not in its sheet ({ $sheet })
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
str013-unnumbered-message = { $count ->
    [one] { $names }: no sheet in the text has this number, but there are sheets without a number
   *[other] { $count } entries are only here ({ $names }): the text has sheets without a number, perhaps theirs
}
str013-unnumbered-mark = no sheet has this number
str013-unnumbered = a sheet without a number
str013-unnumbered-hint = write the number on the sheet that it means

str014-contents-message = { $number } is not in the index, which names nearly all others
str014-tables-message = { $number } is not in the tables that list nearly all others
str014-summary-message = { $number } is not in the summary, which names nearly all others
str014-mark = { $list ->
    [contents] missing in the index
    [tables] missing in the tables
   *[other] missing in the summary
}
str014-below = this is missing too
str014-elsewhere = the same title, with another number
str014-neighbour = here the entry beside it is listed
str014-hint = add the entry to the list, or take the sheet out

str015-message = a sheet without a heading begins here: the index says “{ $title }”
str015-unknown-message = a sheet without a heading begins here
str015-mark = the heading above is missing
str015-index = the title in the index
str015-before = the sheet before, which the text seems to go on with
str015-hint = put the heading back above the description

str016-message = the sheet is missing from here: the code { $code } is not of the sheet it stands in ({ $sheet })
str016-named-message = a sheet is missing from here ({ $lost }): the code { $code } is not of the one it stands in ({ $sheet })
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

str020-message = { $count ->
    [one] the phase “{ $title }” has the code of one objective ({ $own }) but speaks of another ({ $other })
   *[other] { $count } phases have the code of one objective ({ $own }) but speak of another ({ $other })
}
str020-mark = the code of another objective?
str020-own = the objective under which it stands
str020-other = the objective that it speaks of ({ $words })
str020-more = another phase that speaks of the same objective
str020-hint = write into the phase the code of the objective that it describes

str022-message = there is nothing under { $number }: { $count } sheets of { $all } have something below them ({ $what })
str022-mark = nothing is below this ({ $what })
str022-like = a sheet that has some
str022-hint = add what is missing, or take the sheet out
str022-borrowing-message = an entry has no sheets of its own: under { $number } the lists put only those of others
str022-borrowing-mark = no sheets of its own
str022-borrowing-hint = add a sheet, or say that the sheet of another entry provides for it

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
str026-level-message = two entries have the same title, “{ $title }”: { $number } and { $other }
str026-level-hint = say on the sheet what ties it to the other, or give it a title of its own
str026-mark = the same title
str026-related = the same title
str026-hint = add to the title what tells the entries apart
str026-own = in the sheet the title is “{ $title }”

str028-message = the title “{ $title }” has the words of another entry ({ $other }), not of the one it stands under ({ $own })
str028-mark = the title of another entry?
str028-own = where it stands now
str028-other = the entry of the same words
str028-hint = move the sheet, or say why it stands there

str029-message = the numbering of the phases lacks number { $missing } ({ $sheet })
str029-twice-message = two phases have the same number, { $number } ({ $sheet })
str029-mark = number of the phase
str029-before = the phase before
str029-hint = put the missing phase back, or number them again

# STR030–STR069: sheets, tables, words.

str030-message = the sheet “{ $sheet }” lacks the field “{ $field }”
str030-has = another sheet that has the field
str030-hint = add the field and its answer: { $count } sheets out of { $of } have it
str030-description = { $count ->
    [one] one node of the level “{ $level }” has no description, though nearly all of the { $of } have one
   *[other] { $count } of { $of } nodes of the level “{ $level }” have no description, the others have one
}
str030-without = the description is missing here too
str030-describe = write in a few lines what is done

str031-message = the field “{ $field }” holds the template's words, not an answer
str031-before = in the field “{ $field }” the template's words were left before the answer
str031-hint = write the answer in place of “{ $words }”
str031-remove = take away “{ $words }”

str032-message = the field “{ $field }” holds what other sheets write in “{ $other }”
str032-there = the same words, in the field “{ $other }”
str032-within = in the field “{ $field }” the answer of “{ $other }” begins too
str032-own = the field it belongs to
str032-hint = write the answer to “{ $field }” here and take the rest to “{ $other }”

str033-message = { $count ->
    [one] the fields “{ $field }” and “{ $other }” have the same answer
   *[other] in { $count } cases two fields of a sheet have the same answer, such as “{ $field }” and “{ $other }”
}
str033-first = the same answer
str033-hint = write again the one that does not answer its question
str033-other = the same answer in two fields

str034-answers = { $count ->
    [one] one long answer comes back, whole or by its beginning, in the same field of another sheet
   *[other] { $count } long answers come back, whole or by their beginnings, in the same field of other sheets
}
str034-again = a repeated answer
str034-hint-answers = see that every sheet says its own

str035-message = the field “{ $field }” of the sheet “{ $sheet }” is empty
str035-hint = write the answer, even only “no”

str036-message = { $count ->
    [one] the target is “{ $target }”, but “{ $field }” is answered “{ $answer }”
   *[other] in { $count } sheets the target is “{ $target }”, but “{ $field }” is answered “{ $answer }”
}
str036-target = the target
str036-hint = change one of the two answers, or say in which sense it is cross-cutting
str036-other = the same answer in another sheet

str037-message = { $count ->
    [one] one answer to a question of yes or no says neither
   *[other] { $count } answers to questions of yes or no say neither
}
str037-other = neither yes nor no
str037-hint = begin the answer with yes or no

str038-message = the label “{ $label }” is written in { $count } ways
str038-way = “{ $label }” ({ $count })
str038-hint = always write “{ $label }”

str039-message = { $count ->
    [one] one answer defers (“{ $words }”)
   *[other] { $count } answers defer (“{ $words }”…)
}
str039-other = an answer that defers
str039-hint = write the answer, or who gives it and by when

str040-message = { $count ->
    [one] one row of this table does not stand under the headings
   *[other] { $count } rows of this table do not stand under the headings
}
str040-cell = this cell is out of place
str040-row = this row too
str040-hint = put every value under its heading

str041-message = a row of totals does not say of what it is the total
str041-hint = write at the beginning of the row of what it is the total

str042-message = { $count ->
    [one] one row leaves its fund or the programme's total to the row above
   *[other] { $count } rows leave their fund or the programme's total to the row above
}
str042-source = does not say its fund
str042-total = does not say the programme's total
str042-hint = write its fund and its total in every row

str043-message = { $count ->
    [one] this table of costs lacks the row of totals that the others have
   *[other] { $count } tables of costs lack the row of totals that the others have
}
str043-end = here it ends without a total
str043-other = another table without a total
str043-has = a table that ends with a total
str043-hint = add the row of totals, for the cost and for each source

str044-message = the amount of “{ $row }” does not stand in its own column, “{ $own }”, but in “{ $column }”
str044-all = all amounts stand under “{ $column }”, even those of “{ $row }”, which has the column “{ $own }”
str044-row = this amount too stands under another column
str044-header = the columns
str044-hint = move the amount under “{ $own }”, or write who pays

str045-message = the tables of costs do not have the same columns: here “{ $heading }”
str045-people = the tables of staff do not have the same columns: here “{ $heading }”
str045-other = the columns of another table
str045-hint = use the same headings in all tables of one kind

str046-message = the timetable has { $rows } rows and { $columns } columns of time, but no mark
str046-row = no mark in this row
str046-hint = put the marks back as text: an x in each box

str047-message = { $count ->
    [one] one row has marks beyond the { $columns } columns of the timetable, up to column { $last }
   *[other] { $count } rows have marks beyond the { $columns } columns of the timetable, up to column { $last }
}
str047-mark = beyond the last heading
str047-row = here too the marks go beyond the headings
str047-header = the headings
str047-hint = add the headings that are missing, or take the extra marks away

str048-message = in the timetable “{ $row }” has the number { $number }, in the sheet the number is { $own }
str048-unknown = the row “{ $row }” of the timetable is not among the activities of the sheet
str048-activity = the activity in the sheet
str048-row = another row with another number
str048-other = another row that the sheet does not have
str048-hint = use the sheet's numbers and titles in the timetable

str049-message = there is no row below the title of table { $number }
str049-gap = after table { $before } comes { $number }
str049-before = the table before
str049-hint = put the table back as text, or take the title away
str049-hint-gap = number again, or put the missing table back

str050-message = “{ $words }” and the number { $number } stand in two rows
str050-number = the number without its words
str050-hint = join the two rows

str051-message = “{ $row }” has no amount
str051-hint = write the amount, even 0.00, or take the row away

str052-message = “{ $number }” is written in another notation: the other amounts of the table are like { $usual }
str052-mixed = the amounts of this table are written in several ways, like “{ $number }” and “{ $usual }”
str052-more = the number “{ $number }” is followed by something else, and cannot be counted
str052-prose = { $count ->
    [one] one amount in the text is written otherwise than the others (“{ $number }”)
   *[other] { $count } amounts in the text are written otherwise than the others (“{ $number }”…)
}
str052-usual = the notation of the others
str052-again = another one like it
str052-hint = write all amounts in the same way
str052-hint-more = leave only the number in the cell, the rest in a note

str053-message = { $count ->
    [one] two headings of this table are written in one cell
   *[other] in { $count } tables two headings are written in one cell
}
str053-row = a row with one cell more than the headings
str053-hint = divide the cell, so that each column has its heading
str053-other = another such table

str054-message = “{ $row }” is in the timetable twice
str054-same = “{ $row }” is in the timetable twice, with the same marks
str054-first = the first time
str054-hint = leave it in the right phase, or say in what the two rows differ

str055-message = the text ends half way: “… { $end }”
str055-open = the parenthesis or quotation opened in “{ $text }” is not closed: it ends with “{ $end }”
str055-colon = the text ends with “{ $end }” and does not go on
str055-begin = “{ $text }” begins half way: elsewhere it is “{ $whole }”
str055-whole = the whole name
str055-hint = complete the text from the original
str055-again = here too the text does not go on

str056-message = { $count ->
    [one] one line has unpaired parentheses or quotation marks
   *[other] { $count } lines have unpaired parentheses or quotation marks
}
str056-mark = without its pair
str056-other = an incomplete pair
str056-hint = close the parenthesis or quotation, or put the lost text back

str057-message = { $count ->
    [one] one reference to another chapter is cut
   *[other] { $count } references to other chapters are cut
}
str057-other = another reference that is cut
str057-hint = complete the reference in the title of the chapter

str058-message = { $count ->
    [one] one row or answer is divided by the end of a page (“{ $what }”)
   *[other] { $count } rows or answers are divided by the end of a page (“{ $what }”…)
}
str058-other = another divided row
str058-hint = keep rows from being divided between pages

str059-message = { $count ->
    [one] on one line words are broken
   *[other] on { $count } lines words are broken
}
str059-other = here too
str059-hint = write the words whole
str059-alike = { $count ->
    [one] on one line words are broken or have letters of another alphabet
   *[other] on { $count } lines words are broken or have letters of another alphabet
}

str060-message = “{ $item }” is in one list twice
str060-hint = take the repetition away, or write the name that is missing

str061-message = this paragraph is already written a few lines above
str061-within = this cell holds a sentence of another row: “{ $text }”
str061-first = the first time
str061-hint = take the copy away, or put the text that should be there

str062-message = { $count ->
    [one] on one line a mark of web pages is left, opened and not closed (“{ $tag }”)
   *[other] on { $count } lines marks of web pages are left, opened and not closed (“{ $tag }”…)
}
str062-other = another mark that is left
str062-hint = take the marks away and see that the text after them is all there

str063-message = “{ $name }” is “{ $other }” elsewhere
str063-other = written “{ $name }”
str063-hint = always write “{ $other }”

str064-message = chapter { $chapter } has another title elsewhere: here “{ $here }”, there “{ $there }”
str064-other = the same chapter with “{ $there }”
str064-hint = write the same title in both places

str065-message = in the summary nothing is written in two ways: { $zero } times 0.00, { $empty } times an empty cell
str065-table = in this table the zero is written { $zero } times, and in { $rows } rows the cell is empty
str065-hint-table = write 0 in the empty cells too, or leave all empty
str065-zero = here 0.00
str065-empty = here an empty cell
str065-hint = always write 0.00, or always leave it empty
str065-after = an empty cell comes after this one

str066-message = yes and no are written in { $count } ways: { $ways }
str066-way = “{ $way }”
str066-hint = choose one way, for example “Sì” and “No”

str067-message = the heading “{ $heading }” has { $count } different forms
str067-form = { $count ->
    [one] like this only once
   *[other] like this { $count } times
}
str067-hint = give all of them the same style of heading

str068-message = { $count ->
    [one] “{ $title }” repeats word for word the title or the description above it
   *[other] { $count } titles repeat word for word the title or the description above them, such as “{ $title }”
}
str068-above = the repeated text
str068-other = another title that repeats
str068-hint = write what has to change, and by how much

str069-message = { $count ->
    [one] above one table of the budget the heading “{ $heading }” is missing
   *[other] above { $count } tables of the budget the heading “{ $heading }” is missing
}
str069-other = another table without its heading
str069-has = a table with its heading
str069-hint = write “{ $heading }” above the table

str071-message = { $count ->
    [one] the date “{ $date }” is written otherwise than the others
   *[other] { $count } dates are written otherwise than the others, such as “{ $date }”
}
str071-again = another one
str071-hint = write all dates in the same way

str072-message = { $count ->
    [one] the value “{ $number }” is written without separators of thousands, which the amounts of the document have
   *[other] { $count } values are written without separators of thousands, which the amounts of the document have, such as “{ $number }”
}
str072-again = another one
str072-hint = write the separators of thousands


str074-message = { $count ->
    [one] the text refers to point “{ $point }”, which is not there
   *[other] { $count } references are to a point that is not there, such as “{ $point }”
}
str074-other = another reference to a point that is not there
str074-hint = number the item that is referred to, or say it in words

str075-message = “{ $name }” has the letter { $letter } here, { $own } in the list
str075-option = the option in the list
str075-hint = write ({ $own }), or the name of the other option if that one was meant

str070-message = “{ $name }” is written “{ $other }” elsewhere
str070-other = written “{ $name }”
str070-hint = choose one form and use it everywhere
str070-acronyms = { $count ->
    [one] the acronym “{ $name }” is written “{ $other }” elsewhere
   *[other] { $count } acronyms are written now with points, now without, such as “{ $name }” and “{ $other }”
}
str070-also = “{ $name }”, elsewhere “{ $other }”
str070-non = “{ $name }” is “{ $other }” elsewhere: here the fund's name has lost its “non”
str070-hint-non = put the “non” back into the fund's name

str076-message = { $count ->
    [one] the answer “{ $answer }” to “{ $field }” says only the words of the next question, “{ $next }”
   *[other] { $count } answers, such as “{ $answer }” to “{ $field }”, say only the words of the next question, “{ $next }”
}
str076-other = this answer too
str076-hint = write the answer to the question of its own row

str077-message = { $count ->
    [one] “{ $field }” is answered no, but “{ $other }” names “{ $body }”
   *[other] in { $count } sheets “{ $field }” is answered no, but the sheet names health bodies, as here “{ $body }” in “{ $other }”
}
str077-named = health is named here
str077-other = another sheet with the same answer
str077-hint = change the answer, or say what part the health bodies have

str078-message = the heading “{ $heading }” is “{ $other }” elsewhere
str078-other = “{ $other }”
str078-hint = use one heading

str079-message = references between chapters are written in { $count } forms: “{ $rare }” here, “{ $usual }” mostly
str079-form = “{ $form }” ({ $count })
str079-hint = always write “{ $usual }”

str080-message = the text announces a figure (“{ $words }”), but there is none below
str080-hint = put the figure back, or say in words what it showed

str081-message = { $count ->
    [one] “{ $title }” has an asterisk, but its note is not in the document
   *[other] { $count } titles have an asterisk, such as “{ $title }”, but there are no notes in the document
}
str081-other = another asterisk without a note
str081-hint = put the note back, or take the asterisk away

str082-message = { $count ->
    [one] one tracked change has been neither accepted nor refused yet: it is read as made
   *[other] { $count } tracked changes have been neither accepted nor refused yet: they are read as made
}
str082-hint = accept or refuse the changes and save the document again

str083-message = pages without text, which are pictures and have not been read: { $pages }
str083-hint = read again with “--ocr”, or ask for the file it was made from
str083-hint-pages = ask who made the document for the file it was made from (DOCX, ODT, or a PDF with its text) and bring that one in

str084-message = pages that can be seen but not read, because their fonts do not say which letters they show: { $pages }
str084-message-undecoded = pages that cannot be opened: { $pages }
str084-hint = read again with “--ocr”, or export the PDF again from the document it was made from
str084-hint-pages = ask who made the document to export the PDF again, or for the file it was made from (DOCX, ODT), and bring that one in

str085-message = “{ $text }” was recognised in the picture with little certainty ({ $confidence } out of 100)
str085-hint = compare the figure with the picture of the page

str086-message = attached files that have not been read: { $names }
str086-hint = save the attachments and read them like the other documents
str086-hint-pages = save the attachments and bring them in like other documents
