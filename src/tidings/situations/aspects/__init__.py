"""The other situations: displacement, harm, talks, services, what was foretold, each with its claims."""

from tidings.situations.aspects.ask import ASPECTS, COLUMNS, LEFT_OUT_SQL, RECORD, ask_aspect, read_step

__all__ = ["ASPECTS", "COLUMNS", "LEFT_OUT_SQL", "RECORD", "ask_aspect", "read_step"]
