"""Segments for what lies in none: made in one transaction, so that a killed run leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db import connection, transaction

from helpdesk.lib import clock
from helpdesk.library.models import IndexedVersion, Passage, SourcePosting, SourceSegment, Version
from helpdesk.library.sources.segment import Unit, made_of
from helpdesk.library.sources.terms import FORM
from helpdesk.library.sources.units import units_of
from helpdesk.search.arrays import to_bytes

_LOCK = 0x6B72_6873  # one at a time
_PORTION = 500


@transaction.atomic
def index_sources() -> int:
    """Put every whole version that lies in no segment into one; gives how many articles were read.

    A segment that is not twice as large as what comes in is made anew together with it. So there are few, and each
    article is read again a few times at most.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    SourceSegment.objects.exclude(form=FORM).delete()
    fresh = set(_unread())
    stale = IndexedVersion.objects.exclude(pk__in=IndexedVersion.objects.as_read().values("pk"))
    stale.delete()
    SourceSegment.objects.filter(versions=None).delete()
    if not fresh:
        return 0
    size = Passage.objects.filter(version__in=fresh, form="article").count() or len(fresh)
    for segment in SourceSegment.objects.only("units"):
        if segment.units > 2 * size:
            break
        size += segment.units
        fresh |= set(segment.versions.values_list("version_id", flat=True))
        segment.delete()
    return _make(sorted(fresh))


def _unread() -> Iterable[UUID]:
    inside = IndexedVersion.objects.as_read().values("pk")
    found: Iterable[UUID] = Version.objects.whole().exclude(pk__in=inside).values_list("pk", flat=True)
    return found


def _make(ids: list[UUID]) -> int:
    versions = list(Version.objects.filter(pk__in=ids).select_related("work").order_by("pk"))
    head, postings = made_of(_units(versions))
    segment = SourceSegment(form=FORM, units=len(head["version"]), head=to_bytes(head), made_at=clock.now())
    segment.save(force_insert=True)
    SourcePosting.objects.bulk_create(
        (SourcePosting(segment=segment, term=term, data=data) for term, data in sorted(postings.items())),
        batch_size=_PORTION,
    )
    IndexedVersion.objects.bulk_create(
        IndexedVersion(version=one, segment=segment, number=number, read_at=one.read_at)
        for number, one in enumerate(versions)
        if one.read_at is not None
    )
    return segment.units


def _units(versions: list[Version]) -> Iterator[Unit]:
    for number, version in enumerate(versions):
        passages = Passage.objects.filter(version=version).order_by("position").iterator(2_000)
        yield from units_of(version, number, passages)


def forget_segments() -> None:
    """Throw all of it away; the next `index_sources` begins anew."""
    SourceSegment.objects.all().delete()
