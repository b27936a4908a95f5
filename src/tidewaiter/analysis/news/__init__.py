"""What a new month brought: goods that began and stopped, the largest moves, revisions, lines under measures."""
