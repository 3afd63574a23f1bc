# SPDX-License-Identifier: AGPL-3.0-or-later
# Findings: words that all checks share, and the forms they are shown in.

## Marks and places
mark-written-is = printed { $found }; it comes to { $expected }
mark-amount = amount
mark-a = A
mark-b = B
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
