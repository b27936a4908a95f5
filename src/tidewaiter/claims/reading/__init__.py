"""A body read once: its sentences with everything that stands in them, before any rule asks."""
