"""What a figure is about: the goods of its words, of its flow, or those that the text was speaking of."""
