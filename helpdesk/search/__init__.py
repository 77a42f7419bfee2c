"""Search, without database and keys: words, Dutch stems and compounds, the query, and segments that answer it."""
