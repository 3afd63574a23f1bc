# SPDX-License-Identifier: AGPL-3.0-or-later
fun001-more = the expenses tied to revenue { $chapter } of { $revenue } are { $expense }: they exceed it by { $difference }
fun001-less = the expenses tied to revenue { $chapter } ({ $revenue }) are only { $expense }, { $difference } less
fun001-hint = correct the amount that is wrong, or say in the title where the rest comes from
fun001-revenue = the same revenue
fun001-expense = expenses tied to this revenue
fun001-remainder = left from earlier years, counted apart
fun002-message = { $count ->
    [one] a chapter that is named is not in the document: { $chapters }
   *[other] chapters that are named and are not in the document: { $chapters }
}
fun002-hint = see whether the number is right; if the chapter belongs to another service, all is well
fun002-related = other references
fun003-message = no source pays “{ $activity }” ({ $cost })
fun003-hint = write which source pays, or take the cost away
fun004-message = revenue { $revenue } names expense { $expense }, which names another revenue
fun004-hint = see which revenue pays the expense, and make the two titles agree
fun004-related = the expense that is named
fun001-mark = revenue
fun001-carried = the difference between revenue { $chapter } and its expenses

fun005-message = { $count ->
    [one] the field “{ $field }” gives no amount
   *[other] { $count } fields “{ $field }” give no amount
}
fun005-also = no amount here either
fun005-hint = write the amount and its source
