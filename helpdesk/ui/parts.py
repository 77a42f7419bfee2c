"""Which component files make up the files that a browser loads. Plain joining, no build step."""

import re
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).parent / "static" / "ui"

_SHARED_CSS = (
    "tokens",
    "base",
    "brand",
    "button",
    "field",
    "error-summary",
    "choice-card",
    "message",
    "notice",
    "cover",
    "files",
)
_PUBLIC_CSS = ("exit", "help-now", "site", "step", "receipt", "portal", "article", "reckoned", "print")
_DESK_CSS = (
    *("theme", "mark", "citation", "deadline", "panel", "around", "safe-contact", "desk", "worklist", "table", "case"),
    *(
        "triage",
        "looks",
        "acts",
        "urgency",
        "contact",
        "mail",
        "given",
        "rules",
        "threads",
        "talks",
        "deadlines",
        "pages",
        "pick",
        "search",
        "timeline",
        "lastday",
        "referral",
        "relies",
        "toast",
        "dialog",
        "empty",
        "signin",
    ),
    "print",
    "paper",
)
# For the pages of the report editor only; its script is made by devtools/editor.
_REPORT_CSS = ("report", "suggestion", "report-editor")
_PUBLIC_JS = ("start", "exit", "cover", "quiet", "steps", "proof", "receipt")
_DESK_JS = (
    *("trust", "desk-cover", "desk-keys", "session", "drafts", "contact", "pick", "search", "undo", "dialog"),
    "copy",
)


@dataclass(frozen=True)
class Bundle:
    """One served file and the parts that it is joined from, in order."""

    name: str
    parts: tuple[Path, ...]

    def newest(self) -> float:
        """When a part last changed, so that a developer never sees an old style."""
        return max(part.stat().st_mtime for part in self.parts)

    def text(self) -> str:
        """The joined file, without comments and indents."""
        squeeze = squeeze_css if self.name.endswith(".css") else squeeze_js
        return "".join(squeeze(part.read_text("utf-8")) for part in self.parts)


def squeeze_css(source: str) -> str:
    """Drop comments and the white space that means nothing; selectors and values stay as written."""
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    source = re.sub(r"\s+", " ", source)
    source = re.sub(r" ?([{};,]) ?", r"\1", source)
    source = re.sub(r": (?=[^{}]*[;}])", ":", source)
    return source.replace(";}", "}").strip() + "\n"


def squeeze_js(source: str) -> str:
    """Drop whole-line comments and indents. Our scripts keep no text over two lines, so this is safe."""
    lines = (line.strip() for line in source.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def _parts(kind: str, names: tuple[str, ...]) -> tuple[Path, ...]:
    return tuple(STATIC / kind / f"{name}.{kind}" for name in names)


BUNDLES: dict[str, Bundle] = {
    bundle.name: bundle
    for bundle in (
        Bundle("ui/public.css", _parts("css", _SHARED_CSS + _PUBLIC_CSS)),
        Bundle("ui/desk.css", _parts("css", _SHARED_CSS + _DESK_CSS)),
        Bundle("ui/report.css", _parts("css", _REPORT_CSS)),
        Bundle("ui/public.js", _parts("js", _PUBLIC_JS)),
        Bundle("ui/desk.js", _parts("js", _DESK_JS)),
    )
}
