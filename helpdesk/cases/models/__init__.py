"""What there is: the case, what was said, contact moments, work, people, the mailbox, what stays when it is over."""

from helpdesk.cases.models.attachment import Attachment, FileRequest, Original
from helpdesk.cases.models.case import Case, Conflict, Offer
from helpdesk.cases.models.contact import Contact
from helpdesk.cases.models.ending import Closing, CountedAnswer, CountedFact, Tombstone
from helpdesk.cases.models.given import Complaint, GivenFile
from helpdesk.cases.models.journal import Draft, Message, Note, Task
from helpdesk.cases.models.link import FamilyLink
from helpdesk.cases.models.mail import Mail, MailboxState, ReplyPath
from helpdesk.cases.models.mailbox import ASKS_AGAIN, HEARD, NOT_HEARD, Letter, Mailbox, SpentProof
from helpdesk.cases.models.outgoing import INVITATION, NOTICE, Handout, Outgoing
from helpdesk.cases.models.own_complaint import OwnComplaint
from helpdesk.cases.models.party import Party
from helpdesk.cases.models.promise import Escalation
from helpdesk.cases.models.reading import Reading
from helpdesk.cases.models.referral import Referral
from helpdesk.cases.models.routing import RoutingSet
from helpdesk.cases.models.search import SearchChange, SearchPiece, SearchSegment, SearchTerms
from helpdesk.cases.models.source import Source
from helpdesk.cases.models.telling import AskedException, Consent, Whereabouts, Withdrawal
from helpdesk.cases.models.wall import GlassRequest, Wall, WallMember

__all__ = [
    "ASKS_AGAIN",
    "HEARD",
    "INVITATION",
    "NOTICE",
    "NOT_HEARD",
    "AskedException",
    "Attachment",
    "Case",
    "Closing",
    "Complaint",
    "Conflict",
    "Consent",
    "Contact",
    "CountedAnswer",
    "CountedFact",
    "Draft",
    "Escalation",
    "FamilyLink",
    "FileRequest",
    "GivenFile",
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
    "OwnComplaint",
    "Party",
    "Reading",
    "Referral",
    "ReplyPath",
    "RoutingSet",
    "SearchChange",
    "SearchPiece",
    "SearchSegment",
    "SearchTerms",
    "Source",
    "SpentProof",
    "Task",
    "Tombstone",
    "Wall",
    "WallMember",
    "Whereabouts",
    "Withdrawal",
]
