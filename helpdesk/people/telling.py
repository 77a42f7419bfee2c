"""Who may be told what. Nobody may be told anything unless it was said so, with the child."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from helpdesk.people import hours as safe_hours
from helpdesk.people.hours import SafeHours
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

    @property
    def hours(self) -> tuple[SafeHours, ...]: ...

    @property
    def has_code_word(self) -> bool: ...


# A telephone rings or lights up at once, and somebody else may be standing beside it.
BY_THE_HOUR = frozenset({Channel.CALL, Channel.VOICEMAIL, Channel.TEXT})
NEVER_WHERE = "Wie tegenover het kind staat, hoort nooit waar het kind is."
ASK_THE_WORD = "Vraag bij het bellen eerst naar het codewoord."


@dataclass(frozen=True)
class Answer:
    """Whether it may be told, and why (not): a sentence for the colleague. `never`: no exception can change it."""

    allowed: bool
    reason: str
    never: bool = False


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


def safe_at(person: Told, channel: Channel, at: datetime) -> Answer:
    """Whether `at` is a safe moment for this way. Where nobody said hours, a telephone is never safe."""
    how, said = CHANNEL_LABELS[channel], safe_hours.in_words(person.hours)
    if channel not in BY_THE_HOUR or safe_hours.safe_now(person.hours, at):
        return Answer(True, f"Afgesproken: {how} mag nu.")
    if not said:
        return Answer(False, f"Er is niet gezegd wanneer {how} veilig is.")
    return Answer(False, f"Niet nu: {how} mag alleen {said}.")


def may_go_out(
    person: Told, subjects: Iterable[Subject], channel: Channel, *, at: datetime, word_asked: bool = False
) -> Answer:
    """Whether `subjects` may go to this person by `channel` at this moment. Whoever hears anything hears of contact.

    Args:
        person: who would hear it.
        subjects: what is told.
        channel: the way that it goes.
        at: when, aware.
        word_asked: whether the caller promises to ask for the code word first, where there is one.
    """
    told = sorted({Subject.CONTACT, *subjects})
    if Subject.WHEREABOUTS in told and stands_against(person):
        return Answer(False, NEVER_WHERE, never=True)
    if channel == Channel.CALL and person.has_code_word and not word_asked:
        return Answer(False, ASK_THE_WORD, never=True)
    answers = [may_be_told(person, subject) for subject in told]
    answers += [may_be_reached(person, channel), safe_at(person, channel, at)]
    return next((answer for answer in answers if not answer.allowed), answers[-1])


def choice_for(person: Told, subject: Subject) -> Choice:
    """What the choice comes to, with what stands above it."""
    return _answers(person, subject)[1]


def _answers(person: Told, subject: Subject) -> tuple[Answer, Choice]:
    what = SUBJECT_LABELS[subject]
    if subject == Subject.WHEREABOUTS and stands_against(person):
        return Answer(False, NEVER_WHERE, never=True), Choice.NO
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


def contact_in_words(person: Told) -> list[str]:
    """How this person is reached, to be read before one does: "Bel alleen ma-vr 15.00-17.00", "Niet inspreken"."""
    yes = {channel for channel in Channel if person.channels.get(channel) == Choice.YES}
    ask = [CHANNEL_LABELS[channel] for channel in Channel if person.channels.get(channel) == Choice.ASK]
    said = safe_hours.in_words(person.hours)
    lines = []
    if Channel.CALL in yes:
        lines.append(f"Bel alleen {said}." if said else "Niet bellen: er zijn geen veilige uren gezegd.")
        lines += ["Vraag naar het codewoord."] if person.has_code_word else []
        lines += [] if Channel.VOICEMAIL in yes and said else ["Niet inspreken."]
    others = [CHANNEL_LABELS[one] for one in Channel if one in yes and one not in {Channel.CALL, Channel.VOICEMAIL}]
    if others:
        lines.append(f"Mag ook: {', '.join(others)}." if Channel.CALL in yes else f"Mag: {', '.join(others)}.")
    if ask:
        lines.append(f"Eerst vragen: {', '.join(ask)}.")
    return lines
