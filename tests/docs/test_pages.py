"""The pages say what the code does."""

import inspect
import re
from pathlib import Path

import click
import msgspec
import pytest

import tidings.records
from docs.write_cli import PAGE, list_commands, make_page
from tests.cases.cases import read_cases
from tests.cases.expectations import KEYS
from tidings.lexicons.acts import load_act_lexicon
from tidings.records import Record
from tidings.settings import Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def read_page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def first_cells(page: str) -> list[str]:
    """The first cell of every row of the tables of a page."""
    return [line.split("|")[1].strip() for line in page.splitlines() if line.startswith("| ")]


def names_in(text: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", text))


def test_the_command_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == make_page(), "run: make docs"


COMMANDS = [command for command, _ in list_commands()]


def test_there_are_commands() -> None:
    assert {"read", "documents", "forget", "claims", "events", "brief", "doctor"} <= {c.name for c in COMMANDS}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_and_option_says_what_it_does(command: click.Command) -> None:
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.opts
            assert parameter.opts[0] in read_page("cli.md")


def test_commands_that_are_there_are_not_told_as_to_come() -> None:
    to_come = {name.split()[0] for cell in first_cells(read_page("architecture.md")) for name in names_in(cell)}
    assert not to_come & {command.name for command in COMMANDS}


def acts_of_the_page() -> set[str]:
    return {name for cell in first_cells(read_page("claims.md")) for name in names_in(cell) if "." in name}


def test_every_act_is_on_the_page_and_the_reverse() -> None:
    assert set(load_act_lexicon().meanings) == acts_of_the_page()


RECORDS = [
    kind
    for _, kind in inspect.getmembers(tidings.records, inspect.isclass)
    if issubclass(kind, msgspec.Struct) and kind.__module__ == "tidings.records" and kind is not Record
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_and_field_is_on_the_page_and_the_reverse(record: type[msgspec.Struct]) -> None:
    sections = re.split(r"^## ", read_page("records.md"), flags=re.MULTILINE)[1:]
    section = next((s for s in sections if record.__name__ in s.splitlines()[0].split()), None)
    assert section is not None, f"no section for {record.__name__}"
    cells = " ".join(first_cells(section)) or section
    fields = set(record.__struct_fields__)
    has_id = isinstance(getattr(record, "id", None), property)
    assert fields <= names_in(cells)
    alone = section.splitlines()[0].strip() == record.__name__
    if alone and first_cells(section):
        assert names_in(cells) - fields <= ({"id"} if has_id else set())


def test_every_setting_is_on_the_page_with_its_default() -> None:
    rows = [line.split("|")[1:3] for line in read_page("settings.md").splitlines() if line.startswith("| `")]
    told = {key.strip(" `"): value.strip(" `") for key, value in rows}
    defaults = {
        key: "none" if value is None else str(value) for key, value in msgspec.structs.asdict(Settings()).items()
    }
    assert told == defaults


def test_the_case_on_the_page_can_be_read(tmp_path: Path) -> None:
    block, *_ = re.findall(r"```\n(## .+?)```", read_page("extending.md"), flags=re.DOTALL)
    path = tmp_path / "page.md"
    path.write_text(block, encoding="utf-8")
    (case,) = read_cases(path)
    assert len(case.expectations) == 5
    assert {key for e in case.expectations for key in e.stated} <= KEYS | {"killed"}


def test_every_key_of_a_case_is_on_the_page() -> None:
    assert set(re.findall(r"`(\w+)[`=]", read_page("extending.md"))) >= KEYS
