"""The pages under /gegevens/: the lists, one list, and a row that an administrator changes with a reason."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from helpdesk.directory import files, reference
from helpdesk.directory.actions import override_reference_item as lay_over
from helpdesk.directory.actions import undo_reference_override as take_away
from helpdesk.directory.forms import OverrideForm
from helpdesk.directory.models import ReferenceOverride
from helpdesk.directory.words import COLUMNS, LIST_LABELS, SURENESS, beside
from helpdesk.lib import clock
from helpdesk.teams.access import member_of, require
from helpdesk.teams.models import Member
from helpdesk.teams.roles import may


@require("see-reference")
def reference_lists(request: HttpRequest) -> HttpResponse:
    """Every list with its size, and what has not been checked for half a year."""
    now = reference.snapshot()
    rows = [(name, LIST_LABELS[name], now.of(name)) for name in files.LISTS]
    return render(request, "directory/reference_lists.html", {"rows": rows, "aged": reference.aged(clock.today())})


@require("see-reference")
def reference_list(request: HttpRequest, list_name: str) -> HttpResponse:
    """One list: words, source, how sure, when checked, and whether somebody changed it."""
    if list_name not in files.LISTS:
        raise Http404
    changed = set(ReferenceOverride.objects.holding().filter(list_name=list_name).values_list("key", flat=True))
    aged = {item.key for item in reference.aged(clock.today()) if item.list_name == list_name}
    page = {
        "list_name": list_name,
        "title": LIST_LABELS[list_name],
        "column": COLUMNS.get(list_name),
        "rows": [(item, beside(item), SURENESS[item.confidence]) for item in _of(list_name)],
        "changed": changed,
        "aged": aged,
        "may_edit": may(member_of(request), "edit-reference"),
    }
    return render(request, "directory/reference_list.html", page)


@require("edit-reference")
def override_reference_item(request: HttpRequest, list_name: str, key: str) -> HttpResponse:
    """One row: what the file says, what holds, and a change with a reason."""
    item, from_file = _one(_of(list_name), key), _one(files.items(), key, list_name)
    form = OverrideForm(request.POST or None, item=item)
    if request.method == "POST" and form.is_valid():
        lay_over(
            actor=member_of(request),
            list_name=list_name,
            key=key,
            changes=form.changes(from_file, clock.today()),
            reason=form.cleaned_data["reason"],
        )
        messages.success(request, _("De wijziging geldt. Binnen een minuut staat zij overal."))
        return HttpResponseRedirect(reverse("directory:reference-list", args=[list_name]))
    history = list(ReferenceOverride.objects.of(list_name, key))
    who = Member.objects.in_bulk({one.member_id for one in history})
    page = {
        "form": form,
        "item": item,
        "from_file": from_file,
        "title": LIST_LABELS[list_name],
        "sureness": SURENESS[item.confidence],
        "history": [(one, who.get(one.member_id)) for one in history],
        "holds": any(one.undone_at is None for one in history),
    }
    return render(request, "directory/override_reference_item.html", page, status=200 if not form.errors else 422)


@require("edit-reference")
@require_POST
def undo_reference_override(request: HttpRequest, list_name: str, key: str) -> HttpResponse:
    """The file speaks again."""
    if not take_away(actor=member_of(request), list_name=list_name, key=key):
        raise Http404
    messages.success(request, _("De wijziging is weg. Het bestand geldt weer."))
    return HttpResponseRedirect(reverse("directory:reference-list", args=[list_name]))


def _of(list_name: str) -> list[files.Item]:
    return reference.snapshot().of(list_name)


def _one(items: list[files.Item] | tuple[files.Item, ...], key: str, list_name: str = "") -> files.Item:
    found = [item for item in items if item.key == key and list_name in {"", item.list_name}]
    if not found:
        raise Http404
    return found[0]
