"""Acts told by words of the lexicon whose conditions are not met: a small model decides; `ActFinder` is the door."""

from tidings.mentions.learned.find import ActFinder, load_finder

__all__ = ["ActFinder", "load_finder"]
