"""A case that relies on an article, for tests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from helpdesk.cases import actions
from helpdesk.cases.actions.source import sources_of
from helpdesk.cases.models import Case
from helpdesk.cases.sources import Held
from helpdesk.library.tests.shelf import CODE
from tests import cast

WHY = "Zij is niet gehoord voordat de omgang werd beperkt."


def rely(case: Case, number: str = "2", *, by: str = "iris", **more: Any) -> UUID:
    """Add the article of the shelf's law; the id of the source."""
    said = {"code": CODE, "place": f"artikel={number}", "why": WHY, **more}
    with cast.opened(by, case, to="add-source") as file:
        return actions.add_source(file=file, **said).pk  # type: ignore[no-any-return]


def relies_on(case: Case, *, by: str = "iris") -> list[Held]:
    """What the case relies on now."""
    with cast.opened(by, case) as file:
        return sources_of(file)


def kept(case: Case, *, by: str = "iris") -> list[str]:
    """The articles in the summary, by which lists see them."""
    with cast.opened(by, case) as file:
        return [line[2].removeprefix("artikel=") for line in file.case.summary.get("sources") or ()]
