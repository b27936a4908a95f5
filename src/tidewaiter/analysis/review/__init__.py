"""A country's trade in some goods, reviewed: each figure a fact with its operands and rows."""
