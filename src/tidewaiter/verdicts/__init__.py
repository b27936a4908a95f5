"""Claims are held against the article itself, other documents, and the ledger."""
