"""What is new in this message, what is signature, what is quoted from before? Nothing is thrown away.

The pieces lie side by side and together are the text. When we are not sure, words count as new: a jurist who reads one
line too many loses a second, one who misses a line may miss a child. So words between and below quotes stay new, and
so does what somebody forwards, because to us it is news.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

from helpdesk.lib.mail import quote_lines as known

_HEADERS_WITHIN = 8
_LINES = 40_000  # beyond this everything counts as what it was


class Role(StrEnum):
    NEW = "new"
    SIGNATURE = "signature"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` of the whole."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Split:
    text: str
    pieces: tuple[Piece, ...]

    @property
    def new(self) -> str:
        return self._all(Role.NEW)

    @property
    def signature(self) -> str:
        return self._all(Role.SIGNATURE)

    @property
    def quoted(self) -> str:
        return self._all(Role.QUOTED)

    @property
    def shown(self) -> str:
        """What to show first: the new words, or all of it where there are none."""
        return self.new.strip() or self.text.strip()

    def _all(self, role: Role) -> str:
        return "".join(self.text[piece.start : piece.end] for piece in self.pieces if piece.role is role)


def split(text: str) -> Split:
    """Cut a text into new words, signatures and quotes."""
    lines = text.splitlines(keepends=True) or [""]
    head, beyond = lines[:_LINES], lines[_LINES:]
    roles = _roles([line.rstrip("\r\n") for line in head])
    roles += [roles[-1]] * len(beyond) if roles else []
    pieces: list[Piece] = []
    at = 0
    for role, group in groupby(zip(roles, lines, strict=True), key=lambda one: one[0]):
        size = sum(len(line) for _, line in group)
        pieces.append(Piece(role, at, at + size))
        at += size
    return Split(text, tuple(pieces))


def _roles(lines: list[str]) -> list[Role]:
    roles = [Role.NEW] * len(lines)
    at = 0
    while at < len(lines):
        if known.is_forward_mark(lines[at]):
            break  # what follows is forwarded: news, with its headers
        if _starts_old_message(lines, at):
            roles[at:] = [Role.QUOTED] * (len(lines) - at)
            break
        opened = 0 if known.is_quoted(lines[at]) else _introduction(lines, at)
        if opened or known.is_quoted(lines[at]):
            end = _end_of_quote(lines, at + opened)
            if opened and end == at + opened:
                end = len(lines)  # introduced and then not marked: all the rest is old
            roles[at:end] = [Role.QUOTED] * (end - at)
            at = end
        else:
            at += 1
    _mark_signatures(lines, roles)
    return roles


def _introduction(lines: list[str], at: int) -> int:
    """How many lines from here are “Op … schreef …:”; 0 when they are not."""
    if at + 1 < len(lines) and known.introduces_a_quote(lines[at]) and _quote_below(lines, at + 1):
        return 1
    if not known.may_introduce(lines[at]):
        return 0
    joined = ""
    for count in range(1, known.JOINED + 1):
        line = lines[at + count - 1].strip() if at + count <= len(lines) else ""
        if not line:
            if count > 1 and joined and at + count < len(lines) and lines[at + count].strip()[:1] in {"<", "m"}:
                continue  # an address that a program put in lines of its own
            return 0
        if count > 1 and (known.is_quoted(line) or known.introduces(line)):
            return 0
        joined = f"{joined} {line}".strip()
        if known.introduces(joined):
            return _with_tail(lines, at, count)
        if len(joined) > known.LONGEST:
            return 0
    return 0


def _quote_below(lines: list[str], at: int) -> bool:
    below = next((line for line in lines[at : at + 3] if line.strip()), "")
    return known.is_quoted(below)


def _with_tail(lines: list[str], at: int, count: int) -> int:
    """“… wrote:”, then the address and “wrote:” once more: some programs say it twice."""
    for more in (1, 2):
        tail = [line.strip() for line in lines[at + count : at + count + more]]
        if len(tail) == more and tail[-1].lower() == "wrote:" and all(line for line in tail):
            return count + more
    return count


def _end_of_quote(lines: list[str], at: int) -> int:
    """The first line after the marked lines from here; `at` itself when nothing is marked."""
    first = at
    while first < len(lines) and not lines[first].strip():
        first += 1
    if first == len(lines) or not known.is_quoted(lines[first]):
        return at
    end = first
    while end < len(lines):
        if known.is_quoted(lines[end]):
            end += 1
            continue
        wrapped = end + 1 < len(lines) and lines[end].strip() and known.is_quoted(lines[end + 1])
        was_long = len(lines[end - 1].strip("> ")) >= 30 or lines[end].startswith(" (")
        if not wrapped or not was_long:
            break
        end += 1
    return end


def _starts_old_message(lines: list[str], at: int) -> bool:
    """“-----Oorspronkelijk bericht-----”, or the headers of a message, or a rule above those."""
    line = lines[at]
    if known.is_original_mark(line):
        return True
    if known.is_rule(line):
        below = at + 1
        while below < min(len(lines), at + 4) and not lines[below].strip():
            below += 1
        return below < len(lines) and _headers_start(lines, below)
    return _headers_start(lines, at)


def _headers_start(lines: list[str], at: int) -> bool:
    first = known.is_from_header(lines[at])
    if not first and not known.is_date_header(lines[at]):
        return False
    below = [line for line in lines[at + 1 : at + 1 + _HEADERS_WITHIN] if line.strip()]
    if below and (known.is_dated_header(lines[at]) or known.has_address(lines[at])):
        second = below[0]
        pair = known.is_dated_header(second) if first else known.is_other_header(second) and known.has_address(second)
        if pair:
            return True
    others = sum(1 for line in below if known.is_other_header(line))
    return others >= 2 if first else others >= 2 and any(known.is_from_header(line) for line in below[:3])


def _mark_signatures(lines: list[str], roles: list[Role]) -> None:
    """From `-- ` to the end of the words around it, and a telephone's last line."""
    edges = [0, *(i for i, pair in enumerate(pairwise(roles), 1) if pair[0] is not pair[1]), len(lines)]
    for start, end in pairwise(edges):
        if roles[start] is not Role.NEW:
            continue
        last = end
        while last > start and not lines[last - 1].strip():
            last -= 1
        cut = next((i for i in range(max(start, last - 30), last) if known.is_signature_mark(lines[i])), last)
        while cut > start and (known.is_mobile_signature(lines[cut - 1]) or not lines[cut - 1].strip()):
            cut -= 1
        if any(line.strip() for line in lines[cut:last]):
            while cut < last and not lines[cut].strip():
                cut += 1
            roles[cut:end] = [Role.SIGNATURE] * (end - cut)
