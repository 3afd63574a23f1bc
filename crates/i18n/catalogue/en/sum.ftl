# SPDX-License-Identifier: AGPL-3.0-or-later
# SUM: arithmetic.

sum002-message = A + B is not the amount assigned
sum002-carried = the same gap in another sum of A and B
sum002-hint = write { $expected }, or correct A or B
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
sum006-message = the printed share is not the one that results
sum006-carried = the same wrong share in another row
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
sum009-related = again, in { $name }
sum009-hint = if it is the same money, leave it in one project only; if they are different sums, say so in the title
sum013-message = the sources do not make the cost
sum013-carried = the same gap between sources and cost
sum013-hint = write { $expected } as the cost, or correct a source
sum013-mark = { $source }
sum001-message = the total of the row is not the sum of its parts
sum001-carried = the same gap in the total of a row
sum001-hint = write { $expected }, or look for the cell that is wrong ({ $difference })
