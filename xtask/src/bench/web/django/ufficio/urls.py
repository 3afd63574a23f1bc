# SPDX-License-Identifier: AGPL-3.0-or-later
"""The one page."""

from django.urls import path

from ufficio.views import node

urlpatterns = [path("plans/<slug:plan>/nodes/<int:number>", node)]
