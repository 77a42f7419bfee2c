"""What importers, members and the index write in the library."""
