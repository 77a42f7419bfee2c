"""A file that was given before goes to the lawyer too: through the same door out, kept as given, laid ready once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.give import Made, give
from helpdesk.cases.actions.plan import put_task
from helpdesk.cases.actions.stepping import now_text, stepping
from helpdesk.cases.models import Case, GivenFile
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel.access import destroy_parcel, new_parcel, place_for, reminders_of, seat_to_change
from helpdesk.counsel.actions.keep import keep
from helpdesk.counsel.laid import Place
from helpdesk.counsel.models import Door, Parcel
from helpdesk.counsel.reminding import set_next
from helpdesk.people.telling import Channel, Subject

CLOSED = "Deze advocaat kan niet meer binnenkomen. Nodig haar opnieuw uit."
NOT_MARKED = (Subject.STORY, Subject.DOCUMENTS, Subject.PROGRESS)  # of what was given to the asker, who may know all


def share_with_counsel(*, file: CaseFile, seat_id: UUID, given: Collection[UUID]) -> list[Parcel]:
    """Lay files that this case gave before ready for a lawyer, each to be collected once.

    Raises:
        NotNow: nothing was chosen, it lies ready already, she cannot come in, or it may not go to her.
    """
    place = _open_place(file, seat_id)
    rows = file.open(GivenFile.objects.filter(case=file.case, pk__in=list(given)))
    if not rows:
        raise NotNow("Kies eerst wat zij krijgt.")
    lies = {one.digest for one in place.shares if one.ready}
    if twice := [row.content["name"] for row in rows if row.content["digest"] in lies]:
        raise NotNow(f"Dit ligt al voor haar klaar: {', '.join(twice)}.")
    door: Door = Door.objects.defer("told", "totp").get(case=file.case, seat=seat_id)
    parcels = [new_parcel(file, door) for _ in rows]
    made = [_again(row) for row in rows]

    def also(case: Case, kept: list[GivenFile]) -> None:
        if not Door.objects.filter(pk=door.pk).exists():  # shut a moment ago
            raise NotNow(CLOSED)
        seat = seat_to_change(file, seat_id)
        shares = [_lay_ready(file, one, parcel) for one, parcel in zip(kept, parcels, strict=True)]
        tasks = seat.content["tasks"] or [_remind(file, case, place)]
        seat.remind_by = file.member
        set_next(seat, len(reminders_of(file, seat_id)))
        keep(file, case, seat, shares=[*seat.content["shares"], *shares], tasks=tasks)

    told = {subject for row in rows for subject in _subjects(row)}
    give(file, "share-with-counsel", made, to=place.party, channel=Channel.EMAIL, subjects=told, also=also)
    return parcels


def take_back_share(*, file: CaseFile, seat_id: UUID, parcel_id: UUID) -> None:
    """Take something away that she has not collected.

    Raises:
        NotNow: she has it already, or it is not there.
    """
    place = place_for(file, seat_id)
    if not any(one.id == parcel_id and one.ready for one in place.shares):
        raise NotNow("Dit stuk ligt niet meer klaar.")
    with stepping(file, "take-back-share") as case:
        row = Parcel.objects.select_for_update().defer("content", "data").get(case=file.case, pk=parcel_id)
        if row.collected_at is not None:
            raise NotNow("De advocaat heeft dit stuk net opgehaald.")
        destroy_parcel(row)
        row.delete()
        seat = seat_to_change(file, seat_id)
        shares = [
            {**one, "back_at": now_text()} if one["id"] == str(parcel_id) else one for one in seat.content["shares"]
        ]
        keep(file, case, seat, shares=shares)


def _open_place(file: CaseFile, seat_id: UUID) -> Place:
    place = place_for(file, seat_id)
    if not place.open:
        raise NotNow(CLOSED)
    return place


def _again(row: GivenFile) -> Made:
    """The same bytes; a letter's words are kept where they were, so that search finds them once."""
    content = row.content
    more = {name: content[name] for name in ("items",) if name in content}
    return Made(content["kind"], content["title"], content["name"], content["media"], row.data, more)


def _subjects(row: GivenFile) -> list[Subject]:
    return [Subject(one) for one in row.content["subjects"]] if row.content["to"] else list(NOT_MARKED)


def _lay_ready(file: CaseFile, kept: GivenFile, parcel: Parcel) -> dict[str, Any]:
    content = kept.content
    shown = {name: content[name] for name in ("title", "name", "size", "digest")}
    parcel.content, parcel.data = {**shown, "media": content["media"]}, kept.data
    parcel.save(force_insert=True)
    return {"id": str(parcel.pk), "given": str(kept.pk), **shown, "by": str(file.member.pk), "at": now_text()}


def _remind(file: CaseFile, case: Case, place: Place) -> str:
    """On her last day somebody asks what came of it; her answer, written down, ticks that off."""
    text = f"Vraag {place.name} wat er met de stukken is gebeurd"
    return str(put_task(file, case, text=text, due_on=place.until, assignee=str(file.member.pk)).pk)
