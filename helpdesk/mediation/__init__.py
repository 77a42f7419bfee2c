"""Talks between a child and those who decide about her: who wants what, what was proposed, agreed and kept."""
