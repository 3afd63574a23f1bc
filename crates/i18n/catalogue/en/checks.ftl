# SPDX-License-Identifier: AGPL-3.0-or-later
# Findings: words that all checks share, and the forms they are shown in.

## Marks and places
mark-written-is = printed { $found }; it comes to { $expected }
mark-a = A
mark-b = B
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
page-sheet = sheet { $sheet }
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
page-table = Table from line { $line }
help-names = The names of staff in the page: shown (as they are printed), hidden (“Person 1”); if absent, hidden in a page written with -o, else shown
value-names = NAMES
