"""Mail comes in while workers, databases and mail server are killed: each message once, whole, nobody answered."""

from __future__ import annotations

import smtplib
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from devtools import databases
from devtools.testbed import open_testbed
from helpdesk.lib.tests.mail_samples import real_mail
from tests.crash.hammer import House
from tests.crash.post_office import PostOffice, compare, generated, open_post_office, real_messages
from tests.database import testbed

pytestmark = pytest.mark.xdist_group("crash")
GENERATED = 200
REAL = 200


@pytest.fixture
def office() -> Iterator[PostOffice]:
    if not (testbed().home / "data").is_dir():
        pytest.skip("the servers of this run are someone else's: they are not killed")
    with pytest.MonkeyPatch.context() as ours, ExitStack() as stack:
        for variable in databases.VARIABLES.values():
            ours.delenv(variable)
        bed = stack.enter_context(open_testbed(durable=True))
        ours.undo()
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="krh-mail-", dir="/tmp")))
        home.chmod(0o711)
        office = open_post_office(House(bed, 0), home / "d")
        try:
            yield office
        finally:
            office.end()


def test_each_message_comes_in_once_through_fire(office: PostOffice) -> None:
    office.deliver(generated(GENERATED))
    burned = office.empty(workers=4, calm=3)
    there, here = office.at_server(), office.stored()
    assert len(there) == GENERATED
    assert {name: found for name, found in compare(there, here).items() if found} == {}
    assert sum(one["state"] == "robot" for one in here) == GENERATED // 50
    assert all(burned.values()), f"not all burned: {burned}"
    print(f"{len(here)} messages, burned {burned}")
    assert office.sink.got == []
    with smtplib.SMTP("127.0.0.1", office.sink.port) as client:  # the control: the sink does take mail
        client.sendmail("a@example.org", ["b@example.org"], "x")
    assert len(office.sink.got) == 1


def test_real_mail_comes_in_and_no_robot_is_answered(office: PostOffice) -> None:
    office.deliver(path.read_bytes() for path in real_messages(real_mail(), REAL))
    office.empty(workers=2, calm=60)
    there, here = office.at_server(), office.stored()
    assert {name: found for name, found in compare(there, here).items() if found} == {}
    assert {one["state"] for one in here} == {"placed", "robot"}
    assert office.sink.got == []
    print(f"{len(here)} real messages: {sum(one['state'] == 'robot' for one in here)} automatic")
