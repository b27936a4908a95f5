"""Figures that a writer worked out from others, found by words and nearness, whatever their slots were read to be."""
