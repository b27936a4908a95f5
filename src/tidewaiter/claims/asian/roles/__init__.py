"""Countries in a sentence, and which part each plays: by particles, by words before them, by whose home it is."""
