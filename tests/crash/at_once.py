"""Settings of the public program under the hammer: all as ever, but who has no script need not wait."""

from helpdesk.config.settings import *  # noqa: F403

WAIT_WITHOUT_SCRIPT = 0
