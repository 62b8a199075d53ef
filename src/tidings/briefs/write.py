"""A brief on paper: Markdown, or HTML in one file that needs neither a network nor a script.

Text out of reports is foreign text. The templates of both forms escape every value on their own, so that
none can be forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import jinja2

from tidings.briefs.dates import tell_day
from tidings.briefs.parts import Brief, Report

INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
SPACE = re.compile(r"\s+")
# What begins or ends markup anywhere in a line; the rest only matters where a line begins.
MARKUP = re.compile(r"[\\`*_\[\]<>|#~&$@]")
LINE_START = re.compile(r"^(\s*)(?:([-+=:])|(\d+)([.)]))")


def write_markdown(brief: Brief) -> str:
    """The brief as Markdown: sentences by theme, then the evidence that they cite."""
    return _markdown().get_template("brief.md.j2").render(brief=brief)


def write_html(brief: Brief) -> str:
    """The brief as one HTML file; the evidence opens below each sentence."""
    return _html().get_template("brief.html.j2").render(brief=brief)


def escape_markdown(value: object) -> str:
    """The value on one line, as plain text that Markdown leaves alone."""
    text = MARKUP.sub(lambda sign: f"\\{sign[0]}", plain(value))
    text = text.replace("://", "\\://").replace("www.", "www\\.")
    return LINE_START.sub(
        lambda start: f"{start[1]}\\{start[2]}" if start[2] else f"{start[1]}{start[3]}\\{start[4]}", text
    )


def plain(value: object) -> str:
    """The value as one line without signs that cannot be seen and turn the text around them."""
    return SPACE.sub(" ", INVISIBLE.sub("", str(value)))


def is_web_address(url: str | None) -> bool:
    """Whether a link may lead there: never to a script or to a file of the reader's."""
    return url is not None and url.startswith(("http://", "https://")) and not re.search(r"[\s<>\"'`]", url)


def tell_report(report: Report) -> str:
    """Publisher, title and day, as far as they are known."""
    publisher = report.publisher or "publisher not known"
    day = tell_day(report.published) if report.published else "day not known"
    return ", ".join([publisher, f"“{report.title}”", day] if report.title else [publisher, day])


@cache
def _markdown() -> jinja2.Environment:
    # Nothing but Markdown is written here, and every value goes through `finalize`.
    return _make_environment(autoescape=False, finalize=escape_markdown)


@cache
def _html() -> jinja2.Environment:
    return _make_environment(autoescape=True, finalize=plain)


def _make_environment(*, autoescape: bool, finalize: Callable[[object], str]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("tidings.briefs"),
        autoescape=autoescape,
        finalize=finalize,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["report"] = tell_report
    environment.tests["web_address"] = is_web_address
    return environment
