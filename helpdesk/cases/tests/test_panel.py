"""One panel by itself: a part for a script, a small page without."""

from __future__ import annotations

import pytest

from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "name", ["kop", "veilig", "kind", "omheen", "gesprek", "notities", "journaal", "belofte", "taken", "keek"]
)
def test_every_panel_stands_by_itself(name: str) -> None:
    case = cast.taken()
    iris = cast.desk_client("iris")
    part = iris.get(f"/zaak/{case.code}/paneel/{name}/", headers={"HX-Request": "true"}).content.decode()
    assert f'id="paneel-{name}"' in part
    assert "<html" not in part
    assert "<html" in iris.get(f"/zaak/{case.code}/paneel/{name}/").content.decode()


def test_an_unknown_panel_and_a_foreign_case_are_not_there() -> None:
    case = cast.taken()
    assert cast.desk_client("iris").get(f"/zaak/{case.code}/paneel/geheim/").status_code == 404
    assert cast.desk_client("farah").get(f"/zaak/{case.code}/paneel/gesprek/").status_code == 404
