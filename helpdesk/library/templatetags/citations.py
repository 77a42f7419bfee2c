"""References in the texts of a page as links."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.safestring import SafeString

from helpdesk.lib import clock
from helpdesk.library.links import references, with_links

register = template.Library()


@register.filter
def cites(text: str, day: date | None = None) -> SafeString:
    """The text with its references as links to the passages of that day, or of today. Three statements a text."""
    return with_links(text, references(text, day or clock.today()))
