"""From files and folders to `Document` records: text, jsonl, csv, html and feeds."""

from tidings.readers.publishers import Publisher, find_publishers
from tidings.readers.reading import read_paths

__all__ = ["Publisher", "find_publishers", "read_paths"]
