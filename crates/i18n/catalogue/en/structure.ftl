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

str031-message = the field “{ $field }” holds the template’s words, not an answer
str031-before = in the field “{ $field }” the template’s words were left before the answer
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
    [one] one long answer comes back in another sheet, in the same field
   *[other] { $count } long answers come back in other sheets, in the same field
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
