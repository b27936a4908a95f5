"""The text around figures: what stands beside them, which way goods went, and what is asked of a ledger."""
