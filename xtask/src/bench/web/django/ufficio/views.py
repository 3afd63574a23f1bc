# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page of a node: who looks, may they, what hangs from it.

Rows are asked for as dictionaries, which is Django's quicker way; a kind that the node has nothing of is not asked for;
parts are fetched for all their owners at once.
"""

import hashlib
import json
import time
import uuid
from collections import defaultdict

from django.conf import settings
from django.contrib.auth.decorators import login_required, permission_required
from django.db import connection, transaction
from django.http import Http404
from django.shortcuts import render

from ufficio import models as m

MENU = [
    ("/", "Prima pagina"),
    ("/plans", "Piani"),
    ("/bodies", "Enti"),
    ("/people", "Persone"),
    ("/roles", "Ruoli"),
    ("/audit", "Registro"),
    ("/retention", "Conservazione"),
    ("/subjects", "Interessati"),
    ("/register", "Trattamenti"),
    ("/settings", "Impostazioni"),
]
DIRECTIONS = [("revenue", "Entrate"), ("expense", "Spese"), (None, "Parte non indicata")]
BRANCH = ["id", "parent", "level", "code", "title", "inferred_title", "kind", "in_body", "summary_amount"] + [
    "indicators",
    "phases",
    "budget_lines",
    "efforts",
    "allocations",
    "resources",
    "timetables",
    "totals",
    "amounts",
    "other_tables",
    "notes",
]


def first(rows):
    """The one row there is."""
    for row in rows:
        return row
    raise Http404


def total(rows, column):
    """The sum of what is there."""
    amounts = [row[column] for row in rows if row[column] is not None]
    return sum(amounts) if amounts else None


def day(value):
    """A day as people write it."""
    return f"{value:%d/%m/%Y}" if value else None


def grouped(rows, owner):
    """Parts by the record they belong to."""
    found = defaultdict(list)
    for row in rows:
        found[row[owner]].append(row)
    return found


@login_required
@permission_required("ufficio.read_plans", raise_exception=True)
def node(request, plan, number):
    """The page."""
    plan_uuid = uuid.UUID(plan)
    plan_key = plan_uuid.bytes if settings.IS_SQLITE else plan_uuid
    found = first(m.Plan.objects.filter(id=plan_key).values("area", "id", "body", "title", "latest"))
    area = first(m.Area.objects.filter(area=found["area"]).values("area", "name"))
    body = first(m.Body.objects.filter(area=found["area"], id=found["body"]).values("name"))
    inside = {"area": found["area"], "plan": found["id"], "version": found["latest"]}
    version = first(m.Version.objects.filter(**inside).values("document"))
    document = first(m.Document.objects.filter(area=found["area"], id=version["document"]).values("name", "format"))
    one = first(m.Node.objects.filter(**inside, id=number).values(*BRANCH, "text", "owner", "summary_share", "index_entries", "line"))
    crumbs, parent = [], one["parent"]
    while parent is not None:
        upper = first(m.Node.objects.filter(**inside, id=parent).values("id", "parent", "code", "title", "inferred_title"))
        crumbs.insert(0, upper)
        parent = upper["parent"]
    hangs = {**inside, "node": number}
    context = {
        "area": area["name"],
        "body": body["name"],
        "plan": found,
        "plan_id": plan,
        "crumbs": crumbs,
        "menu": MENU,
        "file": document["name"],
        "node": one,
        "paragraphs": [line.strip() for line in one["text"].splitlines() if line.strip()],
        "index": json.loads(one["index_entries"]),
        "children": m.Node.objects.filter(**inside, parent=number).order_by("id").values(*BRANCH),
        "fields": [
            {**field, "value": [line.strip() for line in field["value"].splitlines() if line.strip()]}
            for field in m.Field.objects.filter(**hangs).order_by("position").values("label", "value", "line")
        ],
    }
    for kind, load in LOADERS.items():
        if one[kind]:
            load(context, inside, hangs)
    if one["efforts"]:
        if request.user.has_perm("ufficio.read_people"):
            people = m.Effort.objects.filter(**hangs).order_by("id").values("person", "relation", "share", "line")
            context["efforts"] = list(people)
            record(request, found, number, len(context["efforts"]))
        else:
            context["efforts_hidden"] = one["efforts"]
    return render(request, "node.html", context)


def indicators(context, inside, hangs):
    columns = ["id", "code", "title", "group_title", "note", "baseline", "deadline", "measured_raw", "measured_on", "owner", "extra", "line"]
    rows = list(m.Indicator.objects.filter(**hangs).order_by("id").values(*columns))
    targets = m.Target.objects.filter(**inside, indicator__in=[row["id"] for row in rows])
    targets = grouped(targets.order_by("indicator", "position").values("indicator", "year", "raw", "due"), "indicator")
    for row in rows:
        row["targets"] = [target for target in targets[row["id"]] if target["year"] is None]
        row["yearly"] = [target for target in targets[row["id"]] if target["year"] is not None]
        row["deadline"], row["measured_on"] = day(row["deadline"]), day(row["measured_on"])
        row["extra"] = json.loads(row["extra"])
    context["indicators"] = rows


def phases(context, _, hangs):
    columns = ["objective", "ordinal", "title", "state", "from_on", "to_on", "note", "line"]
    rows = list(m.Phase.objects.filter(**hangs).order_by("id").values(*columns))
    for row in rows:
        row["from_on"], row["to_on"] = day(row["from_on"]), day(row["to_on"])
    context["phases"] = rows


def budget_lines(context, inside, hangs):
    columns = ["id", "direction", "kind", "chapter", "article", "title", "amount", "line"]
    rows = list(m.BudgetLine.objects.filter(**hangs).order_by("id").values(*columns))
    references = m.Reference.objects.filter(**inside, budget_line__in=[row["id"] for row in rows])
    references = grouped(references.order_by("budget_line", "position").values("budget_line", "raw"), "budget_line")
    sides = []
    for direction, name in DIRECTIONS:
        own = [{**row, "references": references[row["id"]]} for row in rows if row["direction"] == direction]
        if own:
            sides.append({"id": direction, "name": name, "lines": own, "total": total(own, "amount")})
    context["budget"], context["budget_count"] = sides, len(rows)


def allocations(context, _, hangs):
    amounts = ["amount_total", "amount_before", "amount_change", "amount_after"]
    rows = list(m.Allocation.objects.filter(**hangs).order_by("id").values("source", *amounts, "owner", "line"))
    for row in rows:
        row["amounts"] = [row[column] for column in amounts]
    context["allocations"] = rows
    context["allocation_sums"] = [total(rows, column) for column in amounts]


def resources(context, inside, hangs):
    rows = list(m.Resource.objects.filter(**hangs).order_by("id").values("id", "activity", "cost", "kind", "line"))
    sources = m.Source.objects.filter(**inside, resource__in=[row["id"] for row in rows])
    sources = grouped(sources.order_by("resource", "position").values("resource", "source", "amount", "raw"), "resource")
    for row in rows:
        row["sources"] = sources[row["id"]]
    context["resources"], context["resource_total"] = rows, total(rows, "cost")


def timetables(context, inside, hangs):
    tables = list(m.Timetable.objects.filter(**hangs).order_by("id").values("id", "title", "headings", "line"))
    rows = m.TimetableRow.objects.filter(**inside, timetable__in=[table["id"] for table in tables])
    rows = grouped(rows.order_by("timetable", "position").values("timetable", "code", "label", "marks", "line"), "timetable")
    for table in tables:
        table["columns"] = json.loads(table["headings"])
        for row in rows[table["id"]]:
            marks = set(json.loads(row["marks"]))
            row["marks"] = [at in marks for at in range(len(table["columns"]))]
        table["rows"] = rows[table["id"]]
    context["timetables"] = tables


def totals(context, _, hangs):
    rows = m.Total.objects.filter(**hangs).order_by("id").values("label", "heading", "amount", "share", "line")
    context["totals"] = list(rows)


def amounts(context, _, hangs):
    rows = m.Amount.objects.filter(**hangs).order_by("id").values("label", "raw", "amount", "approximate", "per", "line")
    context["amounts"] = list(rows)


def other_tables(context, inside, hangs):
    tables = list(m.Table.objects.filter(**hangs).order_by("id").values("id", "title", "headings", "line"))
    rows = m.TableRow.objects.filter(**inside, table_id__in=[table["id"] for table in tables])
    rows = grouped(rows.order_by("table_id", "position").values("table_id", "cells"), "table_id")
    for table in tables:
        table["headers"] = json.loads(table["headings"])
        table["rows"] = [json.loads(row["cells"]) for row in rows[table["id"]] if row["cells"]]
    context["tables"] = tables


def notes(context, _, hangs):
    context["notes"] = list(m.Note.objects.filter(**hangs).order_by("id").values("code", "subject", "line"))


LOADERS = {
    "indicators": indicators,
    "phases": phases,
    "budget_lines": budget_lines,
    "allocations": allocations,
    "resources": resources,
    "timetables": timetables,
    "totals": totals,
    "amounts": amounts,
    "other_tables": other_tables,
    "notes": notes,
}


def record(request, plan, number, people):
    """Puts on record that names are about to be given: a chain of digests, as Ambito keeps one."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE audit_head SET seq = seq + 1 WHERE area = %s RETURNING seq, digest", [plan["area"]]
        )
        seq, previous = cursor.fetchone()
        at, detail = time.time_ns() // 1000, f"node={number} people={people}"
        said = f"{seq} {at} plan.people {request.user.username} {detail}".encode()
        digest = hashlib.sha256(bytes(previous) + said).digest()
        cursor.execute(
            "INSERT INTO audit_record (area, seq, at, kind, act, actor_name, source, object, detail, previous, digest) "
            "VALUES (%s, %s, %s, 'reading', 'plan.people', %s, %s, %s, %s, %s, %s)",
            [plan["area"], seq, at, request.user.username, request.META["REMOTE_ADDR"], plan["id"], detail, previous, digest],
        )
        cursor.execute("UPDATE audit_head SET digest = %s WHERE area = %s", [digest, plan["area"]])
