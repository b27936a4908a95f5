"""The review as a report: sentences made from named facts, tables, charts, and what is not known."""
