"""Django's settings, one file for all programs. What differs between machines comes from the environment."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from helpdesk.config.environment import Environment, Program, WrongEnvironment, database
from helpdesk.lib.papers.signing import identity
from helpdesk.teams.signin_settings import *  # noqa: F403  (the sign-in's own constants, stdlib only)
from helpdesk.vault.keyring import Keyring

HERE = Path(__file__).resolve().parent.parent
ENVIRONMENT = Environment.read(os.environ)
PROGRAM = ENVIRONMENT.program
KEYRING = Keyring.load(ENVIRONMENT.keyring)

DEMO = ENVIRONMENT.demo
if DEMO and KEYRING.purpose == "production":
    raise WrongEnvironment("HELPDESK_DEMO is 1 beside a production keyring. Unset it: demo sign-in opens every door.")

DEBUG = False
SECRET_KEY = KEYRING.secret_key
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
PUBLIC_ORIGIN = ENVIRONMENT.public_origin
DESK_ORIGIN = ENVIRONMENT.desk_origin
HTTPS = not ENVIRONMENT.insecure_cookies
SIGNS_IN = PROGRAM not in {Program.PUBLIC, Program.MAIL}
ROOT_URLCONF = "helpdesk.config.urls_public" if not SIGNS_IN else "helpdesk.config.urls_desk"
WSGI_APPLICATION = "helpdesk.config.wsgi.application"

# What the organisation keeps to. It confirms these; they are settings and never law.
UNDO_SECONDS = 60
POST_SENDER = "Helpdesk"  # on an envelope: neutral, and no word of what is in it
MAILBOX_DAYS = 90
FLAG_DAYS = 30
EXIT_ADDRESS = "https://www.knmi.nl/"

# Nobody signs in on the public site or at the mail program, so nothing of the sign-in is loaded there.
_SIGN_IN = ["django.contrib.sessions", "django.contrib.messages", "allauth", "allauth.account", "allauth.mfa"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    *(_SIGN_IN if SIGNS_IN else []),
    "csp",
    "django_htmx",
    "helpdesk.lib",
    "helpdesk.ledger",
    "helpdesk.vault",
    "helpdesk.ui",
    "helpdesk.teams",
    "helpdesk.directory",
    "helpdesk.people",
    "helpdesk.library",
    "helpdesk.cases",
    "helpdesk.intake",
    "helpdesk.portal",
    "helpdesk.mediation",
    "helpdesk.deadlines",
    "helpdesk.reports",
    "helpdesk.counsel",
    "helpdesk.desk",
]

_FIRST = [
    "django.middleware.security.SecurityMiddleware",
    "helpdesk.config.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
]
PUBLIC_MIDDLEWARE = [
    *_FIRST,
    "helpdesk.config.headers.GzipOfGetsMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "helpdesk.config.headers.SameOriginMiddleware",
]
DESK_MIDDLEWARE = [
    *_FIRST,
    "helpdesk.config.headers.OneHostMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "helpdesk.teams.form_guard.FormGuard",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "helpdesk.teams.timeouts.TimeoutMiddleware",
    "helpdesk.config.headers.RowActorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
MIDDLEWARE = DESK_MIDDLEWARE if SIGNS_IN else PUBLIC_MIDDLEWARE

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "helpdesk.ui.context.house",
                "helpdesk.desk.context.frame",
                "helpdesk.desk.counts.frame",
            ]
        },
    }
]
if not SIGNS_IN:  # no session there: nobody signs in, nothing flashes
    TEMPLATES[0]["OPTIONS"]["context_processors"] = [  # type: ignore[index]
        "django.template.context_processors.request",
        "helpdesk.ui.context.house",
    ]

DATABASES = {
    "default": database(ENVIRONMENT.database_url, pool=ENVIRONMENT.pool),
    "keys": database(ENVIRONMENT.keys_database_url, pool=ENVIRONMENT.pool),
}
DATABASE_ROUTERS = ["helpdesk.config.router.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Invitations and notices to colleagues. Without a server sending fails, and the inviter is shown the link instead.
_MAIL = ENVIRONMENT.mail
EMAIL_HOST = _MAIL.get("EMAIL_HOST", "")
EMAIL_PORT = int(_MAIL.get("EMAIL_PORT", "587"))
EMAIL_HOST_USER = _MAIL.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = _MAIL.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = bool(EMAIL_HOST)
DEFAULT_FROM_EMAIL = _MAIL.get("DEFAULT_FROM_EMAIL", "helpdesk@localhost")

# Where e-mail comes in: the path of a JSON file (0600) with host, user and password of each mailbox; empty is none.
MAILBOXES = ENVIRONMENT.mailboxes
# A ClamAV daemon: host:port or the path of its socket. Empty: files are redrawn and not scanned.
CLAMD = ENVIRONMENT.clamd
# With what the organisation signs its reports: a PKCS#12 file (0600). Empty: they carry no signature of hers.
SIGNING = identity(ENVIRONMENT.signing if PROGRAM == Program.DESK else "", datetime.now(UTC).date())

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.static_root or None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_ROOT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "helpdesk.ui.bundles.BundleFinder",
]
WHITENOISE_USE_FINDERS = STATIC_ROOT is None

# Nothing of a request is spooled to disk, and no text is refused for its length before the form can answer in words.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["helpdesk.config.uploads.MemoryUploads"]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}desk"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = f"{_PREFIX}desk-form"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_TRUSTED_ORIGINS = [DESK_ORIGIN]
CSRF_FAILURE_VIEW = "helpdesk.config.errors.stale_form"
MAILBOX_COOKIE = f"{_PREFIX}visit"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        **({"require-trusted-types-for": ["'script'"], "trusted-types": ["krh"]} if PROGRAM is Program.PUBLIC else {}),
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": "helpdesk.lib.logs.BareFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "django.security.DisallowedHost": {"handlers": ["stderr"], "level": "CRITICAL", "propagate": False},
    },
}

# Where official sources are fetched, and as whom we ask. Only `fetch_sources` uses these.
SOURCES_AGENT = "Kinderrechtenhelpdesk-bibliotheek/1.0 (071-5160980)"
SOURCES = {
    "bwb": "https://zoekservice.overheid.nl/sru/Search",
    "rechtspraak": "https://data.rechtspraak.nl/uitspraken",
    "hudoc": "https://hudoc.echr.coe.int/app",
}
