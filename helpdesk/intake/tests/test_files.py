"""Files beside a question: whatever they are, the question is there; what is shown holds no place and no script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from helpdesk.cases.models import Attachment, Case, FileRequest, Message, Original
from helpdesk.lib.files.clamd import Verdict
from helpdesk.lib.files.kinds import PUBLIC
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.test_files import ACTIVE, TELLING, hostile, photo, png_of
from helpdesk.portal.tests.coming_back import knock, press, words
from helpdesk.teams.demo import load_cast
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)
STORY = "Mijn voogd stuurde dit. Mag dat?"


def sent(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type="text/html")


def ask(client: Client, *files: SimpleUploadedFile, theme: str = "jeugdhulp") -> Any:
    load_cast()
    found = re.search(r'name="ticket" value="([^"]+)"', client.get("/vraag/").content.decode())
    assert found is not None
    return client.post("/vraag/", {"ticket": found[1], "story": STORY, "theme": theme, "files": list(files)})


def the_case() -> Case:
    with act_as(cast.member("mo").pk):
        case: Case = Case.objects.get()
    return case


def rows() -> list[Attachment]:
    with cast.opened("mo", the_case()) as file:
        return file.open(Attachment.objects.filter(case=file.case).order_by("created_on", "id"))


def the_story_is_there() -> bool:
    with cast.opened("mo", the_case()) as file:
        message = file.mine(Message.objects.filter(case=file.case).earliest("visible_at"))
        return bool(message.content["text"] == STORY)


def test_a_photo_arrives_without_its_place_and_device(public_client: Client) -> None:
    told = photo()
    assert b"Nikon" in told, "the control"
    page = ask(public_client, sent("foto.jpg", told))
    assert "is er. Onze jurist kan het bekijken." in page.content.decode()
    (row,) = rows()
    assert row.state == "safe"
    assert not [word for word in TELLING if word in row.copy]
    shown = cast.desk_client("mo").get(f"/zaak/{the_case().code}/bestand/{row.pk}/kopie/")
    assert shown.content == row.copy
    assert shown["Content-Type"] == "image/jpeg"
    assert shown["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert shown["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("bom.png", png_of(30_000, 30_000), "te grote foto"),
        ("virus.exe", b"MZ", "kunnen we niet laten zien"),
        ("foto.jpg", b"<script>alert(1)</script>", "past niet bij"),
        ("brief.pdf", b"%PDF-1.4 niets", "kunnen we niet openen"),
        ("groot.jpg", b"\xff\xd8\xff" + bytes(PUBLIC.largest), "te groot"),
    ],
)
def test_a_file_that_is_refused_costs_no_word(public_client: Client, name: str, data: bytes, sentence: str) -> None:
    page = ask(public_client, sent(name, data))
    assert len(page.context["words"]) == 6
    assert sentence in page.content.decode()
    assert the_story_is_there()
    assert [row.state for row in rows()] == ([] if "groot" in name else ["refused"])


def test_no_pictures_of_exploitation_are_kept(public_client: Client) -> None:
    page = ask(public_client, sent("foto.jpg", photo()), theme="uitbuiting")
    assert "Stuur geen beelden" in page.content.decode()
    assert the_story_is_there()
    assert rows() == []


def test_the_sixth_file_is_told_of(public_client: Client) -> None:
    page = ask(public_client, *(sent(f"{number}.png", png_of(20, 20)) for number in range(6)))
    assert page.status_code == 200
    assert len(rows()) == 5


def test_every_hostile_file_leaves_the_question_and_nothing_active(public_client: Client) -> None:
    files = [path for path in hostile() if path.suffix in {".pdf", ".jpg", ".gif", ".tif", ".ico", ".dds"}]
    shown = 0
    desk = cast.desk_client
    for start in range(0, len(files), 5):
        batch = [sent(path.name, path.read_bytes()) for path in files[start : start + 5]]
        page = ask(public_client, *batch)
        assert len(page.context["words"]) == 6
    mo = desk("mo")
    with act_as(cast.member("mo").pk):
        cases = list(Case.objects.all())
    assert len(cases) == -(-len(files) // 5)
    for case in cases:
        with cast.opened("mo", case) as file:
            kept = file.open(Attachment.objects.filter(case=file.case))
            stories = file.open(Message.objects.filter(case=file.case))
        assert [message.content["text"] for message in stories] == [STORY]
        for row in kept:
            answer = mo.get(f"/zaak/{case.code}/bestand/{row.pk}/kopie/")
            if row.state != "safe":
                assert answer.status_code == 302
                continue
            shown += 1
            assert answer["Content-Type"] in {"image/jpeg", "image/png", "application/pdf"}
            assert not [part for part in ACTIVE if part in answer.content]
    print(f"{len(files)} hostile files, {shown} shown as safe copies")
    assert shown > 10


def test_with_her_code_she_sends_more(public_client: Client) -> None:
    asked = ask(public_client)
    receipt = Receipt.from_text(" ".join(asked.context["words"]))
    safe = knock(public_client, words(receipt))
    reply = press(public_client, press(public_client, safe, "read"), "write")
    page = public_client.post(
        "/code/",
        {
            "token": reply.context["token"],
            "step": "send",
            "body": "Hier is de brief.",
            "files": [sent("f.jpg", photo())],
        },
    )
    assert "is er. Onze jurist kan het bekijken." in page.content.decode()
    assert [row.state for row in rows()] == ["safe"]


def test_a_reply_about_exploitation_takes_no_file_and_keeps_the_words(public_client: Client) -> None:
    asked = ask(public_client, theme="uitbuiting")
    safe = knock(public_client, words(Receipt.from_text(" ".join(asked.context["words"]))))
    reply = press(public_client, press(public_client, safe, "read"), "write")
    page = reply.content.decode()
    assert 'type="file"' not in page
    assert "Stuur geen beelden; wij helpen zonder." in page
    typed = {
        "token": reply.context["token"],
        "step": "send",
        "body": "Toch een foto.",
        "files": [sent("f.jpg", photo())],
    }
    assert "hebben we niet bewaard" in public_client.post("/code/", typed).content.decode()
    assert rows() == []
    with cast.opened("mo", the_case()) as file:
        said = [row.content["text"] for row in file.open(Message.objects.filter(case=file.case))]
    assert "Toch een foto." in said


def test_the_field_stands_behind_a_choice_that_needs_no_script(public_client: Client) -> None:
    page = public_client.get("/vraag/").content.decode()
    choice = page.split('<details class="krh-why krh-files__field">')[1]
    assert choice.index("<summary>") < choice.index("Ik wil een foto of brief meesturen") < choice.index('type="file"')
    assert "Nooit naakte of seksuele beelden." in choice.split("</details>")[0]


@pytest.mark.parametrize(
    ("verdict", "state"), [(Verdict.CLEAN, "safe"), (Verdict.FOUND, "refused"), (Verdict.AWAY, "waiting")]
)
def test_what_the_scanner_says(
    public_client: Client, monkeypatch: pytest.MonkeyPatch, verdict: Verdict, state: str
) -> None:
    monkeypatch.setattr("helpdesk.cases.actions.judge.scan", lambda *_: verdict)
    ask(public_client, sent("foto.jpg", photo()))
    (row,) = rows()
    assert row.state == state
    code, mo = the_case().code, cast.desk_client("mo")
    assert ("Controleer opnieuw" in mo.get(f"/zaak/{code}/").content.decode()) == (state == "waiting")
    monkeypatch.setattr("helpdesk.cases.actions.judge.scan", lambda *_: Verdict.CLEAN)
    mo.post(f"/zaak/{code}/bestand/{row.pk}/opnieuw/")
    assert rows()[0].state == ("safe" if state == "waiting" else state)


def routed(public_client: Client) -> tuple[Case, Attachment]:
    ask(public_client, sent("foto.jpg", photo()))
    case = the_case()
    mo = cast.desk_client("mo")
    mo.post(f"/zaak/{case.code}/aannemen/")
    mo.post(f"/zaak/{case.code}/naar-team/", {"team": "jeugdhulp"})
    with cast.opened("iris", case) as file:
        row = file.open(Attachment.objects.filter(case=file.case))[0]
    return case, row


def test_the_original_takes_two_people(public_client: Client) -> None:
    case, row = routed(public_client)
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    path = f"/zaak/{case.code}/bestand/{row.pk}"
    assert iris.get(f"{path}/origineel/").status_code == 302
    assert iris.post(f"{path}/vraag/", {"reason": "te kort"}).status_code == 422
    assert iris.post(f"{path}/vraag/", {"reason": "De advocaat wil weten wanneer hij is gemaakt."}).status_code == 302
    with cast.opened("iris", case) as file:
        wanted = FileRequest.objects.get(case=file.case)
    iris.post(f"/zaak/{case.code}/bestand/ja/{wanted.pk}/")
    assert iris.get(f"{path}/origineel/").status_code == 302, "her own yes is none"
    sanne.post(f"/zaak/{case.code}/bestand/ja/{wanted.pk}/")
    original = iris.get(f"{path}/origineel/")
    assert original.content == photo()
    assert original["Content-Type"] == "application/octet-stream"
    assert sanne.get(f"{path}/origineel/").status_code == 302, "it opens for who asked"
    assert {"ask-file", "agree-file"} <= set(cast.acts(case))


def test_an_image_that_may_be_illegal_is_gone_for_everybody(public_client: Client) -> None:
    case, row = routed(public_client)
    iris, sanne = cast.desk_client("iris"), cast.desk_client("sanne")
    path = f"/zaak/{case.code}/bestand/{row.pk}"
    assert iris.get(f"{path}/kopie/").status_code == 200, "the control"
    iris.post(f"{path}/slot/")
    for client in (iris, sanne):
        assert client.get(f"{path}/kopie/").status_code == 302
        assert client.get(f"{path}/origineel/").status_code == 302
        assert "foto.jpg" not in client.get(f"/zaak/{case.code}/").content.decode()
    iris.post(f"{path}/vraag/", {"reason": "Wij mogen dit niet in huis hebben.", "kind_chosen": "destroy"})
    with cast.opened("iris", case) as file:
        wanted = FileRequest.objects.get(case=file.case)
        assert Original.objects.filter(case=file.case).count() == 1
    sanne.post(f"/zaak/{case.code}/bestand/ja/{wanted.pk}/")
    with cast.opened("iris", case) as file:
        assert Original.objects.filter(case=file.case).count() == 0
        assert file.open(Attachment.objects.filter(case=file.case))[0].state == "gone"
