"""Deaths of an incident: its figures added up without counting anybody twice."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from tidings.exporters.incidents import Figure, Incident


class Deaths(msgspec.Struct, frozen=True):
    """Whole numbers; `parts` are best figures by population, null where not said whose; `is_total` of a period."""

    low: int
    best: int
    high: int
    parts: tuple[tuple[str | None, int], ...]
    notes: tuple[str, ...]
    is_total: bool = False


def count_deaths(incident: Incident) -> Deaths:
    """All that are said to be killed in an incident.

    Figures without a population hold those with one (10 killed, 4 of them soldiers: 10); a side's losses are added to
    the other's where the text says who killed whom. `is_total`: only totals over a period are told.
    """
    killed = incident.counted("killed")
    here = [figure for figure in killed if figure.basis != "cumulative"]
    figures = here or killed
    notes = [f"the figure {f.id} has no upper end" for f in figures if f.high is None]
    notes += [f"the figure {f.id} has no lower end" for f in figures if f.low is None]
    low, best, high = (_add_up(figures, take) for take in (_low, _best, _high))
    parts: list[tuple[str | None, int]] = [(figure.of, _best(figure)) for figure in figures if figure.of is not None]
    left = best - sum(count for _, count in parts)
    if left < 0:
        notes.append("the parts are more than the whole; whose the dead are is not given")
        parts, left = [], best
    if left:
        parts.append((None, left))
    return Deaths(low, best, max(high, best), tuple(parts), tuple(notes), is_total=bool(killed) and not here)


def _add_up(figures: Sequence[Figure], take: Callable[[Figure], int]) -> int:
    """A figure of nobody in particular, by nobody in particular, holds all others; else the killers' figures add up."""
    whole = max((take(f) for f in figures if f.of is None and f.by is None), default=0)
    killers = {f.by for f in figures}
    return max(whole, sum(_of_killer([f for f in figures if f.by == by], by, take) for by in killers))


def _of_killer(figures: Sequence[Figure], by: str | None, take: Callable[[Figure], int]) -> int:
    whole = max((take(f) for f in figures if f.of is None and by is not None), default=0)
    return max(whole, sum(take(f) for f in figures if f.of is not None))


def _low(figure: Figure) -> int:
    return int(figure.low if figure.low is not None else figure.best or 0)


def _best(figure: Figure) -> int:
    return int(figure.best if figure.best is not None else figure.low if figure.low is not None else figure.high or 0)


def _high(figure: Figure) -> int:
    return int(figure.high if figure.high is not None else figure.best or figure.low or 0)
