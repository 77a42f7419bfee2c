"""Days in a case that may not be missed: whose they are, who read them too, what reminds of them, how they ended."""
