"""Numerals: however a number is written, it is the same number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.counts.spelling import group, group_indian, read_first, spell

NUMBERS = st.one_of(st.integers(0, 2000), st.integers(0, 999_999_999_999))


@given(NUMBERS)
def test_a_number_in_words_is_the_number(number: int) -> None:
    read = read_first(spell(number) + " farmers")
    assert read is not None
    assert (read.low, read.high) == (number, number)


@given(NUMBERS, st.sampled_from([",", " ", "'", "’", "\u202f"]))
def test_a_number_in_groups_of_digits_is_the_number(number: int, separator: str) -> None:
    read = read_first(group(number, separator) + " farmers")
    assert read is not None
    assert (read.low, read.high) == (number, number)


@given(NUMBERS)
def test_a_number_in_other_groupings_is_the_number(number: int) -> None:
    written = [str(number) if number < 10**9 else group(number, ","), group_indian(number), group(number, ".")]
    for text in written:
        read = read_first(text + " farmers")
        assert read is not None, text
        assert read.low == number, text


@given(
    st.integers(1, 9999), st.sampled_from([("million", 10**6), ("thousand", 1000), ("lakh", 10**5), ("crore", 10**7)])
)
def test_a_multiplier_multiplies(tenths: int, multiplier: tuple[str, int]) -> None:
    name, factor = multiplier
    read = read_first(f"{tenths / 10} {name} farmers")
    assert read is not None
    assert read.low == tenths * factor // 10


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a dozen", 12, 12),
        ("half a dozen", 6, 6),
        ("half a million", 500_000, 500_000),
        ("two and a half million", 2_500_000, 2_500_000),
        ("two dozen", 24, 24),
        ("dozens of", 24, None),
        ("scores of", 40, None),
        ("hundreds", 200, None),
        ("thousands", 2000, None),
        ("tens of thousands", 20_000, None),
        ("hundreds of thousands", 200_000, None),
        ("tens of millions", 20_000_000, None),
        ("millions", 2_000_000, None),
        ("several", 3, None),
        ("a handful of", 3, None),
        ("a couple of", 2, 2),
        ("a couple of hundred", 200, 200),
        ("several hundred", 200, None),
        ("a few thousand", 2000, None),
        ("2 lakh", 200_000, 200_000),
        ("1 crore", 10_000_000, 10_000_000),
        ("10k men", 10_000, 10_000),
        ("3bn", 3_000_000_000, 3_000_000_000),
    ],
)
def test_numbers_in_words_of_their_own(text: str, low: int, high: int | None) -> None:
    read = read_first(text)
    assert read is not None
    assert (read.low, read.high) == (low, high)


@pytest.mark.parametrize("text", ["0600 hours", "007", "12th", "M-16", "tens", "scores a goal", "some 40", "A. Brown"])
def test_what_begins_like_a_number_and_is_none(text: str) -> None:
    assert read_first(text) is None


def test_two_numbers_side_by_side_stay_two() -> None:
    read = read_first("five six")
    assert read is not None
    assert (read.low, read.last) == (5, 0)
