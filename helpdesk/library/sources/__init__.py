"""Search in the sources: which article may matter to a question, in jurists' words or in a child's."""
