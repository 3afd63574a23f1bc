# SPDX-License-Identifier: AGPL-3.0-or-later
# Lists: to sort, to filter, to add up, to take away.

list-filter = Filter the list
list-filter-do = Filter
list-filter-clear = Remove the filters
list-words = Words
list-all = all
list-without = remove
list-under = Only “{ $name }” and what stands below it
list-under-none = Only what stands under no node
list-count = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
list-files = The whole list: to download or to print
list-print = Print
list-print-whole = the whole list
list-print-part = This is only a part of the list. To have the whole of it on paper: the link “Print” above the list.
list-print-how = All rows are on this page: print it with the print command of the browser (Ctrl+P).
list-print-back = Back to the list
list-print-do = Print
list-print-asked = { $filter }: { $value }
list-print-rising = In order of “{ $column }”, from the smallest
list-print-falling = In order of “{ $column }”, from the largest
list-print-cut = Here are the first { $shown } rows of { $count }: the whole list is in the file
list-print-or = or
list-of-version = { $title }, version { $number }
list-one-person = Only the tasks of one person
list-none = No row matches.
list-total = Total
list-total-whole = The total is of the whole list, not only of the rows on this page.
list-lacks = Only where this is missing
list-lacks-indicators = an indicator
list-lacks-phases = a phase
list-lacks-text = a text
list-lacks-measured = the measured value
list-lacks-owner = the person in charge
list-lacks-from = the start
list-lacks-to = the end
list-lacks-share = the share of time
list-nodes = Nodes
list-nodes-what = Every node of the plan with what stands under it alone; totals that include the lower levels are in the budget by node.
list-indicators-what = All indicators of the plan: what is expected, by when, what was measured.
list-phases-what = All phases of the plan, with start and end.
list-budget = Budget lines
list-budget-what = All budget lines, with revenue and expenditure in columns of their own; the total is of the whole filtered list.
list-allocations-what = All allocations of funds: total, before the change, change, after.
list-costs = Costs of activities
list-costs-what = All cost items of the activities.
list-people = Staff time
list-people-what = Who works on what, and with which share of time. Looking at these names is recorded.
list-load = Staff load
list-load-what = For every person the sum of the shares of time over the whole plan. Looking at these names is recorded.
list-load-share = sum of the shares
list-load-over = over 100%
list-load-full = 100%
list-load-under = under 100%
list-load-unknown = share not written
list-works = tasks
list-amounts-what = The amounts written in the middle of the text, each with its place in the document.
list-totals-what = The totals as the document writes them: they are not added up, because they are sums already.
list-revenue-euro = revenue (€)
list-expense-euro = expenditure (€)
list-unknown-euro = side unknown (€)
list-total-euro = total (€)
list-before-euro = before (€)
list-change-euro = change (€)
list-after-euro = after (€)
plans-rooms = The pages of the plan
plans-room-overview = Overview
plans-room-timeline = Times
audit-act-list-export = list downloaded
audit-act-list-print = list printed
plans-from = In force from
plans-to = to
plans-whole = The whole plan
plans-node-open = Open the page
plans-as-list = The same rows as a list, to filter and download
plans-source-open = Open the document
plans-understood-lines = of the lines understood
plans-some-indicators = { $count ->
    [one] indicator
   *[other] indicators
}
plans-some-phases = { $count ->
    [one] phase
   *[other] phases
}
plans-findings = { $count ->
    [one] finding
   *[other] findings
}: { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}, { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}
plans-tree-bars = The bar is the part of the whole plan ({ $name }), with what stands below.
plans-budget-title = Budget by node
plans-budget-what = Every row is a node with all that stands below it; the rows add up to the total. Every amount leads to the lines it comes from.
plans-budget-own = Lines of the node itself
plans-budget-loose = Lines that stand under no node
plans-budget-rest = Other nodes
plans-budget-none = There are no amounts here.
plans-budget-lists = The lists that the amounts come from
plans-room-search = Search
plans-find-title = Search in the plan
plans-find-what = Titles, codes, texts, indicators, phases, budget; people too, for those who may see them.
plans-find-begin = Write a few words: a title, a code, a chapter.
plans-find-none = No text of this plan has all these words. Fewer words, or a part of a word, may help.
plans-find-kind = What it is
plans-find-node = node
plans-find-text = text of the node
plans-find-field = item of the sheet
plans-find-budget = budget line
plans-find-allocation = allocation
plans-find-amount = amount in the text
plans-find-unread = line not understood
chart-load = The bar of every person is the sum of their shares of time: { $count ->
    [one] { $count } person
   *[other] { $count } people
}, over 100%: { $over }. The values are in the table below.
chart-load-within = up to 100%
chart-phases = One bar for every phase, from start to end: { $count ->
    [one] { $count } phase
   *[other] { $count } phases
} between { $from } and { $to }. The dates are in the table below.
chart-today = today, { $day }
chart-budget = One bar for every amount of every node, with what stands below: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}. The amounts are in the table below.
plans-parts-more = There are many rows: here are the first thousand of each kind. The lists have all of them.
