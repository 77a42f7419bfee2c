"""What the worker does for reminders: takes each that is due, for the member who shared, and puts it in the queue."""

from __future__ import annotations

from datetime import time

from django.http import Http404
from django.utils import timezone

from helpdesk.cases.access_send import case_to_send
from helpdesk.cases.workflow import NotNow
from helpdesk.counsel.actions import send_reminder
from helpdesk.counsel.models import Seat
from helpdesk.desk.mail_out import is_on
from helpdesk.lib import clock
from helpdesk.lib.dates import is_working_day
from helpdesk.lib.row_actor import act_as
from helpdesk.teams.models import Member

FROM = time(9)  # a friendly mail does not come in the night


def remind_lawyers() -> int:
    """Remind who is to be reminded by today, on a working day; return how many mails were put in the queue."""
    today = clock.today()
    if not is_on() or not is_working_day(today) or timezone.localtime(clock.now()).time() < FROM:
        return 0
    put = 0
    for seat_id, case_id, member_id in Seat.objects.to_remind(today):
        with act_as(member_id):
            try:
                file = case_to_send(Member.objects.get(pk=member_id), case_id)
            except Http404:
                Seat.objects.remind_no_more(seat_id)
                continue
            try:
                put += send_reminder(file=file, seat_id=seat_id)
            except NotNow:
                continue  # her place went a moment ago
    return put
