"""Checks of what surrounds the text: facts, citations, consent, the two readers, the day of the hearing."""

from __future__ import annotations

from collections.abc import Iterator

from helpdesk.lib.dates import CalendarUnknown
from helpdesk.remedies.chips import SURE
from helpdesk.remedies.citing import cite
from helpdesk.remedies.reckoning import NotReckoned, reckon
from helpdesk.remedies.steps import day_in_words
from helpdesk.remedies.terms import term
from helpdesk.reports.checks.record import Around, Finding, Severity
from helpdesk.reports.document import refs
from helpdesk.reports.manuscript import Manuscript

PAPERS_BEFORE_A_HEARING = "AWB-20"
_NO_DAY = frozenset({"case-law", "comment"})  # a judgment or a general comment is not in force on a day
_STOPS, _LOOK = Severity.STOPS, Severity.LOOK


def sources(manuscript: Manuscript) -> Iterator[Finding]:
    """Facts and citations: is there a source, did it hold, does anything stand on it?"""
    used = {ref for part in manuscript.parts for ref in refs(part.doc)}
    for fact in manuscript.facts:
        name = f"Feit {fact.number}"
        if not fact.said_by.strip():
            yield Finding(_STOPS, "no-source", f"{name} heeft geen bron. Wie zei het, of waar staat het?", ref=fact.ref)
        if fact.ref not in used:
            yield Finding(_LOOK, "unused-fact", f"Geen zin staat op {name.lower()}.", ref=fact.ref)
    for line in manuscript.citations:
        if line.in_force is False:
            told = f"{line.short} gold niet op de dag van de beslissing."
            yield Finding(_STOPS, "not-in-force", told, ref=line.ref)
        elif line.in_force is None and line.group not in _NO_DAY:
            told = f"Van {line.short} weten we niet of het gold op de dag van de beslissing."
            yield Finding(_LOOK, "in-force-unknown", told, ref=line.ref)
        if line.sure == "uncertain":
            told = f"{line.short} is onzeker. Lees de bron na."
            yield Finding(_LOOK, "unsure-citation", told, ref=line.ref)
        if line.ref not in used:
            yield Finding(_LOOK, "unused-citation", f"Geen zin staat op {line.short}.", ref=line.ref)
    known = {one.ref for one in manuscript.facts} | {one.ref for one in manuscript.citations} | set(manuscript.persons)
    for part in manuscript.parts:
        if refs(part.doc) - known:
            told = f"In “{part.title}” staat iets dat er niet meer is: een feit, een bron of een persoon."
            yield Finding(_STOPS, "gone", told, part.key)


def people(manuscript: Manuscript, around: Around) -> Iterator[Finding]:
    """Consent, the second reader, and for whom it is."""
    consent = around.consent
    if consent is None or not consent.given:
        told = "Er is geen toestemming van kind en ouder genoteerd, en ook geen andere grond."
        if consent is not None and "no" in (consent.child, consent.guardian):
            who = "Het kind" if consent.child == "no" else "Wie het gezag heeft"
            told = f"{who} vindt het niet goed, en er is geen andere grond genoteerd."
        yield Finding(_STOPS, "no-consent", told)
    if not around.reader:
        yield Finding(_STOPS, "no-reader", "Er is nog geen tweede lezer.")
    elif around.reader in around.writers:
        told = "De tweede lezer schreef mee. Vraag een collega die niet meeschreef."
        yield Finding(_STOPS, "reader-wrote", told)
    if not manuscript.front.for_whom.strip():
        yield Finding(_LOOK, "for-nobody", "Er staat niet voor welke advocaat de rapportage is.")


def deadline(around: Around) -> Iterator[Finding]:
    """Until when papers may go to a court. Which court it is we do not know, so it is never more than worth a look."""
    if around.procedure != "court":
        return
    row = term(PAPERS_BEFORE_A_HEARING)
    law = f"{cite(row)}, {SURE[row.confidence]}"
    if around.hearing_on is None:
        told = "De dag van de zitting is niet bekend, dus ook niet tot wanneer stukken kunnen worden ingediend"
        yield Finding(_LOOK, "no-hearing", f"{told} ({law}).")
        return
    try:
        reckoned = reckon(row, around.hearing_on)
    except (NotReckoned, CalendarUnknown) as fault:
        yield Finding(_LOOK, "no-deadline", f"De laatste dag voor stukken is niet te berekenen. {fault}")
        return
    last, law = reckoned.last, f"{cite(row)}, {SURE[reckoned.confidence]}"
    day = day_in_words(last)
    if around.today > last:
        told = f"Bij de bestuursrechter konden stukken tot en met {day} worden ingediend"
        yield Finding(_LOOK, "deadline-over", f"{told} ({law}). Overleg met de advocaat of het nog kan.")
    else:
        told = f"Bij de bestuursrechter kunnen stukken tot en met {day} worden ingediend"
        yield Finding(_LOOK, "deadline", f"{told} ({law}). De advocaat moet de rapportage eerder hebben.")
