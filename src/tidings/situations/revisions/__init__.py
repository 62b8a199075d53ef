"""Revisions: what changed in the picture between two days of knowledge, and which claims changed it."""

from tidings.situations.revisions.ask import ASPECTS, COLUMNS, DIFF_SQL, lay_picture

__all__ = ["ASPECTS", "COLUMNS", "DIFF_SQL", "lay_picture"]
