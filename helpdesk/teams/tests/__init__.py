"""Signing in, by the front door: through HTTP, in the real databases, once in a real browser."""
