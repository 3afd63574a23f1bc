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
    A finding is named as ambito check shows it: document, line, code.
help-accept-findings = The findings, each as DOCUMENT:LINE:CODE; where the line has several with that code, DOCUMENT:LINE:COLUMN:CODE
help-accept-reason = Why the finding is accepted
help-accept-by = Who accepts it
help-accept-with = Other documents to check together, for findings that compare several; may be repeated
help-accepted = Another file of accepted findings, besides the one beside each document; may be repeated
value-finding = FINDING
value-text = TEXT
value-name = NAME
accept-unclear = it is not clear which finding { $finding } is
accept-unclear-hint = what to do: write DOCUMENT:LINE:CODE, as programme.txt:58:SUM002
accept-not-found = { $finding }: there is no such finding
accept-not-found-hint = what to do: see with ambito check which findings the document has
accept-several = { $finding }: the line has several
accept-several-hint = what to do: add the column, one of these: { $columns }
accept-empty = the reason and the name cannot be empty
accept-empty-hint = what to do: say with --reason why the finding is accepted and with --by who accepts it
accept-written = { $count ->
    [one] one finding accepted in { $path }
   *[other] { $count } findings accepted in { $path }
}
accepted-unreadable-hint = what to do: check the name and the permission of the file
accepted-wrong = it is not a file of accepted findings: { $reason }
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
