"""Tidewaiter holds what is said about a closed country's trade against its partners' customs books."""
