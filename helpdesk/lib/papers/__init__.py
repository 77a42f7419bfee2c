"""Paper: one structured text, as a PDF that is accessible and archivable, and as a Word file to go on with."""
