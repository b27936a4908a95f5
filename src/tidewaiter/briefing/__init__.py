"""Verdicts and analyses become pages. No arithmetic here."""
