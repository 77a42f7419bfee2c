"""The pages of this room: the lists of reference, and the standard texts."""
