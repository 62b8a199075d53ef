"""What the lines around a report's own words are: banners, titles, dates, bylines, datelines, captions, credits."""

from tidings.lines.days import find_day
from tidings.lines.headers import HeaderLine, find_header_lines
from tidings.lines.layout import split_lines
from tidings.lines.rows import HeaderKind

__all__ = ["HeaderKind", "HeaderLine", "find_day", "find_header_lines", "split_lines"]
