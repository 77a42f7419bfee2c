"""Programs are known by what they are, and no person is taken for one by accident."""

from __future__ import annotations

import pytest

from helpdesk.lib.mail.reading import read
from helpdesk.lib.mail.robots import STAMP, Kind, kind_of
from helpdesk.lib.tests.mail_samples import letter, multipart, part, real_mail

# Advertising that a spam trap caught: no robot's mail by any sign, and a spam filter's business, not ours.
ADVERTISING = {"spam-bogus-email-in-report.msg", "spam-with-image.msg"}


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ([], Kind.PERSON),
        (["Auto-Submitted: no"], Kind.PERSON),
        (["Auto-Submitted: auto-replied"], Kind.AUTO_REPLY),
        (["Auto-Submitted: auto-generated; owner-email=x"], Kind.AUTO_REPLY),
        (["X-Auto-Response-Suppress: All"], Kind.AUTO_REPLY),
        (["Precedence: bulk"], Kind.AUTO_REPLY),
        (["Precedence: list"], Kind.LIST),
        (["Precedence: bulk", "List-Id: <nieuws.example.org>"], Kind.LIST),
        (["List-Unsubscribe: <mailto:x@example.org>"], Kind.LIST),
        (["Return-Path: <>"], Kind.AUTO_REPLY),
        (["Return-Path: <noor@example.org>"], Kind.PERSON),
        (["X-Failed-Recipients: a@example.org"], Kind.BOUNCE),
        ([f"{STAMP}: 1"], Kind.LOOP),
        (["X-Loop: helpdesk@example.org"], Kind.LOOP),
        (["Delivered-To: helpdesk@example.org"] * 2, Kind.LOOP),
        (["Received: x"] * 60, Kind.LOOP),
    ],
)
def test_headers_say_who_wrote(headers: list[str], kind: Kind) -> None:
    assert kind_of(read(letter("Hallo", *headers)), own={"Helpdesk@example.org"}) is kind


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("Afwezig: Re: Vraag", Kind.AUTO_REPLY),
        ("Automatisch antwoord: uw vraag", Kind.AUTO_REPLY),
        ("Out of office", Kind.AUTO_REPLY),
        ("Abwesenheitsnotiz: Frage", Kind.AUTO_REPLY),
        ("Ontvangstbevestiging", Kind.AUTO_REPLY),
        ("Vraag over afwezigheid op school", Kind.PERSON),
        ("Mijn vader is afwezig", Kind.PERSON),
        ("Brief niet bezorgd", Kind.PERSON),
        ("Mijn moeder wordt op school geweigerd", Kind.PERSON),
    ],
)
def test_subjects_of_robots_and_of_people(subject: str, kind: Kind) -> None:
    assert kind_of(read(letter().replace(b"Subject: Vraag", f"Subject: {subject}".encode()))) is kind


def test_a_delivery_report_is_a_bounce_and_a_spam_filter_says_so() -> None:
    def report(reason: str) -> bytes:
        status = f"Action: failed\r\nDiagnostic-Code: smtp; 550 {reason}".encode()
        parts = [
            part(b"Niet bezorgd", "Content-Type: text/plain"),
            part(status, "Content-Type: message/delivery-status"),
        ]
        return multipart(parts, "report", more="; report-type=delivery-status")

    assert kind_of(read(report("no such user"))) is Kind.BOUNCE
    assert kind_of(read(report("<junk@example.org> no such user"))) is Kind.BOUNCE
    assert kind_of(read(report("message looks like spam"))) is Kind.SPAM_REJECTION


@pytest.mark.parametrize("subject", ["Niet bestelbaar: Vraag", "Onbestelbaar: Vraag", "Undeliverable: Vraag"])
def test_bounces_without_a_report(subject: str) -> None:
    raw = letter("x", "Return-Path: <>", sender="Mail <mail@example.org>")
    assert kind_of(read(raw.replace(b"Subject: Vraag", f"Subject: {subject}".encode()))) is Kind.BOUNCE
    assert kind_of(read(letter(sender="MAILER-DAEMON@example.org"))) is Kind.BOUNCE


def test_what_we_sent_ourselves_is_a_loop() -> None:
    assert kind_of(read(letter(sender="Helpdesk <HELPDESK@example.org>")), own=["helpdesk@example.org"]) is Kind.LOOP


def test_every_real_bounce_is_known_as_a_robot() -> None:
    files = sorted((real_mail() / "bounceparser").rglob("*.msg"))
    people = {path.name for path in files if kind_of(read(path.read_bytes())) is Kind.PERSON}
    print(f"{len(files) - len(people)} of {len(files)} known as robots; people: {sorted(people)}")
    assert people <= ADVERTISING
