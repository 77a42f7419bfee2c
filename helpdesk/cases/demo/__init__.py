"""The demonstration's cases: invented stories that walk through the real actions, each on its own days."""
