"""What there is: the case, what was said, contact moments, work, people, the mailbox, what stays when it is over."""

from helpdesk.cases.models.attachment import Attachment, FileRequest, Original
from helpdesk.cases.models.case import Case, Conflict, Offer
from helpdesk.cases.models.contact import Contact
from helpdesk.cases.models.ending import Closing, CountedFact, Tombstone
from helpdesk.cases.models.journal import Draft, Message, Note, Task
from helpdesk.cases.models.link import FamilyLink
from helpdesk.cases.models.mail import Mail, MailboxState, ReplyPath
from helpdesk.cases.models.mailbox import Letter, Mailbox, SpentProof
from helpdesk.cases.models.outgoing import Handout, Outgoing
from helpdesk.cases.models.party import Party
from helpdesk.cases.models.search import SearchChange, SearchSegment, SearchTerms
from helpdesk.cases.models.telling import AskedException, Consent, Whereabouts
from helpdesk.cases.models.wall import GlassRequest, Wall, WallMember

__all__ = [
    "AskedException",
    "Attachment",
    "Case",
    "Closing",
    "Conflict",
    "Consent",
    "Contact",
    "CountedFact",
    "Draft",
    "FamilyLink",
    "FileRequest",
    "GlassRequest",
    "Handout",
    "Letter",
    "Mail",
    "Mailbox",
    "MailboxState",
    "Message",
    "Note",
    "Offer",
    "Original",
    "Outgoing",
    "Party",
    "ReplyPath",
    "SearchChange",
    "SearchSegment",
    "SearchTerms",
    "SpentProof",
    "Task",
    "Tombstone",
    "Wall",
    "WallMember",
    "Whereabouts",
]
