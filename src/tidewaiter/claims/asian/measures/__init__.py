"""What a figure measures and how it moves: a value, a change, a share, a price, a balance."""
