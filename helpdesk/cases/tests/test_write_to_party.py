"""Write to one participant: by a link, after the minute, to that one alone, and never silently twice."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.conf import LazySettings
from django.db import transaction
from django.utils import timezone

from helpdesk.cases import actions
from helpdesk.cases.access_send import handout_with
from helpdesk.cases.models import Case, Message, Outgoing, Party
from helpdesk.cases.workflow import NotNow
from helpdesk.desk.mail_out import send_due
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.people.person import Person
from helpdesk.people.roles import Interest, Part
from helpdesk.people.telling import Channel, Choice, Subject
from tests import cast

pytestmark = pytest.mark.django_db
TEXT = "De zitting is verplaatst, zegt Zeepaardje."


class Sink:
    """A real server that keeps what it takes, and answers as it is told."""

    def __init__(self) -> None:
        self.taken: list[tuple[list[str], str]] = []
        self.rcpt: list[str] = []
        self.hangs_up = False

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if self.rcpt and not (answer := self.rcpt.pop(0)).startswith("250"):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.hangs_up:
            server.transport.close()
            return "421 bye"
        self.taken.append((list(envelope.rcpt_tos), envelope.content.decode()))
        return "250 OK"


@pytest.fixture
def sink(settings: LazySettings) -> Iterator[Sink]:
    handler = Sink()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False
    settings.EMAIL_PORT = port
    settings.DEFAULT_FROM_EMAIL = "helpdesk@example.org"
    yield handler
    controller.stop()


def party_in(case: Case, **more: Any) -> Party:
    told = {Subject.CONTACT: Choice.YES, Subject.PROGRESS: Choice.YES}
    known = {"part": Part.PARENT, "name": "Gerda Kwartel", "email": "gerda@example.net", "told": told}
    person = Person(**{**known, "channels": {Channel.EMAIL: Choice.YES}, **more})
    with cast.opened("iris", case, to="add-party") as file:
        return actions.add_party(file=file, person=person)


def written(case: Case, party: Party, text: str = TEXT, **more: Any) -> Message:
    with cast.opened("iris", case, to="write-to-party") as file:
        return actions.write_to_party(
            file=file, party_id=party.pk, text=text, subjects=[Subject.PROGRESS], **more
        )  # fmt: skip


def later(minutes: int = 2) -> None:
    with clock.at(timezone.now() + timedelta(minutes=minutes)):
        send_due()


def state(case: Case) -> tuple[str, str]:
    with cast.opened("iris", case) as file:
        row = file.mine(Outgoing.objects.get(case=case))
        return row.state, row.content.get("reason", "")


def test_after_the_minute_a_link_leaves_and_the_words_do_not(sink: Sink) -> None:
    case = cast.taken()
    written(case, party_in(case))
    later(0)
    assert sink.taken == []
    later()
    later()
    [(to, mail)] = sink.taken
    assert to == ["gerda@example.net"]
    assert "/bericht/" in mail
    assert "X-Kinderrechtenhelpdesk" in mail
    assert "helpdesk+" in mail
    for secret in ("Zeepaardje", case.code, "Kwartel", "Iris"):
        assert secret not in mail
    assert state(case) == ("sent", "")


def test_link_and_code_together_open_it(sink: Sink) -> None:
    case = cast.taken()
    written(case, party_in(case))
    with cast.opened("iris", case) as file:
        token = file.mine(Outgoing.objects.get(case=case)).content["token"]
        code = Receipt.from_text(file.mine(Message.objects.get(outgoing__case=case)).content["code"])
    with cast.as_public():
        assert handout_with(token, code) is None  # it has not left yet
    later()
    with cast.as_public():
        found = handout_with(token, code)
        assert found is not None
        assert found.content["text"] == TEXT
        assert handout_with(token, Receipt.new()) is None
        assert handout_with("x" + token[1:-1], code) is None


def test_taken_back_nothing_leaves(sink: Sink) -> None:
    case = cast.taken()
    message = written(case, party_in(case))
    with cast.opened("iris", case, to="reply") as file:
        actions.take_back(file=file, message_id=message.pk)
    later()
    assert sink.taken == []


def test_what_is_not_allowed_any_more_does_not_leave(sink: Sink) -> None:
    case = cast.taken()
    party = party_in(case)
    written(case, party)
    with cast.opened("iris", case, to="change-party") as file:
        actions.change_party(file=file, party_id=party.pk, person=Person(Part.GUARDIAN, email="gerda@example.net"))
    later()
    assert sink.taken == []
    assert state(case)[0] == "refused"
    assert "Niet afgesproken" in state(case)[1]


def test_for_now_is_tried_again_and_never_is_told(sink: Sink) -> None:
    case = cast.taken()
    written(case, party_in(case))
    sink.rcpt = ["451 later"]
    later()
    assert state(case) == ("waiting", "De mailserver weigerde het bericht (code 451).")
    later(10)
    assert (len(sink.taken), state(case)[0]) == (1, "sent")
    other = cast.taken()
    message = written(other, party_in(other))
    sink.rcpt = ["550 no"]
    later()
    assert state(other)[0] == "dead"
    with cast.opened("iris", other, to="write-to-party") as file:
        actions.retry_mail(file=file, message_id=message.pk)
    later()
    assert state(other)[0] == "sent"


def test_when_it_breaks_in_the_middle_it_is_unsure_and_not_sent_twice(
    sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = cast.taken()
    written(case, party_in(case))

    class Killed(BaseException):
        pass

    def die(**_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("helpdesk.desk.mail_out.finish_mail", die)
        with pytest.raises(Killed):
            later()
    assert state(case)[0] == "sending"
    later(30)
    assert state(case)[0] == "unsure"
    later(60)
    assert len(sink.taken) == 1


def test_a_server_that_hangs_up_after_the_text_leaves_it_unsure(sink: Sink) -> None:
    case = cast.taken()
    written(case, party_in(case))
    sink.hangs_up = True
    later()
    assert state(case)[0] == "unsure"


def test_a_rollback_leaves_nothing_to_send() -> None:
    case = cast.taken()
    party = party_in(case)
    with cast.opened("iris", case, to="write-to-party") as file, transaction.atomic():
        actions.write_to_party(file=file, party_id=party.pk, text=TEXT, subjects=[])
        transaction.set_rollback(True)
    with clock.at(timezone.now() + timedelta(hours=1)):
        assert Outgoing.objects.due(clock.now()) == []
    written(case, party)
    with clock.at(timezone.now() + timedelta(hours=1)):
        assert len(Outgoing.objects.due(clock.now())) == 1


def test_each_mail_has_one_recipient(sink: Sink) -> None:
    for address in ("een@example.net", "twee@example.net"):
        case = cast.taken()
        written(case, party_in(case, email=address))
    later()
    assert sorted(to for to, _ in sink.taken) == [["een@example.net"], ["twee@example.net"]]


@pytest.mark.parametrize(
    ("more", "text", "why"),
    [
        ({"email": ""}, TEXT, "geen e-mailadres"),
        ({"channels": {}}, TEXT, "Niet afgesproken"),
        ({}, "Zie KR-23456 van gisteren", "andere zaak"),
        ({}, "Kwikstaart woont daar", "Haal die weg"),
        ({"interest": Interest.AGAINST}, TEXT, "tegenover het kind"),
    ],
)
def test_a_wrong_recipient_is_stopped_before_sending(more: dict[str, Any], text: str, why: str) -> None:
    case = cast.taken()
    party_in(case, part=Part.PARENT, name="Henk Kwikstaart", email="h@example.net", told={})
    party = party_in(case, **more)
    with pytest.raises(NotNow, match=why):
        written(case, party, text)
    with cast.opened("iris", case):
        assert not Outgoing.objects.filter(case=case).exists()


def test_nobody_writes_to_a_person_of_another_case() -> None:
    case, other = cast.taken(), cast.taken()
    with pytest.raises(NotNow):
        written(case, party_in(other))


def test_on_the_page_each_has_a_thread_of_her_own() -> None:
    case = cast.taken()
    one, other = party_in(case), party_in(case, part=Part.FAMILY, name="Tom Tureluur", email="t@example.net")
    iris = cast.desk_client("iris")
    written(case, other, "Alleen voor oma.")
    answer = iris.post(f"/zaak/{case.code}/persoon/{one.pk}/schrijven/", {"text": TEXT, "subjects": ["progress"]})
    assert answer.status_code == 302
    html = iris.get(f"/zaak/{case.code}/").content.decode()
    asker, *talks = html.split('<details class="krh-threads__one" id="draad-')
    mine = next(talk for talk in talks if talk.startswith(str(one.pk))).partition("</details>")[0]
    assert TEXT in mine
    assert "gaat nog weg" in mine
    assert "Alleen voor oma." not in mine
    assert TEXT not in asker
    refused = iris.post(f"/zaak/{case.code}/persoon/{one.pk}/schrijven/", {"text": TEXT, "subjects": ["story"]})
    assert refused.status_code == 422
    assert "Niet afgesproken" in refused.content.decode()
    assert TEXT in refused.content.decode()


def test_a_note_is_no_message_and_is_never_sent(sink: Sink) -> None:
    case = cast.taken()
    written(case, party_in(case))
    with cast.opened("iris", case, to="note") as file:
        actions.note(file=file, text="Alleen voor collega's")
    later()
    with cast.opened("iris", case):
        assert Outgoing.objects.filter(case=case).count() == len(sink.taken) == 1
