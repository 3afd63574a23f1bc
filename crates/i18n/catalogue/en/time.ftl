# SPDX-License-Identifier: AGPL-3.0-or-later
# TIM: time.

mark-tim-start = start
mark-tim-end = end
mark-tim-due = deadline
mark-tim-monitoring = monitoring

tim001-message = phase “{ $title }” ends ({ $to }) before it starts ({ $from })
tim001-hint = look at the two dates: they may be exchanged, or the year is wrong

tim002-phase-ends = phase “{ $title }” ends on { $date }, outside the period of the plan ({ $from } – { $to })
tim002-phase-starts = phase “{ $title }” starts on { $date }, outside the period of the plan ({ $from } – { $to })
tim002-due = the deadline of “{ $title }” is { $date }, outside the period of the plan ({ $from } – { $to })
tim002-hint = correct the year, or set a deadline inside the period

tim003-message = { $count ->
    [one] one deadline had passed when the document was written ({ $date }), and no result is told
   *[other] { $count } deadlines had passed when the document was written ({ $date }), and no results are told
}
tim003-indicator = deadlines of indicators that had passed
tim003-phase = phases that had ended
tim003-hint = write what was done, or give a new deadline

tim004-message = phase { $order } “{ $title }” starts on { $from }, before phase { $other } ({ $other-from })
tim004-other = the phase that should come first
tim004-hint = correct the date, or number the phases again

tim005-message = phase “{ $title }” goes from { $first } to { $last } by its text, from { $from } to { $to } by its dates
tim005-hint = write the same months in the text and in the dates

tim006-message = here the plan is { $found }, in the title it is { $expected }
tim006-title = the period of the plan
tim006-hint = write { $expected } here too

tim007-message = “{ $written }”: from { $first } to { $last } there are { $count } years, not { $term }
tim007-hint = correct the last year, or write the first and the last day

tim008-message = “{ $title }” has the deadline { $due }, but the only date of the result is of a monitoring on { $date }
tim008-hint = write the day on which the result was reached

tim009-message = { $count ->
    [one] a final result was measured on { $earliest }, long before the end of the period ({ $date })
   *[other] { $count } final results were measured long before the end of the period ({ $date }): this one on { $earliest }
}
tim009-also = other final results measured early
tim009-hint = measure again at the end, or write that the work was done

tim010-message = { $count ->
    [one] in “{ $title }” the date { $date } has no year
   *[other] { $count } deadlines have no year: the first is { $date } in “{ $title }”
}
tim010-hint = add the year
tim010-also = other deadlines without a year

tim011-message = “{ $title }” has the deadline { $due }, but the contract starts on { $start }
tim011-start = the start
tim011-hint = bring the award forward or move the start; if there are two contracts, say so

tim012-message = { $count } phases are as long as the whole plan (from { $from } to { $to }): their dates do not say when the work is done
tim012-also = other phases as long as the plan
tim012-hint = write when the work really starts and ends, or divide it into several phases

tim013-message = { $date } is no day of the calendar
tim013-hint = write the right day; if the end of the month is meant, the last it has

tim014-message = { $count ->
    [one] a cited plan had ended before { $year }: “{ $plan }”
   *[other] { $count } lines cite a plan that had ended before { $year }: the first is “{ $plan }”
}
tim014-also = other plans that had ended
tim014-hint = cite the plan in force, or say that it is the former one

tim015-message = the timetable has { $count } months without years, but { $left } are left until the end of the plan ({ $end })
tim015-hint = write the years above the months, and say how what falls after the end of the plan goes on

tim016-message = { $count ->
    [one] in the text a deadline had passed when the document was written ({ $date })
   *[other] in the text { $count } deadlines had passed when the document was written ({ $date })
}
tim016-also = other deadlines in the text that had passed
tim016-hint = write what happened, or the new deadline

tim017-message = “{ $label }” ends before “{ $other }”, which it is to evaluate
tim017-other = this activity goes on
tim017-hint = carry the evaluation on to the last month of the activities
