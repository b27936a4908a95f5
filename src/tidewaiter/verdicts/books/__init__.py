"""Against the ledger: what customs books say of a claim, as known when it was written and as known now."""
