"""A work on a day, and one article of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.text import Truncator
from django.views.decorators.http import require_safe

from helpdesk.lib import clock
from helpdesk.library.forms import OnDayForm
from helpdesk.library.links import rows_with_links
from helpdesk.library.models import Kind, Version, Work
from helpdesk.library.own_words import own_words
from helpdesk.library.shown import part_of, standing, unit_of, with_all_under
from helpdesk.library.words import KINDS, LANGUAGES, in_words, sure
from helpdesk.teams.access import require


@dataclass(frozen=True)
class Opened:
    """A work as it was on the day that was asked for. `version` is None when we have none of that day."""

    work: Work
    form: OnDayForm
    day: date
    version: Version | None
    versions: list[Version]


@require_safe
@require("see-sources")
def work(request: HttpRequest, code: str) -> HttpResponse:
    """The contents at the left, the text at the right, and above it which state this is."""
    opened = _opened(request, code)
    page = _page(opened)
    if opened.version is not None:
        passages = list(opened.version.passages.order_by("position"))
        page["part"] = part_of(passages, request.GET.get("deel", ""))
    return render(request, "library/work.html", page)


@require_safe
@require("see-sources")
def passage(request: HttpRequest, code: str, address: str) -> HttpResponse:
    """One article with all under it. An address inside it is the same page, with that place marked."""
    opened = _opened(request, code)
    page = {**_page(opened), "address": address, "place": in_words(address)}
    passages = list(opened.version.passages.order_by("position")) if opened.version else []
    unit = unit_of(passages, address)
    if unit is None:
        if not any(_has(version, address) for version in opened.versions):
            raise Http404
        return render(request, "library/passage.html", page)  # it was, or it will be; the page says on which day not
    units = [one for one in passages if one.form == unit.form]
    at = next(index for index, one in enumerate(units) if one.pk == unit.pk)
    page |= {
        "unit": unit,
        "rows": rows_with_links(with_all_under(passages, unit), unit, opened.version, opened.day),
        "above": _above(passages, unit),
        "own": own_words(code, unit.address),
        "before": units[at - 1] if at else None,
        "after": units[at + 1] if at + 1 < len(units) else None,
    }
    return render(request, "library/passage.html", page)


def _opened(request: HttpRequest, code: str) -> Opened:
    work = Work.objects.filter(code=code).first()
    if work is None:
        raise Http404
    versions = list(Version.objects.whole().filter(work=work).newest_first())
    languages = sorted({one.language for one in versions}, key=lambda one: (one != "nl", one))
    form = OnDayForm(request.GET, languages=languages)
    day, language = form.wanted(clock.today())
    mine = [one for one in versions if one.language == (language or (languages[0] if languages else ""))]
    return Opened(work, form, day, _on(mine, day), mine)


def _on(versions: list[Version], day: date) -> Version | None:
    """The newest of those that hold on the day."""
    return next(
        (
            one
            for one in versions
            if (one.valid_from is None or one.valid_from <= day) and (one.valid_until is None or day <= one.valid_until)
        ),
        None,
    )


def _page(opened: Opened) -> dict[str, Any]:
    version, today = opened.version, clock.today()
    asked = {"dag": opened.day.isoformat()} if opened.day != today else {}
    if version is not None and "taal" in opened.form.fields:
        asked["taal"] = version.language
    return {
        "opened": opened,
        "work": opened.work,
        "version": version,
        "name": Truncator(opened.work.short or opened.work.title).chars(60),
        "kind": KINDS[Kind(opened.work.kind)],
        "sure": sure(opened.work.confidence),
        "language": LANGUAGES.get(version.language, version.language) if version else "",
        "standing": standing(version, today) if version else "",
        "is_own_list": bool(version and "own_list" in version.facts),
        "facts": version.facts if version else {},
        "query": urlencode(asked),
        "facts_day": _day(version.facts.get("day", "")) if version else None,
        "is_today": opened.day == today,
        "states": [one for one in opened.versions if one.valid_from],
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _above(passages: list[Any], unit: Any) -> list[Any]:
    by_address = {one.address: one for one in passages}
    found, at = [], by_address.get(unit.under)
    while at is not None:
        found.append(at)
        at = by_address.get(at.under)
    return found[::-1]


def _has(version: Version, address: str) -> bool:
    return bool(version.passages.filter(address=address).exists())
