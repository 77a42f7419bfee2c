"""The files of a case: what there is, what may be seen of it, and what waits for a second person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.cases.models import Attachment, FileRequest
from helpdesk.cases.models.attachment import REQUESTS, STATES
from helpdesk.cases.panels.mail import size_of
from helpdesk.cases.panels.people import Colleagues
from helpdesk.lib import clock
from helpdesk.lib.files.kinds import REASONS
from helpdesk.lib.files.safe import PLAIN

WAITS = {
    "scanner": "De viruscontrole is niet bereikbaar.",
    "signatures": "De viruscontrole is te oud.",
    "busy": "Het was te druk om het te controleren.",
    "office": "Dit stuk kan nu niet veilig getoond worden. Het is bewaard. De beheerder kan LibreOffice nakijken.",
}
OUTSIDE = "van buiten"  # somebody around the child, or of another case
SOURCES = {"website": "website", "mail": "e-mail", "letter": "brief", "desk": "toegevoegd"}


@dataclass(frozen=True)
class Asked:
    """A request of one colleague that waits for another, or was agreed."""

    id: UUID
    what: str
    by: str
    reason: str
    mine: bool
    agreed: bool
    open: bool


@dataclass(frozen=True)
class Shown:
    """One file."""

    id: UUID
    name: str
    state: str
    state_words: str
    why: str
    size: str
    pages: int
    at: datetime
    source: str
    who: str
    digest: str
    asked: tuple[Asked, ...]
    scanned: bool
    within: str = ""
    is_text: bool = False
    drawn: bool = False

    @property
    def can_be_asked(self) -> bool:
        """Whether the original may be asked for."""
        return self.state in {"safe", "waiting", "refused"} and not any(not one.agreed for one in self.asked)

    @property
    def mine_is_open(self) -> bool:
        """Whether somebody said yes to me and the quarter is not over."""
        return any(one.mine and one.open for one in self.asked)


def files(
    rows: Iterable[Attachment], requests: Iterable[FileRequest], people: Colleagues, me: object, asker: str
) -> list[Shown]:
    """The files, oldest first."""
    asked: dict[UUID, list[Asked]] = {}
    for one in requests:
        if one.attachment_id is None:
            continue
        asked.setdefault(one.attachment_id, []).append(_asked(one, people, me))
    shown = [_shown(row, tuple(asked.get(row.pk, ())), people, asker) for row in rows]
    return sorted(shown, key=lambda one: one.at)


def asked_messages(requests: Iterable[FileRequest], people: Colleagues, me: object) -> list[tuple[UUID, Asked]]:
    """Who asked for a whole message as it came, by its id; over when its quarter is."""
    found = [(one.mail_id, _asked(one, people, me)) for one in requests if one.mail_id]
    return [(mail, asked) for mail, asked in found if not asked.agreed or (asked.mine and asked.open)]


def _shown(row: Attachment, asked: tuple[Asked, ...], people: Colleagues, asker: str) -> Shown:
    content = row.content
    why = REASONS.get(content["reason"]) or WAITS.get(content["reason"], "")
    return Shown(
        id=row.pk,
        name=content["name"],
        state=row.state,
        state_words=STATES[row.state],
        why=why if row.state in {"refused", "waiting"} else "",
        size=size_of(content["size"]),
        pages=content["pages"],
        at=datetime.fromisoformat(content["at"]),
        source=SOURCES.get(content["source"], ""),
        who={"asker": asker, "party": OUTSIDE}.get(content["by"]) or people.name(content["by"]),
        digest=content.get("digest", ""),
        asked=asked,
        scanned=bool(content.get("scanned")),
        within=content.get("within", ""),
        is_text=content.get("kind") == PLAIN,
        drawn=bool(content.get("drawn")),
    )


def _asked(row: FileRequest, people: Colleagues, me: object) -> Asked:
    agreed = row.agreed_by_id is not None
    return Asked(
        id=row.pk,
        what=REQUESTS[row.kind],
        by=people.name(str(row.asked_by_id)),
        reason=row.content["reason"],
        mine=row.asked_by_id == me,
        agreed=agreed,
        open=agreed and row.open_until is not None and row.open_until > clock.now() and row.kind != "destroy",
    )
