"""The pages under /bronnen/: find a source, read it on a day, compare two states, and what imports brought."""
