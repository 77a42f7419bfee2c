"""Who works here: members, teams, roles, the way in: invitations, passkeys, second locks, sessions."""
