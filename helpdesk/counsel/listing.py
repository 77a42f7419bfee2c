"""What the worklist says of lawyers: that one answered, until a colleague says that she saw it."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from helpdesk.cases.models import Case
from helpdesk.counsel.models import Door


def with_lawyers(cases: QuerySet[Case]) -> QuerySet[Case]:
    """With `lawyers`: the places from which something was answered, and how often. In the same statement."""
    doors = Door.objects.filter(case=OuterRef("pk"), replies__gt=0).order_by()
    return cases.annotate(lawyers=ArraySubquery(doors.values(said=JSONObject(seat="seat_id", times="replies"))))


def lawyer_answered(case: Case) -> str:
    """Which lawyer answered what nobody here has seen yet; the number is in the clear, her name in the summary."""
    heard: list[dict[str, Any]] = getattr(case, "lawyers", [])
    times = {one["seat"]: one["times"] for one in heard}
    lines = case.summary.get("counsel") or () if times else ()
    return next((str(one["name"]) for one in lines if times.get(one["id"], 0) > one.get("seen", 0)), "")
