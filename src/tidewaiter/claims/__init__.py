"""Documents become claims: every figure with its exact span and everything the text says of it."""
