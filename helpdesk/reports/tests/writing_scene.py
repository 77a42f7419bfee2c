"""A case with a report in hand: Iris writes, Sanne and Bo are her colleagues; each in a browser of her own."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID
from zlib import crc32

from django.test import Client

from helpdesk.cases.models import Case
from helpdesk.lib import clock
from helpdesk.lib.ids import new_id
from helpdesk.reports import actions
from helpdesk.reports.access import parts_of, report_for
from helpdesk.reports.access_parts import versions_of
from helpdesk.reports.document import said
from helpdesk.reports.laid import LaidReport
from helpdesk.reports.tests.scene import scene
from helpdesk.reports.told import Agreed
from tests import cast


def text(*lines: str) -> dict[str, Any]:
    """A chapter of these paragraphs."""
    return {
        "type": "doc",
        "content": [
            {
                "type": "paragraph",
                "attrs": {"id": f"{crc32(line.encode()):08x}"},
                "content": [{"type": "text", "text": line}],
            }
            for line in lines
        ],
    }


@dataclass
class Written:
    """One report of one case."""

    case: Case
    id: UUID
    fact: str = ""
    cited: str = ""
    clients: dict[str, Client] = field(default_factory=dict, repr=False)

    @property
    def at(self) -> str:
        return f"/zaak/{self.case.code}/rapportages/{self.id}/"

    def url(self, part: str = "application") -> str:
        return f"{self.at}deel/{part}/"

    def as_(self, who: str) -> Client:
        if who not in self.clients:
            self.clients[who] = cast.desk_client(who)
        return self.clients[who]

    def load(self, who: str = "iris", part: str = "application") -> dict[str, Any]:
        answer = self.as_(who).get(self.url(part), headers={"X-Requested-With": "fetch"})
        assert answer.status_code == 200, answer.content
        found: dict[str, Any] = answer.json()
        return found

    def post(self, path: str, data: Any = None, who: str = "iris", part: str = "application") -> Any:
        """JSON, as the editor sends it."""
        return self.as_(who).post(
            f"{self.url(part)}{path}",
            json.dumps(data or {}),
            content_type="application/json",
            headers={"X-Requested-With": "fetch"},
        )

    def save(
        self, *lines: str, base: int, who: str = "iris", key: str = "", part: str = "application", **more: Any
    ) -> Any:
        data = {"doc": text(*lines), "base": base, "key": key or str(new_id()), "mode": "write", **more}
        return self.post("", data, who, part)

    def saved(self, *lines: str, who: str = "iris", part: str = "application") -> int:
        """Save on what stands there now; the version."""
        answer = self.save(*lines, base=self.load(who, part)["version"], who=who, part=part)
        assert answer.status_code == 200, answer.content
        return int(json.loads(answer.content)["version"])

    def words(self, part: str = "application") -> str:
        """What stands in the chapter now."""
        return said(self.load(part=part)["doc"])

    def versions(self, part: str = "application") -> list[dict[str, Any]]:
        with cast.opened("iris", self.case) as file:
            row = parts_of(file, self.id)[part]
            return [{"id": one.pk, **one.content} for one in versions_of(file, row)]

    @property
    def report(self) -> LaidReport:
        with cast.opened("iris", self.case) as file:
            return report_for(file, self.id)

    def do(self, path: str, who: str = "iris", expect: int = 302, **typed: Any) -> str:
        """Post a verb of this report."""
        answer = self.as_(who).post(f"{self.at}{path}/", typed)
        assert answer.status_code == expect, (path, answer.status_code, answer.content.decode()[-3000:])
        return answer.content.decode()

    def look(self, path: str = "", who: str = "iris", expect: int = 200) -> str:
        answer = self.as_(who).get(f"{self.at}{path}{'/' if path else ''}")
        assert answer.status_code == expect, (path, answer.status_code)
        return answer.content.decode()


def written() -> Written:
    """A report that Iris began, with the texts of its outline; a fact and a citation are in it."""
    made = scene()
    fact, cited = made.fact(), made.cite()
    return Written(made.case, made.uuid, fact=fact, cited=cited)


def whole() -> Written:
    """One with which nothing is wrong: every chapter that must be there, her own words, and consent."""
    made = written()
    for part in ("summary", "facts", "conclusion"):
        made.saved("Zo staat het er.", part=part)
        made.post("laat-los/", part=part)
    quote = text("Ik wil weten wanneer ik naar huis mag.")
    quote["content"] = [{"type": "blockquote", "attrs": {"id": "", "who": "zij zelf"}, "content": quote["content"]}]
    made.save(base=0, part="voice", doc=quote)
    agreed = Agreed("yes", "in een gesprek", "yes", "telefonisch", "", clock.today())
    with cast.opened("iris", made.case, to="write-report") as file:
        actions.record_report_consent(file=file, report_id=made.id, agreed=agreed)
    return made
