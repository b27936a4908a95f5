"""A report as content without a format, and the formats that it is written in."""
