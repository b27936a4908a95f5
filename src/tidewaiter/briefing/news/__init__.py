"""The news of a month as a report."""
