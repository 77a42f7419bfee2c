"""Who may be told what. Nobody may be told anything unless it was said so, with the child."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from helpdesk.people.roles import Interest, Part


class Subject(StrEnum):
    """What there is to tell. The first one stands under all others: who knows of no contact knows nothing."""

    CONTACT = "contact"
    WHEREABOUTS = "whereabouts"
    STORY = "story"
    DOCUMENTS = "documents"
    PROGRESS = "progress"


SUBJECT_LABELS = {
    Subject.CONTACT: "dat er contact is",
    Subject.WHEREABOUTS: "waar het kind is",
    Subject.STORY: "het verhaal",
    Subject.DOCUMENTS: "de stukken",
    Subject.PROGRESS: "hoe het met de zaak gaat",
}


class Choice(StrEnum):
    """What was agreed with the child about one subject."""

    NO = "no"
    ASK = "ask"
    YES = "yes"


CHOICE_LABELS = {Choice.NO: "Nee", Choice.ASK: "Eerst vragen", Choice.YES: "Ja"}


class Channel(StrEnum):
    """A way to reach somebody. The code is the asker's own mailbox on the website."""

    CODE = "code"
    CALL = "call"
    VOICEMAIL = "voicemail"
    TEXT = "text"
    EMAIL = "email"
    POST = "post"
    SCHOOL = "school"


CHANNEL_LABELS = {
    Channel.CODE: "via de code",
    Channel.CALL: "bellen",
    Channel.VOICEMAIL: "de voicemail",
    Channel.TEXT: "een sms of app",
    Channel.EMAIL: "e-mail",
    Channel.POST: "een brief",
    Channel.SCHOOL: "via school",
}


class Told(Protocol):
    """What must be known of a person here."""

    @property
    def part(self) -> Part: ...

    @property
    def interest(self) -> Interest: ...

    @property
    def told(self) -> Mapping[Subject, Choice]: ...

    @property
    def channels(self) -> Mapping[Channel, Choice]: ...


@dataclass(frozen=True)
class Answer:
    """Whether it may be told, and why (not): a sentence for the colleague."""

    allowed: bool
    reason: str


def may_be_told(person: Told, subject: Subject) -> Answer:
    """Whether this person may be told about `subject`. "Ask first" is no until somebody asked and changed it to yes."""
    return _answers(person, subject)[0]


def may_be_reached(person: Told, channel: Channel) -> Answer:
    """Whether this way to reach this person is safe. What nobody said is not done."""
    how = CHANNEL_LABELS[channel]
    return {
        Choice.YES: Answer(True, f"Afgesproken: {how} mag."),
        Choice.ASK: Answer(False, f"Vraag eerst of {how} veilig is."),
        Choice.NO: Answer(False, f"Niet afgesproken dat {how} mag."),
    }[person.channels.get(channel, Choice.NO)]


def may_go_out(person: Told, subjects: Iterable[Subject], channel: Channel) -> Answer:
    """Whether `subjects` may go to this person by `channel`. Whoever hears of any of them hears of the contact too."""
    answers = [may_be_told(person, subject) for subject in sorted({Subject.CONTACT, *subjects})]
    answers.append(may_be_reached(person, channel))
    return next((answer for answer in answers if not answer.allowed), answers[-1])


def choice_for(person: Told, subject: Subject) -> Choice:
    """What the choice comes to, with what stands above it."""
    return _answers(person, subject)[1]


def _answers(person: Told, subject: Subject) -> tuple[Answer, Choice]:
    what = SUBJECT_LABELS[subject]
    if subject == Subject.WHEREABOUTS and stands_against(person):
        return Answer(False, "Wie tegenover het kind staat, hoort nooit waar het kind is."), Choice.NO
    contact = person.told.get(Subject.CONTACT, Choice.NO)
    chosen = person.told.get(subject, Choice.NO)
    if chosen != Choice.NO and contact == Choice.NO:
        return Answer(False, "Deze persoon mag niet weten dat er contact is."), Choice.NO
    if chosen == Choice.YES and contact == Choice.ASK:
        return Answer(False, "Vraag het kind eerst of deze persoon mag weten dat er contact is."), Choice.ASK
    return {
        Choice.YES: (Answer(True, f"Afgesproken: deze persoon mag weten {what}."), Choice.YES),
        Choice.ASK: (Answer(False, f"Vraag het kind eerst of deze persoon mag weten {what}."), Choice.ASK),
        Choice.NO: (Answer(False, f"Niet afgesproken dat deze persoon mag weten {what}."), Choice.NO),
    }[chosen]


def stands_against(person: Told) -> bool:
    """Whether this person stands opposite the child."""
    return person.part == Part.OPPONENT or person.interest == Interest.AGAINST


def in_words(person: Told) -> list[str]:
    """What this person may know, in a line or two: "mag weten: het verhaal", "eerst vragen: de stukken"."""
    choices = {subject: choice_for(person, subject) for subject in Subject}
    if set(choices.values()) == {Choice.NO}:
        return ["mag niets weten"]
    if set(choices.values()) == {Choice.YES}:
        return ["mag alles weten"]
    if set(choices.values()) == {Choice.ASK}:
        return ["eerst vragen"]
    lines = []
    for choice, start in ((Choice.YES, "mag weten"), (Choice.ASK, "eerst vragen")):
        found = [SUBJECT_LABELS[subject] for subject, chosen in choices.items() if chosen == choice]
        if found:
            lines.append(f"{start}: {', '.join(found)}")
    return lines
