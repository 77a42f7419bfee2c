"""A chapter to read, as HTML: everything is escaped, and what an atom says is looked up."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from helpdesk.people.person import Person
from helpdesk.reports.document import Node, marks_of
from helpdesk.reports.laid import LaidReport

ELEMENTS = {
    "views": lazy("De mening van het kind"),
    "identity": lazy("Identiteit"),
    "family": lazy("Familie en andere banden"),
    "safety": lazy("Zorg, bescherming en veiligheid"),
    "vulnerability": lazy("Kwetsbaarheid"),
    "health": lazy("Gezondheid"),
    "education": lazy("Onderwijs"),
}
RIGHT = {"right_fact": lazy("Feit"), "right_norm": lazy("Norm"), "right_gap": lazy("Wat ontbreekt")}
GENERATED = {
    "facts": lazy("Hier komt de lijst van feiten."),
    "sources": lazy("Hier komt de bronnenlijst."),
    "conditions": lazy("Hier komen de voorwaarden voor ontwikkeling."),
    "annexes": lazy("Hier komt de lijst van bijlagen."),
}
_TAGS = {
    "paragraph": "p", "bullet_list": "ul", "ordered_list": "ol", "list_item": "li", "table": "table",
    "table_row": "tr", "table_header": "th", "table_cell": "td",
}  # fmt: skip


class Reader:
    """Makes HTML of the documents of one report."""

    def __init__(self, report: LaidReport, people: Mapping[str, Person]) -> None:
        self._report, self._people = report, people

    def html(self, doc: Node) -> SafeString:
        """The whole of it."""
        return self._inside(doc)

    def _inside(self, node: Node) -> SafeString:
        return format_html_join("", "{}", ((self._one(child),) for child in node.get("content", ())))

    def _one(self, node: Node) -> str:
        kind, attrs = node["type"], node.get("attrs", {})
        match kind:
            case "text":
                return self._text(node)
            case "hard_break":
                return format_html("<br>")
            case "heading":
                tag = f"h{int(attrs['level']) + 2}"
                return format_html("<{}>{}</{}>", tag, self._inside(node), tag)
            case "blockquote":
                who = format_html("<cite>{}</cite>", attrs["who"]) if attrs.get("who") else ""
                return format_html("<blockquote>{}{}</blockquote>", self._inside(node), who)
            case "right":
                cited = self._report.citation(attrs.get("citation"))
                title = cited.short if cited else _("Recht")
                return format_html('<section class="krh-box"><h3>{}</h3>{}</section>', title, self._inside(node))
            case "right_fact" | "right_norm" | "right_gap":
                return format_html("<div><b>{}</b>{}</div>", RIGHT[kind], self._inside(node))
            case "element":
                name = ELEMENTS[attrs["key"]]
                return format_html('<section class="krh-box"><h3>{}</h3>{}</section>', name, self._inside(node))
            case "generated":
                return format_html('<p class="krh-soft">{}</p>', GENERATED[attrs["what"]])
            case "footnote":
                return format_html(' <span class="krh-soft">({})</span>', attrs["text"])
            case "fact" | "citation" | "person":
                return format_html("<span>{}</span>", self._atom(kind, str(attrs["ref"])))
        tag = _TAGS[kind]
        return format_html("<{}>{}</{}>", tag, self._inside(node), tag)

    def _atom(self, kind: str, ref: str) -> str:
        if kind == "fact":
            fact = self._report.fact(ref)
            return _("feit %d") % fact.number if fact else "…"
        if kind == "citation":
            cited = self._report.citation(ref)
            return cited.short if cited else "…"
        person = self._people.get(ref)
        return person.initials if person else "…"

    def _text(self, node: Node) -> str:
        marks = marks_of(node)
        made: str = format_html("{}", node["text"])
        for mark, tag in (("em", "em"), ("strong", "strong")):
            if mark in marks:
                made = format_html("<{}>{}</{}>", tag, made, tag)
        if "insertion" in marks:
            made = format_html('<ins class="krh-ins">{}</ins>', made)
        if "deletion" in marks:
            made = format_html('<del class="krh-del">{}</del>', made)
        return made
