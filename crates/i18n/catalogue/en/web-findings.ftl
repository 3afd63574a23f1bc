# SPDX-License-Identifier: AGPL-3.0-or-later
# The manual of the checks, the findings over all documents, the errands, the comparison of two plans.

checks-title = Checks
checks-what = { $count ->
    [one] Every document that is read goes through { $count } check: here is what it looks for, why it matters and how to mend it.
   *[other] Every document that is read goes through { $count } checks: here is what each looks for, why it matters and how to mend it.
}
checks-search = Search the manual of the checks
checks-text = Words or code
checks-family = Subject
checks-any-family = all
checks-severity = Severity
checks-any-severity = all
checks-all = All checks
checks-found = { $count ->
    [one] { $count } check found
   *[other] { $count } checks found
}
checks-none = No check speaks of this.
checks-none-how = Try a single word, or take subject and severity away.
checks-beside = The check before and the one after
checks-before = Before
checks-after-this = After

compare-title = Two plans compared
compare-choose-title = Comparison: which plans
compare-choose-with = What to compare with
compare-choose-likely = Compare with “{ $title }”
compare-choose-others = Or with
compare-choose-any = Choose any two plans
compare-choose-alone = This body has nothing else to compare it with.
compare-choose-alone-how = As soon as there is another plan, or another version of this one, you can see what has changed. Plans of different bodies can be compared too.
compare-choose-what = Two plans, side by side: what has changed in the amounts and in the targets, what is new and what is gone.
compare-choose-old = The plan before
compare-choose-new = The plan now
compare-choose-do = Compare
compare-choose-none = A comparison needs two plans.
compare-choose-none-how = Here you will choose two plans, for example last year's and this year's.
compare-not-latest = not the latest
compare-swap = Swap before and now
compare-answer = What has changed
compare-money = The amounts, in euro: the sum of all rows of each plan
compare-money-what = Amounts
compare-money-revenue = Revenue
compare-money-expense = Expense
compare-money-allocated = Allocations of funds
compare-money-cost = Costs of activities
compare-people-hidden = { $count ->
    [one] { $count } share of a person's time is not compared: names are seen only with a role that allows it.
   *[other] { $count } shares of people's time are not compared: names are seen only with a role that allows it.
}
compare-changes = The changes, node by node
compare-aspects = Which changes
compare-aspect-all = All
compare-aspect-money = Amounts
compare-aspect-targets = Indicators and targets
compare-aspect-people = People
compare-aspect-added = What is new
compare-aspect-removed = What is gone
