# SPDX-License-Identifier: AGPL-3.0-or-later
# The messages in English. Keys and arguments are the same in every language: a test checks it.

## Help of the command line
help-ambito = Reads, compares and follows the plans of local social welfare.
help-ambito-after =
    Examples:
      ambito read plan.txt                         shows the plan as read
      ambito read documents/ --format xlsx -o plans.xlsx
                                                   writes a workbook
      ambito read --help                           all options of a command
help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-help = Shows this help
help-version = Shows the version
help-lang = The language of the messages: it or en; otherwise the system's
help-read = Reads documents and shows their whole structure
help-read-paths = Files or folders to read: text, Markdown, HTML, CSV, TSV, XLSX, ODS, DOCX, ODT
help-read-format = The form of the result: table (for reading), json (for other programs), xlsx (workbook, with -o); otherwise that of the name given with -o, else table
help-output = The file to write the result to; never one of the files that are read
help-vocabulary = A file of your own words (TOML), which come before the program's; can be repeated
help-ocr = Also reads pages that are pictures, with the packages tesseract-ocr and tesseract-ocr-ita
help-threads = How many files to read at once; otherwise as many as the computer can
value-path = PATH
value-file = FILE
value-format = FORM
value-language = LANGUAGE
value-number = NUMBER
value-options = OPTIONS
value-command = COMMAND

## Wrong command line
option-unknown = there is no option { $option }
command-unknown = there is no command { $command }
argument-missing = { $argument } is missing
value-missing = the value of { $option } is missing
value-wrong = { $value } does not fit { $option }
value-allowed = possible values: { $values }
option-repeated = { $option } can be given only once
usage-wrong = the command line is not clear
usage-suggested = did you mean: { $word }
usage-help = to see all options: ambito --help; of one command: ambito check --help

## Findings
severity-error = error
severity-warning = warning
severity-note = note
unexpected = something that was not foreseen: { $reason }

## Files that cannot be read
problem-not-found = the file does not exist
problem-not-found-hint = what to do: check the name and the folder
problem-no-permission = there is no permission to read it
problem-unreadable = the system does not let it be read ({ $reason })
problem-unreadable-hint = what to do: ask for permission to read it, or copy the file to a folder of your own
problem-empty = there is nothing to read in the file
problem-empty-hint = what to do: check that the document was saved whole
problem-binary = it is neither a text document nor a spreadsheet
problem-binary-hint = what to do: save the document as DOCX, ODT, text, HTML, CSV, XLSX or ODS
problem-not-text = the text is written in an encoding that is not recognised
problem-not-text-hint = what to do: save it again as UTF-8 text
problem-no-decoder = it is a PDF, and the program that opens it does not start
problem-no-decoder-hint = what to do: install Ambito again; it opens PDFs by starting itself a second time
problem-no-decoder-hint-pages = what to do: tell who keeps Ambito; meanwhile the file it was made from (DOCX, ODT) can be brought in
problem-decoder-failed = the PDF cannot be opened: reading it broke off
problem-decoder-failed-hint = what to do: open it and print it to PDF again, or ask who published it for the file it was made from (DOCX or ODT)
problem-too-much = the PDF asks for more time or memory than is allowed
problem-too-much-hint = what to do: divide it into several files, or print it to PDF again
problem-pictures = the PDF is made of pictures of pages: there is no text in it to read
problem-pictures-hint = what to do: read it with “--ocr” (the packages tesseract-ocr and tesseract-ocr-ita are needed), or ask for the file it was made from
problem-pictures-hint-pages = what to do: ask who made the document for the file it was made from (DOCX, ODT, or a PDF with its text) and bring that one in
problem-no-recogniser = two packages are missing to read pictures of pages: tesseract-ocr and tesseract-ocr-ita
problem-no-recogniser-hint = what to do: install them (on Debian: “apt install tesseract-ocr tesseract-ocr-ita”) and read again
problem-no-recogniser-hint-pages = what to do: tell who keeps Ambito; meanwhile the file it was made from (DOCX, ODT) can be brought in
problem-old-word = it is a Word document of the old kind (DOC), which cannot be read
problem-old-word-hint = what to do: open it in the word processor and save it as DOCX or ODT
problem-locked = it is locked with a password
problem-locked-hint = what to do: open it with the password, remove the password and save it again
problem-too-large = it is larger than { $limit } MB
problem-too-large-hint = what to do: divide the document into several files
problem-damaged = the document is damaged
problem-damaged-hint = what to do: open it in its own program and save it again, or ask for another copy
problem-vanished = the file disappeared while the folder was being read
problem-vanished-hint = what to do: read again when nobody is moving files
nothing-to-read = the given folders hold no documents to read
nothing-to-read-hint = what to do: name a file; text, Markdown, HTML, CSV, TSV, XLSX, ODS, DOCX, ODT can be read
passed-over = { $count ->
    [one] one document of the folders cannot be read yet: { $names }
   *[other] { $count } documents of the folders cannot be read yet: { $names }
}
passed-over-hint = what to do: save them as PDF, DOCX, ODT, XLSX or ODS; take the document out of a signed file (P7M) first
little-understood = only { $share } of the lines were recognised
little-understood-hint = what to do: add the words of this document with --vocabulary (CONTRIBUTING.md shows how)

## Vocabulary
vocabulary-not-utf8 = the vocabulary is not UTF-8 text
vocabulary-unreadable-hint = what to do: check the file given with --vocabulary
vocabulary-refused = there is an error in the vocabulary: { $reason }
vocabulary-refused-hint = what to do: correct the line; CONTRIBUTING.md shows a whole vocabulary

## Where the result goes
output-is-input = the result cannot be written over one of the files to read
output-is-input-hint = what to do: give the name of another file with -o
output-is-folder = it is a folder
output-is-folder-hint = what to do: add the name of the file to write
output-no-folder = the folder to write to does not exist
output-no-permission = there is no permission to write here
output-failed = it cannot be written ({ $reason })
output-failed-hint = what to do: choose with -o a folder that exists and that you can write to
workbook-needs-file = a workbook is written to a file
workbook-needs-file-hint = what to do: add -o and the name, for example: -o plan.xlsx
workbook-too-large = the result has more rows than a workbook can hold (1,048,576)
workbook-too-large-hint = what to do: read fewer documents at a time, or write with --format json
progress-reading = Reading

## Summary of the reading
read-summary-documents = { $count ->
    [one] { $count } document read
   *[other] { $count } documents read
}
read-summary-share = { $share } of the lines
read-summary-problems = { $count ->
    [one] { $count } file not read
   *[other] { $count } files not read
}
read-summary-nodes = { $count ->
    [one] { $count } node
   *[other] { $count } nodes
}
read-summary-indicators = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}
read-summary-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
read-written = written to { $path }

## The document
document-untitled = (document without a title)
document-issued = of { $date }
document-version = version { $version }
document-understood = { $lines ->
    [one] { $share } of { $lines } line understood
   *[other] { $share } of { $lines } lines understood
}
document-set-aside = { $count ->
    [one] one line of a header or footer is set aside
   *[other] { $count } lines of headers and footers are set aside
}
period-from-to = from { $from } to { $to }
period-from = from { $from }
period-to = until { $to }
family-objectives-plan = objectives plan
family-peg = executive management plan
family-fund-programme = programme of funds
family-targeted-programmes = targeted programmes
family-zone-plan = zone plan
family-unknown = family not recognised

## Parts of the reading
section-nodes = STRUCTURE ({ $count })
section-indicators = INDICATORS ({ $count })
section-phases = PHASES ({ $count })
section-people = PEOPLE ({ $count })
section-budget = BUDGET BY CHAPTER ({ $count })
section-allocations = ALLOCATIONS BY FUND ({ $count })
section-resources = COSTS AND RESOURCES ({ $count })
section-totals = TOTALS PRINTED IN THE DOCUMENT ({ $count })
section-amounts = AMOUNTS TOLD IN THE TEXT ({ $count })
section-timetable = TIMETABLE  { $title } · { $node }
section-table = TABLE  { $title } · { $node } · line { $line }
section-notes = NOTES OF THE READING ({ $count })
section-unread = LINES NOT UNDERSTOOD ({ $count })
node-none = (no node)
node-inferred = { $title } (title from the index)
node-not-in-body = only in the index or the summary
node-also-under = also under: { $nodes }
tree-amount-note = Amount: the one in the document's summary; where there is none, the sum of the node's own rows.
indicator-note = note: { $note }
measured-on = { $value } ({ $date })
amount-about = about { $amount }
holds-fields = { $count ->
    [one] { $count } field
   *[other] { $count } fields
}
holds-indicators = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}
holds-phases = { $count ->
    [one] { $count } phase
   *[other] { $count } phases
}
holds-budget = { $count ->
    [one] { $count } chapter
   *[other] { $count } chapters
}
holds-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
holds-allocations = { $count ->
    [one] { $count } allocation
   *[other] { $count } allocations
}
holds-resources = { $count ->
    [one] { $count } cost
   *[other] { $count } costs
}

## Headings of columns
column-activity = activity
column-after = after
column-also-under = also under
column-amount = amount
column-amount-unknown = amount without direction
column-answer = answer
column-approximate = about
column-article = article
column-baseline = baseline
column-before = before
column-body = body
column-budget-kind = part
column-change = change
column-chapter = chapter
column-code = code
column-comparison = comparison
column-cost = cost
column-deadline = by
column-direction = direction
column-document = document
column-due = due date
column-effort = share of time
column-expense = expense
column-extra = other columns
column-final = final
column-from = start
column-group = group
column-holds = holds
column-heading = column
column-in-body = in the body
column-index = in the index
column-indicator = indicator
column-kind = kind
column-label = item
column-level = level
column-line = line
column-page = page
column-cell = cell
column-lines = lines
column-measured = measured
column-measured-date = date of the measure
column-measured-value = number measured
column-message = note
column-node = node
column-node-code = code of the node
column-note = note
column-of = of
column-order = no.
column-owner = owner
column-path = path
column-per = per
column-person = person
column-phase = phase
column-raw = as written
column-references = linked to
column-relation = relation
column-resource-kind = kind
column-revenue = revenue
column-rows = rows
column-share = share
column-sheet = sheet
column-source = source
column-sources = sources
column-state = state
column-summary-amount = amount in the summary
column-summary-share = share in the summary
column-table = table
column-target = target
column-target-of-year = target { $year }
column-text = text
column-title = title
column-to = end
column-told-of = of what
column-total = total
column-understood = understood
column-unit = unit
column-unread = not understood
column-upper = up to
column-value = target number
column-version = version
column-when = when

## Words of values
word-yes = yes
word-no = no
word-total = total
phase-planned = planned
phase-actual = actual
budget-current = current
budget-capital = capital
side-revenue = R
side-expense = E
resource-cost = cost
resource-people = people
per-year = a year
per-month = a month
per-week = a week
per-day = a day
per-hour = an hour
per-person = a person
per-household = a household
per-area = an area
comparison-between = between
comparison-by = by
comparison-yes = done
unit-number = number
unit-days = days
unit-hours = hours
unit-months = months
unit-date = date

## Workbook
sheet-summary = Summary
sheet-tree = Tree
sheet-fields = Fields
sheet-indicators = Indicators
sheet-phases = Phases
sheet-budget = Budget
sheet-people = People
sheet-allocations = Allocations
sheet-resources = Resources
sheet-timetables = Timetables
sheet-totals = Totals
sheet-amounts = Amounts
sheet-tables = Tables
sheet-notes = Notes
sheet-unread = Not read
workbook-title = What the documents say
workbook-total = Total of the rows in sight
workbook-use-filters = The arrows beside the column headings filter and sort the rows.
workbook-use-totals = The totals at the bottom count only the rows that the filter leaves in sight.
workbook-use-lines = The column “line” says where the value stands in the document, “path” which part of the plan it belongs to.
workbook-use-unread = What was not understood is on the sheet “Not read”; what the document lost, on the sheet “Notes”.

## Notes of the reading
note-heading-lost = the heading of the sheet is missing: the index says “{ $subject }”
note-orphan-table = the sheet of this table is missing; it hangs from the node that its codes name: { $subject }
note-row-joined = joined a table row that a page break had cut: { $subject }
note-field-joined = joined an answer that a page break had cut: { $subject }
note-title-joined = joined a title that a page break had cut: { $subject }
note-marks-lost = the timetable has lost its marks: { $subject }
note-mark-beyond-columns = a mark stands beyond the columns of the timetable: { $subject }
note-reference-cut = the reference to another chapter is cut: { $subject }
note-header-divided = divided a heading whose cells had run together: { $subject }
note-not-in-body = it is named only in the index or the summary: { $subject }
note-index-number-differs = the index gives it another number: { $subject }
note-index-title-differs = its title in the index differs: { $subject }
note-words-joined = joined words that the column had broken: { $subject }
note-limit-reached = a limit of the reading was reached; the rest is not read: { $subject }
note-changes-tracked = tracked changes that nobody has accepted yet, read as made: { $subject }
note-pages-without-text = pages that are pictures, without text to read: { $subject }
note-pages-recognised = pages read from pictures by recognising the letters: { $subject }
note-pages-illegible = pages whose fonts do not say which letters they show: { $subject }
note-letters-mended = pages whose letters were found from the shapes of the font: { $subject }
note-pages-undecoded = pages that cannot be opened: { $subject }
note-figure-doubtful = figure recognised with little certainty: { $subject }
note-files-attached = files attached to the document, not read: { $subject }
note-look-alikes = letters of another alphabet were read as ours: { $subject }
limit-row-cells = the cells of a row
limit-pages = the pages beyond the limit
limit-page-glyphs = the letters of one page
limit-text-bytes = the text of the whole document
limit-nesting = tables inside other tables
limit-empty-cells = empty cells
limit-repeats = repeated rows

## compare

help-compare = Tells what changes from one document to the other, value by value
help-compare-after = Exits with 0 if nothing changed, with 1 if something changed, with 2 if a document cannot be read.
help-compare-old = The document as it was
help-compare-new = The document as it is now
help-compare-format = The form of the result: table for the terminal, json for other programs, html for a page to read and print; otherwise that of the name given with -o, else table
value-old = OLD
value-new = NEW
compare-needs-file = two documents are compared, not folders
compare-needs-file-hint = name one document on each side, for example: ambito compare plan-2026.xlsx plan-2027.xlsx
compare-written = comparison written to { $path }
compare-equal = No difference: the two documents say the same
compare-count-changed = { $count ->
    [one] { $count } value changed
   *[other] { $count } values changed
}
compare-count-added = { $count ->
    [one] { $count } new entry
   *[other] { $count } new entries
}
compare-count-removed = { $count ->
    [one] { $count } entry removed
   *[other] { $count } entries removed
}
compare-count-removed-too = { $count ->
    [one] { $count } removed
   *[other] { $count } removed
}
compare-line = line { $line }
compare-lines = line { $new } (was { $old })
compare-places = { $new } (was: { $old })
compare-place-old = { $place }, in the old document
compare-line-old = line { $line } of the old document
compare-whole-document = The document
compare-contents = with { $contents }
compare-before = was
compare-now = now
compare-yes = yes
compare-no = no
compare-kind-changed = changed
compare-kind-added = new
compare-kind-removed = removed
compare-page-title = What has changed
compare-page-documents = The documents compared
compare-page-old = Before
compare-page-new = Now
compare-page-what = What
compare-page-difference = Difference
compare-page-where = Where
compare-page-nothing = nothing
compare-page-fingerprint = SHA-256 fingerprint
compare-record-document = document
compare-record-node = item
compare-record-field = field
compare-record-indicator = indicator
compare-record-phase = phase
compare-record-budget-line = budget line
compare-record-effort = person
compare-record-allocation = allocation
compare-record-resource = cost
compare-record-total = total
compare-record-amount = amount
compare-record-timetable = timetable
compare-record-timetable-row = timetable row
compare-record-table = table
compare-record-table-row = table row
compare-number-field = { $count ->
    [one] { $count } field
   *[other] { $count } fields
}
compare-number-indicator = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}
compare-number-phase = { $count ->
    [one] { $count } phase
   *[other] { $count } phases
}
compare-number-budget-line = { $count ->
    [one] { $count } budget line
   *[other] { $count } budget lines
}
compare-number-effort = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
compare-number-allocation = { $count ->
    [one] { $count } allocation
   *[other] { $count } allocations
}
compare-number-resource = { $count ->
    [one] { $count } cost
   *[other] { $count } costs
}
compare-number-total = { $count ->
    [one] { $count } total
   *[other] { $count } totals
}
compare-number-amount = { $count ->
    [one] { $count } amount
   *[other] { $count } amounts
}
compare-number-timetable = { $count ->
    [one] { $count } timetable
   *[other] { $count } timetables
}
compare-number-table = { $count ->
    [one] { $count } table
   *[other] { $count } tables
}
compare-field-family = family
compare-field-period-from = in force from
compare-field-period-to = in force until
compare-field-issued = date of the document
compare-field-version = version
compare-field-status = status
compare-field-body = body
compare-field-level = level
compare-field-code = code
compare-field-title = title
compare-field-inferred-title = title implied by the index
compare-field-kind = kind
compare-field-text = text
compare-field-in-body = stands in the body
compare-field-summary-amount = amount in the summary
compare-field-summary-share = share in the summary
compare-field-owner = owner
compare-field-parent = stands under
compare-field-also-under = also stands under
compare-field-label = label
compare-field-value = answer
compare-field-group = group
compare-field-note = note
compare-field-baseline = baseline
compare-field-target = target
compare-field-target-comparison = comparison of the target
compare-field-target-value = target
compare-field-target-upper = upper target
compare-field-target-unit = unit of the target
compare-field-target-due = due date
compare-field-deadline = deadline in the title
compare-field-measured = result
compare-field-measured-value = result
compare-field-measured-unit = unit of the result
compare-field-measured-date = date of the result
compare-field-measured-date-kind = date of
compare-field-measured-final = final result
compare-field-extra = column
compare-field-order = order
compare-field-state = state
compare-field-from = start
compare-field-to = end
compare-field-direction = revenue or expense
compare-field-chapter = chapter
compare-field-article = article
compare-field-amount = amount
compare-field-reference = linked chapter
compare-field-person = person
compare-field-relation = working relation
compare-field-share = share
compare-field-source = source
compare-field-total = total
compare-field-before = allocated before
compare-field-change = change
compare-field-after = allocated after
compare-field-activity = activity
compare-field-cost = cost
compare-field-column = column
compare-field-approximate = approximate amount
compare-field-per = for each
compare-field-header = heading
compare-field-mark = mark in
compare-field-cell = cell
compare-word-revenue = revenue
compare-word-expense = expense
compare-word-current = current
compare-word-capital = capital
compare-word-planned = planned
compare-word-actual = actual
compare-word-cost = cost
compare-word-people = people
compare-word-result = result
compare-word-monitoring = monitoring
compare-word-between = between
compare-word-by = by
compare-word-yes = yes/no
compare-word-n = number
compare-word-eur = euro
compare-word-days = days
compare-word-hours = hours
compare-word-months = months
compare-word-date = date
compare-word-year = year
compare-word-month = month
compare-word-week = week
compare-word-day = day
compare-word-hour = hour
compare-word-person = person
compare-word-household = household
compare-word-area = area
compare-word-objectives-plan = objectives plan
compare-word-peg = executive management plan
compare-word-fund-programme = fund programme
compare-word-targeted-programmes = targeted programmes
compare-word-zone-plan = zone plan
