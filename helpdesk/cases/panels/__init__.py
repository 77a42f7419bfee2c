"""What a case page shows, as plain values for templates: one file per panel, one query per kind of row."""
