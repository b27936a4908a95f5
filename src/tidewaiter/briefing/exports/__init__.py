"""What is found, in the forms that other programs read: SDMX-CSV, ClaimReview, BibTeX and CSL."""
