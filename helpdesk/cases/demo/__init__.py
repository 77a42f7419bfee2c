"""The demonstration's cases: invented stories that walk through the real actions, on the days on which they happened."""
