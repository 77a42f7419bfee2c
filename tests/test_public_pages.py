"""What every answer of the public site carries and never carries: headers, cookies, titles, inline code, other sites.

Every address of the program is asked in both languages, and so is what goes wrong. New addresses come along by
themselves.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from helpdesk.intake.tests.asking import fill_in, receipt_in
from tests import inspector
from tests.access_table import PUBLIC
from tests.database import testbed
from tests.inspector import HELPDESK

pytestmark = pytest.mark.django_db
ROUTES = inspector.addresses("helpdesk.config.urls_public")
PAGES = [ROUTES[name] for name in PUBLIC if name not in {"healthz", "portal:leave"}]
# Titles and addresses stay in a history and in the app switcher.
TELLING = re.compile(
    r"kinder|rechten|rights|child|misbruik|abuse|geweld|violence|mishandel|hulp|help|veilig thuis|jurist|lawyer|uitbuit"
    r"|exploit|112|113|gevaar|danger|geheim|secret|klacht|complaint|vertrouwens",
    re.IGNORECASE,
)
HDR_1 = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noarchive",
    "X-Frame-Options": "DENY",
}
CSP = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
    "connect-src 'self'", "worker-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types krh",
}  # fmt: skip


@pytest.fixture(autouse=True)
def as_in_production(settings: Any) -> None:
    """The policy of the public program, at an address with https; tests run as the desk, without."""
    directives = {**settings.CONTENT_SECURITY_POLICY["DIRECTIVES"], **_trusted_types()}
    settings.CONTENT_SECURITY_POLICY = {"DIRECTIVES": directives}
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 63_072_000, True
    settings.SECURE_HSTS_PRELOAD, settings.WAIT_WITHOUT_SCRIPT = True, 0


def _trusted_types() -> dict[str, list[str]]:
    return {"require-trusted-types-for": ["'script'"], "trusted-types": ["krh"]}


def answers(client: Client) -> dict[str, Any]:
    """One answer of every kind that the site gives."""
    found = {
        f"GET {language}{page}": client.get(language + page, secure=True) for page in PAGES for language in ("", "/en")
    }
    found["GET /healthz"] = client.get("/healthz", secure=True)
    found["not there"] = client.get("/bestaat-niet/", secure=True)
    found["not allowed"] = client.put("/vraag/", secure=True)
    found["another site"] = client.post("/vraag/", secure=True, headers={"Sec-Fetch-Site": "cross-site"})
    found["nothing asked"] = client.post("/vraag/", fill_in(client, story=""), secure=True)
    found["stale"] = client.post("/vraag/", {"story": "x", "ticket": "oud"}, secure=True)
    found["receipt"] = client.post("/vraag/", fill_in(client), secure=True)
    found["wrong code"] = client.post("/code/", {"step": "open", "code": "geen code"}, secure=True)
    for wie in ("kind", "ouder", "werkt", "advocaat", "anders"):
        found[f"asked by {wie}"] = client.get(f"/vraag/?wie={wie}", secure=True)
    found["left"] = client.post("/code/weg/", secure=True)
    return found


def test_every_answer(public_client: Client) -> None:
    found = answers(public_client)
    assert len(found) >= 30
    for name, answer in found.items():
        carries = {header: answer.headers.get(header) for header in HDR_1}
        assert carries == HDR_1, name
        assert {part.strip() for part in answer.headers["Content-Security-Policy"].split(";")} == CSP, name
        assert answer.headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload", name
        policy = answer.headers["Permissions-Policy"]
        assert all(f"{power}=()" in policy for power in ("camera", "geolocation", "microphone")), name
        kept = [cookie for cookie in answer.cookies.values() if cookie["max-age"] != 0]
        assert not kept, f"{name}: {kept}"
        assert not answer.cookies or name == "left", name
        assert "Server" not in answer.headers, name
        if answer.headers.get("Content-Type", "").startswith("text/html") and answer.content:
            look_through(name, answer.content.decode())
    receipt_in(found["receipt"])


def look_through(name: str, page: str) -> None:
    """One page: neutral title, nothing inline, nobody else's server."""
    title = re.search(r"<title>([^<]*)</title>", page)
    assert title is not None, name
    assert title[1].strip(), name
    assert not TELLING.search(title[1]), (name, title[1])
    assert not re.search(r"\sstyle\s*=", page), f"{name}: style="
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", page), f"{name}: a handler inside the page"
    assert "<style" not in page, name
    scripts = re.findall(r"<script\b([^>]*)>(.*?)</script>", page, re.DOTALL)
    assert scripts, name
    assert all("src=" in attributes and not body.strip() for attributes, body in scripts), f"{name}: inline script"
    outward = set(re.findall(r"""(?:src|href|action|data-[a-z]+)=["'](?:https?:)?//([^"'/]+)""", page))
    assert outward <= {settings.EXIT_ADDRESS.split("/")[2]}, (name, outward)


def test_the_look_sees_what_is_wrong() -> None:
    good = '<title>Start</title><script src="/static/a.js"></script>'
    look_through("good", good)
    for bad in (
        good.replace("Start", "Hulp bij misbruik"),
        good + '<p style="color: red">',
        good + "<script>alert(1)</script>",
        good + '<body onload="x()">',
        good + '<img src="https://cdn.example/x.png">',
        good + "<style>p {}</style>",
    ):
        with pytest.raises(AssertionError):
            look_through("bad", bad)


def test_only_what_is_asked_for_travels_squeezed(public_client: Client) -> None:
    """An answer to a POST may hold a secret beside what somebody typed: its size must tell nothing."""
    squeezed = {"Accept-Encoding": "gzip"}
    assert public_client.get("/vraag/", headers=squeezed).headers["Content-Encoding"] == "gzip"
    for form in (fill_in(public_client), fill_in(public_client, story=""), {"story": "x", "ticket": "oud"}):
        assert "Content-Encoding" not in public_client.post("/vraag/", form, headers=squeezed).headers
    knock = {"step": "open", "code": "geen code"}
    assert "Content-Encoding" not in public_client.post("/code/", knock, headers=squeezed).headers


def test_the_addresses_tell_nothing_either() -> None:
    assert [route for route in ROUTES.values() if TELLING.search(route.replace("klacht", ""))] == []


def test_a_production_environment_gets_what_these_tests_pretend() -> None:
    """The settings themselves, without the developer's leave for http."""
    environment = {**os.environ, **testbed().environment("public"), "HELPDESK_INSECURE_COOKIES": "0"}
    ask = (
        "import django; django.setup(); from django.conf import settings as s;"
        "print(s.SECURE_HSTS_SECONDS, s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_HSTS_PRELOAD, s.HTTPS,"
        "s.MAILBOX_COOKIE, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,"
        "*s.CONTENT_SECURITY_POLICY['DIRECTIVES']['trusted-types'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask], cwd=HELPDESK.parent, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["63072000", "True", "True", "True", "__Host-visit", "True", "True", "krh"]
