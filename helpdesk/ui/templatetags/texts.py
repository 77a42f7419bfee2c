"""The public words in templates: `{% say "landing.title" %}`, `{% choices "ask.*.theme.options" as themes %}`."""

from typing import Any

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

from helpdesk.ui import texts

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: template.Context, key: str, **values: Any) -> SafeString:
    """The sentence under the key; `*` stands for the voice of `asker` in the context. Values are escaped."""
    asker = values.pop("asker", None) or context.get("asker") or "kind"
    safe = {name: conditional_escape(value) for name, value in values.items()}
    # The words are ours, from a file in the code; only what is filled in can be foreign.
    return SafeString(texts.say(key, asker=str(asker), **safe))


@register.simple_tag(takes_context=True)
def choices(context: template.Context, key: str) -> list[texts.Option]:
    """The options under a key, for a loop: `{% choices "who.options" as people %}`."""
    return texts.options(key, asker=str(context.get("asker") or "kind"))


@register.simple_tag
def direction() -> str:
    """Which way this language runs, for `<html dir>`."""
    return "rtl" if get_language_bidi() else "ltr"


@register.inclusion_tag("ui/part.html")
def part(key: str, icon: str) -> dict[str, str]:
    """One part of an information page: the title and text under a key, with a drawing beside it."""
    return {"title": texts.say(f"{key}_title"), "text": texts.say(f"{key}_text"), "icon": icon}
