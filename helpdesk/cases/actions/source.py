"""A source on which a case relies: added with why, looked at when it changed, taken back. Rows are only added."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from helpdesk.cases.access import CaseFile
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.models import Case, Source
from helpdesk.cases.sources import Held, Kind, held, to_summary
from helpdesk.cases.workflow import NotNow
from helpdesk.lib import clock
from helpdesk.library.standing import Key, Pin, name_of, names_of, newest, pins

GONE = "Deze bron staat hier niet (meer)."
MOST = 60  # sources of one case; the worklist opens a line of each


def add_source(
    *, file: CaseFile, code: str, place: str, why: str = "", on: date | None = None, language: str = "nl"
) -> Source:
    """From now on the case relies on this passage, as it stood on that day.

    Args:
        file: the case, opened for this verb.
        code: of the work, see `library.Work`.
        place: the address of the passage in it.
        why: what it means for this child, sealed.
        on: the day that counts; today when nobody says another.
        language: of the version that was read.

    Raises:
        NotNow: the case relies on it already, or the work has no such article in any state that we have.
    """
    key = Key.of(code, place, language)
    name, pin = name_of(place, code, names_of([code]).get(code, "")), pins([key], on)[key]
    if pin.seen == "" and not pin.digest:
        raise NotNow("Deze plaats staat niet in de bron zoals wij haar hebben. Kijk het nummer na.")
    with stepping(file, "add-source") as case:
        sources = sources_of(file)
        if any((one.key, one.place) == (key, place) for one in sources):
            raise NotNow("De zaak steunt hier al op.")
        if len(sources) >= MOST:
            raise NotNow(f"Er staan al {MOST} bronnen bij deze zaak. Haal eerst weg wat niet meer telt.")
        said = {"code": code, "place": place, "language": language, "name": name, "why": why}
        row = _put(file, Kind.ADDED, **said, **_kept(pin))
        keep_sources(file, case)
    return row


def check_source(*, file: CaseFile, source_id: UUID, note: str, adapted: bool = False) -> None:
    """Somebody looked at a source that changed; the mark goes until it changes again.

    Args:
        file: the case, opened for this verb.
        source_id: which one.
        note: what was found, sealed.
        adapted: our advice follows the new text now, so the citation is of the state of today.

    Raises:
        NotNow: it is not there any more.
    """
    with stepping(file, "check-source") as case:
        one = _of(file, source_id)
        now = newest([one.key]).get(one.key)
        pin = pins([one.key])[one.key] if adapted else Pin(one.valid_from, one.digest, now.digest if now else None)
        _put(file, Kind.CHECKED, of=str(source_id), note=note.strip(), adapted=adapted, **_kept(pin))
        keep_sources(file, case)


def take_back_source(*, file: CaseFile, source_id: UUID) -> None:
    """The case does not rely on it after all; that it once did stays in its rows.

    Raises:
        NotNow: it is not there any more.
    """
    with stepping(file, "take-back-source") as case:
        one = _of(file, source_id)
        _put(file, Kind.TAKEN_BACK, of=str(one.id), takes_back=str(one.id))
        keep_sources(file, case)


def sources_of(file: CaseFile) -> list[Held]:
    """On what the case relies now."""
    return held(file.open(Source.objects.filter(case=file.case)))


def source_of(*, file: CaseFile, source_id: UUID) -> Held:
    """One of them; raises NotNow when it is not there."""
    return _of(file, source_id)


def keep_sources(file: CaseFile, case: Case) -> None:
    """Write into the summary of the case being changed what lists must know."""
    change_summary(case, sources=to_summary(sources_of(file)) or None)


def _of(file: CaseFile, source_id: UUID) -> Held:
    for one in sources_of(file):
        if one.id == source_id:
            return one
    raise NotNow(GONE)


def _kept(pin: Pin) -> dict[str, Any]:
    day = pin.valid_from.isoformat() if pin.valid_from else None
    return {"valid_from": day, "digest": pin.digest, "seen": pin.seen}


def _put(file: CaseFile, kind: Kind, **said: Any) -> Source:
    row = file.mine(Source(case=file.case, created_on=clock.today()))
    row.content = {"kind": str(kind), "by": str(file.member.pk), "at": now_text(), **said}
    row.save(force_insert=True)
    return row
