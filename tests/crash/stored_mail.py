"""Run as the owner of the tables, with the keys of the desk: prints what was stored, a line of JSON a message."""

from __future__ import annotations

import hashlib
import json

import django

django.setup()

from helpdesk.cases.models import Mail, Message  # noqa: E402
from helpdesk.vault import keys  # noqa: E402
from helpdesk.vault.opened import attach  # noqa: E402

BATCH = 200

ids = list(Mail.objects.order_by("uid").values_list("pk", flat=True))
for start in range(0, len(ids), BATCH):
    rows = list(Mail.objects.filter(pk__in=ids[start : start + BATCH]))
    opened = keys.unwrap_many(row.key_id for row in rows)
    for row in rows:
        attach(opened[row.key_id], row)
        messages = Message.objects.filter(case=row.case_id).count() if row.case_id else 0
        digest = hashlib.sha256(row.raw).hexdigest()
        line = {"uid": row.uid, "state": row.state, "digest": digest, "messages": messages}
        print(json.dumps({**line, "case": str(row.case_id) if row.case_id else ""}))
