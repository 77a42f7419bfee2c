"""Files from outside, made harmless: what kind they are, and a copy that holds pixels and nothing else."""
