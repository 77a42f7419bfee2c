"""What can be done with people, invitations, factors and sessions. The only modules of this room that write."""
