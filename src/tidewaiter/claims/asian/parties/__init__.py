"""Between whom a figure is: partners that stand with it, or the ends of its flow."""
