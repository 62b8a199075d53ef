"""Situation briefs: every sentence cites the claims it rests on, and says who says so."""

from tidings.briefs.control import ControlFacts
from tidings.briefs.make import Asked, make_brief
from tidings.briefs.parts import Brief, Picture
from tidings.briefs.words import load_words
from tidings.briefs.write import write_html, write_markdown, write_pdf

__all__ = [
    "Asked",
    "Brief",
    "ControlFacts",
    "Picture",
    "load_words",
    "make_brief",
    "write_html",
    "write_markdown",
    "write_pdf",
]
