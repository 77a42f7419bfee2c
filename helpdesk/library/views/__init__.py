"""The pages of the library: sources, and what we know ourselves."""
