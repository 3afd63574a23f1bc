# SPDX-License-Identifier: AGPL-3.0-or-later
"""Ambito's tables as they are; the permissions to look at them are Django's own."""

from django.conf import settings
from django.db import models
from django.db.models import CompositePrimaryKey


def key(**options):
    """An identifier: bytes in SQLite, as Ambito keeps it there; else a UUID."""
    return models.BinaryField(**options) if settings.IS_SQLITE else models.UUIDField(**options)


class Body(models.Model):
    pk = CompositePrimaryKey("area", "id")
    area = key()
    id = key()
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "body"
        default_permissions = ()
        permissions = [("read_plans", "Read plans"), ("read_people", "Read the names of people")]


class Area(models.Model):
    area = key(primary_key=True)
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "area"
        default_permissions = ()


class Plan(models.Model):
    pk = CompositePrimaryKey("area", "id")
    area = key()
    id = key()
    body = key()
    title = models.TextField()
    latest = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "plan"
        default_permissions = ()


class Version(models.Model):
    pk = CompositePrimaryKey("area", "plan", "version")
    area = key()
    plan = key()
    version = models.BigIntegerField()
    document = key()

    class Meta:
        managed = False
        db_table = "plan_version"
        default_permissions = ()


class Document(models.Model):
    pk = CompositePrimaryKey("area", "id")
    area = key()
    id = key()
    name = models.TextField()
    format = models.TextField()

    class Meta:
        managed = False
        db_table = "document"
        default_permissions = ()


class OfVersion(models.Model):
    """What every table of a version begins with."""

    area = key()
    plan = key()
    version = models.BigIntegerField()
    line = models.BigIntegerField()

    class Meta:
        abstract = True


class Record(OfVersion):
    """A record that hangs from a node."""

    pk = CompositePrimaryKey("area", "plan", "version", "id")
    id = models.BigIntegerField()
    node = models.BigIntegerField(null=True)

    class Meta:
        abstract = True


class Node(OfVersion):
    pk = CompositePrimaryKey("area", "plan", "version", "id")
    id = models.BigIntegerField()
    parent = models.BigIntegerField(null=True)
    level = models.TextField(null=True)
    code = models.TextField(null=True)
    title = models.TextField(null=True)
    inferred_title = models.TextField(null=True)
    kind = models.TextField(null=True)
    text = models.TextField()
    in_body = models.BooleanField()
    summary_amount = models.BigIntegerField(null=True)
    summary_share = models.BigIntegerField(null=True)
    owner = models.TextField(null=True)
    index_entries = models.TextField()
    indicators = models.BigIntegerField()
    phases = models.BigIntegerField()
    budget_lines = models.BigIntegerField()
    efforts = models.BigIntegerField()
    allocations = models.BigIntegerField()
    resources = models.BigIntegerField()
    timetables = models.BigIntegerField()
    totals = models.BigIntegerField()
    amounts = models.BigIntegerField()
    other_tables = models.BigIntegerField()
    notes = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "plan_node"
        default_permissions = ()


class Field(OfVersion):
    pk = CompositePrimaryKey("area", "plan", "version", "node", "position")
    node = models.BigIntegerField()
    position = models.BigIntegerField()
    label = models.TextField()
    value = models.TextField()

    class Meta:
        managed = False
        db_table = "plan_field"
        default_permissions = ()


class Indicator(Record):
    code = models.TextField(null=True)
    title = models.TextField()
    group_title = models.TextField(null=True)
    note = models.TextField(null=True)
    baseline = models.TextField(null=True)
    deadline = models.DateField(null=True)
    measured_raw = models.TextField(null=True)
    measured_on = models.DateField(null=True)
    owner = models.TextField(null=True)
    extra = models.TextField()

    class Meta:
        managed = False
        db_table = "plan_indicator"
        default_permissions = ()


class Target(models.Model):
    pk = CompositePrimaryKey("area", "plan", "version", "indicator", "position")
    area = key()
    plan = key()
    version = models.BigIntegerField()
    indicator = models.BigIntegerField()
    position = models.BigIntegerField()
    year = models.BigIntegerField(null=True)
    raw = models.TextField()
    due = models.DateField(null=True)

    class Meta:
        managed = False
        db_table = "plan_target"
        default_permissions = ()


class Phase(Record):
    objective = models.TextField(null=True)
    ordinal = models.TextField(null=True)
    title = models.TextField()
    state = models.TextField(null=True)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    note = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "plan_phase"
        default_permissions = ()


class BudgetLine(Record):
    direction = models.TextField(null=True)
    kind = models.TextField(null=True)
    chapter = models.TextField()
    article = models.TextField(null=True)
    title = models.TextField()
    amount = models.BigIntegerField(null=True)

    class Meta:
        managed = False
        db_table = "plan_budget_line"
        default_permissions = ()


class Reference(models.Model):
    pk = CompositePrimaryKey("area", "plan", "version", "budget_line", "position")
    area = key()
    plan = key()
    version = models.BigIntegerField()
    budget_line = models.BigIntegerField()
    position = models.BigIntegerField()
    raw = models.TextField()

    class Meta:
        managed = False
        db_table = "plan_chapter_reference"
        default_permissions = ()


class Effort(Record):
    person = models.TextField()
    relation = models.TextField(null=True)
    share = models.BigIntegerField(null=True)

    class Meta:
        managed = False
        db_table = "plan_effort"
        default_permissions = ()


class Allocation(Record):
    source = models.TextField(null=True)
    amount_total = models.BigIntegerField(null=True)
    amount_before = models.BigIntegerField(null=True)
    amount_change = models.BigIntegerField(null=True)
    amount_after = models.BigIntegerField(null=True)
    owner = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "plan_allocation"
        default_permissions = ()


class Resource(Record):
    activity = models.TextField()
    cost = models.BigIntegerField(null=True)
    kind = models.TextField()

    class Meta:
        managed = False
        db_table = "plan_resource"
        default_permissions = ()


class Source(models.Model):
    pk = CompositePrimaryKey("area", "plan", "version", "resource", "position")
    area = key()
    plan = key()
    version = models.BigIntegerField()
    resource = models.BigIntegerField()
    position = models.BigIntegerField()
    source = models.TextField()
    amount = models.BigIntegerField(null=True)
    raw = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "plan_resource_source"
        default_permissions = ()


class Timetable(Record):
    title = models.TextField(null=True)
    headings = models.TextField()

    class Meta:
        managed = False
        db_table = "plan_timetable"
        default_permissions = ()


class TimetableRow(OfVersion):
    pk = CompositePrimaryKey("area", "plan", "version", "timetable", "position")
    timetable = models.BigIntegerField()
    position = models.BigIntegerField()
    code = models.TextField(null=True)
    label = models.TextField(null=True)
    marks = models.TextField()

    class Meta:
        managed = False
        db_table = "plan_timetable_row"
        default_permissions = ()


class Total(Record):
    label = models.TextField(null=True)
    heading = models.TextField(null=True)
    amount = models.BigIntegerField(null=True)
    share = models.BigIntegerField(null=True)

    class Meta:
        managed = False
        db_table = "plan_total"
        default_permissions = ()


class Amount(Record):
    label = models.TextField(null=True)
    raw = models.TextField()
    amount = models.BigIntegerField()
    approximate = models.BooleanField()
    per = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "plan_amount"
        default_permissions = ()


class Table(Record):
    title = models.TextField(null=True)
    headings = models.TextField()

    class Meta:
        managed = False
        db_table = "plan_table"
        default_permissions = ()


class TableRow(OfVersion):
    pk = CompositePrimaryKey("area", "plan", "version", "table_id", "position")
    table_id = models.BigIntegerField()
    position = models.BigIntegerField()
    cells = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "plan_table_row"
        default_permissions = ()


class Note(Record):
    code = models.TextField()
    subject = models.TextField()

    class Meta:
        managed = False
        db_table = "plan_note"
        default_permissions = ()
