"""The pages of the sources."""
