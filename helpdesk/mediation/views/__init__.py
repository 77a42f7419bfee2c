"""The pages of a mediation."""
