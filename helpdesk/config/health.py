"""Is this program able to serve? For the operator's probe; says nothing about anybody."""

from django.contrib.auth.decorators import login_not_required
from django.db import connections
from django.db.utils import Error
from django.http import HttpRequest, HttpResponse


@login_not_required
def healthz(request: HttpRequest) -> HttpResponse:
    """200 when both databases answer, 503 otherwise."""
    try:
        for alias in ("default", "keys"):
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT 1")
    except Error:
        return HttpResponse("database unavailable\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")
