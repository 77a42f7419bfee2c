"""What stands behind `./dev`: the embedded PostgreSQL, the two programs, tests and checks. Never used in production."""
