"""A document's own arithmetic: its relations gathered, and the figure that breaks them judged."""
