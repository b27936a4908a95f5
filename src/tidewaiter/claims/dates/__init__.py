"""The day of a text, and the years that its months and seasons are of."""
