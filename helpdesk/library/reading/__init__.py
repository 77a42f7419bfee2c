"""Files of sources become passages. Pure: nothing here writes, and what can be read in turn is not read whole."""
