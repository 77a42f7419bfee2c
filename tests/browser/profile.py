"""A browser with a profile that stays on disk, a tiny site beside ours, and a search for words in what was left."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from tests.sites import profile_arguments

PLAIN = b"""<!doctype html><html lang="nl"><title>Zoek</title><form><label>Wat <textarea name="wat"></textarea></label>
<button>Zoek</button></form></html>"""


@contextmanager
def plain_site() -> Iterator[str]:
    """An ordinary page with an ordinary form that asks with GET: what leaves traces everywhere."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(PLAIN)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def lasting_browser(playwright: Playwright, home: Path) -> Iterator[BrowserContext]:
    """Closed at the end in the ordinary way, so that everything that is kept has been written."""
    shutil.rmtree(home, ignore_errors=True)
    context = playwright.chromium.launch_persistent_context(**profile_arguments(home))  # type: ignore[arg-type]
    context.set_default_timeout(15_000)
    yield context
    context.close()


def files_with(home: Path, word: str) -> list[str]:
    """The files in which the word lies, as a browser would write it: UTF-8, UTF-16, or as part of an address."""
    shapes = [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.upper().encode()]
    found = []
    for path in sorted(home.rglob("*")):
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            if any(shape in content for shape in shapes):
                found.append(str(path.relative_to(home)))
    return found


def history(home: Path, site: str) -> list[tuple[str, str]]:
    """Address and title of what the browser remembers of a site."""
    with closing(sqlite3.connect(f"file:{home / 'Default' / 'History'}?immutable=1", uri=True)) as database:
        rows = database.execute("SELECT url, title FROM urls ORDER BY id").fetchall()
    return [(url, title) for url, title in rows if url.startswith(site)]
