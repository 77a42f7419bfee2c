"""The second reader: who was asked, what she remarked, whether she agreed, and with which text. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from helpdesk.reports.laid import LaidReport, Line
from helpdesk.reports.workflow import Kind, State

# What changes the report: an approval from before such a step says nothing of what stands there now.
CHANGES = frozenset({Kind.START, Kind.FRAME, Kind.FACT, Kind.CITE, Kind.CONDITIONS, Kind.ANNEX, Kind.CONSENT})
READERS = frozenset({Kind.ASK_READER, Kind.APPROVE})


@dataclass(frozen=True)
class Remark:
    """What was remarked at a place in the text (`part`), or on the whole; with its answers."""

    id: str
    by: str
    at: str
    text: str
    part: str = ""
    done: bool = False
    done_by: str = ""
    answers: Sequence[Remark] = ()


@dataclass(frozen=True)
class Review:
    """How the reading stands.

    Args:
        asked: the step that asked the reader, while it waits for her or she agreed; None otherwise.
        approved: the step with which she agreed, while that still counts.
        back: the step with which it came back to its author last, when it did.
    """

    asked: Line | None
    approved: Line | None
    back: Line | None
    remarks: Sequence[Remark] = field(repr=False)

    @property
    def reader(self) -> str:
        return str(self.asked.said["reader"]) if self.asked else ""

    @property
    def reader_now(self) -> str:
        """Who agreed; a colleague may stand in for whoever was asked."""
        return self.approved.by if self.approved else ""

    @property
    def open_remarks(self) -> list[Remark]:
        return [one for one in self.remarks if not one.done]


def content_step(report: LaidReport) -> int:
    """The number of the newest step that changed the report itself."""
    return max((one.number for one in report.lines if one.kind in CHANGES), default=0)


def review(report: LaidReport, standing: Mapping[str, int]) -> Review:
    """Lay the steps of reading on top of each other.

    Args:
        standing: the version of each chapter now.
    """
    asked = approved = back = None
    for line in report.lines:
        match line.kind:
            case Kind.ASK_READER:
                asked, approved, back = line, None, None
            case Kind.SEND_BACK:
                asked, approved, back = None, None, line
            case Kind.APPROVE:
                approved = line
    return Review(asked, approved if _counts(approved, report, standing) else None, back, remarks(report.lines))


def _counts(approved: Line | None, report: LaidReport, standing: Mapping[str, int]) -> bool:
    """Whether what was agreed with is what stands there now."""
    if approved is None:
        return False
    same = approved.said["versions"] == dict(standing) and approved.said["step"] == content_step(report)
    return same and approved.by not in report.writers


def remarks(lines: Iterable[Line]) -> list[Remark]:
    """Every remark with its answers, in the order in which they came."""
    found: dict[str, Remark] = {}
    for line in lines:
        said = line.said
        if line.kind == Kind.REMARK:
            found[line.id] = Remark(line.id, line.by, said["at"], said["text"], said.get("part", ""))
        elif line.kind == Kind.ANSWER and said["on"] in found:
            one = found[said["on"]]
            answer = Remark(line.id, line.by, said["at"], said["text"])
            found[one.id] = replace(one, answers=[*one.answers, answer])
        elif line.kind == Kind.DONE and said["on"] in found:
            found[said["on"]] = replace(found[said["on"]], done=not said.get("again"), done_by=line.by)
    return list(found.values())


def may_read(report: LaidReport, member: Any) -> bool:
    """Author and reader differ by rule: whoever wrote a word of it does not judge it."""
    return str(member.pk) not in report.writers


def reads(report: LaidReport, member: Any) -> bool:
    """Whether what this member types are proposals: she was asked to read, or agreed in the place of who was.

    Writing would make her an author, and her yes would count no more.
    """
    asked = max((one.number for one in report.lines if one.kind == Kind.ASK_READER), default=0)
    since = [one for one in report.lines if one.number >= asked]
    who = {one.said["reader"] if one.kind == Kind.ASK_READER else one.by for one in since if one.kind in READERS}
    return report.state == State.READING and str(member.pk) in who


def open_attempts(lines: Iterable[Line]) -> list[Line]:
    """What was sent, could not be put in, and waits for somebody."""
    every = list(lines)
    settled = {one.said["attempt"] for one in every if one.kind == Kind.SETTLE}
    return [one for one in every if one.kind == Kind.CONFLICT and one.said["attempt"] not in settled]


def seen_of(report: LaidReport, now: Mapping[str, int]) -> str:
    """What stands there, in a word: the version of each chapter and the newest step that changed something."""
    versions = sorted(now.items())
    return ".".join([str(content_step(report)), *(f"{key}-{version}" for key, version in versions)])
