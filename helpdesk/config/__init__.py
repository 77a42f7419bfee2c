"""How the house is wired: environment, settings, addresses of the two programs, headers. Nothing imports this room."""
