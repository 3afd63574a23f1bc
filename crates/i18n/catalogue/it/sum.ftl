# SPDX-License-Identifier: AGPL-3.0-or-later
# SUM: i conti.

sum002-message = A + B non è uguale alla dotazione assegnata
sum002-carried = lo stesso scarto in un'altra somma A + B
sum002-hint = scrivere { $expected }, oppure correggere A o B
