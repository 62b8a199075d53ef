"""Other people's event files beside ours: what each has alone, and where figures differ."""

from tidings.situations.compared.ask import COLUMNS, FORMATS, compare, load_theirs, make_codes

__all__ = ["COLUMNS", "FORMATS", "compare", "load_theirs", "make_codes"]
