"""A jurist's day over every channel: a photo, a call, a mother who mails, a father who is told nothing by mistake."""

from __future__ import annotations

import re
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

from django.utils import timezone
from playwright.sync_api import expect

from helpdesk.desk.mail_out import send_due
from helpdesk.lib import clock
from helpdesk.lib.tests.mail_samples import letter
from helpdesk.lib.tests.test_files import TELLING
from tests import cast
from tests.browser import asker, jurist
from tests.browser.conftest import NewPage
from tests.browser.test_files import PHOTO, _copy, ask_with
from tests.browser.watch import NOTHING, Watch, kept_by
from tests.crash.post_office import Sink
from tests.sites import Sites

MOTHER, FATHER = "mama@example.net", "papa@example.net"
TO_MOTHER = "De zitting is op dinsdag. Bel ons als u vragen heeft."
FROM_MOTHER = "Dank u. Ik kom, en ik neem mijn zus mee."
SAID = "Moeder vraagt wanneer de zitting is."


def test_a_day_over_every_channel(stage: Sites, new_page: NewPage, watch: Watch, sink: Sink, tmp_path: Path) -> None:
    child, page = new_page(), new_page()
    ask_with(child, stage.public, PHOTO, script=True)
    words = asker.receipt(child)
    jurist.route(new_page(), stage.desk)
    jurist.sign_in(page, stage.desk)
    page.locator(".krh-row__link").first.click()
    jurist.take(page)
    case = page.url
    code = case.rstrip("/").rpartition("/")[2]

    # The photo came without its place and device.
    page.get_by_role("link", name="mijn-straat.jpg").click()
    copy = _copy(page, str(page.locator(".krh-file__image").get_attribute("src")), stage.desk)
    assert not [word for word in TELLING if word in copy]

    # The mother may know how it goes, the father may know nothing.
    page.goto(case)
    jurist.put_around(page, part="parent", name="Samira Kwartel", email=MOTHER, interest="same", knows=True)
    page.goto(case)
    jurist.put_around(page, part="parent_without", name="Henk Kievit", email=FATHER, interest="against", knows=False)

    # A call from the mother, by keyboard while talking, joined to the case.
    page.goto(stage.desk)
    page.keyboard.press("t")
    page.wait_for_url("**/telefoon/")
    expect(page.get_by_role("radio", name="Kind zelf")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Control+'")
    page.keyboard.type(SAID)
    expect(page.locator("[data-draft-status]")).to_contain_text("bewaard", timeout=3_000)
    page.locator("[name=code]").fill(code)
    page.get_by_role("button", name="Koppel aan zaak").click()
    expect(page.locator("#paneel-contact", has_text=SAID)).to_be_visible()

    # A wrong recipient is stopped before anything leaves, with the reason.
    page.goto(case)
    jurist.write_to(page, "zonder gezag", TO_MOTHER, button="Laat meelezen")  # he stands against her: two people write
    expect(page.get_by_text("Kijk of dit echt voor deze persoon is.")).to_be_visible()
    page.locator("[name=weet]").check()
    page.get_by_role("button", name="Laat meelezen", exact=True).click()
    expect(page.locator(".krh-errors")).to_contain_text("Niet afgesproken")
    assert page.locator("[name=text]").input_value() == TO_MOTHER, "what was typed stays"
    page.screenshot(path=tmp_path / "refused.png", full_page=True)

    # The right one: it leaves after the minute, as a link that says nothing.
    page.goto(case)
    jurist.write_to(page, "met gezag", TO_MOTHER)
    expect(page.locator("#paneel-draden")).to_contain_text(TO_MOTHER)
    with clock.at(timezone.now() + timedelta(minutes=2)):
        send_due()
    assert len(sink.got) == 1
    mail = message_from_bytes(sink.got[0], policy=policy.default)
    assert mail["To"] == MOTHER
    everything = sink.got[0].decode()
    assert not [word for word in (code, "zitting", "Samira", "Kwartel", "kind") if word in everything]

    # Her answer comes into the same case, into her own thread, and the child's talk has none of it.
    answer = letter(FROM_MOTHER, f"To: {mail['From']}", sender=f"Samira <{MOTHER}>")
    cast.mail_in(answer.replace(b"To: helpdesk@example.org\r\n", b""))
    page.goto(case)
    thread = page.locator("#paneel-draden details", has_text=re.compile("met gezag"))
    expect(thread.get_by_text(FROM_MOTHER)).to_be_visible()
    expect(page.locator("#paneel-gesprek")).not_to_contain_text(FROM_MOTHER)
    other = page.locator("#paneel-draden details", has_text=re.compile("zonder gezag"))
    expect(other).not_to_contain_text(FROM_MOTHER)
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=tmp_path / f"case-{width}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    asker.come_back(child, stage.public, words)
    expect(child.get_by_text(FROM_MOTHER)).to_have_count(0)
    expect(child.get_by_text(TO_MOTHER)).to_have_count(0)

    assert kept_by(page) == NOTHING
    assert watch.strangers == []
    assert [said for said in watch.complaints if "422" not in said] == [], (
        "a refusal is a 422, and nothing else complains"
    )
