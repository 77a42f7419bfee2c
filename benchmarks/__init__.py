"""How fast, as ratios to a baseline measured in the same run. Aims stand at the end of each table; tests assert no time."""
