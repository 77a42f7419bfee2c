"""Roles, and THE table of access: role by verb by scope. Pure Python; views, actions and the inspector all read it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Flag, StrEnum, auto
from typing import Protocol
from uuid import UUID


class Role(StrEnum):
    """What somebody does here. The Dutch word is for the screen."""

    INTAKE = "intake"
    JURIST = "jurist"
    LEAD = "lead"
    POLICY = "policy"
    PRIVACY = "privacy"
    ADMIN = "admin"


ROLE_LABELS = {
    Role.INTAKE: "Intake",
    Role.JURIST: "Jurist",
    Role.LEAD: "Teamleider",
    Role.POLICY: "Beleid",
    Role.PRIVACY: "Privacy",
    Role.ADMIN: "Beheer",
}


class Scope(Flag):
    """How far a verb reaches. OWN is one's own account; ALL is used for what is not about one case."""

    NONE = 0
    OWN = auto()
    OWN_TEAM = auto()
    TRIAGE = auto()
    ANY_TEAM = auto()
    ALL = OWN | OWN_TEAM | TRIAGE | ANY_TEAM


_WORDS = {
    "-": Scope.NONE,
    "own": Scope.OWN,
    "team": Scope.OWN_TEAM,
    "triage": Scope.TRIAGE,
    "both": Scope.OWN_TEAM | Scope.TRIAGE,
    "any": Scope.ANY_TEAM,
    "all": Scope.ALL,
}
# `both` is the own team and triage.
_TABLE = """
verb                 intake jurist lead   policy privacy admin reason
read-case            triage team   both   -      -       -     Need to know: who works it, or who sorts it.
see-worklist         triage team   both   -      -       -     A list shows what one may open, nothing more.
search-cases         triage team   both   -      -       -     Who may open a case may find it; nothing else is counted.
see-triage           triage -      triage -      -       -     Sorting is a task of its own; few see all new questions.
see-ledger           triage team   both   -      any     -     Who may look sees who looked; privacy without content.
mark-conflict        triage team   both   -      -       -     Whoever could read must be able to step back.
accept               triage -      triage -      -       -     Taking a question into triage is the intake desk's act.
route                triage -      both   -      -       -     The intake desk sends to a team; a lead may send on.
reject               triage -      triage -      -       -     Not for us: decided before a team has it.
refer                triage team   both   -      -       -     A better place may be known at once, or later.
take                 -      team   both   -      -       -     A jurist makes a case of the own team hers.
assign               -      -      team   -      -       -     The lead divides the work.
hand-over            -      team   team   -      -       -     Who has it may offer it to another team, with a note.
accept-handover      -      team   team   -      -       -     The team that is asked decides.
decline-handover     -      team   team   -      -       -     The team that is asked decides.
reply                -      team   team   -      -       -     Advice comes from the team that answers for it.
ask-more             -      team   team   -      -       -     A question back is a letter to the child, the team's.
write-to-party       -      team   team   -      -       -     Who speaks for the child writes to those around her.
write-letter         -      team   team   -      -       -     A letter is written by who may write a mail.
print-case           triage team   both   -      -       -     Who reads may print; the ledger and the door know of it.
ask-reading          triage team   both   -      -       -     Who writes asks a colleague to read it first.
agree-reading        triage team   both   -      -       -     The second of two, never the one who wrote.
return-reading       triage team   both   -      -       -     The second of two, never the one who wrote.
withdraw-reading     triage team   both   -      -       -     Who asked may go on writing.
note                 triage team   both   -      -       -     Who reads may leave a note.
set-urgency          triage team   both   -      -       -     Danger is marked by whoever sees it first.
set-themes           triage team   both   -      -       -     The first sorting and its correction.
plan-task            -      team   team   -      -       -     Work on a case is the team's.
finish-task          -      team   team   -      -       -     Work on a case is the team's.
add-task-list        -      team   team   -      -       -     Work on a case is the team's.
remove-task-list     -      team   team   -      -       -     A list that was added by mistake goes the same day.
renew-promise        -      team   team   -      -       -     Who answers for it says when it will be there.
wait-third           -      team   team   -      -       -     Work on a case is the team's.
resume               -      team   team   -      -       -     Work on a case is the team's.
add-party            triage team   both   -      -       -     Who speaks with people writes down who they are.
change-party         triage team   both   -      -       -     Who may know what is set right by whoever hears it.
remove-party         triage team   both   -      -       -     A mistake is taken away, and put back, by who made it.
show-name            triage team   both   -      -       -     A name lies behind an act; an offered team sees none yet.
record-consent       triage team   both   -      -       -     Who speaks with the child writes down what she agreed.
withdraw-consent     triage team   both   -      -       -     Whoever hears "no more" writes it down at once.
ask-exception        triage team   both   -      -       -     Who must tell more than agreed asks; nothing opens yet.
grant-exception      -      -      team   -      -       -     The second of two people, who answers for the team.
call-party           triage team   both   -      -       -     Whoever works the case may call, in the agreed hours.
plan-referral        -      team   team   -      -       -     Who answers for the child looks for who helps further.
send-referral        -      team   team   -      -       -     What goes along is let out by the team that answers.
record-referral-result -    team   team   -      -       -     Whoever hears how it went writes it down.
withdraw-referral    -      team   team   -      -       -     A link that must not open is stopped at once.
add-source           -      team   team   -      -       -     Who answers says on which law that stands.
check-source         -      team   team   -      -       -     Whoever works it looks when that law has changed.
take-back-source     -      team   team   -      -       -     A source that was added by mistake is taken away.
set-needs            triage team   both   -      -       -     An interpreter is asked for by whoever hears of it.
set-asker-contact    -      team   team   -      -       -     Who answers asks first whether mail is safe for her.
invite-asker         -      team   team   -      -       -     Who answers opens a way to read the answer.
cut-off-mailbox      -      team   team   -      -       -     Who hears that another reads along closes it at once.
set-whereabouts      triage team   both   -      -       -     Who hears where a child is keeps it where it is safe.
show-whereabouts     -      team   team   -      -       -     Only who works the case, with a reason on record.
start-mediation      -      team   team   -      -       -     Who speaks for the child begins the talks.
change-mediation     -      team   team   -      -       -     Who leads the talks says whom and what they are about.
record-position      -      team   team   -      -       -     Whoever heard it writes down what somebody wants.
make-proposal        -      team   team   -      -       -     What is put to others is the team's to put.
answer-proposal      -      team   team   -      -       -     Whoever heard the answer writes it down.
make-agreement       -      team   team   -      -       -     An agreement is the team's to keep an eye on.
mark-promise         -      team   team   -      -       -     Whoever knows whether it was kept says so.
ask-information      -      team   team   -      -       -     Asking an institution is speaking for the child.
record-information   -      team   team   -      -       -     Whoever got the answer writes it down.
end-mediation        -      team   team   -      -       -     Who led the talks says what they brought.
reopen-mediation     -      team   team   -      -       -     Talks may have to go on.
correct-mediation    -      team   team   -      -       -     A mistake is set right, and stays to be seen.
set-deadline         triage team   both   -      -       -     A last day is written down by whoever sees it first.
confirm-deadline     triage team   both   -      -       -     The second of two, never the one who set the day.
take-over-deadline   triage team   both   -      -       -     A day without somebody is anybody's who works the case.
end-deadline         triage team   both   -      -       -     Whoever knows that it was met says so, and how.
correct-deadline     triage team   both   -      -       -     A wrong day is set right at once, and stays to be seen.
record-proceeding    -      team   team   -      -       -     Where a case stands before a court is the team's to keep.
start-report         -      team   team   -      -       -     A report is begun by the team that works the case.
write-report         -      team   team   -      -       -     Who works the case writes in it; every word is kept.
ask-second-reader    -      team   team   -      -       -     Who wrote it chooses who reads it.
read-report          -      team   team   -      -       -     The second of two, never one who wrote in it.
sign-report          -      team   team   -      -       -     Signed by the team, after a colleague agreed with it.
withdraw-report      -      team   team   -      -       -     A report that is not wanted goes, with a reason.
give-report          -      team   team   -      -       -     What leaves is answered for by the team.
supplement-report    -      team   team   -      -       -     What was signed stays; what is new follows it.
follow-report        -      team   team   -      -       -     Who wrote it writes down what became of it.
close                -      team   team   -      -       -     Who answered records what came of it.
confirm-complaint    -      team   team   -      -       -     Whoever was named to answer a complaint about us.
answer-complaint     -      team   team   -      -       -     Whoever was named to answer a complaint about us.
count-complaints     -      -      any    -      any     -     Leads and privacy see that one is late, never whose.
reopen               -      team   team   -      -       -     The child may come back to the same team.
log-contact          triage team   both   -      -       -     Whoever takes the telephone writes down what is said.
call-back            triage team   both   -      -       -     A promise to call is kept by whoever can see it.
make-case            triage team   both   -      -       -     A call may be a question of its own.
see-mail             triage -      triage -      -       -     Mail that is in no case is sorted where questions are.
make-case-of-mail    triage -      triage -      -       -     An automatic message may be a question after all.
join-contact         triage team   both   -      -       -     Whoever reads the case may add a call to it, or undo.
attach-file          triage team   both   -      -       -     A scanned letter is put where it belongs.
recheck-file         triage team   both   -      -       -     What had to wait is tried again by who needs it.
lock-file            triage team   both   -      -       -     Whoever sees it first must be able to stop it at once.
ask-file             -      team   team   -      -       -     The first of two: the team that works the case.
agree-file           -      team   team   -      -       -     The second of two, never the one who asked.
flag-contact         triage team   both   -      -       -     Whoever is scolded or called all day warns the others.
unflag-contact       triage team   both   -      -       -     A warning is taken away as easily as it was set.
move-message         triage team   both   -      -       -     Who may write in both cases sets a mistake right.
split-case           -      team   team   -      -       -     What is no part of a case is taken out by who works it.
merge-cases          -      team   both   -      -       -     Who works both sees that they are one question.
link-case            triage team   both   -      -       -     Who reads both cases of a family may say so.
unlink-case          triage team   both   -      -       -     A wrong link is taken away by who can see it.
write-complaint      -      team   team   -      -       -     Help with a complaint is the team's work.
give-paper           -      team   team   -      -       -     What leaves on paper is answered for by the team.
invite-counsel       -      team   team   -      -       -     Who answers for the child lets her lawyer in.
share-with-counsel   -      team   team   -      -       -     What leaves is answered for by the team.
revoke-counsel       -      team   team   -      -       -     A door that must not open is shut at once.
record-counsel-answer -     team   team   -      -       -     Whoever hears what came of it writes it down.
remind-counsel       -      team   team   -      -       -     Whoever speaks with her knows whether a mail helps.
wall-case            -      team   both   -      -       -     Whoever works it may keep it to a few.
open-wall            -      team   both   -      -       -     Two of those inside, one after the other.
ask-glass            any    any    any    -      any     -     Asking is for whoever works with cases; it opens nothing.
decide-glass         -      -      any    -      any     -     The second of two, who answers for the team or privacy.
sign-glass           -      -      any    -      any     -     A look through the glass is looked back at.
forget-case          -      -      team   -      any     -     Cannot be undone: lead or privacy officer, with step-up.
invite               -      -      all    -      -       all   A lead for the own teams, see MAY_INVITE.
manage-members       -      -      -      -      -       all   Accounts and roles; never a word of a case.
request-factor-reset -      -      -      -      -       all   A lost factor: the first of two people.
confirm-factor-reset -      -      all    -      all     all   The second of two people, who met the colleague.
see-late             -      -      all    -      -       -     Broken promises go to who leads; codes and days only.
guide-member         -      -      all    -      -       -     A lead says whose letters a colleague reads along.
edit-rota            -      -      all    -      -       -     A lead divides the telephone; no word of a case.
see-routing          all    -      all    -      -       all   Who sorts and who leads read why a team is proposed.
write-routing        -      -      all    -      -       all   A rule is about themes and teams, and does nothing yet.
switch-routing       -      -      all    -      -       -     Tried on cases that a lead may see, and then switched on.
edit-reference       -      -      all    -      -       all   Themes and institutions are no case content.
see-reference        all    all    all    all    all     all   Public facts, for everybody who works here.
edit-thesaurus       -      all    all    -      -       all   Who searches knows which words are missing.
see-standard-texts   all    all    all    all    -       -     Words to begin with, for whoever writes or reviews.
edit-standard-texts  -      all    all    -      -       -     What goes to a child is worded by who answers for it.
see-sources          all    all    all    all    all     all   Law and case law are public; reading is for all.
see-imports          -      -      -      -      -       all   What an import did not understand is for who runs it.
see-knowledge        all    all    all    all    -       -     What we know ourselves is for whoever helps or reviews.
write-knowledge      -      all    all    all    -       -     Jurists write it; nothing of a case stands in it.
check-reliance       -      all    all    all    -       -     Who words our texts looks when a source has changed.
edit-absence         own    own    all    own    own     own   Days away; a lead also for a colleague who fell ill.
see-account          own    own    own    own    own     own   Everybody sees and changes the own account.
see-sessions         own    own    own    own    own     own   Everybody sees and ends the own sessions.
"""
_ROWS = [line.split(maxsplit=7) for line in _TABLE.strip().splitlines()[1:]]

ACCESS: dict[str, dict[Role, Scope]] = {
    verb: dict(zip(Role, (_WORDS[word] for word in cells), strict=True)) for verb, *cells, _ in _ROWS
}
REASONS: dict[str, str] = {row[0]: row[7] for row in _ROWS}

# Verbs that are not about one case: having any scope is enough.
CASELESS = frozenset(
    {
        "see-worklist",
        "search-cases",
        "see-triage",
        "invite",
        "manage-members",
        "request-factor-reset",
        "confirm-factor-reset",
    }
    | {"log-contact", "call-back", "make-case", "see-mail", "make-case-of-mail"}
    | {"ask-glass", "decide-glass", "sign-glass", "count-complaints"}
    | {"see-late", "guide-member"}
    | {"see-routing", "write-routing", "switch-routing"}
    | {"edit-rota", "edit-reference", "see-reference", "see-standard-texts", "edit-standard-texts"}
    | {"see-sources", "see-imports", "edit-thesaurus"}
    | {"see-knowledge", "write-knowledge", "check-reliance"}
    | {"see-account", "see-sessions", "edit-absence"}
)
# What a team may do with a case that another team offers it: look, step back, say yes or no.
WHEN_OFFERED = frozenset({"read-case", "see-ledger", "mark-conflict", "accept-handover", "decline-handover"})
# What is open through the glass: to read, and to step back from a family that one turns out to know.
THROUGH_GLASS = frozenset({"read-case", "see-ledger", "mark-conflict"})
IN_TRIAGE = frozenset({"new", "triage"})
# Nobody invites somebody with more rights over cases than the inviter answers for.
MAY_INVITE: Mapping[Role, frozenset[Role]] = {
    Role.ADMIN: frozenset(Role),
    Role.LEAD: frozenset({Role.INTAKE, Role.JURIST}),
}


class Worker(Protocol):
    """What the table must know of a member."""

    role: str
    is_active: bool

    def team_ids(self) -> frozenset[UUID]: ...


def scope_of(role: str, verb: str) -> Scope:
    """How far `role` reaches with `verb`; KeyError for a verb that is not in the table, so a typing error is loud."""
    return ACCESS[verb][Role(role)]


def sees_triage(role: str) -> bool:
    """Whether questions that no team has yet are shown to this role."""
    return bool(scope_of(role, "see-triage"))


def may(
    member: Worker, verb: str, team_id: UUID | None = None, state: str | None = None, *, offered: bool = False
) -> bool:
    """Whether `member` may do `verb`, to a case of `team_id` in `state` where the verb is about a case."""
    scope = scope_of(member.role, verb)
    if not member.is_active or not scope:
        return False
    if verb in CASELESS or Scope.ANY_TEAM in scope:
        return True
    if Scope.TRIAGE in scope and (state in IN_TRIAGE or (state is not None and team_id is None)):
        return True  # also a question that ended before any team had it
    if Scope.OWN_TEAM not in scope:
        return False
    return team_id in member.team_ids() or (offered and verb in WHEN_OFFERED)
