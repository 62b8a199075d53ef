"""Answers: clauses that deny, doubt or confirm what was told before without naming it. `add_answers` is the door."""

from tidings.claims.answers.add import add_answers

__all__ = ["add_answers"]
