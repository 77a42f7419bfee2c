"""How fast, as ratios to a baseline measured in the same run. The aims stand beside; tests assert no time."""
