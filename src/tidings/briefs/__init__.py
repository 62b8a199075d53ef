"""Situation briefs: every sentence cites the claims it rests on, and says who says so."""

from tidings.briefs.make import make_brief
from tidings.briefs.parts import Brief
from tidings.briefs.words import load_words
from tidings.briefs.write import write_html, write_markdown

__all__ = ["Brief", "load_words", "make_brief", "write_html", "write_markdown"]
