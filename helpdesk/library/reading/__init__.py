"""Files of sources become passages. Pure: nothing here knows a table, and nothing is read whole that can be read in turn."""
