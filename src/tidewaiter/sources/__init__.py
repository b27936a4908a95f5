"""Publishers of customs books: a card each, and code only where a publisher has quirks."""
