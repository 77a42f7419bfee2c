"""A report on paper: what the authors wrote becomes blocks of `lib.papers`, the annexes one stamped file. Pure."""
