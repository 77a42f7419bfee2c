"""What can be done against a decision or a treatment: routes of complaint and their letters. Words, no tables."""
