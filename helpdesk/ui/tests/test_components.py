"""The component tags: what they put on a page, what they escape."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.template import Context, Template
from django.utils import timezone
from django.utils.translation import override

from helpdesk.ui.icons import ICON_OF, ICONS
from helpdesk.ui.templatetags.days import clock, day, letter_day, moment


class Note(forms.Form):
    """A form with one field of each kind."""

    title = forms.CharField(label="Titel", help_text="Zonder naam.")
    team = forms.ChoiceField(label="Team", choices=[("a", "Jeugdhulp")])
    urgency = forms.ChoiceField(label="Spoed", choices=[("hoog", "Spoed")], widget=forms.RadioSelect)
    sure = forms.BooleanField(label="Zeker", required=False)


def draw(source: str, **context: object) -> str:
    return Template("{% load ui texts days %}" + source).render(Context(context))


def test_an_icon_is_silent_beside_a_word_and_speaks_alone() -> None:
    assert 'aria-hidden="true"' in draw('{% icon "lock" %}')
    assert 'role="img" aria-label="Verzegeld"' in draw('{% icon "lock" label="Verzegeld" %}')
    assert "krh-icon--directional" in draw('{% icon "arrow" %}')
    assert set(ICON_OF.values()) <= set(ICONS)


@pytest.mark.parametrize(("urgency", "word"), [("acuut", "Gevaar"), ("hoog", "Spoed"), ("laag", "Kan wachten")])
def test_a_mark_says_its_word(urgency: str, word: str) -> None:
    assert word in draw("{% mark urgency %}", urgency=urgency)


def test_nothing_foreign_gets_through_as_markup() -> None:
    evil = "<i onclick=x>"
    for source in (
        "{% chip evil %}",
        "{% person evil %}",
        "{% panel evil id='x' %}{{ evil }}{% endpanel %}",
        "{% message from=evil when=evil %}{{ evil }}{% endmessage %}",
        "{% empty evil more=evil %}",
        "{% say 'receipt.child.promise' day=evil %}",
    ):
        assert "<i " not in draw(source, evil=evil), source


def test_a_wrong_field_says_so_and_keeps_what_was_typed() -> None:
    form = Note({"title": "", "team": "a", "urgency": "hoog", "sure": "on"})
    page = draw("{% error_summary form %}{% fields form %}", form=form)
    assert 'href="#id_title"' in page
    assert 'aria-describedby="id_title_hint id_title_error"' in page
    assert page.count("aria-invalid") == 1
    assert page.count(" checked") == 2


def test_no_errors_no_summary() -> None:
    assert "krh-errors" not in draw("{% error_summary form %}", form=Note())


def test_people_are_initials_with_a_name_for_readers() -> None:
    assert ">IW<" in draw("{% person 'Iris de Wit' %}")
    assert "Nog van niemand" in draw("{% person '' %}")


def test_days_have_words() -> None:
    today = timezone.localdate()
    with override("nl"):
        assert [day(today + timedelta(days=n)) for n in (-1, 0, 1)] == ["gisteren", "vandaag", "morgen"]
        assert day(date(today.year + 2, 11, 27)).endswith(f"27 nov {today.year + 2}")
        assert letter_day(date(2026, 11, 27)) == "vrijdag 27 november"
        noon = datetime(2026, 11, 27, 16, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
        assert clock(noon) == "16.05"
        assert moment(None) == day(None) == letter_day(None) == clock(None) == ""
