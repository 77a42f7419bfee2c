"""How much of one message we are willing to read. What lies beyond stays in the original, and a defect says so."""

LARGEST = 64 * 1024 * 1024  # bytes; above this only the headers are read
PARTS = 1_000
DEPTH = 100
HEADER_BLOCK = 1024 * 1024
HEADERS = 1_000
HEADER = 64 * 1024
FIELD = 8 * 1024  # a header with a grammar: addresses, types, dates
ADDRESSES = 500
REFERENCES = 200
TEXT = 2_000_000  # characters of the body
HTML = 1_000_000  # characters of HTML that we turn into text
NAME = 200
EMBEDDED = 200  # attachments in one winmail.dat
DEFECTS = 50
