"""Pages, PDFs and texts become documents: the article, and a map back to the original characters."""
