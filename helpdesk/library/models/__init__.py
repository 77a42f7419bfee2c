"""Works, versions and passages; what imports brought; what search keeps; what we know and rely on ourselves."""

from helpdesk.library.models.index import IndexedVersion, SourcePosting, SourceSegment, ThesaurusChange
from helpdesk.library.models.knowledge import KnowledgeArticle, Reliance, Relier
from helpdesk.library.models.report import ImportReport, Outcome
from helpdesk.library.models.work import Form, Kind, Passage, Version, Work

__all__ = [
    "Form",
    "ImportReport",
    "IndexedVersion",
    "Kind",
    "KnowledgeArticle",
    "Outcome",
    "Passage",
    "Reliance",
    "Relier",
    "SourcePosting",
    "SourceSegment",
    "ThesaurusChange",
    "Version",
    "Work",
]
