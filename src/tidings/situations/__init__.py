"""Situations: what holds at a place over a time, as SQL over the store."""
