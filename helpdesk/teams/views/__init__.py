"""The pages of this room, by subject. Thin: access, form, action, redirect."""
