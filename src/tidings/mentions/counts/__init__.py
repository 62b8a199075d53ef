"""The grammar of counts: figures in a sentence, and what they become under an act."""

from tidings.mentions.counts.find import find_counts
from tidings.mentions.counts.fit import bare_plural, basis_of, belongs_to_act, fit_to_act, many_of_harm, one_person

__all__ = ["bare_plural", "basis_of", "belongs_to_act", "find_counts", "fit_to_act", "many_of_harm", "one_person"]
