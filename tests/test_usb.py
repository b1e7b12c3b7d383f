"""One zip of a built version: the same bytes each time, all of the folder, nothing from elsewhere, listed on the front page."""

from __future__ import annotations

import os
import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from click.testing import CliRunner

from generator.build import build_course
from generator.cli import main
from generator.guard import NotOurs
from generator.order import Order, Place
from generator.release import release_course
from generator.usb import NotPacked, pack
from tests.test_build import change

DRAFT = "course-dev.zip"


def build(place: Place) -> None:
    assert build_course(place, Order(formats=("web",), jobs=1)).good


def front(place: Place) -> str:
    return (place.site / "index.html").read_text(encoding="utf-8")


def test_the_same_version_gives_the_same_bytes(tiny: Place, tmp_path: Path) -> None:
    build(tiny)
    first = pack(tiny).file.read_bytes()
    # Copied, its files have other times, and a folder lists them in another order.
    shutil.copytree(tiny.site, tmp_path / "copy", copy_function=shutil.copyfile)
    again = pack(Place(tiny.course, tiny.config_file, tmp_path / "copy"))
    assert again.file.read_bytes() == first == pack(tiny, "dev", tmp_path / "out" / "any.zip").file.read_bytes()
    assert again.size == len(first)


def test_it_holds_the_whole_folder_and_a_front_page_of_its_own(tiny: Place) -> None:
    build(tiny)
    (tiny.site / "dev/en/one-thing/a.pdf").write_bytes(b"%PDF-1.7")
    with ZipFile(pack(tiny).file) as opened:
        names = opened.namelist()
        folder = sorted(
            path.relative_to(tiny.site).as_posix() for path in (tiny.site / "dev").rglob("*") if path.is_file()
        )
        assert names == sorted((*folder, "index.html", "versions.json"))
        assert all(opened.read(name) == (tiny.site / name).read_bytes() for name in folder)
        page = opened.read("index.html").decode()
        for info in opened.infolist():
            assert (info.extra, info.comment, info.flag_bits & 0x08) == (b"", b"", 0)
            assert info.date_time == (1980, 1, 1, 0, 0, 0) and info.external_attr == 0o100644 << 16
            assert info.compress_type == (ZIP_STORED if info.filename.endswith((".pdf", ".zip")) else ZIP_DEFLATED)
    assert re.findall(r'<a href="([^"t]*?/[^"]*)"', page) == ["dev/en/index.html"]
    assert "unzip the file first" in page and "unzip" not in front(tiny).replace(DRAFT, "")


def test_the_newest_release_is_packed_unless_another_version_is_named(tiny: Place, tmp_path: Path) -> None:
    build(tiny)
    for version in ("2026.9", "2026.10"):
        assert release_course(tiny, Order(version, ("web",), jobs=1)).good
    out = tmp_path / "out.zip"
    assert (pack(tiny, out=out).version, pack(tiny, "dev", out).version) == ("2026.10", "dev")
    with pytest.raises(NotPacked, match=r"^there is no version '2026\.1' in .*; there are: 2026\.10, 2026\.9, dev$"):
        pack(tiny, "2026.1")


def test_the_front_page_lists_it_with_its_size(tiny: Place) -> None:
    build(tiny)
    assert ".zip" not in front(tiny)
    size = pack(tiny).size
    assert f'<a class="ps-zip" href="{DRAFT}" download>' in front(tiny)
    assert f"({size / 1_000_000:.1f} MB)" in front(tiny)
    build(tiny)
    assert DRAFT in front(tiny)


def test_a_draft_that_changed_since_is_offered_no_more(tiny: Place) -> None:
    build(tiny)
    pack(tiny)
    change(tiny.course / "en" / "one-thing.yml", "today: Drink a glass of water.", "today: Open a window.")
    build(tiny)
    assert DRAFT not in front(tiny)
    pack(tiny)
    assert DRAFT in front(tiny)


def test_a_release_has_its_zip(tiny: Place) -> None:
    assert release_course(tiny, Order("2026.1", ("web",), jobs=1)).good
    assert 'href="course-2026.1.zip"' in front(tiny)
    with ZipFile(tiny.site / "course-2026.1.zip") as opened:
        assert "2026.1/manifest.json" in opened.namelist()


def test_the_front_page_says_nothing_of_a_discreet_course(tiny: Place) -> None:
    with (tiny.course / "course.yml").open("a", encoding="utf-8") as file:
        file.write("discreet: true\noutside: {title: Evening Class}\n")
    build(tiny)
    packed = pack(tiny)
    assert packed.file.name == "evening-class-dev.zip"
    with ZipFile(packed.file) as opened:
        assert "Tiny" not in opened.read("index.html").decode() + front(tiny)


def test_no_build_is_refused_with_one_sentence(tiny: Place) -> None:
    called = CliRunner().invoke(
        main, ["--course", str(tiny.course), "--config", str(tiny.config_file), "--site", str(tiny.site), "usb"]
    )
    assert called.exit_code == 2
    assert called.stderr == f"Error: nothing is built in {tiny.site} yet; run `psychoed build` first\n"


def test_the_command_says_where_it_stands(tiny: Place) -> None:
    build(tiny)
    called = CliRunner().invoke(main, ["--course", str(tiny.course), "--site", str(tiny.site), "usb"])
    assert called.exit_code == 0, called.output
    assert called.stdout.startswith(f"{tiny.site / DRAFT}: version dev, ")


def test_a_course_with_errors_in_its_shared_files_is_not_packed(tiny: Place) -> None:
    build(tiny)
    change(tiny.course / "course.yml", "title: Tiny", "titel: Tiny")
    assert pack(tiny).problems
    assert not (tiny.site / DRAFT).exists()


def other_zip() -> bytes:
    raw = BytesIO()
    with ZipFile(raw, "w") as opened:
        opened.writestr("holiday.jpg", "mine")
    return raw.getvalue()


@pytest.mark.parametrize("mine", [b"mine", b"", other_zip()])
def test_what_is_not_ours_is_never_replaced(tiny: Place, mine: bytes) -> None:
    build(tiny)
    (tiny.site / DRAFT).write_bytes(mine)
    with pytest.raises(NotPacked, match=r"was not made by this program; move it away"):
        pack(tiny)
    assert (tiny.site / DRAFT).read_bytes() == mine


@pytest.mark.parametrize("name", ["dev/en/any.zip", "latest/any.zip", "dev", "index.html"])
def test_nothing_of_the_site_is_replaced(tiny: Place, name: str) -> None:
    assert release_course(tiny, Order("2026.1", ("web",), jobs=1)).good
    build(tiny)
    with pytest.raises(NotPacked):
        pack(tiny, out=tiny.site / name)


def test_links_are_not_followed(tiny: Place, tmp_path: Path) -> None:
    build(tiny)
    secret = tmp_path / "secret"
    secret.write_text("mine", encoding="utf-8")
    for name, target in (("file", secret), ("folder", tmp_path)):
        link = tiny.site / "dev" / "en" / name
        link.symlink_to(target)
        with pytest.raises(NotPacked, match="is a link or no plain file"):
            pack(tiny)
        link.unlink()
    (tiny.site / DRAFT).symlink_to(secret)
    (tiny.site / f".{DRAFT}.new").symlink_to(secret)
    with pytest.raises(NotPacked, match="is a link to another file"):
        pack(tiny)
    (tiny.site / DRAFT).unlink()
    pack(tiny)
    assert secret.read_text(encoding="utf-8") == "mine"
    os.rename(tiny.site / "dev", tmp_path / "moved")
    (tiny.site / "dev").symlink_to(tmp_path / "moved")
    with pytest.raises(NotOurs):
        pack(tiny)


def test_a_write_that_fails_leaves_the_old_one_whole(tiny: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tiny)
    before = pack(tiny).file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.usb.shutil.copyfileobj", full)
    with pytest.raises(OSError, match="No space left"):
        pack(tiny)
    assert (tiny.site / DRAFT).read_bytes() == before
    assert not list(tiny.site.glob(".*.new"))
