"""Every row of headers.toml does what its examples say, and leaves alone what it names under `not`."""

from __future__ import annotations

import re

import pytest

from tidings.lines import find_header_lines
from tidings.lines.rows import KindRow, LineRow, load_headers

TABLE = load_headers()
BODY = (
    "The ferry sailed again on Tuesday with 40 passengers, the harbour master said, and nobody fired at it on the way."
)


def pairs(rows: list[LineRow], refused: bool) -> list[tuple[LineRow, str]]:
    return [(row, line) for row in rows for line in (row.refuses if refused else row.examples)]


def kind_pairs(refused: bool) -> list[tuple[KindRow, str]]:
    return [(row, line) for row in TABLE.kind for line in (row.refuses if refused else row.examples)]


@pytest.mark.parametrize(("row", "line"), pairs(TABLE.line, refused=False), ids=lambda value: str(value)[:50])
def test_line_is_found(row: LineRow, line: str) -> None:
    assert row.regex.fullmatch(line)
    first = find_header_lines(f"{line}\n\n{BODY}\n\n{BODY} Again.")[0]
    assert (first.start, first.end, first.kind) == (0, len(line), row.kind)


@pytest.mark.parametrize(("row", "line"), pairs(TABLE.line, refused=True), ids=lambda value: str(value)[:50])
def test_line_is_left_alone(row: LineRow, line: str) -> None:
    assert not row.regex.fullmatch(line)


@pytest.mark.parametrize(("row", "line"), pairs(TABLE.opening, refused=False), ids=lambda value: str(value)[:50])
def test_opening_is_found(row: LineRow, line: str) -> None:
    text = f"{line}, the harbour master said on Tuesday, and nobody fired at it on the way to the other bank."
    first = find_header_lines(text)[0]
    assert (first.start, first.kind) == (0, row.kind)
    assert text[first.end :].startswith("The ferry")


@pytest.mark.parametrize(("row", "line"), pairs(TABLE.opening, refused=True), ids=lambda value: str(value)[:50])
def test_opening_is_left_alone(row: LineRow, line: str) -> None:
    assert not row.regex.match(line)


@pytest.mark.parametrize(("row", "value"), kind_pairs(refused=False), ids=lambda value: str(value)[:50])
def test_kind_is_found(row: KindRow, value: str) -> None:
    assert row.regex.search(value)


@pytest.mark.parametrize(("row", "value"), kind_pairs(refused=True), ids=lambda value: str(value)[:50])
def test_kind_is_not_found(row: KindRow, value: str) -> None:
    assert not row.regex.search(value)


def test_every_row_has_an_example_and_every_group_is_shown_by_one() -> None:
    for row in [*TABLE.line, *TABLE.opening]:
        assert row.examples
        pattern = re.compile(row.regex)
        shown = {name for line in row.examples for name, value in pattern.match(line).groupdict().items() if value}  # type: ignore[union-attr]
        assert shown == set(pattern.groupindex)
    assert all(row.examples for row in TABLE.kind)
