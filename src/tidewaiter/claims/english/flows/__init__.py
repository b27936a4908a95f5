"""Words of trade: which way the goods go, of what, from whom and to whom."""
