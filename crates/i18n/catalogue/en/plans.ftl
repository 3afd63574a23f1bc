# SPDX-License-Identifier: AGPL-3.0-or-later
# Filing plans in the office's database.

help-import = Reads documents and files them as plans in the database
help-import-after =
    Examples:
      ambito import plan.pdf                       files the plan for the body that the document names
      ambito import documents/ --body 099001       files the plans of a folder for a Comune, by its ISTAT code
help-import-paths = Files or a folder to read and file
help-import-area = The area, where the database has more than one
help-import-body = The plan's body: ISTAT code, IPA code or name; where missing, the one that the document names, else the Ambito
help-import-format = The form of the lines: text (to be read) or json (for other programs, one line a document)

import-plan = filed: { $path } → “{ $title }” ({ $body }), version { $number }: { $counts }
import-version = filed: { $path } → “{ $title }” ({ $body }), new version { $number }: { $counts }
import-already = here already: { $path } → “{ $title }” ({ $body }), version { $number }; it was not filed again
import-summary-filed = { $count ->
    [one] { $count } document filed
   *[other] { $count } documents filed
}
import-summary-already = { $count ->
    [one] { $count } here already
   *[other] { $count } here already
}
import-no-database = the database is not there
import-no-database-hint = what to do: begin with ambito serve or with ambito area, or name the database with --database
import-no-bodies = there is no body in the area yet
import-body-unknown = no body has the code or the name “{ $said }”
import-body-several = more than one body would do: { $names }
import-body-hint = what to do: name the body with --body and its ISTAT or IPA code; bodies are seen and added on the pages of ambito serve
import-changed = the file changed while it was read
import-changed-hint = what to do: close the program that writes it and give the command again
import-failed = the document was not filed ({ $reason })
import-failed-hint = what to do: what is told above as filed is safe; give the command again for the other documents

count-nothing = nothing recognised in it
count-nodes = { $count ->
    [one] { $count } node
   *[other] { $count } nodes
}
count-indicators = { $count ->
    [one] { $count } indicator
   *[other] { $count } indicators
}
count-phases = { $count ->
    [one] { $count } phase
   *[other] { $count } phases
}
count-budget-lines = { $count ->
    [one] { $count } budget line
   *[other] { $count } budget lines
}
count-efforts = { $count ->
    [one] { $count } share of staff time
   *[other] { $count } shares of staff time
}
count-allocations = { $count ->
    [one] { $count } allocation
   *[other] { $count } allocations
}
count-resources = { $count ->
    [one] { $count } cost item
   *[other] { $count } cost items
}
count-timetables = { $count ->
    [one] { $count } timetable
   *[other] { $count } timetables
}
count-totals = { $count ->
    [one] { $count } total
   *[other] { $count } totals
}
count-amounts = { $count ->
    [one] { $count } amount in the text
   *[other] { $count } amounts in the text
}
count-tables = { $count ->
    [one] { $count } other table
   *[other] { $count } other tables
}
count-notes = { $count ->
    [one] { $count } note of the reading
   *[other] { $count } notes of the reading
}
count-unread = { $count ->
    [one] { $count } line not understood
   *[other] { $count } lines not understood
}
import-corrected = the document is under review in the office and somebody corrected values in it: filing it as it is would leave them out
import-corrected-hint = what to do: file it from the page of its review, with the corrections
import-nothing = nothing of a plan was recognised in the document: it was not filed
import-nothing-hint = what to do: look at what is read of it with “ambito read”; words of your own office are added with “ --vocabulary ”
