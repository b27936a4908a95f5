"""Names of goods as they stand, whether a table knows them or not, and those right beside a figure."""
