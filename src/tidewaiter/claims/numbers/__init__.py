"""Reading numbers: tokens, masks, numerals, scales, currencies, units, ranges and hedges, each a small rule room."""
