"""The first sheet of an Excel workbook (.xlsx) as rows of text: all that comparing needs of it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from tidings.errors import TidingsError

SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMN = re.compile(r"[A-Z]+")


def read_sheet(path: Path) -> Iterator[list[str]]:
    """The rows of the first sheet, each cell as text; days are left as the numbers that Excel writes for them."""
    try:
        with zipfile.ZipFile(path) as book:
            shared = _read_shared(book)
            name = min(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
            with book.open(name) as sheet:
                for _, element in ElementTree.iterparse(sheet):
                    if element.tag == f"{SPACE}row":
                        yield _read_row(element, shared)
                        element.clear()
    except (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, IndexError) as error:
        raise TidingsError(
            f"{path} cannot be read as a workbook ({error}); save it as CSV with its header line"
        ) from error


def _read_shared(book: zipfile.ZipFile) -> list[str]:
    """The texts that cells name by number."""
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(part.text or "" for part in item.iter(f"{SPACE}t")) for item in root.iter(f"{SPACE}si")]


def _read_row(row: ElementTree.Element, shared: list[str]) -> list[str]:
    cells: list[str] = []
    for cell in row.iter(f"{SPACE}c"):
        # empty cells are not written: the reference says which column this is
        if found := COLUMN.match(cell.get("r", "")):
            cells += [""] * (_number(found[0]) - len(cells))
        cells.append(_read_cell(cell, shared))
    return cells


def _read_cell(cell: ElementTree.Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{SPACE}t"))
    value = cell.findtext(f"{SPACE}v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value


def _number(letters: str) -> int:
    """A is 0, Z is 25, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
