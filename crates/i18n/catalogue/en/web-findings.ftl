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
