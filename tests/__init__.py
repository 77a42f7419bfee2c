"""Tests of the house as a whole. Those of a room stand beside it, in its own tests/."""
