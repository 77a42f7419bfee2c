"""Two states of one work, article by article."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from helpdesk.library.differing import between
from helpdesk.library.forms import CompareForm
from helpdesk.library.models import Version, Work
from helpdesk.teams.access import require

CHANGED = {
    "added": ("ok", lazy("nieuw")),
    "removed": ("warn", lazy("vervallen")),
    "changed": ("waiting", lazy("gewijzigd")),
}


@require_safe
@require("see-sources")
def compare_states(request: HttpRequest, code: str) -> HttpResponse:
    """By default the two newest states; what came is underlined, what went is struck."""
    work = Work.objects.filter(code=code).first()
    if work is None:
        raise Http404
    versions = list(Version.objects.whole().filter(work=work).exclude(valid_from=None).newest_first())
    page: dict[str, object] = {"work": work, "enough": len(versions) > 1}
    if len(versions) > 1:
        names = [_named(one) for one in versions]
        start = {"van": str(versions[1].pk), "naar": str(versions[0].pk)}
        form = CompareForm({**start, **request.GET.dict()}, versions=versions, names=names)
        page |= {"form": form, **(_compared(form, versions) if form.is_valid() else {})}
    return render(request, "library/compare_states.html", page)


def _compared(form: CompareForm, versions: list[Version]) -> dict[str, object]:
    by_key = {str(one.pk): one for one in versions}
    old, new = by_key[form.cleaned_data["van"]], by_key[form.cleaned_data["naar"]]
    if old.language != new.language:
        form.add_error("naar", _("Kies twee standen in dezelfde taal."))
        return {}
    found = between(old, new)
    return {
        "old": old,
        "new": new,
        "rows": [(one, CHANGED[one.change.what]) for one in found],
        "counts": Counter(one.change.what for one in found),
        "same": old.pk == new.pk,
    }


def _named(version: Version) -> str:
    name = _("vanaf %(day)s") % {"day": date_format(version.valid_from or date.min, "j F Y")}
    more = [_("correctie %(number)s") % {"number": version.edition}] if version.edition else []
    return ", ".join([name, *more, *([version.language] if version.language != "nl" else [])])
