"""Named questions to the ledger. Nothing here formats anything."""
