"""What every answer carries, and who may post: headers, same-origin check, one host for passkeys, the row actor."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

from helpdesk.config.errors import cross_site
from helpdesk.lib.row_actor import act_as

Answer = Callable[[HttpRequest], HttpResponse]

_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noarchive",
    "X-Frame-Options": "DENY",
}


class HeadersMiddleware:
    """The fixed set of SECURITY HDR-1 that Django and django-csp do not set; nothing but static files is stored."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class GzipOfGetsMiddleware(GZipMiddleware):
    """Pages that are only asked for travel small, for a telephone of 2019. They hold no secret that comes twice and
    nothing that a stranger could have put in; the answer to a POST may hold both (BREACH) and stays as it is.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return super().process_response(request, response) if request.method == "GET" else response


class SameOriginMiddleware:
    """The public site has no cookie to guard a form with: Origin and Sec-Fetch-Site do it, the ticket does the rest."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            site = request.headers.get("Sec-Fetch-Site", "same-origin")
            origin = request.headers.get("Origin", "null")
            # A page under Referrer-Policy no-referrer posts with Origin "null"; Sec-Fetch-Site then decides.
            foreign = origin not in {"null", settings.PUBLIC_ORIGIN, f"{request.scheme}://{request.get_host()}"}
            if site not in {"same-origin", "none"} or foreign:
                return cross_site(request)
        return self.get_response(request)


class OneHostMiddleware:
    """Passkeys belong to one name: 127.0.0.1 goes to the desk's own address."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.get_host().startswith("127.0.0.1") and "//localhost" in settings.DESK_ORIGIN:
            return HttpResponsePermanentRedirect(settings.DESK_ORIGIN + request.get_full_path())
        return self.get_response(request)


class RowActorMiddleware:
    """Tells PostgreSQL for whom the request reads, so that row-level security is the second wall. Nobody: no rows."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        member = request.user.pk if request.user.is_authenticated else None
        with act_as(member):
            response = self.get_response(request)
        patch_vary_headers(response, ["Cookie"])
        return response
