"""A case walks through every verb, and through every error, with a word in whatever can be typed. For the canary."""

from __future__ import annotations

from typing import Any

from django.test import Client

from helpdesk.cases.models import AskedException, Case, Consent, Message, Party, Task
from helpdesk.lib import clock
from helpdesk.lib.receipts import Receipt
from helpdesk.teams.models import Team
from helpdesk.teams.tests.way_in import sign_in
from tests import cast


class Hands:
    """One colleague at one case."""

    def __init__(self, who: str, case: Case) -> None:
        self.client, self.who, self.case = cast.desk_client(who), who, case
        _reauthenticated(self.client)

    def do(self, path: str, expect: int = 302, **typed: Any) -> None:
        """Post a verb; by default it succeeds and leads somewhere."""
        answer = self.client.post(f"/zaak/{self.case.code}/{path}/", typed)
        assert answer.status_code == expect, (path, answer.status_code, answer.content[:3000].decode())

    def look(self, path: str = "") -> str:
        page = self.client.get(f"/zaak/{self.case.code}/{path}")
        assert page.status_code == 200, (path, page.status_code)
        return page.content.decode()


def _reauthenticated(client: Client) -> None:
    import time

    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": time.time()}]
    session.save()


def walk_through_every_verb(case: Case, receipt: Receipt, *, word: str) -> None:
    """From the letterbox to the end and back, over two teams."""
    mo, iris, farah = Hands("mo", case), Hands("iris", case), Hands("farah", case)
    mo.client.get("/triage/")
    mo.client.get(f"/triage/{case.code}/")
    mo.do("aannemen")
    mo.do("notitie", text=word)
    mo.do("spoed", urgency="1")
    mo.do("titel", title=f"Over {word}", theme="jeugdhulp", subtheme="jh-ots", groups=["uithuis"], age_band="12-15")
    mo.do("naar-team", team="jeugdhulp")
    iris.do("oppakken")
    iris.client.get("/")
    assert word in iris.look()
    iris.do("concept", expect=204, kind="reply", text=word)
    iris.do("antwoorden", text=f"Dag, {word}")
    with cast.opened("iris", case) as file:
        sent = Message.objects.filter(case=file.case).latest("visible_at")
    iris.do(f"terughalen/{sent.pk}")
    iris.do("doorvragen", text=f"Vertel meer over {word}")
    cast.answer(receipt, f"Nou, {word} dus")
    iris.do("taak", text=word, due_on="2027-01-04", assignee=str(cast.member("iris").pk))
    with cast.opened("iris", case) as file:
        task = Task.objects.filter(case=file.case).get()
    iris.do(f"taak/{task.pk}/klaar")
    iris.do("codewoord", expect=200)
    walk_around_the_child(iris, word=word)
    Hands("sanne", case).do("toewijzen", member=str(cast.member("iris").pk))
    iris.do("overdragen", team="migratie", note=word)
    farah.look()
    farah.do("overdracht/nee", reason=word)
    iris.do("overdragen", team="migratie", note=word)
    farah.do("overdracht/ja")
    farah.do("wachten", whom=word)
    farah.do("hervatten")
    farah.do("afsluiten", **closing(text=word))
    farah.do("heropenen")
    farah.do("doorverwijzen", institution=_institution(), reason=word, letter=word)
    _on_the_telephone(case, word)
    other = cast.ask_question(f"Nog een vraag over {word}")
    Hands("mo", other).do("afwijzen", reason=word, letter=word)
    known = cast.with_team(text=f"Wie kent {word}?")
    Hands("iris", known).do("ik-ken-dit-gezin")
    gone = cast.with_team(text=f"Wis {word}")
    Hands("sanne", gone).do("wissen", code=gone.code)


def somebody(**more: Any) -> dict[str, Any]:
    """The form of a person, filled in."""
    return {"part": "parent", "interest": "unknown", **more}


def walk_around_the_child(iris: Hands, *, word: str) -> None:
    """Somebody is entered, warned about, looked at, changed, taken away and put back; and looked for elsewhere."""
    known = somebody(name=f"{word} Kanarie", telephone="06-12345678", note=word, told_contact="yes", told_story="ask")
    iris.do("persoon", **known)
    other = Hands("iris", cast.taken(text=f"Nog iemand met {word}"))
    other.do("persoon", expect=422, **known)
    other.do("persoon", weet="1", **known)
    with cast.opened("iris", iris.case) as file:
        party = Party.objects.filter(case=file.case).get()
    assert "Kanarie" not in iris.look("paneel/omheen/")
    iris.do(f"persoon/{party.pk}/naam", expect=200)
    assert word in iris.look(f"persoon/{party.pk}/")
    iris.do(f"persoon/{party.pk}", **{**known, "note": f"Nog meer over {word}", "told_story": "no"})
    _what_was_agreed(iris, str(party.pk), word)
    iris.do(f"persoon/{party.pk}/weg")
    iris.do(f"persoon/{party.pk}/terug")
    iris.do(f"persoon/{party.pk}/terug", expect=422)
    iris.do("persoon", expect=422, part=word, name=word * 20, interest=word, told_story=word, telephone=word * 4)


def _what_was_agreed(iris: Hands, party: str, word: str) -> None:
    """Consent and its end, an exception that a lead grants and a call that spends it, whereabouts, needs."""
    consent = {"party": party, "purpose": word, "subjects": ["story"], "agreed": ["child"], "band": "12-15"}
    consent |= {"explained": word, "language": word, "limits": "on", "expires_on": clock.today().isoformat()}
    iris.do("toestemming", **consent)
    asked = {"party": party, "subjects": ["story"], "channel": "call", "reason": f"{word} {word} {word}"}
    iris.do("uitzondering", **asked)
    with cast.opened("iris", iris.case) as file:
        agreed = Consent.objects.get(case=file.case).pk
        exception = AskedException.objects.get(case=file.case).pk
    iris.do(f"toestemming/{agreed}/weg")
    call = {"result": "reached", "text": word, "subjects": ["story"]}
    iris.do(f"persoon/{party}/bellen", expect=422, **call)
    Hands("sanne", iris.case).do(f"uitzondering/{exception}/ja")
    iris.do(f"persoon/{party}/bellen", **call)
    iris.do(f"persoon/{party}/codewoord", expect=200)
    iris.do("waar/schrijf", address=word, note=word)
    iris.do("waar", expect=200, reason=word)
    iris.do("contact", needs=["interpreter"], note=word)


def _on_the_telephone(case: Case, word: str) -> None:
    """A call is kept, called back, joined and taken off; another becomes a case, a third is done."""
    farah = Hands("farah", case)
    typed = {name: f"{word} {name}" for name in ("asked", "said", "agreed", "care", "number", "code_word")}
    joined = cast.log_contact("farah", callback_on="2027-01-04", hours_from="16:00", **typed)
    for path in ("/telefoon/", f"/telefoon/{joined}/", "/terugbellen/"):
        assert farah.client.get(path).status_code == 200
    for path, more in {"poging": {"result": "missed"}, "terugbellen": {"callback_on": "2027-01-05"}}.items():
        assert farah.client.post(f"/contact/{joined}/{path}/", more).status_code == 302
    sheet = cast.sheet(**typed)
    assert farah.client.post(f"/contact/{joined}/koppelen/", {**sheet, "code": case.code}).status_code == 302
    assert word in farah.look()
    farah.do(f"gesprek/{joined}/los")
    made = cast.log_contact("farah", **typed)
    assert farah.client.post(f"/contact/{made}/zaak/", {**sheet, "team": "migratie"}).status_code == 302
    assert farah.client.post(f"/contact/{joined}/klaar/", sheet).status_code == 302
    for path in ("koppelen", "zaak"):
        assert farah.client.post(f"/contact/{joined}/{path}/", {**sheet, "code": word, "team": word}).status_code == 422
    assert Hands("iris", case).client.post(f"/contact/{joined}/", sheet).status_code == 404


def closing(**more: Any) -> dict[str, Any]:
    """A closing screen, filled in."""
    return {
        "help_kinds": ["informatie"],
        "outcome": "opgelost",
        "rights": ["12"],
        "signal": "no",
        "province": "",
        "channel": "website",
        "minutes": "45",
        "text": "",
        **more,
    }


def _institution() -> str:
    from helpdesk.directory import reference

    return str(reference.institutions()[0].id)


def make_every_error(case: Case, receipt: Receipt, *, word: str) -> None:
    """Whatever can go wrong with a word in hand: refused forms, wrong steps, strange addresses, a foreign post."""
    iris, farah, bas = Hands("iris", case), Hands("farah", case), Hands("bas", case)
    farah.do("titel", expect=422, title=word * 20, theme=word, age_band=word)
    farah.do("antwoorden", expect=422, text=f"Te laat, {word}")  # the case has ended: the step does not follow
    farah.do("afsluiten", expect=422, text=word, minutes=word)
    farah.do("spoed", expect=422, urgency=word)
    iris.do("antwoorden", expect=404, text=word)  # another team's by now
    bas.do("notitie", expect=404, text=word)
    for path in (f"/zaak/{word}/", f"/zaak/{case.code}/{word}/", f"/{word}/", f"/?zoek={word}"):
        iris.client.get(path)
    iris.client.post("/filters/", {"theme": word, "team": word, "whose": word})
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, cast.member("farah"))
    assert strict.post(f"/zaak/{case.code}/notitie/", {"text": word}).status_code == 403
    assert Client().post(f"/zaak/{case.code}/notitie/", {"text": word}).status_code in {302, 401}
    Team.objects.filter(slug=word).first()
    cast.answer(receipt, f"{word} " * 2000, kind="addition")
