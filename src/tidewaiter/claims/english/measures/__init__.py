"""What a figure measures and how it moves: a value, a change, a level, a price, a cap."""
