"""A raw message becomes a record; robots are known; new words stand apart from old. No Django, no network."""
