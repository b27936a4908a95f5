"""What ties figures of one text together: parts and wholes, sums, steps, shares, prices, things said twice."""
