"""Tests of the shared faces: words, colours, templates, bundles, and what the scripts do in a real browser."""
