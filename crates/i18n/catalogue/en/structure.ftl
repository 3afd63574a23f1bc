# SPDX-License-Identifier: AGPL-3.0-or-later

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

str033-message = the fields “{ $field }” and “{ $other }” have the same answer
str033-first = the same answer
str033-hint = write again the one that does not answer its question

str034-message = “{ $node }” has the same description as “{ $other }”
str034-first = the same description
str034-hint = write again the description that does not speak of its title
str034-answers = { $count ->
    [one] one long answer comes back, whole or by its beginning, in the same field of another sheet
   *[other] { $count } long answers come back, whole or by their beginnings, in the same field of other sheets
}
str034-again = a repeated answer
str034-hint-answers = see that every sheet says its own

str035-message = the field “{ $field }” of the sheet “{ $sheet }” is empty
str035-hint = write the answer, even only “no”

str036-message = the target is “{ $target }”, but “{ $field }” is answered “{ $answer }”
str036-target = the target
str036-hint = change one of the two answers, or say in which sense it is cross-cutting

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

str048-message = in the timetable “{ $row }” has the number { $number }, in the sheet { $own }
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

str053-message = two headings of this table are written in one cell
str053-row = a row with one cell more than the headings
str053-hint = divide the cell, so that each column has its heading

str054-message = “{ $row }” is in the timetable twice
str054-same = “{ $row }” is in the timetable twice, with the same marks
str054-first = the first time
str054-hint = leave it in the right phase, or say in what the two rows differ

str055-message = the text ends half way: “… { $end }”
str055-open = the parenthesis or quotation opened in “{ $text }” is not closed
str055-colon = the text ends with “{ $end }” and does not go on
str055-begin = “{ $text }” begins half way: elsewhere it is “{ $whole }”
str055-whole = the whole name
str055-hint = complete the text from the original

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
    [one] on one line words are broken or have changed letters
   *[other] on { $count } lines words are broken or have changed letters
}
str059-other = here too
str059-hint = write the words whole

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
