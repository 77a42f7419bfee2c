"""Tags of deadlines."""
