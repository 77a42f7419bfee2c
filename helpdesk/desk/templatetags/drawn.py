"""Marks and faces for lists, drawn once per process: fifty rows show four marks and a handful of colleagues."""

from __future__ import annotations

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from helpdesk.ui.templatetags import ui

register = template.Library()


@register.filter
@lru_cache(maxsize=16)
def drawn_mark(urgency: str) -> SafeString:
    """The urgency mark, as `{% mark %}` draws it."""
    return render_to_string("ui/mark.html", ui.mark(urgency))


@register.filter
@lru_cache(maxsize=512)
def drawn_person(name: str) -> SafeString:
    """A colleague's sign, as `{% person %}` draws it."""
    return render_to_string("ui/person.html", ui.person(name))
