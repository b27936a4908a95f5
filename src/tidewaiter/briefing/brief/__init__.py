"""The briefing: review, screening and the verdicts on articles in one report."""
