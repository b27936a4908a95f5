"""A screening as a report: what falls under which paragraph, caps as they fill, and what codes cannot decide."""
