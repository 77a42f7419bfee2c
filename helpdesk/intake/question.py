"""From a checked form to a question: which team, what a list may open, what only the case file tells."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from helpdesk.cases.actions import Question
from helpdesk.cases.complaints import KIND
from helpdesk.directory.reference import team_of
from helpdesk.intake.danger import speaks_of_danger
from helpdesk.teams.teams import team_id

FACTS = ("asker", "theme", "age_band", "province", "language")
MORE = ("for_whom", "authority", "child_knows", "safe_contact", "code_word")
# Who asks often says already what she is of the child.
REQUESTERS = {"kind": "kind", "advocaat": "advocaat"}


def question_from(data: dict[str, Any]) -> Question:
    """What goes into the case. Only facts that a list shows are facts; the code word and safe contact are not."""
    asker, story = data["asker"], data["story"]
    facts = {name: data[name] for name in FACTS}
    facts |= {
        "requester_type": data["requester_type"] or REQUESTERS.get(asker, ""),
        "interpreter": bool(data["interpreter"]),
        "danger": data["danger"],
    }
    if speaks_of_danger(story):
        facts["danger_words"] = True
    more = {name: data[name] for name in MORE if data[name]}
    return Question(
        text=story,
        danger=data["danger"] == "ja",
        team_id=_team(data["theme"]),
        facts=facts,
        more=more,
    )


def complaint_from(data: dict[str, Any]) -> Question:
    """A complaint about ourselves: the text and who speaks, if she said so. No theme, and no team is guessed."""
    asked = question_from({**data, "theme": ""})
    return replace(asked, team_id=None, facts={**asked.facts, "kind": KIND})


def _team(theme: str) -> UUID | None:
    """The team that the theme points to. None, or one that does not exist: triage decides, the question comes in."""
    try:
        return team_id(team_of(theme))
    except KeyError:
        return None


def told(question: Question) -> str:
    """An addition is one text: the story, and under it what she says now about danger and contact."""
    said = {
        "Nu gevaar": "ja" if question.danger else "",
        "Veilig contact": question.more.get("safe_contact", ""),
        "Codewoord": question.more.get("code_word", ""),
    }
    lines = [f"{label}: {value}" for label, value in said.items() if value]
    return "\n\n".join([question.text, *(["\n".join(lines)] if lines else [])])
