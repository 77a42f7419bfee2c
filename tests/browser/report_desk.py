"""A small server that speaks the protocol of the report editor over one chapter in memory, under the desk's policy.

The editor is tried here alone: the page is the desk's shell with `reports/editor.html` in it, everything else is
said by this file, so that a test can make the server slow, gone, or somebody else's.
"""

from __future__ import annotations

import json
import mimetypes
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Engine
from django.template.backends.django import get_installed_libraries
from django.urls import reverse

from devtools.environment import ROOT
from helpdesk.reports.document import NotADocument, checked

IRIS, MO = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))
FACT, LAW, CHILD, MADE = (str(uuid.UUID(int=number)) for number in range(11, 15))
PAGE = """{% extends "ui/desk.html" %}{% block head_extra %}{% include "reports/editor_head.html" %}{% endblock %}
{% block main %}<h1>Kinderrechtenrapportage</h1>{% include "reports/editor.html" %}{% endblock %}"""
ADDRESSES = {
    "part_url": "/deel/",
    "facts_url": "/feiten/",
    "find_url": "/zoek/",
    "cite_url": "/haal-aan/",
    "comments_url": "/opmerkingen/",
}
SOURCE = "Het kind dat in staat is zijn of haar eigen mening te vormen, mag die vrijelijk uiten."
REFS: dict[str, dict[str, Any]] = {
    FACT: {
        "kind": "fact",
        "number": 1,
        "label": "Geen gesprek",
        "text": "Geen verslag van een gesprek.",
        "source": "Besluit van 2 oktober",
        "contested": False,
    },
    LAW: {"kind": "citation", "label": "art. 12 IVRK", "text": SOURCE, "sure": "verified", "url": "/bron/"},
    CHILD: {"kind": "person", "label": "D.", "text": "het kind"},
}


def words(*texts: str) -> dict[str, Any]:
    """A chapter of plain paragraphs."""
    return {
        "type": "doc",
        "content": [
            {
                "type": "paragraph",
                "attrs": {"id": f"{number:08x}"},
                **({"content": [{"type": "text", "text": text}]} if text else {}),
            }
            for number, text in enumerate(texts, 1)
        ],
    }


def said(doc: dict[str, Any]) -> str:
    """The words of a document, a line per block of text."""
    if doc["type"] == "text":
        return str(doc["text"])
    inner = [said(child) for child in doc.get("content", ())]
    return "".join(inner) if doc["type"] in {"paragraph", "heading"} else "\n".join(inner)


def all_of(doc: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """Every node of one type, and every text that carries a mark of that name."""
    mine = [doc] if doc["type"] == kind or kind in {mark["type"] for mark in doc.get("marks", ())} else []
    return mine + [found for child in doc.get("content", ()) for found in all_of(child, kind)]


@dataclass
class Desk:
    """What the server knows, and how it behaves; a test changes it as it likes."""

    doc: dict[str, Any]
    key: str = "application"
    version: int = 1
    by: str = "Iris de Wit"
    signed_in: bool = True
    down: bool = False
    frozen: bool = False
    held_by: dict[str, Any] | None = None
    answers_lost: int = 0
    comments: list[dict[str, Any]] = field(default_factory=list)
    saves: dict[str, dict[str, Any]] = field(default_factory=dict)
    kept: list[dict[str, Any]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    modes: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    address: str = ""
    lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def text(self) -> str:
        return said(self.doc)

    def part(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "title": "7. Toepassing op dit kind",
            "doc": self.doc,
            "version": self.version,
            "held_by": self.held_by,
            "frozen": self.frozen,
            "refs": REFS,
            "comments": self.comments,
        }

    def save(self, sent: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """The same key twice gives the same answer; a stale base overwrites nothing."""
        if sent["key"] in self.saves:
            return 200, self.saves[sent["key"]]
        if self.held_by and not self.held_by["mine"]:
            self.kept.append(sent)
            return 423, {"held_by": self.held_by}
        if sent["base"] != self.version:
            self.kept.append(sent)
            return 409, {"version": self.version, "doc": self.doc, "by": self.by, "at": "2026-11-28T12:00:00Z"}
        try:
            checked(sent["doc"])
        except NotADocument as refusal:
            self.refused.append(str(refusal))
            return 422, {"error": str(refusal)}
        self.doc, self.version = sent["doc"], self.version + 1
        self.modes.append(sent["mode"])
        self.saves[sent["key"]] = {"version": self.version, "saved_at": "2026-11-28T12:00:00Z"}
        return 200, self.saves[sent["key"]]

    def somebody_saves(self, doc: dict[str, Any], by: str = "Mo Bakker") -> None:
        """A colleague, elsewhere, meanwhile."""
        with self.lock:
            self.doc, self.version, self.by = doc, self.version + 1, by

    def answer(self, path: str, sent: Any) -> tuple[int, Any]:
        if not self.signed_in:
            return 401, {}
        if path == ADDRESSES["part_url"]:
            return (200, self.part()) if sent is None else self.save(sent)
        if path == ADDRESSES["part_url"] + "pak/":
            return (409, {"held_by": self.held_by}) if self.held_by and not self.held_by["mine"] else (200, {})
        if path == ADDRESSES["facts_url"]:
            return 200, {"facts": [{"id": FACT, "day": "2 oktober 2026", **REFS[FACT]}]}
        if path == ADDRESSES["find_url"]:
            hit = {"address": "art. 9", "work": "ivrk", "label": "art. 9 IVRK", "text": "Niet gescheiden van ouders."}
            return 200, {"found": [{**hit, "sure": "verified", "in_force": True}] if "9" in sent["q"] else []}
        if path == ADDRESSES["cite_url"]:
            return 200, {
                "id": MADE,
                "label": f"{sent['address']} IVRK",
                "text": "Niet gescheiden van ouders.",
                "sure": "verified",
            }
        if path.startswith(ADDRESSES["comments_url"]):
            return 200, self._comment(path, sent)
        return 404, {}

    def _comment(self, path: str, sent: dict[str, Any]) -> dict[str, Any]:
        if path.endswith("/klaar/"):
            found = next(one for one in self.comments if one["id"] in path)
            found["done"] = True
            return found
        new = {"id": str(uuid.uuid4()), "by": "Iris de Wit", "mine": True, "at": "", "text": sent["text"]}
        if sent["on"]:
            thread = next(one for one in self.comments if one["id"] == sent["on"])
            thread["answers"].append(new)
            return thread
        self.comments.append({**new, "done": False, "answers": []})
        return self.comments[-1]


def page(**more: str) -> bytes:
    """The desk's shell around the editor, as a colleague who is signed in gets it."""
    engine = Engine(dirs=[str(ROOT / "helpdesk/reports/templates")], app_dirs=True, libraries=get_installed_libraries())
    user = SimpleNamespace(pk=IRIS, full_name="Iris de Wit", is_authenticated=False, theme="", keys_off=False)
    request = SimpleNamespace(user=user, resolver_match=SimpleNamespace(view_name=""), path="/", META={})
    context = {"request": request, "csrf_token": "token", "frame": {"glass": None}, **ADDRESSES, **more}
    return engine.from_string(PAGE).render(Context(context)).encode()


def policy() -> str:
    """The desk's own Content-Security-Policy."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(values)}" for name, values in directives.items())


@contextmanager
def serving(desk: Desk, **more: str) -> Iterator[Desk]:
    """On loopback and a free port, until the end of the block."""
    html, rules, signed_in = page(**more), policy(), reverse("teams:signed-in")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/":
                self.reply(200, html, "text/html; charset=utf-8")
            elif self.path.startswith(settings.STATIC_URL):
                found = finders.find(self.path.removeprefix(settings.STATIC_URL))
                kind = mimetypes.guess_type(self.path)[0] or "application/octet-stream"
                self.reply(200, Path(found).read_bytes(), kind) if isinstance(found, str) else self.reply(
                    404, b"", kind
                )
            elif self.path == signed_in:
                good = {"member": IRIS, "token": "token"}
                self.json(200 if desk.signed_in else 403, good if desk.signed_in else {})
            else:
                self.tell(None)

        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.json(403, {}) if self.headers["X-CSRFToken"] != "token" else self.tell(sent)

        def tell(self, sent: Any) -> None:
            with desk.lock:
                desk.asked.append(self.path)
                if desk.down:
                    self.close_connection = True
                    return
                status, data = desk.answer(self.path, sent)
                if sent is not None and self.path == ADDRESSES["part_url"] and desk.answers_lost:
                    desk.answers_lost -= 1
                    self.close_connection = True
                    return
            self.json(status, data)

        def json(self, status: int, data: Any) -> None:
            self.reply(status, json.dumps(data).encode(), "application/json")

        def reply(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            for name, value in {
                "Content-Type": kind,
                "Content-Length": str(len(body)),
                "Content-Security-Policy": rules,
                "Cache-Control": "no-store",
                "Referrer-Policy": "no-referrer",
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    desk.address = f"http://127.0.0.1:{server.server_port}/"
    try:
        yield desk
    finally:
        server.shutdown()
        server.server_close()
