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
doubt-share-above = { $value }% is more than the whole
doubt-share-below = { $value }% is less than nothing
doubt-ends-before = it ends before it begins ({ $value })
doubt-amount-large = { $value } € is an amount beyond all measure
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
review-choose-first = The first { $count } nodes: with a few words the others are found
review-choose-none = No node: it holds for the whole document
review-choose-do = Save
review-choose-nothing = No node has all of these words.
review-choose-nothing-how = One can try with fewer words, or with a part of a word.
review-back = Back to the document
upload-title = Bring in documents
upload-intro = Choose one file or more: Ambito reads them, and shows what it understood beside the document and what does not add up. Nothing becomes a plan until you file it.
upload-body = Body
upload-body-help = Whose documents they are: the body of the plan that will come of them.
upload-files = Files
upload-help = Many can be chosen together, also a whole folder of documents.
upload-do = Send
upload-then = The files are kept as they are and read one after the other. You can leave the page.
upload-what = What can be sent
upload-what-formats = PDF, Word (docx), OpenDocument (odt, ods), Excel (xlsx), texts, web pages, csv tables.
upload-what-size = Each file up to { $file } MB; together up to { $request } MB and { $count } files.
upload-what-after = The same file sent twice for the same body stays one document.
upload-none = choose at least one file.
upload-refused = The file was not taken: check that it opens, and send it again.
upload-too-large = these files are over the limit and were not taken: { $names }
upload-again = Choose the files again: those that were sent after the session was over were not kept.
upload-no-body = There is no body yet to bring documents in for.
upload-no-body-how = Who administers adds it on the page of bodies.
upload-sending = Being sent:
upload-arrived = They arrived: the page opens that shows how far the reading is.
upload-broken = The sending broke off. The files are still chosen: press Send again.
upload-large = These files are over the limit:
upload-kilobytes = { $count } kB
upload-megabytes = { $number } MB
progress-title = Documents being read
progress-over = Done { $over } of { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
progress-bar = Documents done
progress-leave = The page refreshes by itself. You can also leave it: the reading goes on, and documents that are ready are among the documents and on the page of today.
progress-done = The reading is done: open a document to see what was understood.
progress-known = The body had this file already: it is the same document.
progress-understood = understood { $share }
progress-look = Look
reviews-all = All documents
reviews-state = State
reviews-state-unfiled = to be filed
reviews-state-filed = filed
reviews-state-failed = not read
reviews-state-waiting = waiting
reviews-document = Document
reviews-understood = Understood
reviews-corrections = Corrections
reviews-brought = Brought in
reviews-not-filed = not filed
reviews-none = Documents to be looked at will be here: what was read, what does not add up, what is left to correct.
reviews-none-how = One begins by bringing in the plan of the office, as it is.
review-unread-title = Lines not read
review-unread-what = These are the lines of the document that the reading could not place. Of each one can say what it belongs to, set it aside, or teach the word that is missing.
review-nodes-title = Nodes
review-nodes-cut = There are more: one can search
corrections-title = Corrections
corrections-what = Every correction stands beside the document, which does not change. It can be undone.
corrections-where = Where
corrections-old = Before
corrections-new = Now
corrections-by = Who
corrections-when = When
corrections-withdrawn-by = Withdrawn by
corrections-withdrawn-when = Withdrawn on
corrections-node-or-reason = What it belongs to, or why nothing
corrections-place = In the last reading
corrections-undo = Undo
corrections-none = Nobody has corrected anything in this document yet.
corrections-none-how = On the page of the document there is “Correct” beside everything that was read.
corrections-removed = taken out
corrections-superseded = superseded by a newer correction
corrections-nothing = it is no datum
corrections-assigned = line assigned
unread-state-left = to be settled
unread-state-settled = settled
corrections-state-standing = in force
corrections-state-superseded = superseded
corrections-state-lost = no longer found
corrections-state-withdrawn = undone
corrections-node = the node of line { $line }
corrections-withdrawn = undone by { $name }
changes-title = What the last reading changed
changes-what = Reading { $after } compared with reading { $before }.
changes-unread = Lines not read that nobody has looked after: before { $before }, now { $after }
changes-kept = { $count ->
    [one] { $count } correction kept
   *[other] { $count } corrections kept
}
changes-agreed = { $count ->
    [one] { $count } correction that the reading now says by itself
   *[other] { $count } corrections that the reading now says by itself
}
changes-lost = { $count ->
    [one] { $count } correction without a place
   *[other] { $count } corrections without a place
}
changes-old = Reading before
changes-new = Reading now
changes-more = There are more: these are the first.
changes-none = The two readings say the same.
filing-title = File the plan
filing-intro = This is what will be filed, with the corrections made so far.
filing-plan = Plan
filing-as = It becomes
filing-new = a new plan
filing-version = version { $number } of the plan “{ $title }”
filing-again = a new version: this document is filed already as version { $number }
filing-no-period = it was not read: it can be corrected in the document
filing-unchecked = The checks have not finished looking at the document yet.
filing-errors = { $count ->
    [one] { $count } error is still open: the plan can be filed all the same, as a draft.
   *[other] { $count } errors are still open: the plan can be filed all the same, as a draft.
}
filing-no-errors = No error is open.
filing-lost = { $count ->
    [one] { $count } correction no longer finds its place and will not be filed.
   *[other] { $count } corrections no longer find their place and will not be filed.
}
filing-do = File as a draft
filing-then = The plan is seen among the plans, as a draft. The document and its reading stay; if you correct more, you can file another version.
words-title = Words of the area
words-what = These are the words that this area taught Ambito: they hold for documents read since they are there.
words-word = Word
words-word-help = As documents write it; capitals and accents do not matter.
words-meaning = Meaning
words-meaning-help = One chooses by likeness: the word will be read like those that stand beside it.
words-who = Who and when
words-new = Add a word
words-try = Try it on this document
words-trial = What would change in this document
words-trial-unread = lines not read: now { $before }, with the word { $after }
words-trial-with = With the word
words-trial-count = { $count ->
    [one] one thing that was read would change
   *[other] { $count } things that were read would change
}
words-trial-lost = corrections to be placed anew: now { $before }, with the word { $after }
words-trial-absent = this document cannot be read, or is not there: the word cannot be tried
words-trial-none = Nothing that was read would change.
words-do = Add
words-then = The word holds for the whole area, for documents read from now on. For those already read press “Read the document again”: the corrections stay.
words-remove-head = Take away
words-remove = Take away
words-removed = taken away
words-reread = The word is there. Now the document can be read again.
words-none = The words of your office that documents use and Ambito does not know will be here.
words-none-how = They are added from a line that was not read as well, on the page of the document.
words-not-yours = Words hold for every body of the area: who writes the plans of all of them adds them and takes them away.
meaning-group-level = Levels of the tree
meaning-group-label = Entries of a sheet
meaning-group-indicators = Columns of indicators
meaning-group-phases = Columns of phases
meaning-group-budget = Columns of the budget
meaning-group-efforts = Columns of staff
meaning-group-allocations = Columns of funds
meaning-group-resources = Columns of resources
meaning-group-people = Columns of people at work
meaning-group-summary = Columns of summaries
meaning-group-choices = Columns of choices
meaning-group-other = Other
meaning-label = entry of a sheet, like: { $words }
meaning-column = column of a table, like: { $words }
meaning-level = level of the tree, like: { $words }
meaning-other = like: { $words }
mending-line = The line of the document:
source-title = The document it comes from
done-corrected = The correction is saved.
done-unchanged = Nothing was changed.
done-removed = The datum is taken out of the reading.
done-assigned = The line is assigned.
done-assigned-already = The line was already given to a node: nothing changed. By whom and to which is shown below.
done-set-aside = The line is set aside.
done-set-aside-already = The line was already set aside: nothing changed. By whom and why is shown below.
done-accepted = The finding is accepted.
done-withdrawn = The decision is undone.
done-reread = The document is read again; the corrections stay.
done-filed = The plan is filed as a draft.
done-filed-already = This document, with these corrections, was filed already.
home-due-reviews = { $count ->
    [one] { $count } document was read and waits to be looked at and filed.
   *[other] { $count } documents were read and wait to be looked at and filed.
}
home-due-reviews-go = Look
review-unread-none = All lines were read.
review-unread-none-how = Those that are left to be looked at by hand would be here.
