"""Claims: who is said to have done what to whom, where, when, with what figures, and who says so."""

from tidings.claims.drafts import SentenceMentions
from tidings.claims.figures import FigureRules
from tidings.claims.make import Grammar, make_claims
from tidings.claims.tallies import may_share_out

__all__ = ["FigureRules", "Grammar", "SentenceMentions", "make_claims", "may_share_out"]
