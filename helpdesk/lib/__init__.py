"""Small named tools without a door of their own. Never `utils`."""
