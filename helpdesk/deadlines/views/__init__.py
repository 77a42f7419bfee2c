"""The pages of deadlines: of one case, of all cases that one sees, and the calendar."""
