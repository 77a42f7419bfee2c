"""What lawyers answered about what they were given, told to the room of reports, which knows no lawyers' places."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import GivenFile
from helpdesk.counsel.access import followings_of, places_of
from helpdesk.counsel.following import Answer, Followed, Following, Used
from helpdesk.counsel.laid import Place
from helpdesk.counsel.shown import told
from helpdesk.counsel.words import CITED, USED
from helpdesk.reports.followup import Result
from helpdesk.reports.heard import Heard

RESULTS = {
    Followed.YES: Result.GRANTED,
    Followed.PARTLY: Result.PARTLY,
    Followed.NO: Result.REJECTED,
    Followed.UNKNOWN: Result.PENDING,
}


def heard(file: CaseFile) -> list[Heard]:
    """Each lawyer who answered."""
    followings = followings_of(file)
    if not followings:
        return []
    return [_heard(one, followings[str(one.id)]) for one in places_of(file) if str(one.id) in followings]


def reports_of(file: CaseFile, place: Place) -> list[str]:
    """The reports (ids) of which she got a copy; what became of each is written down there."""
    digests = {one.digest for one in place.shares}
    rows = file.open(GivenFile.objects.filter(case=file.case).defer("data")) if digests else []
    found = (row.content["report"] for row in rows if row.content.get("report") and row.content["digest"] in digests)
    return list(dict.fromkeys(found))


def _heard(place: Place, following: Following) -> Heard:
    filing = following.filings[-1] if following.filings else None
    answer = following.answer
    return Heard(
        who=place.name,
        digests=frozenset(one.digest for one in place.shares),
        body=filing.body if filing else "",
        court_number=filing.number if filing else "",
        filed_on=filing.filed_on if filing else None,
        result=_result(following),
        ecli=answer.ecli if answer else "",
        note=_note(answer) if answer else "",
        text="\n\n".join(told(following)),
    )


def _result(following: Following) -> Result:
    answer = following.answer
    if answer is None:
        return Result.PENDING
    unused = answer.used is Used.NO and answer.followed is Followed.UNKNOWN and not following.filings
    return Result.NOT_FILED if unused else RESULTS[answer.followed]


def _note(answer: Answer) -> str:
    """What has no place of its own with an outcome."""
    first = f"Gebruikt: {USED[answer.used]}. Rapport genoemd in de beslissing: {CITED[answer.cited]}."
    return "\n\n".join(filter(None, (first, answer.words)))
