"""Settings of a program that a test's browser visits: all as ever, but who has no script waits two seconds."""

from helpdesk.config.settings import *  # noqa: F403

WAIT_WITHOUT_SCRIPT = 2
