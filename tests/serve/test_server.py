"""The preview's server: for this computer alone, and for files of its folder alone."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.problems import Problem
from generator.serve.pages import with_script
from generator.serve.server import NoPort, Preview, listen
from generator.serve.sheets import Sheets
from generator.serve.watch import look, wait_for_change
from generator.serve.work import Outcome, Paper


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Preview]:
    site = tmp_path / "web"
    (site / "dev/en").mkdir(parents=True)
    (site / "dev/en/index.html").write_text("<html><head></head><body>Home</body></html>")
    (tmp_path / "secret.txt").write_text("secret")
    sheets = Sheets("dev", lambda path, known, is_drawn: None)
    made = listen("127.0.0.1", 18400, False, site, lambda: "/dev/en/index.html", sheets)
    Thread(target=made.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def get(server: Preview, path: str, host: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", host if host is not None else f"127.0.0.1:{server.port}")
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "localhost.evil.example", "", "127.0.0.1.nip.io"]
)
def test_a_name_from_elsewhere_that_leads_here_gets_nothing(server: Preview, host: str) -> None:
    status, content = get(server, "/dev/en/index.html", host)
    assert (status, b"Home" in content) == (403, False)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST:1", "[::1]:18400"])
def test_its_own_names_are_answered(server: Preview, host: str) -> None:
    assert b"Home" in get(server, "/dev/en/index.html", host)[1]


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/dev/../../secret.txt", "//etc/passwd", "/dev/en/%00", "/dev"]
)
def test_nothing_outside_the_folder_is_served(server: Preview, path: str) -> None:
    status, content = get(server, path)
    assert status in (404, 503) and b"secret" not in content and b"root:" not in content


def test_a_taken_port_is_one_sentence_where_it_was_chosen_and_the_next_one_where_not(server: Preview) -> None:
    with pytest.raises(NoPort, match=f"port {server.port} is in use by another program; name a free one"):
        listen("127.0.0.1", server.port, True, server.site, server.home, server.sheets)
    other = listen("127.0.0.1", server.port, False, server.site, server.home, server.sheets)
    assert server.port < other.port < server.port + 20
    other.server_close()


def test_the_command_says_in_one_sentence_that_a_port_is_taken(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        made = CliRunner().invoke(main, ["--site", str(tmp_path / "site"), "serve", "--port", port])
    assert made.exit_code == 2
    assert f"port {port} is in use by another program" in made.stderr
    assert "Traceback" not in made.output


def test_news_is_told_at_once_and_errors_come_first(server: Preview) -> None:
    late = Problem("m.yml", 9, 1, "late", "key-is-known")
    early = Problem("m.yml", 1, 1, "early", "lesson-length-is-right", "warning")
    server.state.tell(Outcome((early, late)))
    state = json.loads(get(server, "/.preview/state?seen=0&page=/dev/en/index.html")[1])
    assert [row["message"] for row in state["problems"]] == ["late", "early"]
    assert state["problems"][0]["place"] == "m.yml:9:1" and state["problems"][0]["mend"]
    assert (state["good"], state["hasPages"], state["number"]) == (False, False, 1)
    assert state["page"] == with_script((server.site / "dev/en/index.html").read_bytes())[1]


def test_a_policy_lets_the_preview_in_and_nothing_else() -> None:
    page = b"""<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-x'; style-src 'none'; form-action 'none'"></head>"""
    made = with_script(page)[0]
    assert (
        b"default-src 'none'; script-src 'sha256-x' 'self'; style-src 'self'; form-action 'none'; connect-src 'self'"
        in made
    )
    assert made.count(b"preview.js") == 1


def test_a_sheet_stays_as_it_was_while_a_mistake_is_in_the_way() -> None:
    answers: list[Paper | None] = [Paper("a" * 64, pdf=b"one"), None, Paper("b" * 64, pdf=b"two"), Paper("b" * 64)]
    sheets = Sheets("dev", lambda path, known, is_drawn: answers.pop(0))
    assert [sheets.pdf("/dev/en/x.pdf") for _ in range(4)] == [b"one", b"one", b"two", b"two"]
    assert sheets.pdf("/2026.1/en/x.pdf") is None


def test_a_look_sees_a_change_and_leaves_what_editors_leave_behind(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("a")
    seen = look([tmp_path])
    (tmp_path / ".a.yml.swp").write_text("x")
    (tmp_path / "a.yml~").write_text("x")
    assert look([tmp_path]) == seen
    (tmp_path / "a.yml").write_text("ab")
    assert wait_for_change([tmp_path], seen, lambda: False) == look([tmp_path]) != seen
    assert wait_for_change([tmp_path], {}, lambda: True) == {}


def test_links_that_lead_back_up_do_not_make_a_look_endless(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "a.yml").write_text("a")
    for name in ("one", "two", "en/three"):
        (tmp_path / name).symlink_to(tmp_path)
    assert sorted(Path(path).name for path in look([tmp_path])) == ["a.yml"]


def test_a_number_of_a_build_that_is_none_is_answered(server: Preview) -> None:
    server.state.tell(Outcome())
    for seen in ("9" * 5000, "²", "-1", "x"):
        status, body = get(server, f"/.preview/state?seen={quote(seen)}")
        assert status == 200
        assert json.loads(body)["number"] == 1
