# SPDX-License-Identifier: AGPL-3.0-or-later
"""Amounts and shares as people in Italy write them."""

from django import template

register = template.Library()


@register.filter
def amount(cents):
    """1.234,56 from cents; nothing from nothing."""
    if cents is None:
        return ""
    whole, part = divmod(abs(cents), 100)
    return f"{'-' if cents < 0 else ''}{whole:,}".replace(",", ".") + f",{part:02d}"


@register.filter
def percent(hundredths):
    """28,34 % from hundredths; nothing from nothing."""
    if hundredths is None:
        return ""
    whole, part = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole},{part:02d} %"
