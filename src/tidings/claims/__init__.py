"""Claims: who is said to have done what to whom, where, when, with what figures, and who says so."""

from tidings.claims.drafts import SentenceMentions
from tidings.claims.make import Grammar, make_claims

__all__ = ["Grammar", "SentenceMentions", "make_claims"]
