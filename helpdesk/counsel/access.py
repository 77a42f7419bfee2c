"""May I have this place? Whoever holds the case opened holds its places; keys of doors and parcels are made here."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from helpdesk.cases.access import CaseFile
from helpdesk.cases.access_send import Sealed, behind_link, case_seal
from helpdesk.cases.models import Message, Outgoing
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel.following import Following, following_of
from helpdesk.counsel.laid import Place, laid
from helpdesk.counsel.models import Door, Parcel, Seat
from helpdesk.counsel.words import ANSWERS, REMINDER
from helpdesk.lib import clock
from helpdesk.vault import keys, parcel
from helpdesk.vault.opened import Inbox, PerPart, attach

GONE = "Deze plek is er niet meer."


def places_of(file: CaseFile) -> list[Place]:
    """Every place of a lawyer in this case; those that are open first, then the newest."""
    seats = file.open(Seat.objects.filter(case=file.case))
    doors = {row.seat_id: row for row in Door.objects.filter(case=file.case).defer("told", "totp")}
    fetched = dict(Parcel.objects.filter(case=file.case).values_list("pk", "collected_at"))
    found = [laid(seat, doors.get(seat.pk), fetched) for seat in seats]
    return sorted(found, key=lambda one: (one.open, one.at), reverse=True)


def place_for(file: CaseFile, seat_id: UUID) -> Place:
    """One of them.

    Raises:
        NotNow: there is none with this id here.
    """
    found = next((one for one in places_of(file) if one.id == seat_id), None)
    if found is None:
        raise NotNow(GONE)
    return found


def seat_to_change(file: CaseFile, seat_id: UUID) -> Seat:
    """The row of a place, locked and opened. Raises NotNow when it is not there."""
    row: Seat | None = Seat.objects.select_for_update().filter(case=file.case, pk=seat_id).first()
    if row is None:
        raise NotNow(GONE)
    return file.mine(row)


def said_by_lawyers(file: CaseFile) -> list[Message]:
    """What lawyers answered, or a colleague heard from them, oldest first."""
    return _of_kind(file, ANSWERS)


def times_answered(said: Iterable[Message], seat_id: UUID) -> int:
    """How often she said something through her own page, of all that lawyers said."""
    return sum(row.content["by"] == "party" and row.content["counsel"] == str(seat_id) for row in said)


def reminders_of(file: CaseFile, seat_id: UUID) -> list[Message]:
    """How she was reminded of her answer, oldest first; what never left is not among them."""
    return [row for row in _of_kind(file, REMINDER) if row.content["counsel"] == str(seat_id)]


def _of_kind(file: CaseFile, kind: str) -> list[Message]:
    rows = file.open(Message.objects.filter(case=file.case).order_by("visible_at", "id"))
    return [row for row in rows if row.content["kind"] == kind]


def link_of(file: CaseFile, place: Place) -> str:
    """What stands in her link, as it was mailed with the invitation.

    Raises:
        NotNow: the invitation was taken back before it left.
    """
    mail: Outgoing | None = Outgoing.objects.filter(case=file.case, message=UUID(place.message)).first()
    if mail is None:
        raise NotNow(GONE)
    return str(file.mine(mail).content["token"])


def followings_of(file: CaseFile) -> dict[str, Following]:
    """By place (its id as text), what became of what was shared there."""
    found: dict[str, list[Message]] = {}
    for row in said_by_lawyers(file):
        found.setdefault(row.content["counsel"], []).append(row)
    return {seat: following_of(row.content["said"] for row in rows) for seat, rows in found.items()}


def new_door(file: CaseFile) -> Sealed[Door]:
    """An empty door of this case, which opens nothing of the case itself."""
    door = behind_link(Door(case=file.case, created_on=clock.today()))
    door.row.told = {"case_public": case_seal(file)}
    return door


def new_parcel(file: CaseFile, door: Door) -> Parcel:
    """An empty parcel behind this door, with its key committed: the label is sealed to the door, the bytes to it."""
    made = parcel.new_parcel(bytes(door.public_key))
    row = Parcel(case=file.case, door=door, key_id=made.key_id, created_on=clock.today())
    attach(PerPart({"content": Inbox(bytes(door.public_key)), "data": Inbox(made.public)}), row)
    return row


def destroy_door(door: Door) -> None:
    """Whatever lies behind it opens for nobody any more; before its rows go."""
    keys.destroy([door.key_id, *Parcel.objects.filter(door=door).values_list("key_id", flat=True)])


def destroy_parcel(row: Parcel) -> None:
    """One thing less behind its door; before its row goes."""
    keys.destroy([row.key_id])


def destroy_all(file: CaseFile) -> None:
    """The keys of every door and parcel of this case."""
    rows = [Door.objects.filter(case=file.case), Parcel.objects.filter(case=file.case)]
    keys.destroy([key_id for one in rows for key_id in one.values_list("key_id", flat=True)])


def destroy_what_is_over() -> int:
    """For the worker: keys of what was collected, or of which the day has passed; return how many rows had one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT counsel_keys_over(%s, %s)", [clock.now(), clock.today()])
        over: Iterable[UUID] = [row[0] for row in cursor.fetchall()]
    keys.destroy(over)
    return len(list(over))
