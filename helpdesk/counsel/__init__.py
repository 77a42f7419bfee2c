"""The pick-up desk of the child's lawyer: invited for one case until a day, given what was shared and nothing else."""
