"""The components of both sites as template tags. `{% load ui %}`, then:

{% icon "arrow" %}                          {% icon "lock" label="Verzegeld" %}
{% mark case.urgency %}                     acuut, hoog, normaal, laag: shape and word
{% chip "Bij team" %}                       {% chip "Opgelost" kind="ok" icon="check" %}
{% person member.full_name %}               initials in a circle; without a name: nobody yet
{% field form.note %}                       label, hint, input, error; {% fields form %} does them all
{% error_summary form %}                    only when something is wrong
{% empty "Niets wacht op jou." more="…" url=… act="Naar triage" %}
{% toast "Je bericht gaat zo weg." url=undo_url until=message.visible_at %}
{% panel "Te doen" id="doen" %} … {% endpanel %}
{% notice kind="warn" %} … {% endnotice %}  kinds: "", ok, warn, danger, sun
{% message from="Iris" when="vandaag, 9.40" kind="note" %} … {% endmessage %}  kinds: "", voice, note, letter
{% confirm "Wissen?" id="wis" %} … {% endconfirm %}   opened by any element with data-dialog="#wis"
"""

from datetime import datetime
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, Textarea
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from helpdesk.ui.icons import DIRECTIONAL, ICON_OF, ICONS
from helpdesk.ui.places import desk_places, place_url

register = template.Library()

_KINDS = {"CheckboxInput": "check", "RadioSelect": "pills", "Select": "select"}
_SHAPES = {
    "acuut": ("danger", "Gevaar", "M8 1.5L15 14H1z"),
    "hoog": ("urgent", "Spoed", "M8 1l7 7-7 7-7-7z"),
    "normaal": ("normal", "Gewoon", "M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0z"),
    "laag": ("low", "Kan wachten", "M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0z"),
}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A drawing in the colour of the text. Hidden from readers unless it must speak for itself."""
    turned = " krh-icon--directional" if name in DIRECTIONAL else ""
    voice = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    drawing = mark_safe(ICONS[name])  # noqa: S308  our own drawings, from the code
    return format_html('<svg class="krh-icon{}" viewBox="0 0 24 24" {}>{}</svg>', turned, voice, drawing)


@register.filter
def icon_of(value: str) -> str:
    """The name of the icon that belongs to a choice."""
    return ICON_OF.get(value, "circle")


@register.inclusion_tag("ui/mark.html")
def mark(urgency: str) -> dict[str, str]:
    """How urgent: a shape and a word, and only then a colour."""
    kind, word, shape = _SHAPES[str(urgency)]
    return {"kind": kind, "word": word, "shape": shape}


@register.inclusion_tag("ui/chip.html")
def chip(word: str, kind: str = "status", icon: str = "") -> dict[str, str]:
    """A state in a word: status, waiting, ok, warn, sealed."""
    return {"word": word, "kind": kind, "icon": icon}


@register.inclusion_tag("ui/person.html")
def person(name: str = "") -> dict[str, str]:
    """A colleague as initials, with the name for a reader; an empty name is nobody yet."""
    parts = [part for part in str(name).split() if part[:1].isupper()]
    letters = "".join(part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts))
    return {"name": str(name), "letters": letters}


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, more: str = "", short: bool = False) -> dict[str, Any]:
    """One form field in our own markup. Radio buttons become pills, a tick box its own line."""
    widget = bound.field.widget
    kind = _KINDS.get(type(widget).__name__, "text")
    described = [f"{bound.auto_id}_hint"] if bound.help_text else []
    if bound.errors:
        described.append(f"{bound.auto_id}_error")
    attrs: dict[str, str | bool] = {"class": "krh-field__input" + (" krh-field__input--short" if short else "")}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if bound.errors:
        attrs["aria-invalid"] = "true"
    if isinstance(widget, Textarea):
        attrs["rows"] = str(widget.attrs.get("rows", 5))
    return {"field": bound, "kind": kind, "more": more, "input": bound.as_widget(attrs=attrs)}


@register.inclusion_tag("ui/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """All fields of a form, in its order, hidden ones included."""
    return {"form": form}


@register.inclusion_tag("ui/error_summary.html")
def error_summary(form: BaseForm, title: str = "") -> dict[str, Any]:
    """What is still needed, with a link to each field. The place to focus after an answer that is not yet good."""
    wrong = [bound for bound in form if bound.errors]
    return {"title": title, "wrong": wrong, "whole": form.non_field_errors()}


@register.inclusion_tag("ui/empty.html")
def empty(sentence: str, more: str = "", url: str = "", act: str = "", icon: str = "check") -> dict[str, str]:
    """Nothing here: what is so, and one way on."""
    return {"sentence": sentence, "more": more, "url": url, "act": act, "icon": icon}


@register.inclusion_tag("ui/toast.html", takes_context=True)
def toast(context: template.Context, sentence: str, url: str = "", until: datetime | None = None) -> dict[str, Any]:
    """A sentence at the foot of the desk; with a URL one can take back until the moment given."""
    return {"sentence": sentence, "url": url, "until": until, "csrf_token": context.get("csrf_token")}


@register.simple_block_tag
def panel(content: str, title: str, id: str, kind: str = "", act: str = "", url: str = "") -> SafeString:  # noqa: A002
    """A titled block on the desk; `act` with `url` is the one thing that one may do in its head."""
    words = {"content": content, "title": title, "id": id, "kind": kind, "act": act, "url": url}
    return render_to_string("ui/panel.html", words)


@register.simple_block_tag
def notice(content: str, kind: str = "", icon: str = "", role: str = "") -> SafeString:
    """A sentence that must be read, with a sign."""
    signs = {"ok": "check", "sun": "clock", "danger": "cross", "warn": "alert"}
    words = {"content": content, "kind": kind, "icon": icon or signs.get(kind, "eye"), "role": role}
    return render_to_string("ui/notice.html", words)


@register.simple_block_tag
def message(content: str, when: str = "", kind: str = "", extra: str = "", **who: str) -> SafeString:
    """One message: whose words, when, and the words. `from` is the sender."""
    words = {"content": content, "from": who.get("from", ""), "when": when, "kind": kind, "extra": extra}
    return render_to_string("ui/message.html", words)


@register.simple_block_tag
def confirm(content: str, title: str, id: str) -> SafeString:  # noqa: A002
    """A dialog for what cannot be undone; inside: the consequence and a form with *Behoud* first."""
    return render_to_string("ui/confirm.html", {"content": content, "title": title, "id": id})


@register.simple_tag(takes_context=True)
def desk_nav(context: template.Context) -> list[dict[str, str]]:
    """The main menu: only places that exist in this program and open for this member, so that every link works."""
    user = getattr(context.get("request"), "user", None)
    return desk_places(getattr(user, "reaches", None))


@register.simple_tag(takes_context=True)
def desk_place(context: template.Context, name: str) -> str:
    """The address of one place of the desk; empty when it does not open for this member."""
    user = getattr(context.get("request"), "user", None)
    return place_url(name, getattr(user, "reaches", None))
