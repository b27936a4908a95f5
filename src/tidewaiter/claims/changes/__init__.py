"""Figures that answer or move others: what a change is held against, what lists and headlines leave out."""
