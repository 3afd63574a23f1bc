# SPDX-License-Identifier: AGPL-3.0-or-later
# The pages of plans.

plans-title = Plans
plans-plan = Plan
plans-family = Kind of plan
plans-period = In force
plans-filed = Filed
plans-none = The plans of the area will be here, with the tree of objectives and actions, the indicators and the amounts.
plans-none-how = A plan begins with a document: who writes plans brings it in under “Documents”, reviews it and files it. Texts, spreadsheets, word-processor files and PDF will do.
plans-publisher = Published by
plans-issued = Date of the document
plans-act = Act
plans-version-printed = Version written in the document
plans-status = State
plans-file = File
plans-content = What is in it
plans-tree-what = Every level opens and closes; amounts and counts include what stands below, and lead to their lists.
plans-tree-more = The plan is very large: here are the nodes at the top, each with what stands below; every node leads down to those below it, and the search reaches any node.
plans-tree-none = No node was recognised in this document.
plans-tree-none-how = The lines that were read and those not understood are counted above.
plans-below = { $count ->
    [one] { $count } node below
   *[other] { $count } nodes below
}
plans-children = What stands below
plans-versions = Versions
plans-version-number = version { $number }
plans-node-unnamed = (without a title)
plans-only-in-index = only in the index
plans-only-in-index-text = Only an index or a summary names it: its sheet is not in the document.
plans-inferred-text = The title is missing in the document: this one comes from the index, or from the code.
plans-sheet = The sheet
plans-field-empty = There is no answer in the document.
plans-source = In the document
plans-sum = Sum of these rows
plans-amount-euro = Amount (€)
plans-cost-euro = Cost (€)
plans-allocations-euro = Allocations, in euro
plans-no-target = no target
plans-no-source = source not given
plans-reference-revenue = revenue { $chapter }
plans-reference-expense = expense { $chapter }
plans-people-recorded = This reading of names stays on record.
plans-people-hidden = Names are seen only with a role that allows it.
plans-timetable = Timetable
plans-marked = marked
plans-mark-beyond = a mark stands beyond the columns
plans-totals-what = Totals written in the document
plans-amounts = Amounts in the text
plans-in-text = in the text
plans-tables = Other tables
plans-table = Table
plans-notes = Notes of the reading
plans-notes-what = What the document lost, and what the reading put together again.
plans-place-sheet = sheet { $sheet }, line { $line }
plans-search-title = Search the plans
plans-search-label = Search a node
plans-search-do = Search
plans-search-help = Words of the title, or the code: for example “social desk”.
plans-search-found = Nodes found in the latest versions of the plans
plans-search-none = No node has all these words in its title or code.
plans-search-none-how = Fewer words may do, or a part of a word.
plans-unread-title = Lines not understood
plans-unread-what = These are the lines of the document that the reading could not place: nothing was thrown away.
