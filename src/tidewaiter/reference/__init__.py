"""Facts: countries, goods and their codes, HS editions, measures, events. Data in CSV and YAML; Python looks it up."""
