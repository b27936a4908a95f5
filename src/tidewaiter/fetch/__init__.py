"""Publishers' services asked over the network: their answers kept as they came, ready to be loaded."""
