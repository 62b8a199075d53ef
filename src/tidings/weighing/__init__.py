"""On which side more independent voices are, the best placed first: of events and of changes of hands alike."""

from importlib.resources import files

BALANCES_SQL = files("tidings.weighing").joinpath("balances.sql").read_text(encoding="utf-8")

__all__ = ["BALANCES_SQL"]
