# The pages of documents under review.
login-interrupted-files = Your session was over. The other choices are not lost: sign in, and you find them in the form. The files have to be chosen again, since they are not kept here without knowing whose they are.
problem-broken = The sending broke off
problem-broken-text = Not everything arrived, and nothing was saved. Your files are still where they were: go back to the page and send them again.
problem-files-large = The files are too many or too large
problem-files-large-text = Together they are more than can be sent at once, and nothing was saved. Send them in several goes.
problem-busy = Many files are coming in at this moment
problem-busy-text = Other people are sending documents and there is no room for more. Nothing was saved: try again in a minute.
record-document = the document
record-node = node
record-field = answer of the sheet
record-summary = row of the summary
record-indicator = indicator
record-phase = phase
record-budget-line = budget line
record-effort = person
record-allocation = allocation
record-resource = cost
record-timetable-row = row of the timetable
record-total = printed total
record-amount = amount in the text
record-table-row = row of another table
record-field-family = kind of plan
record-field-title = title
record-field-body = body
record-field-from = from
record-field-to = to
record-field-issued = date of the document
record-field-act = act
record-field-version = version
record-field-status = status
record-field-level = level
record-field-code = code
record-field-kind = kind
record-field-owner = owner
record-field-text = text
record-field-label = entry
record-field-value = answer
record-field-amount = amount
record-field-share = share
record-field-group = group
record-field-baseline = baseline
record-field-target = target
record-field-deadline = deadline
record-field-measured = result
record-field-measured-date = date of the result
record-field-note = note
record-field-objective = objective
record-field-order = order
record-field-state = state of the phase
record-field-direction = revenue or expense
record-field-chapter = chapter
record-field-article = article
record-field-person = person
record-field-relation = relation
record-field-source = source
record-field-total = total
record-field-before = amount before
record-field-change = change
record-field-after = amount after
record-field-activity = activity
record-field-cost = cost
record-field-marks = marked columns
record-field-raw = as it is written
record-field-approximate = approximate
record-field-per = for each
record-field-cell = cell { $number }
record-field-node = hangs from
record-field-other = value
record-field-target-year = target { $year }
reading-waiting = waiting
reading-reading = being read
reading-checking = being checked
reading-done = ready
reading-failed = not read
placement-applied = applied
placement-agreed = the reading says the same now
placement-lost = place not found
placement-new = just made
reviews-title = Documents
uploads-new = Bring in more documents
review-summary = In short
review-file = File as a draft of the plan
review-original = Original file
review-not-yet = The document has not been read to the end yet. You can leave this page: the reading goes on by itself.
review-look-again = Refresh the page
review-failed = The document could not be read.
review-reread = Read the document again
review-understood = understood, of { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
review-unchecked = checks are waiting
review-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
review-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
review-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
review-accepted = { $count ->
    [one] { $count } accepted
   *[other] { $count } accepted
}
review-unread-left = { $count ->
    [one] { $count } line not read
   *[other] { $count } lines not read
}
review-corrections = { $count ->
    [one] { $count } correction
   *[other] { $count } corrections
}
review-lost = { $count ->
    [one] { $count } without a place
   *[other] { $count } without a place
}
review-nodes = { $count ->
    [one] { $count } node
   *[other] { $count } nodes
}
review-filed = Filed:
review-unfiled = Not yet filed as a plan
review-source-of = Version { $number } of the plan comes from this document
review-read = reading { $number },
review-changes = what the last reading changed
review-working = The corrections are safe; the checks are looking at the document again.
review-old-reading = This is an earlier reading: it can only be looked at.
review-window = Parts of the document
review-pages = Pages { $first }–{ $last } of { $pages }
review-lines = Lines { $first }–{ $last } of { $lines }
review-previous = Previous part
review-next = Next part
review-next-finding = Next finding
review-next-unread = Next line not read
review-goto-page = Go to page
review-goto-line = Go to line
review-goto = Go
review-source = The document
review-reading = What was read
review-to-source-part = To the document
review-to-reading-part = To what was read
review-to-source = Show it in the document
review-to-reading = Show what was read here
review-line = line
review-page = Page { $page }
review-sheet = Sheet “{ $name }”
review-table = Table, lines { $first }–{ $last }
review-facsimile = Page { $page }, as it is laid out in the PDF; the same text follows
review-nothing-here = Nothing was read in this part.
review-not-read = not read
review-mark-accepted = accepted
review-corrected = corrected; it said
review-was = before:
review-withdraw = Undo the correction
review-in-node = under
review-record-empty = No value.
review-removed = Taken out: it is no datum.
review-correct = Correct
review-correct-title = Correct what was read
review-correct-do = Save the correction
review-correct-then = The document does not change: the correction stands beside it, with your name and the value before, and holds also when the document is read again. Then the checks look again.
review-correct-again = Somebody else corrected it meanwhile: look at the value and, if it is still needed, save again.
review-help-money = In euro, for example 430.000,00
review-help-date = Day/month/year, for example 31/12/2027
review-help-percent = In percent, for example 12,5
review-move = It hangs from another node
review-remove = It is no datum: take it out
review-related = See also
review-reopen = No longer accepted
review-errand = Handed to { $name }, until { $day }:
review-errand-given = waiting.
review-errand-returned = has answered.
review-errand-closed = closed.
review-errand-open = Open
review-accept = Accept this finding
review-accept-reason = Why it is right as it is
review-accept-help = The reason stays beside the finding, with your name; whoever looks at the document sees it.
review-accept-do = Accept
review-accept-then = The finding no longer counts as open, as long as the lines that it speaks of stay the same. It can be undone.
review-hand = Hand it to a person
review-unread = Line not read
review-assigned = Assigned to
review-aside = Set aside
review-unread-do = What to do with it
review-unread-belongs = It belongs to:
review-choose-other = Choose another node
review-aside-reason = It says nothing of the plan: why
review-aside-do = Set aside
review-word = This word has a meaning: add it to the vocabulary
review-choose-title = Choose a node
review-choose-for = A node is chosen for:
review-choose-label = Words of the title, or the code
review-choose-nodes = { $count ->
    [one] { $count } node found
   *[other] { $count } nodes found
}
review-choose-none = No node: it holds for the whole document
review-choose-do = Save
review-choose-nothing = No node has all of these words.
review-choose-nothing-how = One can try with fewer words, or with a part of a word.
review-back = Back to the document
