"""What came back in a Word file, as suggestions in our own text: words to be taken over or left, one by one."""

from helpdesk.reports.suggesting.putting import WORD, Hand, Left, Suggested, suggest

__all__ = ["WORD", "Hand", "Left", "Suggested", "suggest"]
