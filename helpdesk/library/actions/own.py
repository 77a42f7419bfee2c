"""Our own lists become works: the Convention with our titles, and the general comments, as long as no text is loaded.

A fresh machine so knows what there is and what it is about, and says that the text itself is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from django.db import transaction

from helpdesk.directory import reference
from helpdesk.directory.shapes import Article, Comment
from helpdesk.lib import clock
from helpdesk.library.actions.store import OWN_LIST
from helpdesk.library.models import Form, Kind, Passage, Version, Work
from helpdesk.library.reading.outline import Outline
from helpdesk.library.reading.pieces import Piece

CONVENTION = "BWBV0002508"
LANGUAGES = ("nl", "en")


@transaction.atomic
def load_own_lists() -> int:
    """Make or renew what stands on our own lists; a work whose text was loaded is left alone. How many were written."""
    return _convention(reference.crc_articles()) + sum(_comment(one) for one in reference.general_comments())


def _convention(articles: tuple[Article, ...]) -> int:
    work, _ = Work.objects.get_or_create(
        code=CONVENTION,
        defaults={
            "kind": Kind.TREATY, "title": "Verdrag inzake de rechten van het kind",
            "source": f"Eigen lijst bij {CONVENTION}", "confidence": "own", "checked_on": clock.today(),
        },
    )  # fmt: skip
    if not work.short:
        work.short = "IVRK"
        work.save(update_fields=["short"])
    return sum(_state(work, language, list(_pieces(articles, language)), {}) for language in LANGUAGES)


def _pieces(articles: tuple[Article, ...], language: str) -> Iterator[Piece]:
    outline, word = Outline(), "Article" if language == "en" else "Artikel"
    for one in articles:
        title = one.title_en if language == "en" else one.title_nl
        node = outline.open(Form.ARTICLE, f"artikel={one.number}", label=f"{word} {one.number}", heading=title)
        yield outline.close(node)


def _comment(comment: Comment) -> int:
    code = comment.symbol or f"own:gc-{comment.number}"
    values = {
        "kind": Kind.COMMENT, "title": comment.subject_nl, "short": f"GC {comment.number}", "source": comment.source,
        "confidence": comment.confidence, "checked_on": comment.checked_on,
    }  # fmt: skip
    work, made = Work.objects.get_or_create(code=code, defaults=values)
    if not made and not Version.objects.filter(work=work).exclude(facts__has_key=OWN_LIST).exists():
        Work.objects.filter(pk=work.pk).update(**values)
    facts = {
        "title_en": comment.subject_en, "year": comment.year, "relation": comment.relation,
        "joint_with": comment.joint_with, "status": comment.status, "sure_of": comment.sure_of,
    }  # fmt: skip
    return _state(work, "nl", [], {name: value for name, value in facts.items() if value})


def _state(work: Work, language: str, pieces: list[Piece], facts: dict[str, str]) -> int:
    """One version with our titles; 1 when something was written."""
    digest = sha256(repr((facts, [piece.digest for piece in pieces])).encode()).hexdigest()
    standing = Version.objects.filter(work=work, language=language)
    own = standing.filter(facts__has_key=OWN_LIST).first()
    if (own is None and standing.exists()) or (own is not None and own.digest == digest):
        return 0
    version = own or Version(work=work, language=language)
    version.file_name, version.digest, version.read_at = "eigen lijst", digest, clock.now()
    version.facts = {OWN_LIST: True, **facts}
    version.save()
    Passage.objects.filter(version=version).delete()
    Passage.objects.bulk_create(Passage(version=version, **vars(piece)) for piece in pieces)
    return 1
