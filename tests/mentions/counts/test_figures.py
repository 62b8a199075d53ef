"""Bounds: the table of docs/claims.md, Counts, row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.counts.spelling import make_words
from tidings.lexicons.quantities import Bound, load_quantities
from tidings.mentions.counts.figures import Figure, apply_bounds, read_figure
from tidings.mentions.counts.numbers import read_number


def read(text: str) -> Figure:
    words, quantities = make_words(text), load_quantities()
    numerals = (p for p in range(len(words)) if words[p].lower != "many")  # of "as many as"
    start = next(p for p in numerals if read_number(words, p, quantities) is not None)
    figure = read_figure(words, start, quantities)
    assert figure is not None
    return figure


@pytest.mark.parametrize(
    ("text", "low", "high", "about"),
    [
        ("14 farmers", 14, 14, False),
        ("about 5,200 farmers", 4940, 5460, True),
        ("about 7 farmers", 7, 7, True),
        ("more than 70 farmers", 71, None, False),
        ("at least 70 farmers", 70, None, False),
        ("nearly 30 farmers", 27, 30, False),
        ("up to 30 farmers", None, 30, False),
        ("as many as 30 farmers", None, 30, False),
        ("no more than 30 farmers", None, 30, False),
        ("fewer than 30 farmers", None, 29, False),
        ("under 30 farmers", None, 29, False),
        ("over 30 farmers", 31, None, False),
        ("upwards of 30 farmers", 30, None, False),
        ("30-plus farmers", 30, None, False),
        ("30 or more farmers", 30, None, False),
        ("30 or so farmers", 29, 31, True),
        ("between 10 and 15 farmers", 10, 15, False),
        ("from 10 to 15 farmers", 10, 15, False),
        ("10-15 farmers", 10, 15, False),
        ("10–15 farmers", 10, 15, False),
        ("two or three farmers", 2, 3, False),
        ("2 to 3 million farmers", 2_000_000, 3_000_000, False),
        ("some 80 to 100 farmers", 80, 100, True),
        ("at least some 300 farmers", 300, None, True),
        ("more than a dozen farmers", 13, None, False),
        ("more than 1.5 million farmers", 1_500_001, None, False),
        ("at least several hundred farmers", 200, None, False),
        ("a total of 77 farmers", 77, 77, False),
        ("perhaps 60 farmers", 60, 60, False),
    ],
)
def test_bounds(text: str, low: int | None, high: int | None, about: bool) -> None:
    figure = read(text)
    assert (figure.low, figure.high, figure.about) == (low, high, about)


def test_ends_of_a_change_are_two_figures() -> None:
    figure = read("rise from 120 to 300")
    assert (figure.low, figure.high) == (120, 120)


def test_a_score_is_no_range() -> None:
    assert (read("3-1 win").low, read("3-1 win").high) == (3, 3)


BOUNDS: list[Bound] = ["from", "over", "nearly", "to", "under", "about", "exactly"]


@given(st.integers(1, 10**9), st.lists(st.sampled_from(BOUNDS), max_size=3))
def test_a_range_never_stands_on_its_head(number: int, bounds: list[Bound]) -> None:
    low, high, about = apply_bounds(number, number, bounds)
    assert low is not None or high is not None
    assert low is None or high is None or low <= high
    assert about == ("about" in bounds)
