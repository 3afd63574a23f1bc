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
checks-open = { $count ->
    [one] { $count } finding is open now in the documents
   *[other] { $count } findings are open now in the documents
}
checks-open-none = There is no finding of this check in the documents now.
checks-beside = The check before and the one after
checks-before = Before
checks-after-this = After

compare-title = Two plans compared
compare-do = Compare with another plan
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
compare-choose-pick = choose a plan
compare-choose-proposed = The last filed plan that has one before it, of the same body and kind, is chosen already, with that one; both can be changed.
compare-choose-not-proposed = No plan has another of the same body and kind before it: choose which comes before and which is the present one.
compare-choose-no-likely = Before this one there is no plan of the same kind, and no earlier version. Choose what to compare it with:
compare-column-change = Change
compare-column-value = Value
compare-column-where-old = Where, before
compare-column-where-new = Where, now
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

findings-title = Findings
findings-none = No findings: in the documents checked so far everything adds up.
findings-none-how = Every document that is uploaded is read and checked; what does not add up is seen here, with its place in the document.
findings-none-go = To the documents
findings-only-document = Only in the document “{ $name }”
findings-only-plan = Only in the document of one plan
findings-only-upload = Only in documents that came in together
findings-figures-title = Findings in figures
findings-to-list = To the list of findings
findings-by-body = By body
findings-by-document = By document
findings-by-check = By check
findings-errors = Errors
findings-warnings = Warnings
findings-notes = Notes
findings-some-errors = { $count ->
    [one] error
   *[other] errors
}
findings-some-warnings = { $count ->
    [one] warning
   *[other] warnings
}
findings-some-notes = { $count ->
    [one] note
   *[other] notes
}
findings-some-returned = { $count ->
    [one] returned
   *[other] returned
}
findings-some-accepted = { $count ->
    [one] accepted
   *[other] accepted
}
findings-documents = Documents checked
findings-day = Day
findings-course = Over time
findings-course-what = How many findings the last check of each document had found by the end of each day; those that are accepted are among them.
findings-course-told = Errors found: { $before } on { $from }, { $now } on { $to }.
finding-column = Finding
finding-check = Check
finding-document = Document
finding-whole-document = the whole document
finding-state = State
finding-state-open = to look at
finding-state-given = handed over
finding-state-returned = came back
finding-state-accepted = accepted
finding-state-accepted-many = Accepted
finding-given-to = handed to { $name } until { $day }
finding-returned-by = came back from { $name }

errands-title = Errands
errands-to-do = To do
errands-came-back = Came back: to look at
errands-handed = With others
errands-answered = Answered: to be looked at by who handed it over
errands-over = Over
errands-none = Here will be the errands: findings handed to a person, with a date.
errands-none-how = A finding is handed over from the list of findings or from the page of the document.
errands-none-mine = When somebody hands you a finding, it will be here and on the first page.
errand-title = Errand
errand-new-title = Hand a finding over
errand-about = The finding
errand-to = To whom
errand-to-help = The people who hold a position today in the bodies that you see. They will see only this finding and the lines around it.
errand-due = Until when
errand-due-past = This date has passed: it takes today or a day after.
errand-request = What is asked
errand-request-help = For example: check the amount against the resolution, and say which of the two is right.
errand-then = The errand will be on the person's first page; when they have answered, it comes back to yours.
errand-give = Hand over
errand-give-again = Hand over again
errand-already = Somebody has this finding already: it is among the errands.
errand-state-given = to do
errand-state-returned = came back
errand-state-closed = closed
errand-from = from { $name }
errand-with = with { $name }
errand-until = until
errand-gone = the checks find it no more
errand-gone-text = In the document as it is read and corrected now, this finding is gone. The errand stays until somebody closes it.
errand-around = The lines around it
errand-line-hidden = line with names of people: seen only with a role that allows it
errand-this-line = the line of the finding
errand-open-place = Open in the document
errand-asked = What is asked
errand-who = handed to { $to } by { $name },
errand-answering = The answer
errand-answer = What was done, or found
errand-answer-help = Who handed the errand over will read these words.
errand-return = Done: send the answer
errand-return-then = The errand goes back to who handed it over, who closes it or hands it over again.
errand-deciding = It came back: close it or hand it over again
errand-deciding-early = It has not come back yet
errand-close = Close
errand-close-then = Closing the errand does not change the finding: it stays until the document is corrected or somebody accepts it.
errand-steps = What happened
errand-step-given = { $name } hands it to { $to }
errand-step-returned = { $name } answers
errand-step-closed = { $name } closes it
errand-changed = The errand was changed in between: this is how it is now. What was written is still here.
errand-changed-over = The errand was closed or handed to somebody else in between. The answer was not sent: the text is below.
errand-kept = The text that was written
done-errand-given = The errand is handed over.
done-errand-returned = The answer is sent: the errand went back to who handed it over.
done-errand-closed = The errand is closed.
home-due-errand = Errand: “{ $said }”, until { $day }
home-due-errand-go = Open
home-due-errand-back = Came back from { $name }: “{ $said }”
home-due-errand-back-go = Look
home-findings = { $count ->
    [one] finding to look at
   *[other] findings to look at
}
audit-act-errand-give = finding handed over
audit-act-errand-return = errand came back with an answer
audit-act-errand-close = errand closed
audit-act-errand-read = errand read
