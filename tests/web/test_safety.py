"""Safe by default: who is answered, what a browser may load, what can be reached, and who may decide."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from tests.web.a_store import HOSTILE
from tests.web.conftest import BASE
from tidings.cli import cli
from tidings.serving import Copies, Lookups, Person
from tidings.settings import Settings
from tidings.web.app import make_app
from tidings.web.files import STATIC, list_files
from tidings.web.loopback import is_loopback, is_own_host


def test_every_answer_bears_a_strict_policy(client: TestClient) -> None:
    for path in ("/", "/api/overview", "/nothing", "/js/main.js"):
        headers = client.get(path).headers
        policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["connect-src"] == policy["worker-src"] == "'self'"
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"


def test_the_page_has_no_script_or_style_in_it(client: TestClient) -> None:
    page = client.get("/").text
    assert "<style" not in page
    assert " style=" not in page
    assert " on" not in page.replace(" only", "").split("<noscript>")[0].lower().replace(" one", "")
    assert all('src="' in script for script in page.split("<script")[1:])


def test_nothing_of_the_page_names_another_host() -> None:
    for name, file in list_files():
        if name.startswith(("js/", "css/")) or name.endswith(".html"):
            assert "//" not in file.read_text(encoding="utf-8").replace("https?:\\/\\/", "").replace("// ", "").replace(
                "http://www.w3.org/2000/svg", ""
            ), name


def test_no_script_of_ours_reads_markup() -> None:
    ways = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setHTML")
    for name, file in list_files():
        if name.startswith("js/"):
            assert not [way for way in ways if way in file.read_text(encoding="utf-8")], name


ELSEWHERE = [
    "/../pyproject.toml",
    "/%2e%2e/%2e%2e/pyproject.toml",
    "/js/../../app.py",
    "/..%2f..%2fapp.py",
    "//etc/passwd",
    "/js/",
    "/static/index.html",
]


@pytest.mark.parametrize("path", ELSEWHERE)
def test_no_path_reaches_beyond_the_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "def " not in answer.text


def test_hostile_words_come_as_they_are_and_as_json(client: TestClient) -> None:
    answer = client.get("/api/events?act=fight.shelling")
    assert answer.json()["rows"][0]["actor"] == [HOSTILE]
    assert answer.headers["content-type"] == "application/json"


def test_another_hosts_name_is_not_answered(client: TestClient) -> None:
    for host in ("evil.example", "evil.example:8765", "127.0.0.1.evil.example"):
        assert client.get("/api/overview", headers={"host": host}).status_code == 421
    for host in ("localhost:1", "127.0.0.1", "[::1]:8765"):
        assert client.get("/api/overview", headers={"host": host}).status_code == 200


def test_what_is_this_machine() -> None:
    assert [is_loopback(host) for host in ("127.0.0.1", "localhost", "::1", "127.9.9.9")] == [True] * 4
    assert [is_loopback(host) for host in ("0.0.0.0", "192.168.1.5", "example.org", "")] == [False] * 4
    assert is_own_host("[::1]")
    assert not is_own_host("")


def test_other_machines_need_a_word(tmp_path: Path) -> None:
    answer = CliRunner().invoke(cli, ["serve", "--host", "0.0.0.0", "--store", str(tmp_path / "s.duckdb")])
    assert answer.exit_code == 2
    assert "--allow-remote" in answer.output


def test_nothing_can_be_decided_where_no_hand_is_given(client: TestClient) -> None:
    assert client.get("/api/hand").json() == {"verbs": [], "token": None, "fields": []}
    answer = client.post("/api/hand/judge", json={}, headers={"origin": BASE})
    assert answer.status_code == 403


@pytest.fixture
def judged(own_store: Settings, lookups: Lookups) -> TestClient:
    """The interface over a store of its own, with a hand."""
    copies = Copies(own_store, print)
    app = make_app(copies, lookups, Person(own_store, copies), loopback=True, version="0")
    return TestClient(app, base_url=BASE)


def test_a_decision_needs_this_page_and_its_token(judged: TestClient) -> None:
    token = judged.get("/api/hand").json()["token"]
    good = {"origin": BASE, "tidings-token": token, "sec-fetch-site": "same-origin"}
    for change in (
        {"origin": "http://evil.example"},
        {"origin": ""},
        {"tidings-token": "guess"},
        {"tidings-token": ""},
        {"sec-fetch-site": "cross-site"},
    ):
        assert judged.post("/api/hand/judge", json={}, headers=good | change).status_code == 403, change
    assert judged.post("/api/hand/judge", json={}, headers=good).status_code == 400
    assert judged.post("/api/hand/burn", json={}, headers=good).status_code == 404
    long = {"verdict": "same", "one": "a", "other": "b", "why": "x" * 30_000, "by": "me"}
    assert judged.post("/api/hand/judge", json=long, headers=good).status_code == 400


def test_the_page_is_all_there() -> None:
    names = {name for name, _ in list_files()}
    page = STATIC.joinpath("index.html").read_text(encoding="utf-8")
    linked = {part.split('"')[0] for part in page.replace('href="', 'src="').split('src="')[1:]} - {"#panel"}
    assert linked <= names
    scripts = {name for name in names if name.startswith("js/")}
    assert scripts <= linked
