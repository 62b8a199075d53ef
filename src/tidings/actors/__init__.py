"""Actors: who is who, on whose side, when; and whose interest a claim serves."""

from tidings.actors.interest import Interest, interest
from tidings.actors.load import load_actors
from tidings.actors.resolve import Resolved, resolve_actors
from tidings.actors.table import ActorTable, Candidate

__all__ = ["ActorTable", "Candidate", "Interest", "Resolved", "interest", "load_actors", "resolve_actors"]
