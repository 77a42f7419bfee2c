"""The heart: one child's case, its team and status, messages, notes, tasks, mailbox. Entered through `access.py`."""
