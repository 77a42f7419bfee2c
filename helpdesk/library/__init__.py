"""The sources: treaty, law and case law, each version kept, every passage with its own address."""
