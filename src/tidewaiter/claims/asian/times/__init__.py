"""When: the times of a sentence, what each is for, and which a figure has."""
