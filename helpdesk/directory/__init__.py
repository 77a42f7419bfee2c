"""Institutions, themes, outcomes: facts of reference, each with its source and check date. No case content."""
