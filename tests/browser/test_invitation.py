"""Whoever only mailed, in a real browser: the colleague says that mail is safe and invites, she opens and reads."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import expect

from helpdesk.cases.models import Case, Outgoing
from helpdesk.cases.tests.test_set_asker_contact import mailed
from tests import cast
from tests.browser.conftest import NewPage
from tests.browser.jurist import sign_in
from tests.browser.test_pages import Looks
from tests.browser.watch import Watch
from tests.sites import Sites


def link_of(case: Case) -> str:
    """What stands in the mail that waits."""
    with cast.opened("iris", case) as file:
        rows = file.open(Outgoing.objects.filter(case=case))
        return next(f"/bericht/{row.content['token']}/" for row in rows if "token" in row.content)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_from_her_mail_to_her_own_code(
    stage: Sites, new_page: NewPage, watch: Watch, colours: Literal["light", "dark"]
) -> None:
    case, desk, hers = mailed(), new_page(color_scheme=colours), new_page(color_scheme=colours)
    looks, public = Looks(telling=False), Looks(telling=True)
    sign_in(desk, stage.desk)
    desk.goto(f"{stage.desk}/zaak/{case.code}/")
    looks.at(desk, "a case without a code")
    desk.get_by_role("link", name="Zeg of mailen veilig is").click()
    looks.at(desk, "is mail safe")
    desk.get_by_text("Ja, altijd").click()
    desk.get_by_role("button", name="Bewaar").click()
    desk.get_by_role("link", name="Nodig uit per e-mail").click()
    looks.at(desk, "invite")
    desk.get_by_role("button", name="Verstuur de uitnodiging").click()
    expect(desk.get_by_text("Uitgenodigd per e-mail, nog niet geopend.")).to_be_visible()
    looks.at(desk, "invited")
    hers.goto(stage.public + link_of(case))
    public.at(hers, "the link")
    hers.goto(stage.public + link_of(case))
    hers.get_by_role("button", name="Ja, maak mijn code").click()
    words = hers.locator(".krh-receipt__word")
    expect(words).to_have_count(6)
    public.at(hers, "six words")
    code = " ".join(words.all_inner_texts())
    desk.reload()
    expect(desk.get_by_text("De link van de uitnodiging is geopend.")).to_be_visible()
    looks.at(desk, "opened")
    desk.get_by_role("link", name="Was zij dat niet? Sluit het postvak af").click()
    looks.at(desk, "cut off")
    other = new_page(color_scheme=colours)
    other.goto(stage.public + "/bericht/" + "A" * 44 + "/")
    other.get_by_role("button", name="Ja, maak mijn code").click()
    expect(other.get_by_role("heading", name="Deze link werkt niet meer")).to_be_visible()
    public.at(other, "used")
    hers.get_by_role("link", name="Lees mijn berichten").click()
    hers.locator("[name=code]").fill(code)
    hers.get_by_role("button", name="Open").click()
    expect(hers.get_by_role("heading", name="Ben je nu veilig om te lezen?")).to_be_visible()
    assert looks.wrong == []
    assert public.wrong == []
    assert watch.strangers == []
