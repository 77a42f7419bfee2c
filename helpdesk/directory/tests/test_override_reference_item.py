"""An administrator changes a row with a reason; everybody may look; the change can be taken away."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from helpdesk.directory import files, reference
from helpdesk.directory.models import ReferenceOverride
from helpdesk.ledger.models import Entry
from tests import cast

pytestmark = pytest.mark.django_db
VT = reverse("directory:override-reference-item", args=["institution", "VT"], urlconf="helpdesk.config.urls_desk")


def _words(**changed: str) -> dict[str, str]:
    item = next(item for item in files.items() if item.key == "VT" and item.list_name == "institution")
    names = ("phone", "phone_confidence", "url", "refer_when_nl")
    held = {"label_nl": item.label_nl, "label_en": item.label_en, **{name: item.data[name] for name in names}}
    return {**held, "reason": "Nummer veranderd volgens hun site.", **changed}


@pytest.fixture
def bas() -> Client:
    return cast.desk_client("bas")


def test_a_change_holds_and_is_in_the_ledger(
    bas: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = bas.post(VT, _words(phone="0800-2001", checked="on"))
    assert answer.status_code == 302
    made = ReferenceOverride.objects.get()
    assert set(made.changes) == {"phone", "checked_on"}
    assert Entry.objects.filter(verb="override-reference-item", object_id=made.pk).exists()
    vt = reference.institution("VT")
    assert vt is not None
    assert vt.phone == "0800-2001"
    page = bas.get(reverse("directory:reference-list", args=["institution"])).content.decode()
    assert "0800-2001" in page
    assert "gewijzigd" in page


def test_a_second_change_ends_the_first_and_undoing_lets_the_file_speak(
    bas: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        bas.post(VT, _words(phone="0800-2001"))
        bas.post(VT, _words(phone="0800-2002"))
    assert ReferenceOverride.objects.count() == 2
    assert ReferenceOverride.objects.holding().get().changes == {"phone": "0800-2002"}
    undo = reverse("directory:undo-reference-override", args=["institution", "VT"])
    with django_capture_on_commit_callbacks(execute=True):
        assert bas.post(undo).status_code == 302
    vt = reference.institution("VT")
    assert vt is not None
    assert vt.phone == "0800-2000"
    assert bas.post(undo).status_code == 404
    assert bas.get(undo).status_code == 405
    history = bas.get(VT).content.decode()
    assert history.count("Nummer veranderd") == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"reason": ""},
        {"phone": "bel ons"},
        {"phone": "0800-2000\n1"},
        {"url": "http://x.nl"},
        {"label_nl": " "},
        {"url": "javascript:1"},
    ],
)
def test_what_is_not_yet_good_is_asked_again(bas: Client, wrong: dict[str, str]) -> None:
    answer = bas.post(VT, _words(**wrong))
    assert answer.status_code == 422
    assert "Dit lukte nog niet" in answer.content.decode()
    assert not ReferenceOverride.objects.exists()


def test_others_look_and_do_not_change() -> None:
    iris = cast.desk_client("iris")
    page = iris.get(reverse("directory:reference-list", args=["institution"]))
    assert page.status_code == 200
    assert "Wijzig" not in page.content.decode()
    assert iris.get(VT).status_code == 404
    assert iris.post(VT, _words(phone="1234")).status_code == 404
    assert not ReferenceOverride.objects.exists()


def test_every_list_and_every_row_has_a_page(bas: Client) -> None:
    assert bas.get(reverse("directory:reference-lists")).status_code == 200
    for list_name in files.LISTS:
        assert bas.get(reverse("directory:reference-list", args=[list_name])).status_code == 200
    one_each = {item.list_name: item.key for item in files.items()}
    for list_name, key in one_each.items():
        assert bas.get(reverse("directory:override-reference-item", args=[list_name, key])).status_code == 200
    for unknown in (["niets"], ["institution", "NIETS"], ["theme", "VT"], ["niets", "VT"]):
        name = "directory:reference-list" if len(unknown) == 1 else "directory:override-reference-item"
        assert bas.get(reverse(name, args=unknown)).status_code == 404


def test_rows_that_are_due_are_named_on_the_first_page(bas: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "aged", lambda today: list(files.items()))
    assert "half jaar niet nagelezen" in bas.get(reverse("directory:reference-lists")).content.decode()


def test_a_row_without_a_number_is_saved_as_it_is(bas: Client) -> None:
    """Only what was typed differs: an institution without a number does not become a sure one."""
    url = reverse("directory:override-reference-item", args=["institution", "FIER"])
    form = bas.get(url).context["form"]
    typed = {name: form.initial.get(name, "") for name in form.fields if name not in {"checked", "reason"}}
    assert bas.post(url, {**typed, "reason": "Alleen gekeken.", "checked": "on"}).status_code == 302
    assert set(ReferenceOverride.objects.get().changes) == {"checked_on"}
