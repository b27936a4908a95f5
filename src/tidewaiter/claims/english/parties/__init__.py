"""Between whom a figure is: countries that stand with it, or the ends of its flow."""
