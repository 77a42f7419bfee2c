"""The aggregates of this room, one file each."""

from helpdesk.teams.models.absence import Absence
from helpdesk.teams.models.desk_session import DeskSession, Ended
from helpdesk.teams.models.factor_reset import FactorReset
from helpdesk.teams.models.invitation import Invitation
from helpdesk.teams.models.member import Member
from helpdesk.teams.models.rota import RotaTurn
from helpdesk.teams.models.team import Membership, Team

__all__ = ["Absence", "DeskSession", "Ended", "FactorReset", "Invitation", "Member", "Membership", "RotaTurn", "Team"]
