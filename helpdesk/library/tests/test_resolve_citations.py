"""From a citation to the passage of a day, and the reason when there is none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from helpdesk.library.citations import Law, find, parse
from helpdesk.library.citations.resolve import Answer, NotResolved, Resolved, names_with_works, resolve, resolve_all
from helpdesk.library.models import Form, Kind, Passage, Version, Work

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


def version_of(code: str, passages: dict[str, str], kind: str = Kind.LAW, **facts: Any) -> Version:
    work, _ = Work.objects.get_or_create(
        code=code, defaults={"kind": kind, "title": facts.pop("title", code), "source": "proef"}
    )
    version = Version.objects.create(work=work, digest="0", file_name="proef.xml", read_at=timezone.now(), **facts)
    for position, (address, text) in enumerate(passages.items()):
        label = address.split("&")[0].replace("=", " ").capitalize()
        Passage.objects.create(
            version=version, position=position, address=address, form=Form.ARTICLE, label=label, text=text, digest="0"
        )
    return version


@pytest.fixture
def youth_act() -> tuple[Version, Version]:
    old = version_of(
        "BWBR0034925",
        {"artikel=1.1": "Oud."},
        valid_from=date(2015, 1, 1),
        valid_until=date(2023, 12, 31),
    )
    new = version_of(
        "BWBR0034925",
        {
            "artikel=1.1": "Nieuw.",
            "artikel=2.3": "",
            "artikel=2.3&lid=1": "Het college helpt. Ook art. 2.4 geldt. Altijd.",
        },
        valid_from=date(2024, 1, 1),
    )
    return old, new


def reason(answer: Answer) -> str:
    assert isinstance(answer, NotResolved)
    return answer.reason


def test_the_version_of_the_day(youth_act: tuple[Version, Version]) -> None:
    for day, version in [(date(2020, 6, 1), youth_act[0]), (date(2023, 12, 31), youth_act[0]), (TODAY, youth_act[1])]:
        answer = resolve(parse("art. 1.1 Jeugdwet"), day)
        assert isinstance(answer, Resolved)
        assert answer.version == version
        assert answer.passage
        assert answer.passage.version == version


def test_the_day_in_the_citation_goes_before(youth_act: tuple[Version, Version]) -> None:
    answer = resolve(parse("jci1.3:c:BWBR0034925&artikel=1.1&g=2020-06-01"), TODAY)
    assert isinstance(answer, Resolved)
    assert answer.version == youth_act[0]


def test_a_paragraph_that_is_not_there_gives_the_article(youth_act: tuple[Version, Version]) -> None:
    answer = resolve(parse("art. 1.1 lid 7 Jeugdwet"), TODAY)
    assert "Artikel 1.1 wel" in reason(answer)
    assert answer.passage
    assert answer.passage.address == "artikel=1.1"


def test_no_such_article(youth_act: tuple[Version, Version]) -> None:
    answer = resolve(parse("art. 99 Jeugdwet"), TODAY)
    assert reason(answer) == "art. 99 Jeugdwet staat niet in de versie van 28 november 2026."
    assert answer.version == youth_act[1]


@pytest.mark.usefixtures("youth_act")
def test_no_version_on_that_day() -> None:
    assert reason(resolve(parse("art. 1.1 Jeugdwet"), date(2010, 1, 1))) == (
        "Van Jeugdwet hebben we geen versie die op 1 januari 2010 gold."
    )


@pytest.mark.usefixtures("youth_act")
def test_a_sentence() -> None:
    answer = resolve(parse("art. 2.3 lid 1 tweede volzin Jeugdwet"), TODAY)
    assert isinstance(answer, Resolved)
    assert answer.text == "Ook art. 2.4 geldt."
    assert "Zoveel zinnen" in reason(resolve(parse("art. 2.3 lid 1 vierde volzin Jeugdwet"), TODAY))


def test_what_we_do_not_have() -> None:
    assert reason(resolve(parse("art. 8 EVRM"), TODAY)) == "EVRM staat niet in onze bibliotheek."
    assert reason(resolve(parse("Stb. 2014, 105"), TODAY)) == "Dit soort stuk bewaart onze bibliotheek niet."
    assert "welke wet" in reason(resolve(Law(parts=(("artikel", "3"),)), TODAY))


def test_a_version_that_was_not_read_to_its_end_is_no_source(youth_act: tuple[Version, Version]) -> None:
    Version.objects.filter(pk=youth_act[1].pk).update(read_at=None)
    assert "geen versie" in reason(resolve(parse("art. 1.1 Jeugdwet"), TODAY))


def test_an_old_number_never_guesses_the_court() -> None:
    version_of("ECLI:NL:HR:2012:BW5328", {"rov=3.4": "Overweging."}, Kind.JUDGMENT)
    assert isinstance(resolve(parse("BW5328"), TODAY), Resolved)
    answer = resolve(parse("ECLI:NL:HR:2012:BW5328, rov. 3.4"), TODAY)
    assert isinstance(answer, Resolved)
    assert answer.passage
    version_of("ECLI:NL:PHR:2012:BW5328", {}, Kind.JUDGMENT)
    assert "raden we niet" in reason(resolve(parse("BW5328"), TODAY))


@pytest.mark.usefixtures("youth_act")
def test_many_at_once_ask_twice(django_assert_num_queries: Any) -> None:
    found = find(
        "artikel 1.1, artikel 2.3, eerste lid, en artikel 99 van de Jeugdwet; art. 8 EVRM; ECLI:NL:HR:2012:BW5328"
    )
    citations = [one for each in found for one in each.citations]
    with django_assert_num_queries(2):
        answers = resolve_all(citations, TODAY)
    assert [isinstance(answer, Resolved) for answer in answers] == [True, True, False, False, False]


def test_a_work_of_the_library_gives_its_name() -> None:
    version_of("BWBR0099999", {"artikel=1": "Er zijn boomhutten."}, title="Wet op de boomhutten")
    answer = resolve(parse("artikel 1 van de Wet op de boomhutten", names=names_with_works()), TODAY)
    assert isinstance(answer, Resolved)
