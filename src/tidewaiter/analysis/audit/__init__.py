"""The audit of a country's books: what in them is unlikely, with the rows and the reason. Nothing is taken away."""
