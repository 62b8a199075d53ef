"""A person's hand: fields that can be corrected, what decisions name, and how they are replayed over claims."""

from tidings.hand.exchange import make_decision_id, read_decisions, write_decisions
from tidings.hand.fields import FIELDS, parse_assignment
from tidings.hand.meaning import check_ids
from tidings.hand.naming import name_claim, name_report
from tidings.hand.replay import correct_claim, load_claims, replay_decisions

__all__ = [
    "FIELDS",
    "check_ids",
    "correct_claim",
    "load_claims",
    "make_decision_id",
    "name_claim",
    "name_report",
    "parse_assignment",
    "read_decisions",
    "replay_decisions",
    "write_decisions",
]
