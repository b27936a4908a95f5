"""What a text has said and later sentences leave out: learned from what it begins with and from each sentence read."""
