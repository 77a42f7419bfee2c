"""The pages of a lawyer's place: ours, and hers."""
