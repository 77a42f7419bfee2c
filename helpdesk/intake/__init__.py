"""A question comes in from the website. Runs in the public program; owns no tables and reads nothing back."""
