"""Worklist and case page of a signed-in jurist, against an empty signed-in desk page, at one size of the data."""

from __future__ import annotations

import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks.clock import line, medians  # noqa: E402
from benchmarks.people import EMPTY, everywhere, signed_in  # noqa: E402
from helpdesk.cases.models import Case  # noqa: E402
from helpdesk.lib.row_actor import act_as  # noqa: E402


def statements(client: Client, path: str) -> int:
    """How many statements one page costs over both databases."""
    with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
        assert client.get(path).status_code == 200
    return len(data) + len(keys)


def main(size: str) -> None:
    """Print the table of this size."""
    settings.ALLOWED_HOSTS = ["testserver"]
    settings.ROOT_URLCONF = "benchmarks.urls"
    member = everywhere()
    client = signed_in(member)
    with act_as(member.pk):
        code = Case.objects.visible_to(member).open().worklist_order().values_list("code", flat=True)[0]
    pages = {"empty page": EMPTY, "worklist": "/", "case page": f"/zaak/{code}/"}

    def get(path: str) -> None:
        assert client.get(path).status_code == 200, path

    found = medians({name: lambda path=path: get(path) for name, path in pages.items()}, rounds=40)
    print(f"\nDesk pages at {int(size):,} cases")
    for name, path in pages.items():
        ratio = None if name == "empty page" else found[name] / found["empty page"]
        aim = "" if ratio is None else f"{statements(client, path)} statements; aims: at most 12, at most 6 x"
        line(name, found[name], ratio, aim)


if __name__ == "__main__":
    main(sys.argv[1])
