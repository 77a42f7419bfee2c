"""How many quoted replies do we cut as somebody else expected? Beside the Python libraries, where those are installed.

    python -m benchmarks.trimming [--misses]

A libraries' environment of its own is enough: this needs nothing of the helpdesk but `helpdesk/lib/mail`. The samples
lie in the folder of test data, beside the checkout or where HELPDESK_TEST_DATA says.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from helpdesk.lib.mail.html_text import html_to_text
from helpdesk.lib.mail.reading import read
from helpdesk.lib.mail.trimming import Role, split

ROOT = Path(__file__).parents[1]
Sample = tuple[str, str, str]  # name, text, expected


def data_folder() -> Path | None:
    """The folder with mail, or None."""
    told = os.environ.get("HELPDESK_TEST_DATA")
    homes = [Path(told)] if told else [parent / "shared" / "data" for parent in ROOT.parents]
    return next((home / "mail" for home in homes if (home / "mail").is_dir()), None)


def sources(mail: Path) -> dict[str, list[Sample]]:
    """The samples with an expected text, by where they come from."""
    unquote = mail / "unquotemail-repo/tests"
    crisp = mail / "crisp-email-reply-parser/test/fixtures"
    folders = [unquote / "samples", unquote / "samples/failing", crisp]
    found: dict[str, list[Sample]] = {"crisp": [], "unquotemail": [], "talon": [], "talon html": []}
    for expected in sorted((unquote / "expecteds").glob("*.txt")):
        home = next((one for one in folders if (one / expected.name).exists()), None)
        if home:  # one set took over the other's samples under their names
            source = "crisp" if (crisp / expected.name).exists() else "unquotemail"
            found[source].append((expected.name, _read(home / expected.name), _read(expected)))
    talon = mail / "talon/tests/fixtures"
    for message in sorted((talon / "standard_replies").glob("*.eml")):
        told = message.with_name(message.stem + "_reply_text")
        expected_text = _read(told) if told.exists() else "Hello"  # all the others answer with this word
        found["talon"].append((message.name, read(message.read_bytes()).body, expected_text))
    for page in sorted((talon / "html_replies").glob("*.html")):
        wanted = unquote / "expecteds" / page.name
        if wanted.exists():
            found["talon html"].append((page.name, html_to_text(_read(page)), html_to_text(_read(wanted))))
    return {name: samples for name, samples in found.items() if samples}


def ours(text: str) -> str:
    """These sources take away quotes only: a signature above the first quote stays, one below it goes."""
    done = split(text)
    kept, quote_seen = [], False
    for piece in done.pieces:
        quote_seen = quote_seen or piece.role is Role.QUOTED
        if piece.role is Role.NEW or (piece.role is Role.SIGNATURE and not quote_seen):
            kept.append(text[piece.start : piece.end])
    return "".join(kept)


def bare(text: str) -> str:
    """Lines without blanks at their ends, without blank lines: what two careful people call the same."""
    return "\n".join(line.rstrip() for line in text.replace("\xa0", " ").strip().splitlines() if line.strip())


def others() -> Iterator[tuple[str, Callable[[str], str]]]:
    """The libraries that are installed here."""
    try:
        reply = import_module("email_reply_parser").EmailReplyParser
        yield "email-reply-parser", reply.parse_reply
        yield "email-reply-parser, signature kept", lambda text: _with_signature(reply, text)
    except ImportError:
        pass
    try:
        parser = import_module("mailparser_reply").EmailReplyParser
        tongues = ["nl", "en", "de", "fr", "it", "es", "pl", "da", "sv"]
        yield "mail-parser-reply", lambda text: parser(languages=tongues).parse_reply(text=text) or ""
        yield (
            "mail-parser-reply, signature kept",
            lambda text: parser(languages=tongues).read(text=text).replies[0].content,
        )
    except ImportError:
        pass
    try:
        quotequail = import_module("quotequail")
        yield "quotequail", lambda text: _top(quotequail.unwrap(text), text)
    except ImportError:
        pass


def _with_signature(reply: object, text: str) -> str:
    fragments = reply.read(text).fragments  # type: ignore[attr-defined]
    return "\n".join(one.content for one in fragments if not one.quoted and not one.headers)


def _top(found: dict[str, str] | None, text: str) -> str:
    """quotequail leaves a forwarded message alone too, when that is all there is."""
    return text if found is None or found["type"] == "forward" else found.get("text_top", "")


def score(cut: Callable[[str], str], samples: list[Sample]) -> tuple[int, list[str]]:
    """How many match exactly but for blank lines, and the names of the others."""
    misses = []
    for name, text, expected in samples:
        try:
            same = bare(cut(text)) == bare(expected)
        except Exception:  # a library that crashes did not match
            same = False
        if not same:
            misses.append(name)
    return len(samples) - len(misses), misses


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def main() -> int:
    """Print a table: one line for each way of cutting."""
    mail = data_folder()
    if mail is None:
        print("The test data are not on this machine; set HELPDESK_TEST_DATA.")
        return 0
    found = sources(mail)
    print("".ljust(36), *(f"{name} ({len(samples)})".rjust(18) for name, samples in found.items()))
    for name, cut in [("helpdesk", ours), *others()]:
        results = [score(cut, samples) for samples in found.values()]
        print(name.ljust(36), *(str(count).rjust(18) for count, _ in results))
        if "--misses" in sys.argv:
            print("   ", "; ".join(" ".join(misses) for _, misses in results))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
