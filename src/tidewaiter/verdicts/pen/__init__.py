"""Slips of the pen: the kinds there are, which one most likely made a figure, and how it is told."""
