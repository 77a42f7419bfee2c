"""Politely over HTTP: one at a time, with a pause, saying who asks, waiting when asked to, going on where it stopped.

Nothing of ours goes along: an address of a public source leaves, and nothing else.
"""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

TIMEOUT = 60.0
TRIES = 5
BLOCK = 1 << 16
LONGEST_WAIT = 900.0  # seconds that a server may ask of us; a longer wait ends the run, and the next one goes on
BUSY = frozenset({429, 500, 502, 503, 504})


class NotFetched(Exception):
    """The server did not give it. `str()` says why."""


@dataclass
class Fetcher:
    """Fetches into a folder. `pause` lies between two requests; `sleep` is for tests."""

    folder: Path
    agent: str
    pause: float = 1.0
    sleep: Callable[[float], None] = time.sleep
    asked: bool = False

    def text(self, url: str) -> bytes:
        """A short answer, such as a list. Raises `NotFetched`."""
        with self._answer(url, 0) as answer:
            return answer.read()

    def file(self, url: str, name: str) -> tuple[Path, bool]:
        """The file under its own name, and whether it is new. What is there already is not asked for again.

        A part that a broken-off run left is completed with a range; a server that knows none sends the whole again.
        Raises `NotFetched`.
        """
        path = self.folder / name
        if path.exists():
            return path, False
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + ".part")
        for _ in range(TRIES):
            if self._more(url, part):
                part.replace(path)  # only a whole file ever has the name
                return path, True
        raise NotFetched(f"{url}: de verbinding brak telkens af")

    def _more(self, url: str, part: Path) -> bool:
        """Read on from where the part ends; True when the last byte is in."""
        have = part.stat().st_size if part.exists() else 0
        with self._answer(url, have) as answer:
            if answer.status == 416:  # nothing after what we have: it was whole, or is another file by now
                if answer.headers.get("Content-Range", "").endswith(f"/{have}"):
                    return True
                part.unlink()
                return False
            going_on = answer.status == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {have}-")
            left = answer.length  # counts down while we read
            try:
                with part.open("ab" if going_on else "wb") as file:
                    while block := answer.read(BLOCK):
                        file.write(block)
            except (OSError, HTTPException):
                return False
        have = have if going_on else 0
        return left is None or part.stat().st_size - have == left

    def _answer(self, url: str, start: int) -> HTTPResponse:
        wanted = urllib.request.Request(url, headers={"User-Agent": self.agent})  # noqa: S310  # looked at below
        if urlsplit(url).scheme not in {"http", "https"}:
            raise NotFetched(f"{url}: alleen http en https")
        if start:
            wanted.add_header("Range", f"bytes={start}-")
        for turn in range(TRIES):
            if self.asked:
                self.sleep(self.pause)
            self.asked = True
            try:
                return cast(HTTPResponse, _OPENER.open(wanted, timeout=TIMEOUT))
            except urllib.error.HTTPError as refusal:
                if refusal.code == 416:
                    return cast(HTTPResponse, refusal)
                refusal.close()
                if refusal.code not in BUSY:
                    raise NotFetched(f"{url}: antwoord {refusal.code}") from None
                self._wait(refusal.headers.get("Retry-After", ""), turn)
            except (OSError, HTTPException):
                self._wait("", turn)
        raise NotFetched(f"{url}: geen antwoord na {TRIES} keer")

    def _wait(self, asked: str, turn: int) -> None:
        seconds = _seconds(asked)
        if seconds is None:
            seconds = 2.0**turn * self.pause
        if seconds > LONGEST_WAIT:
            raise NotFetched(f"de bron vraagt {seconds:.0f} seconden te wachten; probeer het later opnieuw")
        self.sleep(seconds)


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect within the same site only, and never from https to http."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if old.hostname != new.hostname or (old.scheme == "https" and new.scheme != "https"):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = urllib.request.build_opener(_SameHost)


def _seconds(asked: str) -> float | None:
    """Retry-After: a number of seconds, or a moment."""
    if asked.strip().isdecimal():
        return float(asked)
    try:
        return max(0.0, (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None
