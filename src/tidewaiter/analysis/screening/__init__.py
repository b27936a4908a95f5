"""Trade held against the measures on a country: what falls under which paragraph, never who broke it."""
