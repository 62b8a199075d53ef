"""Answers: denials, doubts and failures of what was told; `add_answers` and `split_failed_plans` are the doors."""

from tidings.claims.answers.add import add_answers
from tidings.claims.answers.asked import answer_questions
from tidings.claims.answers.blamed import tell_blamed
from tidings.claims.answers.failed import split_failed_plans

__all__ = ["add_answers", "answer_questions", "split_failed_plans", "tell_blamed"]
