# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes Django's own tables, one user with the permissions, and a session; prints the session's key."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ufficio.settings")
django.setup()

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.auth.models import Permission, User  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402

call_command("migrate", verbosity=0, run_syncdb=False)
user, _ = User.objects.get_or_create(username="direzione")
user.user_permissions.set(Permission.objects.filter(codename__in=["read_plans", "read_people"]))
session = SessionStore()
session[SESSION_KEY] = str(user.pk)
session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(session.session_key)
