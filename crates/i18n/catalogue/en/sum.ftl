# SPDX-License-Identifier: AGPL-3.0-or-later
# SUM: arithmetic.

sum002-message = A + B is not the amount assigned
sum002-carried = the same gap in another sum of A and B
sum002-hint = write { $expected }, or correct A or B
