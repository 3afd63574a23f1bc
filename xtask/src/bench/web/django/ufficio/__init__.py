# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of a node in Django, over Ambito's own tables: what `cargo xtask bench web` compares Ambito with."""
