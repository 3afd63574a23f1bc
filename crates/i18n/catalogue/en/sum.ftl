# SPDX-License-Identifier: AGPL-3.0-or-later
# SUM: arithmetic.

sum002-message = A + B is not the amount assigned
sum002-carried = the same gap between A + B and the amount assigned
sum002-hint = write { $expected }, or correct A or B, and make the totals that come from it again

# Figures told in prose, and of several documents.
sum010-message = { $amount } for “{ $word }” is written in { $count } sheets: it may be the same money counted more than once
sum010-related = { $amount } in “{ $node }” too
sum010-hint = tell in each sheet its own share, or leave the amount in one sheet and refer to it
sum010-cost-message = “{ $activity }” costs { $amount } from the same source in { $count } projects: it may be the same expense
sum010-cost-hint = say whether it is one expense, and then keep it in one project

sum011-message = the target of { $name } is { $found }, but the sum its note tells is { $expected }
sum011-note = the note
sum011-hint = write { $expected }, or correct the note

sum012-message = the amount announced is { $found }, but its { $count } parts make { $expected }
sum012-rounded-message = the amount announced, { $found }, is that of its { $count } parts ({ $expected }) only after rounding
sum012-part = part
sum012-whole = whole amount
sum012-numbered-hint = write the exact amounts of the parts, so that they make the whole
sum012-hint = write { $expected }, or correct the part that is wrong
sum012-rounded-hint = write { $expected }, or add “about”

sum015-message = { $yearly } a year for { $years } years make { $expected }, but the amount for { $years } years is printed as { $found }
sum015-yearly = yearly amount
sum015-related = { $yearly } a year for { $years } years
sum015-hint = write { $expected }, or correct the yearly amount; if they are different resources, name them

sum016-message = the product is printed as { $found }, but it comes to { $expected }
sum016-factor = factor
sum016-hint = write { $expected }, or correct the factor that is wrong

sum017-message = { $part } of { $whole } is { $expected }, not { $found }
sum017-part = part
sum017-whole = whole
sum017-whole-before = the whole, { $whole }
sum017-before-hint = write { $expected }, or correct the part or the whole
sum017-hint = write { $expected }; or, if the percentage is right, the part is { $part }

sum018-message = for { $row } the text says { $found }, the table gives { $expected }
sum018-column-message = for { $row } the text says { $found }, the column “{ $first }” of the table gives { $expected }
sum018-columns-message = for { $row } the text says { $found }, the table gives { $expected } (columns from “{ $first }” to “{ $last }” added up)
sum018-total-message = the total told in the text is { $found }, but the rows of the table make { $expected }
sum018-carried = the same gap in the total told in the text
sum018-hint = put { $expected } into the text, and make the totals and percentages that use it again

sum019-message = the parts told in the sentence make { $expected }, the total told with them is { $found }
sum019-carried = the same gap in the total told in the sentence
sum019-hint = write { $expected }, or correct the part that is wrong

sum020-message = chapter { $chapter } has { $found } here, { $other } in another document
sum020-row = another row of the same chapter
sum020-related = the same chapter, { $other } in all
sum020-hint = see which document was amended last and bring the other to the same figure
sum020-year-hint = say in each document which year it is of; if it is the same, bring the chapter to the same figure

sum021-column-message = “{ $what }” of “{ $name }”: { $found } here, { $other } in the other form of the same plan
sum021-message = { $what } of “{ $name }”: { $found } here, { $other } in the other form of the same plan
sum021-related = { $other }
sum021-hint = look at the act that was approved and correct the form that differs from it

sum022-message = “{ $name }”: the text says { $found }, another document { $other }
sum022-related = the same name with { $other }
sum022-hint = see the act and correct the document that differs from it; if they are different years, say so

sum023-message = “equal to { $share }” without a unit: it may be { $share }% or another share
sum023-hint = write { $share }%, or the whole share with its percent sign

sum024-message = in one sheet the age is { $found } here and { $other } elsewhere
sum024-related = { $other }
sum024-hint = choose one age range and write it everywhere

sum025-message = the row of totals lacks the total of “{ $column }”, which makes { $expected }
sum025-related = a figure of “{ $column }”
sum025-hint = write { $expected } into the empty cell, or take the figure out of the column

sum027-message =
    { $count ->
        [one] the total of { $amount } lacks its share, which is { $share }
       *[other] { $count } totals lack their share: here { $amount } is { $share }
    }
sum027-related = { $amount }, { $share }
sum027-hint = write { $share } beside the amount

sum026-message = { $found } is assigned, more than the programme's total ({ $total })
sum026-assigned = assigned
sum026-total = total of the programme
sum026-carried = the same in the total
sum026-hint = check the programme's total and say whether it was lowered, and by which act

sum003-message = the total of the column is not the sum of its rows
sum003-carried = the same gap in the total of another column
sum003-hint = write { $expected }, or look for the row that is wrong or missing ({ $difference })
sum004-message = the subtotal is not the sum of what it closes
sum004-carried = the same gap in a subtotal
sum004-hint = write { $expected }, or look for the row that is wrong or missing ({ $difference })
sum005-message = the grand total is not the sum of the subtotals
sum005-carried = the same gap in the grand total
sum005-hint = write { $expected }, or look for the subtotal that is wrong or missing ({ $difference })
sum014-message = the total also contains that of another table (line { $line })
sum014-carried = the same in another column
sum014-hint = write under the table its own total, { $expected }, and the overall total in a row of its own
sum014-related = total of the other table, { $amount }
sum006-message = { $name }: { $amount } out of { $whole } is { $expected }, not { $found }
sum006-carried = { $name }: { $amount } is { $right }, not { $share }
sum006-hint = write { $expected }
sum007-message = the share is not of the total at the end of the summary but of { $amount }
sum007-carried = the same share in another row
sum007-hint = write { $expected }, or say which total the share is of
sum007-related = the other total, { $amount }
sum008-message = the summary and the sheet say different figures: { $name }
sum008-carried = the figure of { $name } in the summary
sum008-hint = write { $expected } in the summary, or correct the sheet
sum009-message = { $count ->
   *[other] the same chapter { $chapter }, { $amount }, stands { $count } times
}
sum009-related = again: { $name }
sum009-hint = if it is the same money, leave it in one project only; if they are different sums, say so in the title
sum013-message = “{ $row }”: the sources make { $expected }, but the printed cost is { $found }
sum013-carried = the same gap between sources and cost
sum013-hint = write { $expected } as the cost, or correct a source
sum013-mark = { $source }
sum001-message = the total of the row is not the sum of its parts
sum001-carried = the same gap in the total of a row
sum001-hint = write { $expected }, or look for the cell that is wrong ({ $difference })
