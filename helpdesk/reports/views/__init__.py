"""The pages of a report: access, form, action, answer."""
