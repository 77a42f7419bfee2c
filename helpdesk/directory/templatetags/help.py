"""`{% load help %}`: `{% help_now %}` is the full box of the landing, `{% help_line %}` the line of other pages."""

from __future__ import annotations

from django import template

from helpdesk.directory.help_lines import HelpLine, help_lines

register = template.Library()


@register.inclusion_tag("ui/help_now.html")
def help_now() -> dict[str, list[HelpLine]]:
    return {"lines": help_lines()}


@register.inclusion_tag("ui/help_line.html")
def help_line(*, part: bool = False) -> dict[str, list[HelpLine] | bool]:
    """Args: part: it stands inside a section of a page that has a line of its own already."""
    return {"lines": help_lines(), "part": part}
