"""Append-only: who did, or read, what and when. Random ids, never names, never text, never addresses."""
