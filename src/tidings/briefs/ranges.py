"""Figures as a table of a brief shows them: a range, who says so, and by which house rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb

from tidings.briefs.arrange import Labels
from tidings.briefs.cited import CitedClaim
from tidings.briefs.dates import tell_period
from tidings.briefs.names import capitalise, list_up
from tidings.briefs.parts import FigureRow
from tidings.briefs.words import load_words
from tidings.wording import tell_span

# How many figures a theme shows, and how many voices a figure names.
SHOWN, NAMED = 12, 3


def load_figures(connection: duckdb.DuckDBPyConnection, rule: str) -> list[Mapping[str, Any]]:
    """The figures of a rule, the largest first."""
    answer = connection.execute(_sql(), {"rule": rule})
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def tell_ranges(
    figures: Iterable[Mapping[str, Any]], claims: Mapping[str, CitedClaim], labels: Labels, acts: tuple[str, ...]
) -> tuple[FigureRow, ...]:
    """The figures that rest on claims of these acts. Only claims that are told in the brief are cited."""
    return tuple(_rows(figures, claims, labels, acts))[:SHOWN]


def _rows(
    figures: Iterable[Mapping[str, Any]], claims: Mapping[str, CitedClaim], labels: Labels, acts: tuple[str, ...]
) -> Iterator[FigureRow]:
    people = load_words().harms
    for figure in figures:
        cited = [claims[claim_id] for claim_id in figure["claim_ids"] if claim_id in claims]
        if not cited or figure["what"] not in people or not all(one.claim.act.startswith(acts) for one in cited):
            continue
        yield FigureRow(
            told=_tell_counted(figure),
            place=figure["place"] or "place not told",
            period=capitalise(tell_period(figure["first"], figure["last"])) or "Days not told",
            range=tell_span(figure["low"], figure["high"]),
            best=f"{figure['best']:,.0f}" if figure["best"] is not None else "–",
            who=_tell_who(figure["who"]),
            labels=tuple(labels.label(one.claim.id)[0] for one in cited),
        )


def _tell_counted(figure: Mapping[str, Any]) -> str:
    whom = figure["of"] or "people"
    return capitalise(f"{whom} {load_words().harms[figure['what']]}".strip())


def _tell_who(names: list[str]) -> str:
    names = list(dict.fromkeys(name.removeprefix("publisher ") for name in names))
    if len(names) <= NAMED:
        return list_up(names) if names else "not known"
    return f"{', '.join(names[:NAMED])} and {len(names) - NAMED} more"


@cache
def _sql() -> str:
    return files("tidings.briefs").joinpath("figures.sql").read_text(encoding="utf-8")
