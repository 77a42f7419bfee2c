"""No way out without a release: found in the source, so that a new one cannot be forgotten."""

from __future__ import annotations

from pathlib import Path

from tests import inspector
from tests.ways_out import ways_out

ROOT = inspector.HELPDESK.parent
# Carries nothing of a case to anybody outside, and why.
WITHOUT = {
    "helpdesk/teams/letters.py": "Invitations and notices to colleagues; this room knows no case.",
    "helpdesk/lib/mail/entities.py": "Reads the header of a message that came in.",
    "helpdesk/lib/confined.py": "A child process without network that reads a file and hands it back.",
    "helpdesk/lib/files/office.py": "Starts LibreOffice inside that child, without network or socket.",
    "helpdesk/lib/files/clamd.py": "Our own virus scanner; it keeps nothing.",
    "helpdesk/lib/mail/sending.py": "The transport. `claim_mail` asked for the release a moment before; see below.",
    "helpdesk/cases/views/file.py": "A colleague who may read the case keeps a file of it.",
    "helpdesk/cases/views/paper_for_us.py": "A colleague who may read the case prints it for the file, on record.",
    "helpdesk/cases/views/mail.py": "Two colleagues agreed that one of them keeps a whole message.",
    "helpdesk/cases/views/give.py": "Fetches what was given behind a release, byte for byte as it was kept.",
    "helpdesk/reports/views/concept.py": "Who writes a report goes on with its draft in Word, on record.",
    "helpdesk/reports/views/signed.py": "A colleague who may read the case fetches what was signed, on record.",
    "helpdesk/counsel/views/outside.py": "Hands out what was laid ready behind a release, byte for byte.",
    "helpdesk/lib/papers/docx.py": "pandoc, a child process in its sandbox, gives back the Word file.",
    "helpdesk/lib/papers/docx_styles.py": "pandoc prints its own model of a Word file; nothing of ours goes in.",
    "helpdesk/desk/views/mail.py": "A colleague who may read the case keeps the original of a mail.",
}


def found() -> list[str]:
    return [
        way
        for path in inspector.modules()
        if "tests" not in path.parts
        for way in ways_out(path.relative_to(ROOT), path.read_text("utf-8"))
    ]


def test_every_way_out_asks_for_a_release() -> None:
    ways = found()
    assert [way for way in ways if way.split(":")[0] not in WITHOUT] == []
    assert {way.split(":")[0] for way in ways} == set(WITHOUT), "the list holds nothing that is not there"


def test_the_transport_is_used_behind_a_release_alone() -> None:
    """Whoever hands mail to the transport has it from `claim_mail`, and that asks for the release at that moment."""
    users = [
        path.relative_to(ROOT).as_posix()
        for path in inspector.modules()
        if "tests" not in path.parts and "sending.send(" in path.read_text("utf-8")
    ]
    assert users == ["helpdesk/desk/mail_out.py"]
    source = (inspector.HELPDESK / "cases" / "actions" / "send.py").read_text("utf-8")
    claim, _, leave = source.partition("def claim_mail")[2].partition("def _leave")
    assert claim.index("_leave(file") < claim.index('"sending", ""')
    assert "release(file" in leave
    assert "release_to_asker(file, channel=Channel.EMAIL)" in leave
    assert "claim_mail(" in (ROOT / users[0]).read_text("utf-8").partition("sending.send(")[0]


def test_the_letter_and_the_call_are_found_when_they_forget_it() -> None:
    for name in ("write.py", "call.py", "call_out.py"):
        path = inspector.HELPDESK / "cases" / "actions" / name
        source = path.read_text("utf-8")
        assert ways_out(path, source) == []
        assert ways_out(path, source.replace("leave: Release", "leave: object")), name


def test_a_sneaky_new_way_out_is_found() -> None:
    sneaky = {
        "send_mail('s', text, None, [to])": True,
        "FileResponse(text)": True,
        "httpx.post('https://x', data=text)": True,
        "remind.defer(case_id=text)": True,
        "HttpResponse(text, headers={'Content-Disposition': 'attachment'})": True,
        "render(request, 'cases/paper_new.html', text)": True,
        "write(course={'calls': [text]})": True,
        "render(text)": False,
    }
    for line, caught in sneaky.items():
        assert bool(ways_out(Path("x.py"), f"def tell(text, to):\n    {line}\n")) is caught, line
        assert ways_out(Path("x.py"), f"def tell(leave: Release, text, to):\n    {line}\n") == [], line


def test_an_ordinary_page_of_the_desk_is_not_what_comes_out_of_a_printer() -> None:
    """A page with something of a case prints one sentence; what prints whole is made for it, or knows no case."""
    rooms = [inspector.HELPDESK / room / "templates" for room in ("cases", "desk")]
    pages = {path: path.read_text("utf-8") for room in rooms for path in room.rglob("*.html")}
    assert [path.name for path, source in pages.items() if "{% block paper %}" in source] == []
    whole = sorted(path.name for path, source in pages.items() if '"ui/paper.html"' in source)
    assert whole == ["paper_case.html", "paper_letter.html", "paper_talk.html"]
    shell = (inspector.HELPDESK / "ui/templates/ui/desk.html").read_text("utf-8")
    assert '<body class="{% block paper %}krh-not-on-paper{% endblock %}"' in shell
