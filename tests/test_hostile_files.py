"""Files made to break a build: each ends in a sentence, none in a traceback, a wait or a file outside the site."""

from __future__ import annotations

import json
import os
import socket
import stat
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2
import pytest

from generator.build import build_course, check_course
from generator.engines.look import LookError, elsewhere
from generator.kept import SHAPE, read_built, read_json, read_record, still_there, write_whole
from generator.load import Source, printable, read_source
from generator.lock import Busy, only_one
from generator.order import Order, Place
from generator.render.web import compiled_templates
from generator.schema.module import Module
from generator.source import read_yaml
from generator.validate import validate
from tests.test_build import change, tree

WEB = Order(formats=("web",), jobs=1)


def said(place: Place) -> list[str]:
    """The errors of a course."""
    return [str(problem) for problem in check_course(place, WEB).problems if problem.level == "error"]


def refused(place: Place) -> str:
    """Why the look cannot be used."""
    with pytest.raises(LookError) as error:
        build_course(place, WEB)
    assert not place.site.exists()
    message = str(error.value)
    assert message.startswith(str(place.config_file))
    return message.removeprefix(str(place.config_file))


FONT = ":4:1: write `font: false` under 'theme'; otherwise pages load fonts from Google"
ELSEWHERE = "on another host; pages load from their own folder alone; put the file there, or delete this"
LOOKS = {
    "a-font": ("  font: false\n", "", FONT),
    "a-named-font": ("font: false", "font: {text: Lato}", FONT),
    "a-foreign-script": ("markdown_extensions: []", "extra_javascript: [//a.example/x.js]", f":10:1: 'extra_javascript' names '//a.example/x.js' {ELSEWHERE}"),
    "a-foreign-module": (
        "markdown_extensions: []",
        "extra_javascript: [{path: 'https://a.example/x.js', type: module}]",
        f":10:1: 'extra_javascript' names 'https://a.example/x.js' {ELSEWHERE}",
    ),
    "a-foreign-style": ("markdown_extensions: []", "extra_css: [HTTPS://a.example/x.css]", f":10:1: 'extra_css' names 'HTTPS://a.example/x.css' {ELSEWHERE}"),
    "a-foreign-icon": ("favicon: assets/icon.svg", "favicon: https://a.example/x.svg", f":4:1: 'theme.favicon' names 'https://a.example/x.svg' {ELSEWHERE}"),
    "another-theme": ("name: material", "name: readthedocs", ":4:1: 'theme.name' has to be material, the theme that our pages are made for"),
    "folders-as-addresses": (
        "use_directory_urls: false",
        "use_directory_urls: true",
        ":8:1: write `use_directory_urls: false`; pages open from a stick then, too",
    ),
    "a-plugin": ("plugins: []", "plugins: [search]", ":9:1: 'plugins' cannot be used here; delete it"),
    "a-hook": ("plugins: []", "hooks: [hook.py]", ":9:1: 'hooks' cannot be used here; delete it"),
    "pages-left-out": ("plugins: []", "exclude_docs: '*'", ":9:1: 'exclude_docs' cannot be used here; delete it"),
    "drafts": ("plugins: []", "draft_docs: '*'", ":9:1: 'draft_docs' cannot be used here; delete it"),
    "pages-not-in-the-navigation": ("plugins: []", "not_in_nav: '*'", ":9:1: 'not_in_nav' cannot be used here; delete it"),
    "an-unknown-key": ("theme:", "themee:", ":4:1: unknown key 'themee'; did you mean 'theme'?"),
    "a-parent": ("plugins: []", "INHERIT: /etc/passwd", ":9:1: unknown key 'INHERIT'; known here: "),
    "code": (
        "plugins: []",
        "copyright: !!python/name:os.system",
        ":9:12: error: the tag 'tag:yaml.org,2002:python/name:os.system' stands here; tags are not read, delete it [yaml-has-no-tags]",
    ),
    "a-number-for-a-style": ("markdown_extensions: []", "extra_css: [1]", ":10:1: 'extra_css' should be a list of file names, each a text"),
    "a-list-for-a-name": ("name: material", "name: [material]", ": a value here is not what mkdocs takes: "),
}  # fmt: skip


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_that_would_break_pages_is_refused_at_its_key(name: str, tiny: Place) -> None:
    old, new, message = LOOKS[name]
    change(tiny.config_file, old, new)
    assert refused(tiny).startswith(message)


def test_a_look_without_the_empty_list_of_plugins_is_the_same_look(tiny: Place) -> None:
    change(tiny.config_file, "plugins: []\n", "")
    assert build_course(tiny, WEB).good
    assert not list(tiny.site.rglob("*search*.map"))


def test_a_look_in_another_encoding_is_said(tiny: Place) -> None:
    tiny.config_file.write_bytes(b"site_name: Caf\xe9\n")
    assert refused(tiny) == ": the byte 0xe9 is not UTF-8; save the file as UTF-8"


def test_a_pipe_in_place_of_the_look_is_not_waited_for(tiny: Place) -> None:
    tiny.config_file.unlink()
    os.mkfifo(tiny.config_file)
    assert refused(tiny) == ": this is a pipe, and no plain file; a file should stand here"


def test_a_link_to_the_look_is_followed(tiny: Place, tmp_path: Path) -> None:
    (tmp_path / "linked").mkdir()
    link = tmp_path / "linked" / "look.yml"
    link.symlink_to(tiny.config_file)
    assert build_course(replace(tiny, config_file=link), WEB).good


def test_printed_sheets_alone_need_no_look(tiny: Place) -> None:
    tiny.config_file.unlink()
    assert build_course(tiny, Order(formats=("print",), jobs=1)).good


@pytest.mark.parametrize("address", ["https://a", "//a", "\\\\a", "/\\a", " //a", "ht\ttps://a", "data:x", "/\n/a"])
def test_an_address_on_another_host_is_seen(address: str) -> None:
    assert elsewhere(address)


@pytest.mark.parametrize("address", ["assets/course.css", "/assets/a.css", "../a.js", "a//b.js", ""])
def test_a_path_is_no_other_host(address: str) -> None:
    assert not elsewhere(address)


@pytest.mark.parametrize(
    ("name", "other"), [("one-thing.yaml", "one-thing.yml"), ("One-thing.yml", "one-thing.yml"), ("ONE-THING.yaml", "one-thing.yml")]
)  # fmt: skip
def test_two_files_of_one_module_are_said_at_the_second(name: str, other: str, tiny: Place) -> None:
    (tiny.course / "en" / name).write_bytes((tiny.course / "en" / other).read_bytes())
    message = f"error: this file and 'en/{other}' are one module by their names; keep one of the two"
    assert said(tiny) == [f"tiny/en/{name}:1:1: {message} [file-is-the-only-one]"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"caf\xe9.yml", r"caf\xe9.yml"), (b"two\nlines.yml", r"two\nlines.yml"), (b"\x1b[31mred.yml", r"\x1b[31mred.yml"), ("\u202ely.yml".encode(), r"\u202ely.yml")],
)  # fmt: skip
def test_a_name_that_cannot_be_printed_is_said(name: bytes, shown: str, tiny: Place) -> None:
    Path(os.fsdecode(os.fsencode(tiny.course / "en") + b"/" + name)).write_bytes(b"id: x\n")
    message = "error: this name holds a character that cannot be printed; rename the file [file-name-is-plain]"
    assert said(tiny) == [f"tiny/en/{shown}:1:1: {message}"]


def test_a_very_long_name_is_said(tiny: Place) -> None:
    name = "a" * 250 + ".yml"
    (tiny.course / "en" / name).write_bytes(b"id: x\n")
    message = "error: this name is longer than 200 bytes; rename the file [file-name-is-plain]"
    assert said(tiny) == [f"tiny/en/{name}:1:1: {message}"]


def test_a_course_folder_with_an_odd_name_is_built(tiny: Place) -> None:
    odd = tiny.course.with_name(os.fsdecode(b"odd\xff\nname"))
    tiny.course.rename(odd)
    assert build_course(replace(tiny, course=odd), WEB).good
    assert printable("ä b") == "ä b"


def test_a_file_that_may_not_be_read_is_said(tiny: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    plain_read = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == "one-thing.yml":
            raise PermissionError(13, "Permission denied", str(path))
        return plain_read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    message = (
        "error: this file cannot be read (Permission denied); give yourself the right to read it [file-can-be-read]"
    )
    assert said(tiny) == [f"tiny/en/one-thing.yml:1:1: {message}"]


def test_what_is_no_plain_file_is_named_and_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe.yml")
    monkeypatch.chdir(tmp_path)  # A socket's path has room for about 100 letters.
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.yml")
        for name in ("pipe", "socket"):
            _, (problem,) = read_source(tmp_path, f"{name}.yml")
            assert problem.message == f"this is a {name}, and no plain file; a file should stand here"
            assert problem.rule == "file-is-a-file"
    _, (problem,) = read_source(Path("/dev"), "null")
    assert problem.message == "this is a device, and no plain file; a file should stand here"


def test_links_in_a_circle_are_said(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to("a.yml")
    _, (problem,) = read_source(tmp_path, "a.yml")
    assert problem.rule == "file-can-be-read"


WRONG = (
    b"", b"\x00", b"null", b"[]", b"7", b'"x"', b"{}", b'{"shape": 4}', b"\xff", b'{"shape": 4, "files": []}',
    b"[" * 200_000, b'{"a":' * 100_000, b'{"shape": 4, "files": {"en/a.html": ["k", "1", 2]}}',
    b'{"shape": 4, "files": {"en/a.html": ["k", 1]}}', b'{"shape": 4, "files": {"en/a.html": {"key": 1}}}',
)  # fmt: skip


@pytest.mark.parametrize("raw", WRONG, ids=range(len(WRONG)))
def test_what_was_kept_in_another_shape_counts_as_none(raw: bytes, tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_bytes(raw)
    assert read_built(kept) == {}
    assert read_record(kept) is None
    assert read_json(kept) is None or raw.startswith(b"{")


@pytest.fixture
def record(tiny: Place) -> tuple[Path, dict[str, Any]]:
    """A kept record's file, and what it holds."""
    check_course(tiny, WEB)
    path = tiny.kept / "modules" / "dev" / "en" / "one-thing.yml.json"
    assert read_record(path) is not None
    return path, json.loads(path.read_bytes())


def test_a_record_with_any_key_missing_or_of_another_type_counts_as_none(record: tuple[Path, dict[str, Any]]) -> None:
    path, good = record
    for key in good:
        wrong = [{**good, key: value} for value in (7.5, [7], {"x": [7]}, "x" if key != "key" else None)]
        for kept in (*wrong, {name: value for name, value in good.items() if name != key}):
            path.write_text(json.dumps(kept))
            assert read_record(path) is None, (key, kept.get(key, "missing"))
    for key in good["facts"]:
        facts = {name: value for name, value in good["facts"].items() if name != key}
        path.write_text(json.dumps({**good, "facts": facts}))
        assert read_record(path) is None


BAD_PATHS = ("/etc/passwd", "../x", "en/../../x", "en/..", "en\\x", "en/a\0b", "en/.x", ".", "", "en//x", "x", "en/a\nb", "~/x", "C:/x", "en/é")  # fmt: skip


@pytest.mark.parametrize("name", BAD_PATHS)
def test_a_path_that_is_not_one_of_ours_is_refused(name: str, record: tuple[Path, dict[str, Any]]) -> None:
    path, good = record
    for key in ("pages", "sheets"):
        path.write_text(json.dumps({**good, key: {name: "k"}}))
        assert read_record(path) is None
    path.write_text(json.dumps({"shape": good["shape"], "files": {name: ["k", 1, 2]}}))
    assert read_built(path) == {}


def test_a_tampered_ledger_links_nothing_from_outside(tiny: Place, tmp_path: Path) -> None:
    build_course(tiny, WEB)
    before, ledger = tree(tiny.site), tiny.kept / "built-dev.json"
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    found = secret.stat()
    kept = json.loads(ledger.read_bytes())
    key = next(row[0] for name, row in kept["files"].items() if name.startswith("en/assets/"))
    for name in (str(secret), "../../secret.txt"):
        ledger.write_text(
            json.dumps({**kept, "files": {**kept["files"], name: [key, found.st_size, found.st_mtime_ns]}})
        )
        build_course(tiny, WEB)
        assert tree(tiny.site) == before and secret.stat().st_nlink == 1


def test_a_link_in_the_site_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("x")
    (tmp_path / "en").mkdir()
    (tmp_path / "en/a.html").symlink_to(tmp_path / "real.txt")
    found = (tmp_path / "real.txt").stat()
    ledger = tmp_path / "built.json"
    ledger.write_text(json.dumps({"shape": SHAPE, "files": {"en/a.html": ["k", found.st_size, found.st_mtime_ns]}}))
    assert still_there(tmp_path, read_built(ledger)) == {}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"mine")
    (tmp_path / ".kept.json.new").symlink_to(other)
    (tmp_path / "lock-holder").symlink_to(other)
    write_whole(tmp_path / "kept.json", b"{}")
    with only_one(tmp_path):
        assert other.read_bytes() == b"mine"


@pytest.mark.parametrize("holder", [b"\xff\xfe", b"", b"12\n34", b"9" * 50, None])
def test_a_lock_whose_holder_cannot_be_read_is_still_one_sentence(holder: bytes | None, tmp_path: Path) -> None:
    with only_one(tmp_path):
        (tmp_path / "lock-holder").unlink()
        if holder is None:
            os.mkfifo(tmp_path / "lock-holder")
        else:
            (tmp_path / "lock-holder").write_bytes(holder)
        with pytest.raises(Busy) as refusal, only_one(tmp_path):
            pass
    message = "another build is writing this site (process unknown); wait until it ends, then try again"
    assert str(refusal.value) == message


def test_templates_are_compiled_each_time_where_there_is_no_safe_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert isinstance(compiled_templates(), jinja2.BytecodeCache)
    cache = tmp_path / f"_jinja2-cache-{os.getuid()}"
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    cache.rmdir()
    cache.write_text("a file")
    assert compiled_templates() is None


MEGABYTE = {
    "one-key-over-and-over": "a: 1\n",
    "one-key-in-brackets": "a,",
    "keys-in-brackets": "a: b,",
    "a-thousand-tags": "- !!x 1\n",
    "declared-tags": "%TAG !{}! b\n",
    "lists-as-keys": "? [a]\n: 1\n",
    "many-keys": "k{}: 1\n",
    "empty-lists": "[],",
    "anchors": "- &a{} 1\n",
    "aliases": "- &a{0} 1\n- *a{0}\n",
    "questions": "? ",
    "comments": "#\n",
}


@pytest.mark.parametrize("name", MEGABYTE)
def test_a_file_of_a_megabyte_is_read_in_seconds(name: str) -> None:
    part = MEGABYTE[name]
    text = "".join(part.format(number) for number in range(900_000 // len(part)))[:900_000]
    whole = f"[{text.rpartition(',')[0]}]" if part.endswith(",") else text
    start = time.process_time()
    document, problems = read_yaml(Source("f.yml", whole, ""))
    if document:
        problems = (*problems, *validate(document, Module)[1])
    assert problems and len(problems) < 500
    assert time.process_time() - start < 5
