"""One view per verb: access, form, action, answer. They change on POST only; a script gets the panels that changed."""
