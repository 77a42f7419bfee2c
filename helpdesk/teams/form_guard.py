"""Django's guard of forms, for pages that tell nobody where one came from.

Under `Referrer-Policy: no-referrer` a browser posts our own forms with `Origin: null`. What says then that the form was
ours is `Sec-Fetch-Site`, which no page can set; the token is asked for all the same. Stands in the settings in place of
`CsrfViewMiddleware`.
"""

from __future__ import annotations

from django.http import HttpRequest
from django.middleware.csrf import CsrfViewMiddleware


class FormGuard(CsrfViewMiddleware):
    """`Origin: null` passes when the browser itself says that the request comes from the same origin."""

    def _origin_verified(self, request: HttpRequest) -> bool:
        if request.META.get("HTTP_ORIGIN") == "null":
            return request.headers.get("Sec-Fetch-Site") == "same-origin"
        return bool(super()._origin_verified(request))  # type: ignore[misc]
