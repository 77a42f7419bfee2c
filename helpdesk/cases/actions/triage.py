"""From the letterbox to a team: accept, take, route, reject, refer. Routing re-wraps the key, never the content."""

from __future__ import annotations

from helpdesk.cases.access import CaseFile, rewrap_for_desk
from helpdesk.cases.actions.party import clear_removed
from helpdesk.cases.actions.read_first import none_is_being_read, none_waits_any_more
from helpdesk.cases.actions.stepping import change_summary, now_text, stepping
from helpdesk.cases.actions.write import put_note, read_letter_first, tell_asker
from helpdesk.cases.workflow import NotNow, Urgency
from helpdesk.teams.models import Team


def accept_case(*, file: CaseFile) -> None:
    """The intake desk takes the question in; from here on the desk's key opens it."""
    rewrap_for_desk(file)
    with stepping(file, "accept"):
        pass


def take_case(*, file: CaseFile) -> None:
    """A jurist makes the case hers; a question that still lay in triage goes to her team with it."""
    rewrap_for_desk(file)
    with stepping(file, "take") as case:
        teams = file.member.team_ids()
        if not teams:
            raise NotNow("Je zit in geen team. Geef de zaak aan een team.")
        if case.team_id not in teams:
            case.team_id = min(teams)
        change_summary(
            case, assignee=str(file.member.pk), helper={"name": file.member.first_name, "as": file.member.discipline}
        )


def route_case(*, file: CaseFile, team: Team, urgency: Urgency | None = None) -> None:
    """Give the case to a team. Whoever worked on it lets go of it."""
    rewrap_for_desk(file)
    with stepping(file, "route") as case:
        case.team = team
        if urgency is not None:
            case.urgency = int(urgency)
        change_summary(case, assignee=None, helper=None)


def reject_case(*, file: CaseFile, reason: str, letter: str = "") -> None:
    """Not a question for this helpdesk. The reason stays in the file; `letter` is what the asker reads.

    Raises:
        NeedsReader: a second colleague reads the letter first.
    """
    read = read_letter_first(file, letter, kind="reject")
    rewrap_for_desk(file)
    with stepping(file, "reject") as case:
        none_is_being_read(case)
        put_note(file, reason, about="reject")
        tell_asker(file, letter, kind="reject", read=read)
        none_waits_any_more(case)
        clear_removed(file)
        change_summary(case, ended_at=now_text(), reading=None)
        case.promise_on = None  # she has our answer


def refer_case(*, file: CaseFile, institution: str, reason: str, letter: str = "", referral: str = "") -> None:
    """Point the asker to another organisation (an id of the directory) and end our part; `letter` tells her.

    `referral` is the last one that was planned (an id), when it was that one. One that still runs goes on.

    Raises:
        NeedsReader: a second colleague reads the letter first.
    """
    read = read_letter_first(file, letter, kind="refer")
    rewrap_for_desk(file)
    with stepping(file, "refer") as case:
        none_is_being_read(case)
        put_note(file, reason, about="refer")
        tell_asker(file, letter, kind="refer", read=read)
        none_waits_any_more(case)
        clear_removed(file)
        change_summary(case, referred_to=institution, referral=referral or None, ended_at=now_text(), reading=None)
        case.promise_on = None  # she has our answer
