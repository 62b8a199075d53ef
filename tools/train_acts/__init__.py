"""Trains the model that finds acts which the lexicon does not know: `make model`."""
