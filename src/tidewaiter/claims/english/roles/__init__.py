"""Countries in a sentence: who is meant by "the island nation" and the like, and which part each plays."""
