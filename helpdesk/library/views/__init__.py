"""The pages of the library: find, read and compare sources, and what we know ourselves."""
