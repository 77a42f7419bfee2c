"""Looking: one panel by itself, and what lies veiled."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.panels.page import CasePage
from helpdesk.cases.views.answer import PANELS, is_script, on_case, panels


@require_GET
@on_case("read-case")
def panel(request: HttpRequest, file: CaseFile, name: str) -> HttpResponse:
    """One panel as it is now: a part for a script, a small page without."""
    if name not in PANELS:
        raise Http404
    context = {"page": CasePage(file), "panel": name}
    return render(request, f"cases/panels/{name}.html" if is_script(request) else "cases/panel.html", context)


@require_POST
@on_case("read-case")
def show_code_word(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """The word by which the asker knows us; the ledger knows first."""
    word = actions.show_code_word(file=file)
    page = CasePage(file)
    if is_script(request):
        return panels(request, page, ("veilig", "journaal"), code_word=word)
    return render(request, "cases/panel.html", {"page": page, "panel": "veilig", "code_word": word})
