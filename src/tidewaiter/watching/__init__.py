"""A folder watched: each file that arrives is loaded, and what it brought is told in a feed, by webhook or by mail."""
