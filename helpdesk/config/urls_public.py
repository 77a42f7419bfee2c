"""The public program's addresses: neutral words only, the same under /en/. Nothing of the desk answers here."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from helpdesk.config.health import healthz

handler404 = "helpdesk.config.errors.not_found"
handler500 = "helpdesk.config.errors.fault"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    *i18n_patterns(
        path("", include("helpdesk.intake.urls")),
        path("code/", include("helpdesk.portal.urls")),
        path("ophalen/", include("helpdesk.counsel.outside_urls")),
        path("bericht/", include("helpdesk.portal.handout_urls")),
        prefix_default_language=False,
    ),
]
