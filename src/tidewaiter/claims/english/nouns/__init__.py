"""Names of goods as they stand: noun phrases, the products that they name, and those right beside a figure."""
