// SPDX-License-Identifier: AGPL-3.0-or-later
//! What must not change the findings of a document but in their places: other codes, sheets in another order, numbers
//! in another notation. Held on the real documents, which have findings of nearly every kind, and on copies of the
//! demonstration with planted defects.
