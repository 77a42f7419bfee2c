"""Any bytes become a readable record; nothing is lost, nothing raises, and limits are limits."""

from __future__ import annotations

import base64
import tracemalloc
from datetime import timedelta
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.lib.mail import limits, reading
from helpdesk.lib.mail.reading import read
from helpdesk.lib.mail.record import BodyFrom, Mail, PartKind, Protection
from helpdesk.lib.tests.mail_samples import letter, multipart, part, real_mail

PLAIN = "Content-Type: text/plain; charset=utf-8"
HTML = "Content-Type: text/html; charset=utf-8"


def readable(mail: Mail) -> bool:
    """There is something to read: words, files, or a sentence why there is not."""
    return bool(mail.body.strip() or mail.parts or mail.messages or mail.defects)


def everything(mail: Mail) -> list[Mail]:
    return [mail, *chain.from_iterable(everything(inner) for inner in mail.messages)]


def test_an_ordinary_letter() -> None:
    mail = read(letter("Mag ik bij mijn oma wonen?", "References: <a@x> <b@x>", "In-Reply-To: <b@x>"))
    assert mail.sender is not None
    assert (mail.sender.name, mail.sender.address) == ("Noor", "noor@example.org")
    assert (mail.subject, mail.body, mail.body_from) == ("Vraag", "Mag ik bij mijn oma wonen?", BodyFrom.PLAIN)
    assert (mail.message_id, mail.references, mail.in_reply_to) == ("een@example.org", ("a@x", "b@x"), ("b@x",))
    assert mail.date is not None
    assert mail.date.utcoffset() == timedelta(hours=1)
    assert [one.address for one in mail.to] == ["helpdesk@example.org"]
    assert mail.defects == ()


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"=?utf-8?q?Caf=C3=A9_=E2=82=AC?=", "Café €"),
        (b"=?utf-8?b?w6k=?= =?utf-8?b?w6g=?=", "éè"),
        (b"=?x-nergens?q?abc?=", "abc"),
        ("Überhaupt".encode(), "Überhaupt"),
        (b"caf\xe9", "café"),
        (b"=?utf-8?b?%%%?=", "=?utf-8?b?%%%?="),
    ],
)
def test_subjects_in_every_dress(raw: bytes, words: str) -> None:
    subject = read(b"From: a@b.nl\r\nSubject: " + raw + b"\r\n\r\nx").subject
    assert subject == words or words.startswith("=?")


@pytest.mark.parametrize(
    ("charset", "raw", "defect"),
    [
        ("utf-8", "één".encode(), ""),
        ("windows-1252", b"\xe9\xe9n", ""),
        ("iso-8859-1", "één".encode(), ""),  # it says Latin and is not: the common lie
        ("bestaat-niet", "één".encode(), "kennen we niet"),
        ("unicode_escape", "één".encode(), "kennen we niet"),
        ("utf-8", b"\xe9\xe9n", "past niet"),
        ("us-ascii", "één".encode(), "niet aankondigt"),
    ],
)
def test_charsets_true_false_and_unknown(charset: str, raw: bytes, defect: str) -> None:
    mail = read(letter("", f"Content-Type: text/plain; charset={charset}") + raw)
    assert mail.body == "één"
    assert defect in " ".join(mail.defects)


def test_broken_dates_and_missing_headers_are_named() -> None:
    mail = read(b"From: Noor\r\nDate: gisteren\r\nSubject:\r\n\r\nhoi")
    assert (mail.body, mail.date, mail.sender) == ("hoi", None, None)
    assert len(mail.defects) == 2


def test_text_without_headers_or_without_a_blank_line_is_kept() -> None:
    assert read(b"Hoi, ik heb een vraag.\nGroet, N.").body == "Hoi, ik heb een vraag.\nGroet, N."
    assert read(b"From: a@b.nl\nSubject: x\nHoi, ik heb een vraag.\n").body.strip() == "Hoi, ik heb een vraag."
    broken = read(b"From: a@b.nl\nkapotte regel\nSubject: x\n\nHoi")
    assert (broken.body, broken.subject) == ("Hoi", "x")
    assert any("beschadigd" in defect for defect in broken.defects)


def test_an_encoded_name_smuggles_in_no_address() -> None:
    mail = read(b"From: =?utf-8?q?Eva_=3Ceva=40example=2Eorg=3E=2C?= <ander@example.com>\r\n\r\nx")
    assert mail.sender is not None
    assert mail.sender.address == "ander@example.com"


def test_plain_before_html_and_the_other_kept() -> None:
    mail = read(multipart([part(b"<p>Hoi <b>daar</b></p>", HTML), part(b"Hoi daar", PLAIN)], "alternative"))
    assert (mail.body.strip(), mail.body_from) == ("Hoi daar", BodyFrom.PLAIN)
    assert [one.kind for one in mail.parts] == [PartKind.OTHER_VERSION]


def test_html_is_told_and_never_shown() -> None:
    page = (
        "<html><head><title>weg</title><style>p{}</style></head><body><script>alert(1)</script>"
        "<p>Lieve&nbsp;helpdesk,</p>"
        "<p>Zie <a href='https://example.org/x'>hier</a>.<img src='https://spy.example/p.gif' alt='kaart'></p>"
        "<ul><li>een</li><li>twee</li></ul><blockquote>oud<br>nieuws</blockquote></body></html>"
    )
    mail = read(letter(page, HTML))
    assert mail.body == (
        "Lieve helpdesk,\n\nZie hier (https://example.org/x).[kaart]\n\n- een\n- twee\n\n> oud\n> nieuws"
    )
    assert "spy.example" not in mail.body


@pytest.mark.parametrize("opened", ["<!--", "<a ", '<a x="', "<?", "</a ", "<![", "&#", "<blockquote>", "<script>"])
def test_tags_that_never_close_take_no_hours(opened: str) -> None:
    mail = read(letter("<p>Hoi</p>" + opened * (limits.HTML // len(opened)), HTML))
    assert mail.body.startswith("Hoi")
    assert "daarna" in read(letter("<p>Hoi</p><a " + "x" * 5_000 + "<b>daarna</b>", HTML)).body


def test_files_and_their_names() -> None:
    coded = base64.encodebytes(b"%PDF-1.7 inhoud")
    mail = read(
        multipart(
            [
                part(b"Zie bijlage", PLAIN),
                part(
                    coded,
                    "Content-Type: application/pdf",
                    "Content-Disposition: attachment; filename*=utf-8''..%2F..%2Fbeschikking%20%C3%A9.pdf",
                    "Content-Transfer-Encoding: base64",
                ),
            ]
        )
    )
    assert mail.body.strip() == "Zie bijlage"
    (file,) = mail.parts
    assert (file.name, file.type, file.kind) == ("beschikking é.pdf", "application/pdf", PartKind.FILE)
    assert (file.content, file.size) == (b"%PDF-1.7 inhoud", 15)


def test_forwarded_messages_are_messages() -> None:
    inner = letter("De brief van school", sender="school@example.org")
    mail = read(multipart([part(b"Kijk", PLAIN), part(inner, "Content-Type: message/rfc822")]))
    assert [(one.body.strip(), one.subject) for one in mail.messages] == [("De brief van school", "Vraag")]


def test_invitations_signatures_and_envelopes_are_shown_as_what_they_are() -> None:
    event = (
        b"BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Zitting\\, kamer 3\r\n"
        b"DTSTART;TZID=Europe/Amsterdam:20260305T140000\r\nBEGIN:VALARM\r\nSUMMARY:wekker\r\nEND:VALARM\r\n"
        b"END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    mail = read(multipart([part(b"x", PLAIN), part(event, "Content-Type: text/calendar; method=REQUEST")]))
    (told,) = mail.invitations
    assert (told.summary, told.start, told.method) == (
        "Zitting, kamer 3",
        "2026-03-05 14:00 (Europe/Amsterdam)",
        "REQUEST",
    )
    assert mail.parts[0].kind is PartKind.INVITATION
    signed = read(multipart([part(b"x", PLAIN), part(b"s", "Content-Type: application/pgp-signature")], "signed"))
    assert (signed.protection, signed.body.strip()) == ((Protection.PGP_SIGNED,), "x")
    sealed = read(letter("MIIB", "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m"))
    assert sealed.protection == (Protection.SMIME_ENCRYPTED,)
    assert "envelop" in " ".join(sealed.defects)
    assert read(letter("-----BEGIN PGP MESSAGE-----\nabc")).protection == (Protection.PGP_ENCRYPTED,)


def test_a_missing_last_boundary_loses_nothing() -> None:
    whole = multipart([part(b"een", PLAIN), part(b"twee", PLAIN)])
    assert read(whole.replace(b"--grens--", b"")).body.split() == ["een", "twee"]
    assert "een" in read(letter("een", "Content-Type: multipart/mixed; boundary=elders")).body


@given(st.binary(max_size=2000))
def test_no_bytes_make_it_crash(raw: bytes) -> None:
    assert readable(reading._read(raw, 0, len(raw), 0, reading._Budget()))


FRAGMENTS = [
    b"From: a@b.nl\r\n",
    b"Subject: =?utf-8?q?x?=\r\n",
    b"Content-Type: multipart/mixed; boundary=g\r\n",
    b"\r\n",
    b"\n",
    b"--g\r\n",
    b"--g--\r\n",
    b"--",
    b"Content-Type: message/rfc822\r\n",
    b"Content-Type: text/html\r\n",
    b"<p>x</p>",
    b"Content-Transfer-Encoding: base64\r\n",
    b"Content-Transfer-Encoding: x-uuencode\r\n",
    b"begin 644 x\n#0V%T\nend\n",
    b"Content-Type: application/ms-tnef\r\n",
    b"\x78\x9f\x3e\x22\0\0",
    b"Content-Type: text/calendar\r\n",
    b"BEGIN:VEVENT\n",
    b"Content-Disposition: attachment; filename*0*=utf-8''%ff; filename*1=x\r\n",
    b"Date: 99\r\n",
    b"To: ((((\r\n",
    b"<![",
    b"Content-Type: text/plain; charset*=x''%00\r\n",
    b"<!--",
    b"&#xFFFFFFFF;",
    b"\xff\xfe\0",
    b"Content-Type: ;;;=\r\n",
]


@given(st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=8), max_size=40).map(b"".join))
def test_no_pieces_of_mail_make_it_crash(raw: bytes) -> None:
    assert readable(reading._read(raw, 0, len(raw), 0, reading._Budget()))


def test_25_megabytes_in_bounded_memory() -> None:
    coded = base64.encodebytes(bytes(range(256)) * 73_000)
    raw = multipart(
        [
            part(b"groot", PLAIN),
            part(coded, "Content-Type: image/jpeg; name=foto.jpg", "Content-Transfer-Encoding: base64"),
        ]
    )
    assert len(raw) > 25_000_000
    tracemalloc.start()
    mail = read(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert mail.parts[0].content == bytes(range(256)) * 73_000
    assert peak < 4 * len(raw)


def test_a_thousand_parts_and_not_one_more() -> None:
    exact = read(multipart([part(b"x", "Content-Type: image/png")] * limits.PARTS))
    assert len(exact.parts) == limits.PARTS
    assert exact.defects == ("Dit bericht bevat geen tekst.",)
    more = read(multipart([part(b"x", "Content-Type: image/png")] * (limits.PARTS + 500)))
    assert len(more.parts) == limits.PARTS
    assert any("te veel onderdelen" in defect for defect in more.defects)


@pytest.mark.parametrize("kind", ["multipart", "message"])
@pytest.mark.parametrize("deep", [limits.DEPTH // 2 - 1, limits.DEPTH, 3_000])
def test_a_hundred_deep_and_no_deeper(kind: str, deep: int) -> None:
    if kind == "message":
        raw = letter("", "Content-Type: message/rfc822") * deep + letter("binnenin")
    else:
        heads = (f'Content-Type: multipart/mixed; boundary="{i}"\r\n\r\n--{i}\r\n' for i in range(deep))
        raw = b"From: a@b.nl\r\n" + "".join(heads).encode() + part(b"binnenin", PLAIN)
    mail = read(raw)
    assert mail.body_from is not BodyFrom.STUB
    all_of_it = everything(mail)
    assert len(all_of_it) <= limits.DEPTH + 1
    reached = any("binnenin" in one.body for one in all_of_it)
    assert reached or any("te diep" in defect for one in all_of_it for defect in one.defects)
    assert reached or deep >= limits.DEPTH


def test_headers_have_a_length() -> None:
    raw = letter("hoi", "X-Lang: " + "a" * 200_000, *(f"X-{i}: {i}" for i in range(2_000)))
    mail = read(raw)
    assert len(mail.headers) <= limits.HEADERS
    assert max(len(value) for _, value in mail.headers) <= limits.HEADER
    assert "hoi" in mail.body
    assert mail.defects


def test_too_large_is_a_stub_with_subject_and_sender(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 100)
    mail = read(letter("x" * 200))
    assert (mail.subject, mail.body_from) == ("Vraag", BodyFrom.STUB)
    assert "te groot" in mail.body


def test_every_real_message_reads_into_something_readable() -> None:
    files = [path for path in sorted(real_mail().rglob("*")) if path.is_file()]
    for path in files:
        raw = path.read_bytes()
        mail = reading._read(raw, 0, len(raw), 0, reading._Budget())  # past the net of read(): it must not be needed
        assert readable(mail), path
    assert len(files) > 100
    print(f"{len(files)} files, 0 crashes")
