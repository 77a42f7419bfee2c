"""What is said in the talks: positions, proposals, answers, agreements, promises."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from helpdesk.cases.views.answer import posted
from helpdesk.cases.workflow import NotNow
from helpdesk.mediation import actions
from helpdesk.mediation.board import HEARD, Board
from helpdesk.mediation.forms import AgreementForm, AnswerForm, Choices, PositionForm, PromiseForm, ProposalForm
from helpdesk.mediation.views.door import begun, not_there, on_mediation, verb
from helpdesk.mediation.words import US, US_LABEL


@require_http_methods(["GET", "POST"])
@on_mediation("record-position")
def record_position(request: HttpRequest, board: Board) -> HttpResponse:
    """What somebody wants, and where it was said."""
    choices = {"party": [("", "…"), *talking(board)], "source": sources(board)}
    initial = {**begun(board, "position"), "party": request.GET.get("wie", "")}
    form = PositionForm(posted(request), initial=initial, choices=choices)

    def keep() -> None:
        actions.record_position(file=board.page.file, mediation_id=board.talks.id, **form.cleaned_data)

    said = _("Opgeschreven.")
    return verb(request, board, form, keep, template="record_position", said=said, draft="position", at="#wie-wil-wat")


@require_http_methods(["GET", "POST"])
@on_mediation("make-proposal")
def make_proposal(request: HttpRequest, board: Board) -> HttpResponse:
    """Put something to others."""
    form = ProposalForm(
        posted(request),
        initial={**begun(board, "proposal"), "author": US},
        choices={"author": [(US, US_LABEL), *talking(board)], "to": talking(board)},
    )

    def put() -> None:
        actions.make_proposal(file=board.page.file, mediation_id=board.talks.id, **form.cleaned_data)

    said = _("Het voorstel staat erbij. Er is niets verstuurd.")
    return verb(request, board, form, put, template="make_proposal", said=said, draft="proposal", at="#voorstellen")


@require_http_methods(["GET", "POST"])
@on_mediation("answer-proposal")
def answer_proposal(request: HttpRequest, board: Board, proposal: UUID) -> HttpResponse:
    """What one of them said to it."""
    put = next((one for one in board.proposals if one.proposal.line.id == str(proposal)), None)
    if put is None:
        return not_there(request, board.page.file, NotNow(_("Dit voorstel is er niet meer.")))
    asked = [(party, name) for party, name, *_rest in put.answers]
    form = AnswerForm(
        posted(request),
        initial={"party": request.GET.get("wie", "")},
        choices={"party": [("", "…"), *asked] if len(asked) > 1 else asked},
    )

    def keep() -> None:
        said = form.cleaned_data
        actions.answer_proposal(
            file=board.page.file, mediation_id=board.talks.id, proposal=put.proposal.line.id, **said
        )

    said, at = _("Het antwoord staat erbij."), "#voorstellen"
    return verb(request, board, form, keep, template="answer_proposal", said=said, at=at, put=put)


@require_http_methods(["GET", "POST"])
@on_mediation("make-agreement")
def make_agreement(request: HttpRequest, board: Board) -> HttpResponse:
    """Who does what by when; from a proposal to which all said yes, or directly."""
    wanted = request.POST.get("proposal") or request.GET.get("voorstel", "")
    put = next((one for one in board.proposals if one.proposal.line.id == wanted), None)
    initial = {"text": put.proposal.line.text if put else "", **begun(board, "agreement")}
    form = AgreementForm(posted(request), initial=initial, who=[(US, US_LABEL), *talking(board)])

    def agree() -> None:
        actions.make_agreement(
            file=board.page.file,
            mediation_id=board.talks.id,
            text=form.cleaned_data["text"],
            on=form.cleaned_data["on"],
            promises=form.promises(),
            proposal=wanted,
        )

    said = _("De afspraken staan erbij. Op hun dag staan ze op de werklijst.")
    more: dict[str, Any] = {"draft": "agreement", "at": "#afspraken", "wanted": wanted, "put": put}
    return verb(request, board, form, agree, template="make_agreement", said=said, **more)


@require_http_methods(["GET", "POST"])
@on_mediation("mark-promise")
def mark_promise(request: HttpRequest, board: Board, promise: UUID) -> HttpResponse:
    """Kept, broken or changed, and how we know."""
    kept = next((one for one in board.promises if one.promise.id == str(promise)), None)
    if kept is None:
        return not_there(request, board.page.file, NotNow(_("Deze afspraak is er niet meer.")))
    form = PromiseForm(posted(request), initial={"mark": request.GET.get("hoe", "")})

    def mark() -> None:
        actions.mark_promise(
            file=board.page.file, mediation_id=board.talks.id, promise=kept.promise.id, **form.cleaned_data
        )

    said = _("Opgeschreven hoe het met de afspraak staat.")
    return verb(request, board, form, mark, template="mark_promise", said=said, at="#afspraken", kept=kept)


def talking(board: Board) -> list[tuple[str, str]]:
    """Those who take part and still stand around the child, as choices."""
    return [(side.who.id, side.who.name) for side in board.sides if not side.who.gone]


def sources(board: Board) -> Choices:
    """Where something can have been said."""
    return [("", HEARD), *board.sources.items()]
