"""The house: `docs/house.md` says which room is which."""
