# SPDX-License-Identifier: AGPL-3.0-or-later
# EFF: people.

eff001-message = the shares of { $person } in { $count ->
    [one] one row
   *[other] { $count } rows
} make { $sum }: more than a whole person
eff001-part = the other shares
eff001-hint = lower the shares to 100%, or take out the one written twice

eff002-message = { $person } is “{ $relation }” here, “{ $usual }” in { $count ->
    [one] another row
   *[other] { $count } other rows
}
eff002-also = here too
eff002-usual = the relation written elsewhere
eff002-hint = correct this row, or write since when the relation is another

eff003-message = “{ $group }” is no person but a group ({ $count ->
    [one] one row
   *[other] { $count } rows
})
eff003-also = the same group
eff003-hint = write the names, or how many people they are

eff004-message = the shares of { $person } make { $sum }, those of { $whole } people of { $all } make 100%
eff004-hint = add the missing share, or write why the person is here only in part

eff005-message = { $person } is twice in { $project }
eff005-other = the first time
eff005-hint = keep one row, or put back the heading of the project that is missing

eff006-message = { $count ->
    [one] one project of { $all } has managers only
   *[other] { $count } projects of { $all } have managers only
}
eff006-also = other projects with managers only
eff006-hint = add those who work, or say in which project the work is included

eff007-message = { $count ->
    [one] among the people of “{ $node }” there is no “{ $relation }”, which the other projects with people have ({ $all } in all)
   *[other] among the people of { $count } projects of { $all }, such as “{ $node }”, there is no “{ $relation }”, which the others have
}
eff007-also = missing here too
eff007-hint = add the row “{ $relation }”, or say who answers for it
