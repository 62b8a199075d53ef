"""The other situations: displacement, harm, talks, services, and what was foretold, each with the claims it rests on."""

from tidings.situations.aspects.ask import ASPECTS, COLUMNS, LEFT_OUT_SQL, RECORD, ask_aspect, read_step

__all__ = ["ASPECTS", "COLUMNS", "LEFT_OUT_SQL", "RECORD", "ask_aspect", "read_step"]
