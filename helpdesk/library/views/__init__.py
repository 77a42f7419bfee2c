"""The pages of the library: sources under /bronnen/, and what we know ourselves under /kennis/."""
