"""The worker: chains the ledger, sweeps, and ends in order when told to."""

from __future__ import annotations

import os
import signal
import threading
from datetime import timedelta

import pytest
from django.core.management import call_command

from helpdesk.ledger.models import Entry, Seal
from helpdesk.ledger.sealing import verify
from helpdesk.lib import clock
from helpdesk.vault.keyring import keyring
from helpdesk.vault.models import WrappedKey
from tests import cast


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_it_chains_what_happened_and_stops_when_told() -> None:
    with clock.at(clock.now() - timedelta(days=40)):
        case = cast.taken()
    before = {name: signal.getsignal(name) for name in (signal.SIGTERM, signal.SIGINT)}
    timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGTERM))
    timer.start()
    try:
        call_command("desk_worker")
    finally:
        timer.cancel()
        for name, handler in before.items():
            signal.signal(name, handler)
    assert Seal.objects.count() == Entry.objects.count() > 0
    assert verify(keyring().ledger).sound
    assert cast.acts(case).count("escalate") == 2, "a promise of a month ago goes up to all leads"
    assert WrappedKey.objects.filter(key_id=case.key_id).exists()
