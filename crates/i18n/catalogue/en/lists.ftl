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
list-files = Download the whole list
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
plans-from = In force from
plans-to = to
