"""An act with words that leave: its form lays them before a colleague where a rule says so, and keeps all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from helpdesk.cases import actions
from helpdesk.cases.access import CaseFile
from helpdesk.cases.models import Mailbox, Party, Reading
from helpdesk.cases.reading_forms import ReaderForm
from helpdesk.cases.second_reader import is_letter, readers, why_read
from helpdesk.cases.views.answer import attempt, case_url, done
from helpdesk.cases.workflow import NotNow

READ_THIS = "meelezen"  # the name of the button


class WithReader:
    """One form of one act, for the kind of text that goes with it."""

    def __init__(self, request: HttpRequest, file: CaseFile, kind: str, *, to: Party | None = None) -> None:
        self.request, self.file, self.kind, self.to = request, file, kind, to

    @property
    def wanted(self) -> bool:
        """Whether the button was pressed that asks a colleague."""
        return READ_THIS in self.request.POST

    def typed(self) -> dict[str, Any]:
        """What was typed when these words were laid before a colleague; the form begins with it."""
        return actions.typed_before(file=self.file, kind=self.kind)

    def attempt(
        self, form: forms.Form, do: Callable[[], object], words: Callable[[], str], subjects: Iterable[Any] = ()
    ) -> bool:
        """Do it, or lay the words before the colleague who was chosen; refused, the form says why."""
        return attempt(form, (lambda: self._ask(form, words(), subjects)) if self.wanted else do)

    def _ask(self, form: forms.Form, text: str, subjects: Iterable[Any]) -> None:
        chosen = ReaderForm(self.request.POST, readers=readers(self.file.case, self.file.member))
        if not chosen.is_valid():
            raise NotNow(" ".join(str(sentence) for said in chosen.errors.values() for sentence in said))
        typed = {name: form[name].value() for name in form.fields}
        actions.ask_reading(
            file=self.file, kind=self.kind, text=text, subjects=subjects, typed=typed, **chosen.cleaned_data
        )

    def asked(self) -> HttpResponse:
        """Back to the case, where the text waits."""
        said = _("Gevraagd. Na akkoord maak je het zelf af.")
        return done(self.request, self.file, said, to=case_url(self.file.case.code) + "#meelezen")

    def shown(self) -> dict[str, Any]:
        """What the page says of it: the rule, and whether a colleague agreed already."""
        return {"rule": self._rule(), "read_already": self._agreed()}

    def _rule(self) -> str:
        """None where the words would reach nobody: the asker wiped her mailbox."""
        by_code = ":" not in self.kind
        if by_code and not Mailbox.objects.filter(case=self.file.case).exists():
            return ""
        return why_read(self.file.member, self.file.case, to=self.to, letter=is_letter(self.kind))

    def _agreed(self) -> bool:
        rows = Reading.objects.filter(case=self.file.case, author=self.file.member, state="agreed")
        return any(row.content["kind"] == self.kind for row in self.file.open(rows))
