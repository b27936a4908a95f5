"""The one table of trade flows, its releases and its coverage."""
