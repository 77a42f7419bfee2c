"""What can be done with the library: bring a source in. The only place that writes."""

from helpdesk.library.actions.imports import Source, import_source
from helpdesk.library.actions.own import load_own_lists

__all__ = ["Source", "import_source", "load_own_lists"]
