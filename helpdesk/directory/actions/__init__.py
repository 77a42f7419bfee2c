"""What can be done with reference data and standard texts. The only place that writes."""

from helpdesk.directory.actions.reference import override_reference_item, undo_reference_override
from helpdesk.directory.actions.texts import (
    SAID,
    Meanwhile,
    add_standard_text,
    change_standard_text,
    retire_standard_text,
)

__all__ = [
    "SAID",
    "Meanwhile",
    "add_standard_text",
    "change_standard_text",
    "override_reference_item",
    "retire_standard_text",
    "undo_reference_override",
]
