"""A case walks through every verb, and through every error, with a word in whatever can be typed. For the canary."""

from __future__ import annotations

import io
import json
import re
from base64 import b32decode
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from conftest import PublicClient
from helpdesk.cases import actions
from helpdesk.cases.access_mail import new_reply_path
from helpdesk.cases.bundle import items_of
from helpdesk.cases.models import (
    AskedException,
    Attachment,
    Case,
    Complaint,
    Consent,
    Draft,
    FamilyLink,
    FileRequest,
    GivenFile,
    Message,
    Note,
    Outgoing,
    Party,
    Reading,
    Referral,
    Source,
    Task,
)
from helpdesk.cases.panels.papers import papers_of
from helpdesk.counsel.models import Seat
from helpdesk.deadlines.access import deadlines_of
from helpdesk.desk.press_out import press_waiting
from helpdesk.lib import clock, totp
from helpdesk.lib.dates import add_working_days
from helpdesk.lib.receipts import Receipt
from helpdesk.lib.row_actor import act_as
from helpdesk.lib.tests.mail_samples import letter, multipart, part
from helpdesk.mediation.access import all_talks
from helpdesk.mediation.talks import Talks
from helpdesk.people.person import Person
from helpdesk.people.roles import Part
from helpdesk.reports.access import reports_of
from helpdesk.reports.models import PressOrder
from helpdesk.reports.review import remarks
from helpdesk.teams.models import Member, Membership, Team
from helpdesk.teams.roles import Role
from helpdesk.teams.tests.way_in import joined, sign_in
from tests import cast


class Hands:
    """One colleague at one case."""

    def __init__(self, who: Member | str, case: Case) -> None:
        self.client, self.who, self.case = cast.desk_client(who), who, case
        reauthenticated(self.client)

    def do(self, path: str, expect: int = 302, **typed: Any) -> None:
        """Post a verb; by default it succeeds and leads somewhere."""
        answer = self.client.post(f"/zaak/{self.case.code}/{path}/", typed)
        assert answer.status_code == expect, (path, answer.status_code, answer.content[:3000].decode())

    def look(self, path: str = "") -> str:
        page = self.client.get(f"/zaak/{self.case.code}/{path}")
        assert page.status_code == 200, (path, page.status_code)
        return page.content.decode()


def reauthenticated(client: Client) -> None:
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
    iris.look("takenlijst/")
    listed: dict[str, Any] = {
        "lijst": "uithuisplaatsing",
        "start": clock.today().isoformat(),
        "event": "",
        "steps": ["0", "1"],
    }
    iris.do("takenlijst", expect=200, **listed)  # shown first
    iris.do("takenlijst", **listed, gezien=f"{listed['start']}/")
    with cast.opened("iris", case) as file:
        rows = file.open(Task.objects.filter(case=file.case))
        batch = next(row.content["list"]["id"] for row in rows if "list" in row.content)
    iris.do(f"takenlijst/{batch}/weg")
    soon: dict[str, Any] = {
        "on": add_working_days(clock.today(), 4).isoformat(),
        "reason": f"{word} {word} {word} {word}",
    }
    iris.do("nieuwe-dag", expect=422, on=word, reason=word)
    cast.answer(receipt, "Hoe lang nog?")
    iris.do("nieuwe-dag", **soon)
    iris.do("codewoord", expect=200)
    ends_on = (clock.today() + timedelta(days=3)).isoformat()
    iris.do("waarschuwing", kind="repeat", reason=word, until=ends_on)
    iris.do("waarschuwing", expect=422, kind=word, reason=word, until=word)
    assert word in iris.look()
    iris.do("waarschuwing/weg")
    walk_around_the_child(iris, word=word)
    _read_along(iris, word)
    _of_one_family(iris, word)
    _split_and_merged(iris, word)
    _talks_with_others(iris, word)
    _days_that_count(iris, word)
    _a_report(iris, word)
    _with_files(case, word)
    _given(iris, word)
    _with_counsel(iris, word)
    _relies(iris, word)
    Hands("sanne", case).do("toewijzen", member=str(cast.member("iris").pk))
    iris.do("overdragen", team="migratie", note=word)
    farah.look()
    farah.do("overdracht/nee", reason=word)
    iris.do("overdragen", team="migratie", note=word)
    farah.do("overdracht/ja")
    farah.do("wachten", whom=word)
    farah.do("hervatten")
    farah.do("afsluiten", expect=422, **closing(text=word))  # a text that came back lies here still
    farah.do("afsluiten", **closing(text=word), weet="1")
    cast.tell_how(receipt, f"Het ging goed, {word}", answer="yes")
    assert f"Het ging goed, {word}" in farah.look()
    farah.do("heropenen")
    farah.do("doorverwijzen", institution=_institution(), reason=word, letter=word, referral="none")
    _on_the_telephone(case, word)
    _by_mail(word)
    assert f"<mark>{word}" in farah.client.post("/zoeken/", {"words": f"{word} -zonder"}).content.decode()
    _about_us(receipt, word)
    other = cast.ask_question(f"Nog een vraag over {word}")
    Hands("mo", other).do("afwijzen", reason=word, letter=word)
    known = cast.with_team(text=f"Wie kent {word}?")
    Hands("iris", known).do("ik-ken-dit-gezin")
    gone = cast.with_team(text=f"Wis {word}")
    Hands("sanne", gone).do("wissen", code=gone.code)


def _read_along(iris: Hands, word: str) -> None:
    """A colleague reads along with whoever is guided: withdrawn, sent back, taken over by a lead, agreed, back."""
    sanne, case = Hands("sanne", iris.case), iris.case
    _guide(sanne, "iris", "1")
    iris.do("antwoorden", expect=422, text=f"Zonder lezer, {word}")
    asked: dict[str, Any] = {"soort": "reply", "reader": str(cast.member("sanne").pk), "note": word}
    iris.do("meelezen", expect=422, text=word, soort=word, reader=word)
    steps: list[tuple[str, Hands, dict[str, Any]]] = [
        ("weg", iris, {}),
        ("terug", sanne, {"remarks": f"Zachter, {word}"}),
        ("ja", sanne, {}),
    ]
    for path, who, typed in steps:
        iris.do("meelezen", text=f"Lees even {word}", **asked)
        with cast.opened("iris", case) as file:
            reading = Reading.objects.get(case=file.case, state="asked").pk
        assert word in sanne.look()
        sanne.client.get("/")
        if path == "weg":
            iris.do(f"meelezen/{reading}/ja", expect=422)
            sanne.do(f"meelezen/{reading}/terug", expect=422, remarks="")
        who.do(f"meelezen/{reading}/{path}", **typed)
    with cast.opened("iris", case) as file:
        sent = Message.objects.filter(case=file.case).latest("visible_at")
    sanne.do(f"terughalen/{sent.pk}")
    _guide(sanne, "iris", "0")


def _guide(lead: Hands, who: str, guided: str) -> None:
    typed = {"member": str(cast.member(who).pk), "guided": guided}
    assert lead.client.post("/aanmelden/medewerkers/begeleid/", typed).status_code == 302


def _about_us(receipt: Receipt, word: str) -> None:
    """A complaint about us: taken up by a lead who did not help, confirmed, answered; and what can go wrong with it."""
    lead = joined("Petra Zwart", Role.LEAD)
    Membership.objects.create(member=lead, team=Team.objects.get(slug="migratie"))
    case = cast.complain(receipt, f"Jullie luisterden niet, {word}")
    petra = Hands(lead, case)
    petra.do("aannemen")
    petra.do("oppakken")
    assert word in petra.look()
    petra.do("klacht/bevestigen", text=f"We hebben hem, {word}")
    petra.do("klacht/antwoord", expect=422, verdict=word, lesson=word, text=word)
    petra.do("klacht/antwoord", verdict="founded", lesson=word, text=f"Het spijt ons, {word}")


def _of_one_family(iris: Hands, word: str) -> None:
    """A sister's case is linked, taken apart and linked again."""
    other = cast.taken(text=f"De zus van {word}")
    typed: dict[str, Any] = {"other": other.code, "relation": "sibling"}
    iris.do("familie", **typed)
    iris.do("familie", expect=422, other=word, relation=word)
    with cast.opened("iris", iris.case) as file:
        link = FamilyLink.objects.get(case=file.case).pk
    iris.do(f"familie/{link}/los")
    iris.do("familie", **typed)
    iris.do("notitie", text=f"Over de zus van {word}")
    with cast.opened("iris", iris.case) as file:
        notes = {row.content["text"]: row.pk for row in file.open(Note.objects.filter(case=file.case))}
    row = notes[f"Over de zus van {word}"]
    assert word in iris.look(f"verplaats/{row}/")
    iris.do(f"verplaats/{row}", expect=422, other=word)
    iris.do(f"verplaats/{row}", other=other.code, weet=other.code)
    with cast.opened("iris", iris.case) as file:
        mark = next(row.pk for row in file.open(Note.objects.filter(case=file.case)) if "moved" in row.content)
    iris.do(f"verplaats/{mark}/terug")


def _split_and_merged(iris: Hands, word: str) -> None:
    """A note goes to a new case and comes back; another case goes up in this one, comes apart and goes up again."""
    iris.do("notitie", text=f"Apart over {word}")
    with cast.opened("iris", iris.case) as file:
        notes = {row.content["text"]: row.pk for row in file.open(Note.objects.filter(case=file.case))}
    typed: dict[str, Any] = {"rows": [str(notes[f"Apart over {word}"])], "label": f"Over {word}"}
    typed["why"] = f"Dit is een andere vraag, over {word}"
    iris.do("splitsen", expect=422, label=word, why=word)
    iris.do("splitsen", **typed, gezien=_said_first(iris, "splitsen", typed))
    with cast.opened("iris", iris.case) as file:
        links = file.open(FamilyLink.objects.filter(case=file.case))
        link = next(row.pk for row in links if row.content["relation"] == "split-into")
    iris.do(f"splitsen/{link}/terug")
    receipt = Receipt.new()
    other = Hands("iris", cast.taken(text=f"Nog eens {word}", receipt=receipt))
    into: dict[str, Any] = {"other": iris.case.code}
    other.do("samenvoegen", expect=422, other=word)
    for _ in range(2):
        other.do("samenvoegen", **into, gezien=_said_first(other, "samenvoegen", into))
        cast.answer(receipt, f"Ook dit over {word}")
        other.do("samenvoegen/erbij")
        other.do("samenvoegen/terug")


def _said_first(hands: Hands, path: str, typed: dict[str, Any]) -> str:
    """What the page shows before it is done, as the second press sends it back."""
    shown = hands.client.post(f"/zaak/{hands.case.code}/{path}/", typed).content.decode()
    return str(re.findall(r'name="gezien" value="([0-9a-f]+)"', shown)[0])


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
    iris.do("concept", expect=204, kind=Draft.kind_to(party.pk), text=word)
    iris.do("concept", expect=422, kind=f"party:{word}", text=word)
    assert word in iris.look(f"persoon/{party.pk}/schrijven/")
    _on_paper(iris, party, word, known)
    iris.do(f"persoon/{party.pk}/weg")
    iris.do(f"persoon/{party.pk}/terug")
    _referred(iris, word)
    iris.do(f"persoon/{party.pk}/terug", expect=422)
    iris.do("persoon", expect=422, part=word, name=word * 20, interest=word, told_story=word, telephone=word * 4)


def _on_paper(iris: Hands, party: Party, word: str, known: dict[str, Any]) -> None:
    """A letter is written, taken back, written again, printed and posted; the case is printed for the file."""
    path = f"persoon/{party.pk}"
    iris.do(path, **{**known, "address": f"{word} 1", "by_post": "yes", "told_progress": "yes"})
    for end in ("terughalen/{}", "brief/{}/op-de-post"):
        iris.do(f"{path}/brief", text=f"Beste {word}", subjects=["progress"])
        with cast.opened("iris", iris.case) as file:
            rows = file.open(Message.objects.filter(case=file.case))
            letter = next(row.pk for row in rows if row.content["kind"] == "brief")
        assert word in iris.look(f"brief/{letter}/")
        iris.do(end.format(letter))
    iris.do("druk-af", expect=200, whom="dossier", aware="on")
    iris.do("druk-af", expect=422, whom=word, subjects=[word])
    iris.do("druk-af", expect=422, whom=str(party.pk), channel="school", aware="on")


def _referred(iris: Hands, word: str) -> None:
    """Two referrals: one sent by a link, answered and withdrawn, one that she sees to herself and did not come to."""
    assert iris.client.post(f"/zaak/{iris.case.code}/waarheen/", {"said": word}).status_code == 200
    typed: dict[str, Any] = {"to": "place:JS", "purpose": word, "how": "send", "email": f"{word}@example.net"}
    typed |= {"contact": word, "subjects": ["story"], "text": word, "telephone": "06-12345678"}
    iris.do("verwijzing", expect=422, **{**typed, "hours": word, "how": word})
    iris.do("verwijzing", **typed)
    with cast.opened("iris", iris.case) as file:
        row = file.mine(Referral.objects.get(case=file.case))
        party = row.content["party"]
    path = f"verwijzing/{row.pk}"
    iris.do(path, purpose=word, subjects=["story"], text=f"{word} {word}")
    iris.do(f"{path}/doorgeven", expect=422)
    consent = {"party": party, "purpose": word, "subjects": ["story"], "agreed": ["child"], "band": "12-15"}
    consent |= {"explained": word, "language": word, "limits": "on", "read_aloud": "on"}
    consent |= {"expires_on": clock.today().isoformat()}
    iris.do("toestemming", **consent)
    iris.do(f"{path}/doorgeven")
    _answered(iris, word)
    assert word in iris.look()
    iris.client.get("/")
    iris.do(f"{path}/gezien")
    iris.do(f"{path}/stand", status="missed", note=word)
    iris.do(f"{path}/intrekken", note=word)
    iris.do(f"{path}/stand", expect=422, status="done", note=word)


def _answered(iris: Hands, word: str) -> None:
    """Whoever has the link and the code answers; and tries to, with what is no answer."""
    with cast.opened("iris", iris.case) as file:
        mail = Outgoing.objects.filter(case=file.case).latest("due_at")
        token, code = file.mine(mail).content["token"], file.mine(Message.objects.get(outgoing=mail)).content["code"]
        Outgoing.objects.filter(pk=mail.pk).update(state="sent")
    url, public = f"/bericht/{token}/", PublicClient()
    assert public.post(url, {"code": word}).status_code == 200
    html = public.post(url, {"code": code}).content.decode()
    assert word in html
    field = html.split('name="answer" value="')[1].split('"')[0]
    for answer in ({"status": word, "words": word, "on": word}, {"status": "accepted", "words": word}):
        assert public.post(url, {"answer": field, **answer}).status_code == 200
    assert word in public.post(url, {"answer": word, "words": word}).content.decode()


def _what_was_agreed(iris: Hands, party: str, word: str) -> None:
    """Consent and its end, an exception that a lead grants and a call that spends it, whereabouts, needs."""
    consent: dict[str, Any] = {
        "party": party,
        "purpose": word,
        "subjects": ["story"],
        "agreed": ["child"],
        "band": "12-15",
    }
    consent |= {
        "explained": word,
        "language": word,
        "limits": "on",
        "read_aloud": "on",
        "expires_on": clock.today().isoformat(),
    }
    iris.do("toestemming", **consent)
    asked: dict[str, Any] = {
        "party": party,
        "subjects": ["story"],
        "channel": "call",
        "reason": f"{word} {word} {word}",
    }
    with cast.opened("iris", iris.case) as file:
        agreed = Consent.objects.get(case=file.case).pk
    iris.do(f"toestemming/{agreed}/weg")
    with clock.at(clock.now() + timedelta(seconds=2)):  # what was allowed before a consent was taken back is over
        iris.do("uitzondering", **asked)
    with cast.opened("iris", iris.case) as file:
        exception = AskedException.objects.get(case=file.case).pk
    call: dict[str, Any] = {"result": "reached", "text": word, "subjects": ["story"]}
    iris.do(f"persoon/{party}/bellen", expect=422, **call)
    Hands("sanne", iris.case).do(f"uitzondering/{exception}/ja")
    iris.do(f"persoon/{party}/bellen", **call)
    iris.do(f"persoon/{party}/codewoord", expect=200)
    iris.do("waar/schrijf", address=word, note=word)
    iris.do("waar", expect=200, reason=word)
    iris.do("contact", needs=["interpreter"], note=word)
    iris.do("contact/e-mail", expect=422, email=word, safe=word, hours=word)
    iris.do("contact/e-mail", email=f"{word}@example.org", safe="always", hours="")
    iris.do("antwoorden", text=f"Met een seintje, {word}")
    iris.do("uitnodigen", expect=422)


def _relies(iris: Hands, word: str) -> None:
    """A source is added, looked at and taken back; and what can go wrong with it."""
    typed: dict[str, Any] = {"source": "BWBR0005537", "place": "6:7", "why": word}
    iris.do("bron", expect=422, source=word, place=word, why=word, on=word)
    iris.do("bron", **typed)
    assert word in iris.look()
    with cast.opened("iris", iris.case) as file:
        source = Source.objects.get(case=file.case).pk
    assert word in iris.look(f"bron/{source}/nagekeken/")
    iris.do(f"bron/{source}/nagekeken", expect=422, how=word, note=word * 600)
    iris.do(f"bron/{source}/nagekeken", how="right", note=word)
    iris.client.get("/bronnen/gewijzigd/")
    iris.do(f"bron/{source}/weg")
    iris.do("bron", **typed)


def _talks_with_others(iris: Hands, word: str) -> None:
    """A mediation from its beginning to its end and on: everything that can be typed, and every form refused once."""
    with cast.opened("iris", iris.case) as file:
        party = str(Party.objects.filter(case=file.case).values_list("pk", flat=True)[0])
    day = clock.today().isoformat()
    frame: dict[str, Any] = {"about": f"Over {word}", "aim": word, "text": word, "parties": [party], "started_on": day}
    frame["lead"] = str(cast.member("iris").pk)
    iris.do("bemiddeling", expect=422, **{**frame, "parties": [word]})
    iris.do("bemiddeling", **frame)
    talks = _talks(iris.case)
    at = f"bemiddeling/{talks.id}"
    iris.do("concept", expect=204, kind=f"proposal:{talks.id.hex}", text=word)
    iris.do(f"{at}/bijwerken", **frame)
    iris.do(f"{at}/standpunt", expect=422, party=word, text=word, on=word, source=word)
    iris.do(f"{at}/standpunt", party=party, text=word, on=day)
    iris.do(f"{at}/voorstel", author="us", to=[party], text=word, on=day, until=day)
    proposal = _talks(iris.case).proposals[0].line.id
    iris.do(f"{at}/voorstel/{proposal}", party=party, reply="accepts", text=word, on=day)
    row: dict[str, Any] = {"who_0": party, "what_0": word, "by_0": day}
    iris.do(f"{at}/afspraak", expect=422, text=word, what_0=word)
    iris.do(f"{at}/afspraak", proposal=proposal, text=word, on=day, **row)
    promise = _talks(iris.case).promises[0].id
    iris.do(f"{at}/afspraak/{promise}", mark="broken", text=word, on=day)
    asked: dict[str, Any] = {"party": party, "channel": "email", "text": word, "subjects": ["story"]}
    iris.do(f"{at}/informatie", expect=422, working_days=word, **asked)
    iris.do(f"{at}/informatie", expect=422, working_days="5", **asked)
    iris.do(f"{at}/rechtzetten/{proposal}", reason=f"Dit zei {word} heel anders", text=f"Toch {word}")
    assert word in iris.look(f"{at}/")
    iris.do(f"{at}/schrijf-het-kind")
    iris.do(f"{at}/afsluiten", outcome="partly", text=word, after="report", on=day)
    iris.do(f"{at}/heropenen", reason=f"Want {word} belde weer op")
    iris.do(f"{at}/afsluiten", outcome="none", text=word, after="nothing", on=day)


def _days_that_count(iris: Hands, word: str) -> None:
    """Deadlines, from the list and by hand, to their end; a proceeding. Every form is refused once."""
    today, last = clock.today(), add_working_days(clock.today(), 9).isoformat()
    me, why = str(cast.member("iris").pk), f"Want {word} staat zo in de brief van {word}"
    term: dict[str, Any] = {"term": "AWB-01", "on": today.isoformat(), "way": "sent", "whom": word, "owner": me}
    iris.do("termijnen", expect=422, **{**term, "on": word, "act": "show"})
    iris.do("termijnen", expect=200, **{**term, "act": "show"})
    hand: dict[str, Any] = {"what": f"Over {word}", "last": last, "source": word, "text": why, "owner": me}
    iris.do("termijnen/met-de-hand", expect=200, act="begin", what=word, source=word)
    iris.do("termijnen/met-de-hand", expect=422, **{**hand, "last": word})
    iris.do("termijnen/met-de-hand", **hand)
    with cast.opened("iris", iris.case) as file:
        one = deadlines_of(file)[0]
    at, sanne = f"termijnen/{one.id}", Hands("sanne", iris.case)
    sanne.do(f"{at}/klopt-niet", reason=f"Volgens {word} is het een andere dag")
    iris.do(f"{at}/rechtzetten/met-de-hand", expect=422, **{**hand, "reason": word, "last": word})
    iris.do(f"{at}/rechtzetten/met-de-hand", **hand, reason=why)
    sanne.do(f"{at}/klopt", seen=str(one.seen + 2))
    sanne.do(f"{at}/neem-over")
    for path in ("/termijnen/", "/termijnen/maand/"):
        assert iris.client.get(path).status_code == 200
    assert word in iris.look(f"{at}/")
    court: dict[str, Any] = {"body": word, "number": word, "about": word, "on_0": last, "what_0": word}
    iris.do("termijnen/procedure", expect=422, number=word, what_0=word)
    iris.do("termijnen/procedure", **court, decided_on=last, outcome=word)
    iris.client.post("/termijnen/agenda/")
    iris.do(f"{at}/afronden", expect=422, how=word, reason=word)
    iris.do(f"{at}/afronden", how="met", reason=why)


def _a_report(iris: Hands, word: str) -> None:
    """A report from its beginning: everything that can be typed, and every form refused once."""
    with cast.opened("iris", iris.case, to="add-party") as file:
        child = str(actions.add_party(file=file, person=Person(Part.CHILD, name=f"Kind {word}")).pk)
    day = clock.today().isoformat()
    frame: dict[str, Any] = {"procedure": "court", "title": f"Over {word}", "child": child, "age": word, "on": day}
    frame |= {"before": word, "court_number": word, "question": f"Mag {word}?", "decision_on": day}
    iris.do("rapportages", expect=422, **{**frame, "on": word, "child": word})
    iris.do("rapportages", **frame)
    with cast.opened("iris", iris.case) as file:
        at = f"rapportages/{reports_of(file)[0].id}"
        message = file.open(Message.objects.filter(case=file.case).order_by("created_on", "visible_at", "id"))[0]
    iris.do(f"{at}/kader", expect=422, **{**frame, "title": "", "on": word})
    iris.do(f"{at}/kader", **frame)
    fact: dict[str, Any] = {"text": f"Zo was {word}", "piece": f"party:{child}", "said_by": word, "page": word}
    fact |= {"day_words": word, "contested": "yes", "contested_by": [child]}
    iris.do(f"{at}/feiten/nieuw", expect=422, **{**fact, "piece": word, "day": word})
    iris.do(f"{at}/feiten/nieuw", **fact)
    with cast.opened("iris", iris.case) as file:
        one = reports_of(file)[0].facts[0].ref
    iris.do(f"{at}/feiten/{one}", expect=422, **{**fact, "contested": word})
    iris.do(f"{at}/feiten/{one}", **fact)
    quote: dict[str, Any] = {"piece": f"message:{message.pk}", "how": word, "said_by": word}
    iris.do(f"{at}/woorden", expect=422, **quote, text=f"Dit zei {word} nooit")
    iris.do(f"{at}/woorden", **quote, text=message.content["text"])
    iris.do(f"{at}/bronnen", expect=200, q=word)
    iris.do(f"{at}/bronnen/citeer", expect=422, work=word, address=word)
    weighed: dict[str, Any] = {"title_1": word, "now_1": "good", "evidence_1": word, "expected_1_1": "poor"}
    iris.do(f"{at}/voorwaarden", expect=422, **weighed)
    iris.do(f"{at}/voorwaarden", **weighed, because_1_1=word)
    iris.do(f"{at}/bijlagen", expect=422, piece=word, title=word)
    consent: dict[str, Any] = {
        "child": "yes",
        "child_how": word,
        "guardian": "not-needed",
        "guardian_how": word,
        "basis": word,
    }
    iris.do(f"{at}/toestemming", expect=422, **consent, on=word)
    iris.do(f"{at}/toestemming", **consent)
    iris.do(f"{at}/namen", expect=422, parties=[child], reason=word[:3])
    iris.do(f"{at}/namen", parties=[child], reason=f"De rechter vroeg naar {word} zelf")
    assert word in iris.look(f"{at}/")
    assert word in iris.look(f"{at}/feiten/")
    assert iris.client.get("/rapportages/").status_code == 200
    iris.do(f"{at}/feiten/{one}/weg")
    _read_and_signed(iris, at, word)


def _read_and_signed(iris: Hands, at: str, word: str) -> None:
    """Written in by two, read by the third, signed, given and followed. Every form is refused once."""
    sanne, why = Hands("sanne", iris.case), f"Want {word} staat er niet in"
    part, save = f"{at}/deel/application", {"base": 0, "mode": "write"}
    said = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": word}]}]}
    for client, doc, key, status in (
        (iris.client, said, f"{word}-sleutel-1", 200),
        (iris.client, {"type": word}, f"{word}-sleutel-2", 422),
        (sanne.client, {**said, "content": [*said["content"], *said["content"]]}, f"{word}-sleutel-3", 423),
    ):
        data = json.dumps({**save, "doc": doc, "key": key})
        kept = client.post(f"/zaak/{iris.case.code}/{part}/", data, content_type="application/json")
        assert kept.status_code == status, kept.content
    lost = kept.json()["conflict"]
    quoted = {"type": "blockquote", "attrs": {"who": word}, "content": said["content"]}
    for chapter in ("summary", "facts", "conclusion"):
        data = json.dumps({**save, "doc": {"type": "doc", "content": [quoted]}, "key": f"{word}-{chapter}"})
        url = f"/zaak/{iris.case.code}/{at}/deel/{chapter}/"
        assert iris.client.post(url, data, content_type="application/json").status_code == 200, chapter
    assert word in iris.look(f"{at}/versies/application/")
    assert word in iris.look(f"{at}/versies/application/{lost}/")
    iris.do(f"{at}/nalezen/niet-ingevoegd/{lost}/klaar")
    iris.do(f"{at}/nalezen/vraag", expect=422, reader=word, note=word)
    iris.do(f"{at}/nalezen/vraag", reader=str(cast.member("sanne").pk), note=word)
    sanne.do(f"{at}/nalezen/opmerking", text=word)
    assert word in iris.look(f"{at}/nalezen/")
    with cast.opened("iris", iris.case) as file:
        (remark,) = remarks(reports_of(file)[0].lines)
    iris.do(f"{at}/nalezen/opmerking", text=word, on=remark.id)
    iris.do(f"{at}/nalezen/opmerking/{remark.id}/klaar")
    sanne.do(f"{at}/nalezen/terug", text=word)
    iris.do(f"{at}/nalezen/vraag", reader=str(cast.member("sanne").pk), note=word)
    sanne.do(f"{at}/nalezen/akkoord", expect=422, seen=word)
    sanne.do(
        f"{at}/nalezen/akkoord", seen=sanne.client.get(f"/zaak/{iris.case.code}/{at}/nalezen/").context["more"].seen
    )
    iris.do(f"{at}/trek-in", expect=422, reason=word[:3])
    iris.do(f"{at}/teken")
    with cast.opened("iris", iris.case):
        (order,) = PressOrder.objects.filter(case=iris.case)
    iris.look(f"{at}/opdracht/{order.pk}/")
    iris.do(f"{at}/opdracht/{order.pk}/terug")
    iris.do(f"{at}/teken")
    press_waiting()
    assert "Klopt." in iris.look(f"{at}/getekend/")
    iris.do(f"{at}/geef", expect=422, to=word, channel=word)
    iris.do(f"{at}/geef", to="asker", channel="post", pdf="on", docx="on", line_numbers="on")
    press_waiting()
    _what_came_of_it(iris, at, word)
    iris.do(f"{at}/aanvulling", expect=422, reason=word[:3])
    iris.do(f"{at}/aanvulling", reason=why)
    with cast.opened("iris", iris.case) as file:
        follows = next(one for one in reports_of(file) if one.open)
    iris.do(f"rapportages/{follows.id}/trek-in", reason=why)


def _what_came_of_it(iris: Hands, at: str, word: str) -> None:
    """Written down twice and taken back once."""
    came: dict[str, Any] = {"procedure": "court", "body": word, "court_number": word, "note": word}
    iris.do(f"{at}/uitkomst/bij", expect=422, **came, result=word, ecli=word)
    iris.do(f"{at}/uitkomst/bij", **came, result="pending")
    iris.do(f"{at}/uitkomst/bij", **came, result="granted", signal="on")
    page = iris.look(f"{at}/uitkomst/")
    assert word in page
    step = page.split("/terug/")[0].rpartition("/")[2]
    iris.do(f"{at}/uitkomst/{step}/terug")
    iris.do(f"{at}/uitkomst/neem-over", expect=422, stamp=word)


def _talks(case: Case) -> Talks:
    with cast.opened("iris", case) as file:
        return all_talks(file)[0]


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
    today = {f"{clock.today()}_0": word, "week": word}
    assert Hands("sanne", case).client.post("/telefoon/rooster/", today).status_code in {302, 422}  # by the day


def _by_mail(word: str) -> None:
    """A question comes in by mail and is answered by mail; a robot, set aside, becomes a question; rubbish is kept."""
    mo, about = cast.desk_client("mo"), f"Subject: Over {word}"
    words = part(f"Mag {word} dit?\r\n> {word}".encode(), "Content-Type: text/plain; charset=utf-8")
    picture = part(a_picture(), "Content-Type: image/png", f'Content-Disposition: attachment; filename="{word}.png"')
    asked = cast.mail_in(multipart([words, picture]), 1)
    assert word.encode() in mo.get(f"/e-mail/{asked}/origineel/").content
    robot = cast.mail_in(letter(f"Ik ben {word}", about, "Auto-Submitted: auto-replied"), 2)
    assert word in mo.get(f"/e-mail/{robot}/").content.decode()
    assert mo.get("/e-mail/").status_code == 200
    assert mo.post(f"/e-mail/{robot}/vraag/").status_code == 302
    _invited(asked, word)
    case = cast.taken(text=f"Een zaak met mail over {word}")
    with cast.opened("iris", case, to="reply") as file:
        tag, path = new_reply_path(file, None, f"{word}@example.org")
        path.save()
    to = f"Delivered-To: help+{tag}@example.org"
    cast.mail_in(letter(f"Ja, {word}", about, to, sender=f"{word} <{word}@example.org>"), 3)
    assert f"Ja, {word}" in Hands("iris", case).look()
    cast.mail_in(letter(f"Ook {word}", about, to, sender=f"{word}@elders.example"), 4)
    cast.mail_in(b"\xff\0" + word.encode(), 5)


def _invited(mail: UUID, word: str) -> None:
    """Whoever only mailed is invited; the mail fails and is dealt with; she is invited anew and cut off."""
    with act_as(cast.member("mo").pk):
        case = Case.objects.get(mails=mail)
    mo, iris = Hands("mo", case), Hands("iris", case)
    mo.do("aannemen")
    mo.do("naar-team", team="jeugdhulp")
    iris.do("oppakken")
    iris.do("contact/e-mail", email=f"{word}@example.org", safe="hours", hours="ma-zo 0.00-23.59")
    iris.do("uitnodigen")
    iris.do("antwoorden", text=f"Voor wie mailde, {word}")
    with cast.opened("iris", case) as file:
        row = Outgoing.objects.get(case=file.case)
        Outgoing.objects.filter(pk=row.pk).update(state="dead")
    iris.do(f"e-mail/{row.message_id}/afgehandeld", how=word)
    assert word in iris.look("uitnodigen/")
    iris.do("uitnodigen")
    iris.do("postvak/afsluiten")


def _with_files(case: Case, word: str) -> None:
    """A file comes in, is looked at, asked for by one and agreed by another; one that cannot be shown is locked."""
    iris, sanne = Hands("iris", case), Hands("sanne", case)
    iris.do("bestand", source="letter", files=SimpleUploadedFile(f"{word}.png", a_picture()))
    iris.do("bestand", source="desk", files=SimpleUploadedFile(f"{word}.docx", word.encode()))
    with cast.opened("iris", case) as file:
        rows = file.open(Attachment.objects.filter(case=case))
        shown, hidden = sorted(rows, key=lambda row: row.state != "safe")
    assert word in iris.look(f"bestand/{shown.pk}/")
    assert iris.client.get(f"/zaak/{case.code}/bestand/{shown.pk}/kopie/").status_code == 200
    iris.do(f"bestand/{hidden.pk}/opnieuw")
    iris.do(f"bestand/{shown.pk}/vraag", expect=422, reason=word)
    iris.do(f"bestand/{shown.pk}/vraag", reason=f"De rechter vraagt om {word}")
    with cast.opened("iris", case) as file:
        wanted = FileRequest.objects.get(case=file.case)
    sanne.do(f"bestand/ja/{wanted.pk}")
    assert iris.client.get(f"/zaak/{case.code}/bestand/{shown.pk}/origineel/").content == a_picture()
    iris.do(f"bestand/{hidden.pk}/slot")
    iris.do(f"bestand/{hidden.pk}/vraag", kind_chosen="destroy", reason=f"Niet bewaren, zegt {word}")


def _given(iris: Hands, word: str) -> None:
    """A letter of complaint is written, changed and given; the stuff of the case is bundled and given."""
    parts = ("body", "about", "happened", "own_words", "tried", "wants", "enclosed")
    letter: dict[str, Any] = {name: f"{word} {name}" for name in parts}
    iris.look("klacht/")
    iris.do("klacht", expect=422, route=word, voice=word, **letter)
    iris.do("klacht", route="overheid", voice="child", **letter)
    with cast.opened("iris", iris.case) as file:
        row = Complaint.objects.get(case=file.case).pk
        party = Party.objects.filter(case=file.case).first()
    assert party is not None
    assert word in iris.look(f"klacht/{row}/")
    iris.do(f"klacht/{row}", route="instelling", voice="parent", **letter)
    iris.do(f"klacht/{row}/meegeven", to="asker", channel="post")
    iris.do(f"klacht/{row}/meegeven", expect=422, to=str(party.pk), channel="post")
    iris.do("meegeven", expect=422, to="asker", channel="post")
    with cast.opened("iris", iris.case) as file:
        items = [one.key for one in items_of(papers_of(file), lambda _: b"")]
    iris.do("meegeven", to="asker", channel="post", items=items)
    with cast.opened("iris", iris.case) as file:
        given = GivenFile.objects.filter(case=file.case).values_list("pk", flat=True)
    assert all(iris.client.get(f"/zaak/{iris.case.code}/meegegeven/{one}/").status_code == 200 for one in given)


def _with_counsel(iris: Hands, word: str) -> None:
    """The child's lawyer is invited, given a file, comes in, collects, answers, and is shut out."""
    known = somebody(part="lawyer", name=f"{word} Bakker", email="bakker@example.net", by_email="yes")
    known |= {f"told_{one}": "yes" for one in ("contact", "documents", "story", "progress")}
    iris.do("persoon", **known, weet="1")
    with cast.opened("iris", iris.case) as file:
        rows = file.open(Party.objects.filter(case=file.case))
        party = next(str(row.pk) for row in rows if row.content["part"] == "lawyer")
        given = [str(row.pk) for row in GivenFile.objects.filter(case=file.case)][:2]
    consent: dict[str, Any] = {"party": party, "purpose": word, "agreed": ["child"], "band": "12-15", "limits": "on"}
    consent |= {"subjects": ["documents", "story", "progress"], "explained": word, "language": word}
    iris.do("toestemming", **consent, read_aloud="on", expires_on=clock.today().isoformat())
    asked: dict[str, Any] = {"party": party, "bar": word[:12], "purpose": f"{word} {word} {word}", "looked": "on"}
    iris.do("advocaat", expect=422, **{**asked, "until": word})
    iris.do("advocaat", **asked, until=(clock.today() + timedelta(days=9)).isoformat())
    with cast.opened("iris", iris.case) as file:
        seat = Seat.objects.get(case=file.case)
        at, message = f"advocaat/{seat.pk}", file.mine(seat).content["message"]
        mail = file.mine(Outgoing.objects.get(message=message)).content
        code = file.mine(Message.objects.get(pk=message)).content["code"]
    iris.do(f"{at}/delen", expect=422, given=[word])
    iris.do(f"{at}/delen", given=given)
    iris.do(f"{at}/herinneren", expect=422)
    for wanted in ("0", "1"):
        iris.do(f"{at}/herinneren", wanted=wanted)
    _at_her_desk(f"/ophalen/{mail['token']}/", code, word)
    assert word in iris.look(f"{at}/")
    iris.do(f"{at}/gezien")
    iris.do(f"{at}/ingediend", body=word, number=word)
    iris.do(f"{at}/ingediend", expect=422, filed_on=word)
    iris.do(f"{at}/antwoord", expect=422, used=word, ecli=word, words=word)
    iris.do(f"{at}/antwoord", used="yes", cited="no", followed="no", words=word)
    iris.do(f"{at}/intrekken", reason=f"{word} {word} {word}")


def _at_her_desk(url: str, code: str, word: str) -> None:
    """With everything that she has, and with what is wrong."""
    hers = PublicClient()

    def press(visit: str = "", **typed: Any) -> tuple[str, str]:
        page = hers.post(url, {"visit": visit, **typed})
        html = page.content.decode() if page["Content-Type"].startswith("text/html") else ""
        return html, (re.findall(r'name="visit" value="([^"]+)"', html) or [visit])[0]

    press(code=word)
    page, visit = press(code=code)
    secret = b32decode(re.findall(r"<b>([A-Z2-7 ]+)</b>", page)[0].replace(" ", ""))
    press(visit, step="figures", figures=word)
    page, visit = press(visit, step="figures", figures=totp.figures(secret, totp.step_at(clock.now())))
    for one in re.findall(r'value="(collect:[^"]+)"', page):
        press(visit, step=one)
    press(visit, step=f"collect:{word}")
    press(visit, step="filed", body=word, number=word, filed_on=word)
    press(visit, step="filed", body=word, number=word)
    press(visit, step="result", used=word, ecli=word, words=word)
    press(word, step="result", used="yes", words=word)
    assert "Uw antwoord is bij ons" in press(visit, step="result", used="yes", words=word)[0]


def a_picture() -> bytes:
    """A small image."""
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(out, "PNG")
    return out.getvalue()


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
    iris.client.post("/zoeken/", {"words": f'"{word} {word}* -{word}', "page": word})
    bas.client.post("/zoeken/", {"words": word})
    iris.client.post("/standaardteksten/kies/", {"words": word, "theme": word})
    iris.client.post("/bronnen/zoeken/", {"words": word, "day": word, "kind": word})
    PublicClient().post("/laatste-dag/", {"kind": word, "who": word, "way": word, "day": word, "year": word})
    iris.client.post("/bronnen/verwijzing/kies/", {"q": f"art. 3 {word}"})
    iris.client.post("/bronnen/woorden/nieuw/", {"lay": word, "legal": word, "theme": word, "reason": word})
    iris.client.post("/standaardteksten/nieuw/", {"title": word, "body": f"{word}@example.org", "language": word})
    iris.client.post("/filters/", {"theme": word, "team": word, "whose": word})
    strict = Client(enforce_csrf_checks=True)
    sign_in(strict, cast.member("farah"))
    assert strict.post(f"/zaak/{case.code}/notitie/", {"text": word}).status_code == 403
    assert Client().post(f"/zaak/{case.code}/notitie/", {"text": word}).status_code in {302, 401}
    Team.objects.filter(slug=word).first()
    cast.answer(receipt, f"{word} " * 2000, kind="addition")
