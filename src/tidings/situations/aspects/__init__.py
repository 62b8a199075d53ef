"""The other situations: displacement, harm, talks, services, what was foretold, each with its claims."""

from tidings.situations.aspects.ask import ASPECTS, COLUMNS, RECORD, ask_aspect, count_left_out, read_step

__all__ = ["ASPECTS", "COLUMNS", "RECORD", "ask_aspect", "count_left_out", "read_step"]
