# SPDX-License-Identifier: AGPL-3.0-or-later
# IND: indicators.

mark-ind-target = target
mark-ind-result = result

ind001-message = indicator “{ $title }” has no target
ind001-several = { $count ->
    [one] one indicator has no target
   *[other] { $count } indicators have no target
}
ind001-also = other indicators without a target
ind001-hint = write the value to reach, or take the indicator out

ind002-message = { $count ->
    [one] the target of one indicator is still to be defined
   *[other] the targets of { $count } indicators are still to be defined
}
ind002-also = others to be defined
ind002-hint = write the value, or who will define it and by when

ind003-message = the title “{ $title }” alone does not say what is measured
ind003-message-code = the title of { $code }, “{ $title }”, alone does not say what is measured
ind003-bare = { $count ->
    [one] the title of one indicator is a single word: outside its table nobody knows what it counts
   *[other] the titles of { $count } indicators are a single word: outside their table nobody knows what they count
}
ind003-also = other titles of one word
ind003-hint = write in the title what is measured
ind003-several = the titles of { $count } indicators do not say alone what is measured: the first is “{ $title }”
ind003-other = the title is “{ $title }”

ind004-message = { $count ->
    [one] “{ $title }” promises at least { $number }, but the target is 100%
   *[other] { $count } indicators promise a quantity in the title and have 100% as target: the first is “{ $title }”, at least { $number }
}
ind004-hint = write the quantity as target and take it out of the title
ind004-also = “{ $title }”: at least { $number }

ind005-message = “{ $title }”: target { $target }, result { $result }
ind005-hint = check the figure; if it is right, write the reason

ind006-message = “{ $title }”: target { $target }, result { $result }, { $times } times as much
ind006-hint = check that the two figures count the same thing, or raise next year's target

ind007-message = “{ $title }” is the measure of { $count } indicators, with the same target
ind007-targets = “{ $title }” is the measure of { $count } indicators, with different targets: { $targets }
ind007-results = “{ $title }” is the measure of { $count } indicators, with different results: { $results }
ind007-near = “{ $title }” is nearly the same measure as “{ $other }” (targets { $targets })
ind007-near-results = “{ $title }” looks like the same measure as “{ $other }”, with the same target and different results: { $results }
ind007-also = the same measure
ind007-near-also = the measure that is nearly the same
ind007-hint = keep the measure in one place, or say in the titles what parts them
ind007-prefix = “{ $title }” is the beginning of another indicator too, which goes on with “{ $rest }” and has the same target ({ $target })
ind007-prefix-also = the measure with the longer title

ind008-message = { $count ->
    [one] { $code } begins with { $letter }, but its objective is “{ $kind }”: elsewhere this kind has { $rule }
   *[other] { $count } codes begin with { $letter } and their objective is “{ $kind }”, which has { $rule } elsewhere: the first is { $code }
}
ind008-also = other codes with the same letter
ind008-hint = write { $rule } in the codes, or correct the kind of the objectives

ind009-message = the start value is given for none of the { $count } indicators
ind009-hint = write last year's value where there is one, “new” where measuring begins now

ind010-message = “{ $title }” has no owner, the other indicators have
ind010-never = none of the { $count } indicators has an owner
ind010-hint = write the office or the person that answers for it

ind011-message = { $count ->
    [one] one indicator has two owners ({ $people }) and the dates of one are missing
   *[other] { $count } indicators have the same owners ({ $people }) and the dates of one are missing
}
ind011-also = the same owners
ind011-hint = write “dal … al …” beside each person

ind012-message = { $count } indicators of { $all } have 100% as target
ind012-hint = where possible promise a quantity, a time or a quality

ind013-message = “{ $title }” promises more than { $count }, and its note lists { $count }
ind013-note = the list
ind013-hint = write “at least” in place of “more than”, or complete the list
ind013-more = “{ $title }” promises more than { $target }, and the note lists { $count } already
ind013-more-hint = raise the target, or take out of the note what does not count

ind014-message = { $count ->
    [one] one answer about results names a measure without any number
   *[other] { $count } answers about results name a measure without any number
}
ind014-also = other measures without a number
ind014-hint = write the value to reach beside the measure

ind015-message = { $count ->
    [one] “{ $title }” has { $target } as target, while the other { $others } shares are at least 50
   *[other] { $count } shares promised are very low, while the other { $others } are at least 50: the first is { $target } for “{ $title }”
}
ind015-also = other very low shares
ind015-hint = write the right share, or “number” in the title if it counts things

ind016-message = one measure has two targets: { $before } (“{ $other }”) and { $target } (“{ $title }”)
ind016-other = the other target
ind016-hint = keep one value, or say what tells the two measures apart
