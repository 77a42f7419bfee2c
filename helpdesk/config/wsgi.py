"""The door for the web server; HELPDESK_PROGRAM decides which of the two programs stands behind it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "helpdesk.config.settings")
application = get_wsgi_application()
