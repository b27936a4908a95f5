"""Words of a text and of a language: sentences, tokens, and the lists that rules ask."""
