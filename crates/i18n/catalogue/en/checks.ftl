# SPDX-License-Identifier: AGPL-3.0-or-later
# Findings: words that all checks share, and the forms they are shown in.

## Marks and places
mark-written-is = printed { $found }; it comes to { $expected }
mark-amount = amount
mark-a = A
mark-b = B
mark-a-plus-b = printed { $found }; A + B = { $expected }
related-whole = whole { $amount }
related-part = part { $amount }
lines-and-more = { $lines } and { $count } more
lines-and = { $lines } and { $last }
carried = carries along { $what } ({ $count ->
    [one] line
   *[other] lines
} { $line })
carried-elsewhere = carries along { $what } ({ $document }, line { $line })
see-line = { $count ->
    [one] line
   *[other] lines
} { $line }: { $label }
see-elsewhere = { $document }, line { $line }: { $label }
how-to-mend = how to mend it: { $hint }
accepted-by = accepted by { $by } on { $on }: { $reason }

related-parts = parts
check-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
check-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
check-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
check-accepted = { $count } accepted
check-nothing = nothing that does not add up

## Command line
help-check = Finds what does not add up in documents: sums, structure, dates, codes
help-check-after =
    Examples:
      ambito check programme.txt                   shows the findings, line by line
      ambito check plan.txt --format html -o findings.html
                                                   writes a page to read and to print
      ambito check *.txt --select SUM --fail-on warning
                                                   only arithmetic; ends with 1 for a warning too
      ambito check plan.txt budget.txt             also compares the figures of the two documents
help-check-paths = Files or folders to check; those given together are also compared with each other
help-check-format = The form of the result: text (to read), json, sarif, html (a page), xlsx (with -o); if absent, that of the name given with -o, else text
help-select = Only checks that begin with this (SUM, STR002); may be repeated or separated by commas
help-ignore = Without checks that begin with this; may be repeated or separated by commas
help-fail-on = From which severity the command ends with 1: error, warning, note, never; if absent, error
value-codes = CODES
value-severity = SEVERITY
code-unknown = no check begins with { $code }
code-unknown-hint = what to do: ambito checks lists them all
check-written = { $path } written

## Manual of the checks
family-sum = arithmetic
family-structure = structure
family-time = time
family-indicators = indicators
family-people = staff
family-funds = earmarked funds
explain-about = { $severity } · { $name }
checks-after = ambito explain CODE says what a check finds, why it matters and how to mend it
help-explain = Explains a check: what it finds, why it matters, how to mend it
help-explain-codes = The code of the check, such as SUM002; several may be given
help-checks = Lists the checks
value-code = CODE

## Accepted findings
accepted-file = Findings accepted with “ambito accept”: each comes back when the lines it speaks of change.
accepted-before = it had been accepted by { $by } on { $on } ({ $reason }), but its lines have changed since
help-accept = Accepts findings for a reason: they are shown as accepted, until their lines change
help-accept-after =
    Examples:
      ambito accept programme.txt:58:SUM002 --reason "as in DGR 12/41" --by "Planning office"
                                                   writes programme.txt.accepted.toml
      ambito accept programme.pdf:p12:8:SUM002 …   in a PDF: line 8 of page 12
    A finding is named as ambito check shows it: document, line, code.
help-accept-findings = The findings, each as DOCUMENT:LINE:CODE; in a PDF as DOCUMENT:p12:LINE:CODE, with the page; in a spreadsheet as DOCUMENT:SHEET:LINE:CODE; where the line has several with that code, the column stands after the line
help-accept-reason = Why the finding is accepted
help-accept-by = Who accepts it
help-accept-with = Other documents to check together, for findings that compare several; may be repeated
help-accepted = Another file of accepted findings, besides the one beside each document; may be repeated
value-finding = FINDING
value-text = TEXT
value-name = NAME
accept-unclear = it is not clear which finding { $finding } is
accept-unclear-hint = what to do: write DOCUMENT:LINE:CODE, as programme.txt:58:SUM002, or programme.pdf:p12:8:SUM002 for line 8 of page 12
accept-not-found = { $finding }: there is no such finding
accept-not-found-hint = what to do: see with ambito check which findings the document has
accept-several = { $finding }: the line has several
accept-several-hint = what to do: add the column, one of these: { $columns }
accept-several-grounds = { $finding }: there is one on several pages or sheets
accept-several-grounds-hint = what to do: write one of these: { $places }
accept-empty = the reason and the name cannot be empty
accept-empty-hint = what to do: say with --reason why the finding is accepted and with --by who accepts it
accept-written = { $count ->
    [one] one finding accepted in { $path }
   *[other] { $count } findings accepted in { $path }
}
accepted-unreadable-hint = what to do: check the name and the permission of the file
accepted-wrong = this line is not as ambito accept writes it
accepted-wrong-hint = what to do: correct the line, or take the file away and accept the findings again

## Workbook of the findings
sheet-findings = Findings
column-severity = severity
column-finding = finding
column-found = printed
column-expected = expected
column-mend = what it carries along, how to mend it
column-accepted = accepted
column-quote = line of the document
sheet-families = Families
column-family = family
column-errors = errors
column-warnings = warnings
column-notes = notes
help-manual-format = The form: text (to read) or markdown (for a page); if absent, text
## Page of the findings
page-window-title = Findings: { $title }
page-kicker = Findings by Ambito
page-skip = Skip to the findings
page-verdict-errors = There are things that cannot be right
page-verdict-warnings = No certain error; some things are to be verified
page-verdict-notes = No error; some things are worth a look
page-verdict-nothing = Nothing was found that does not add up
page-by-family = Findings by family
page-family = family
page-errors = errors
page-warnings = warnings
page-notes = notes
page-family-sum = Sums
page-family-structure = Structure
page-family-time = Time
page-family-indicators = Indicators
page-family-people = People
page-family-funds = Funds
page-family-other = Other
page-contents = On this page
page-findings = Findings
page-no-findings = The findings would be here, one by one: what does not add up, where, and how to mend it.
page-accepted = accepted
page-found = printed
page-expected = expected
page-related = { $count ->
    [one] { $count } other line
   *[other] { $count } other lines
}
page-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
page-line = line { $line }
place-page-line = p. { $page }, line { $line }
place-page = p. { $page }
place-lines-of-page = { $lines } (p. { $page })
place-paragraph = paragraph { $paragraph }
place-paragraph-in = paragraph { $paragraph } ({ $place })
place-cell = table { $table }, cell { $name }
place-row = table { $table }, row { $name }
page-sheet = sheet { $sheet }
page-page = page { $page }
page-table-on-page = Table on page { $page }, from line { $line }
page-leaf-plain = Page { $page } in small
page-leaf = Page { $page } in small; the mark is { $height ->
    [top] at the top
    [middle] half way down
   *[bottom] at the bottom
}{ $side ->
    [left] , on the left
    [centre] , in the centre
    [right] , on the right
   *[whole] {""}
}
page-fingerprint = SHA-256 fingerprint of the file
page-unread = { $count ->
    [one] { $count } line not understood
   *[other] { $count } lines not understood
}
page-names-hidden = { $count ->
    [0] The names of staff are hidden; the program found none. Read the page before you send it: a name outside tables, owners and titles (dott., sig.ra) is not recognised.
    [one] The names of staff are hidden: { $count } person is called “Person 1”. Read the page before you send it: a name outside tables, owners and titles (dott., sig.ra) is not recognised.
   *[other] The names of staff are hidden: { $count } people are called “Person 1”, “Person 2”… Read the page before you send it: a name outside tables, owners and titles (dott., sig.ra) is not recognised.
}
page-person = Person { $number }
page-person-some = Person
page-footer = Page written by Ambito { $version }: it is one file, loads nothing from the network and holds no programs.
page-tree = The plan's structure
page-tree-money = Amounts are those of the summary or the heading; where there are none, the sum of the node's rows and of what is below. Signs count the findings at the node and below.
page-tree-plain = Signs count the findings at the node and below.
page-tree-outside = Before the first node, or in totals of the whole document:
page-money = Money by node
page-money-all = All { $count } nodes with amounts
page-timeline = Phases in time
page-timeline-told = { $count ->
    [one] { $count } phase, from { $from } to { $to }.
   *[other] { $count } phases, from { $from } to { $to }.
}
page-timetables = Timetables
page-marked = yes
page-load = People's time
page-load-over = { $over ->
    [0] { $people ->
        [one] { $people } person; nobody over 100%.
       *[other] { $people } people; nobody over 100%.
    }
    [one] { $people ->
        [one] { $people } person; { $over } over 100%.
       *[other] { $people } people; { $over } over 100%.
    }
   *[other] { $people } people; { $over } over 100%.
}
page-over = over 100%
page-document = The document
page-document-hint = Every line with its number in the file; findings stand beside their line and lead to the whole finding.
page-document-hint-pages = Every line with its number on the page; findings stand beside their line and lead to the whole finding.
page-document-hint-paragraphs = Every line with the number of its paragraph; findings stand beside their line and lead to the whole finding.
page-table = Table from line { $line }
help-names = The names of staff in the page: shown (as they are printed), hidden (“Person 1”); if absent, hidden in a page written with -o, else shown
value-names = NAMES
check-no-document = no document read
check-nothing-chosen = nothing that does not add up for the chosen checks
accepted-not-utf8 = it is not a UTF-8 text
accepted-is-folder = it is a folder, not a file
accepted-unwritable = it cannot be written
accepted-unwritable-hint = what to do: ask for permission to write in the folder of the document, or copy the document into one of your own
