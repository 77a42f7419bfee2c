"""The tests of ./dev itself."""
