"""Where a sentence tells an act: the rows of the act lexicon laid over its parse."""

from tidings.mentions.acts.find import Found, find_acts

__all__ = ["Found", "find_acts"]
