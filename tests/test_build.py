"""A build makes what changed, keeps the rest, and touches nothing when there is an error."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build_course, check_course
from generator.lock import Busy, only_one
from generator.order import Order, Place
from tests.conftest import ROOT

WEB = Order(formats=("web",), jobs=1)


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_two_builds_of_everything_have_the_same_bytes(tiny: Place, tmp_path: Path) -> None:
    first, second = replace(tiny, site=tmp_path / "one" / "site"), replace(tiny, site=tmp_path / "two" / "elsewhere")
    assert build_course(first, Order(jobs=1)).good
    assert build_course(second, Order(jobs=2)).good
    assert tree(first.site) == tree(second.site)
    assert any(name.endswith(".pdf") for name in tree(first.site))


def test_the_order_of_sets_in_memory_does_not_show(tmp_path: Path) -> None:
    """The shipped course twice, in processes whose hash seeds differ: two works of one year and author changed places once."""
    trees = []
    for seed in ("1", "2"):
        site = tmp_path / seed / "site"
        words = (
            "--course",
            ROOT / "modules",
            "--config",
            ROOT / "mkdocs.yml",
            "--site",
            site,
            "--jobs",
            "1",
            "build",
            "--only",
            "web",
        )
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-m", "generator", *map(str, words)],
            check=True,
            env=environment,
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        trees.append(tree(site))
    assert trees[0] == trees[1]


def test_a_build_with_nothing_changed_makes_nothing(tiny: Place) -> None:
    build_course(tiny, WEB)
    before = {path: path.stat().st_mtime_ns for path in tiny.site.rglob("*.html")}
    again = build_course(tiny, WEB)
    assert again.made.made == 0 and again.made.kept > 0
    assert {path: path.stat().st_mtime_ns for path in tiny.site.rglob("*.html")} == before


def test_an_edit_makes_the_module_s_pages_anew_and_equals_a_cold_build(tiny: Place, tmp_path: Path) -> None:
    build_course(tiny, WEB)
    change(tiny.course / "en" / "another-thing.yml", "today: Drink a glass of water.", "today: Open a window.")
    again = build_course(tiny, WEB)
    assert 0 < again.made.made < 6
    cold = replace(tiny, site=tmp_path / "cold" / "site")
    build_course(cold, WEB)
    assert tree(tiny.site) == tree(cold.site)
    assert "Open a window." in (tiny.site / "dev/en/another-thing/index.html").read_text(encoding="utf-8")


def test_a_removed_worksheet_s_page_goes_away(tiny: Place) -> None:
    build_course(tiny, WEB)
    page = tiny.site / "dev/en/one-thing/more-fields.html"
    assert page.exists()
    module = tiny.course / "en" / "one-thing.yml"
    text = module.read_text(encoding="utf-8")
    start, end = text.index("  - id: more-fields"), text.index("quiz:\n")
    module.write_text(text[:start] + text[end:], encoding="utf-8")
    assert build_course(tiny, WEB).made.removed == 1
    assert not page.exists()


def test_a_page_changed_or_deleted_by_hand_is_made_again(tiny: Place) -> None:
    build_course(tiny, WEB)
    before = tree(tiny.site)
    (tiny.site / "dev/en/index.html").write_text("changed", encoding="utf-8")
    (tiny.site / "dev/en/one-thing/index.html").unlink()
    (tiny.site / "dev/en/assets/quiz.js").unlink()
    build_course(tiny, WEB)
    assert tree(tiny.site) == before


def test_an_error_leaves_the_site_untouched(tiny: Place) -> None:
    build_course(tiny, WEB)
    before = {path: path.stat().st_mtime_ns for path in tiny.site.rglob("*")}
    change(tiny.course / "en" / "one-thing.yml", "today:", "todday:")
    broken = build_course(tiny, WEB)
    assert not broken.good and broken.made.made == 0
    assert {path: path.stat().st_mtime_ns for path in tiny.site.rglob("*")} == before


def test_check_writes_no_site(tiny: Place) -> None:
    assert check_course(tiny, WEB).good
    assert not tiny.site.exists()


def test_a_broken_record_is_made_again(tiny: Place) -> None:
    build_course(tiny, WEB)
    for record in (tiny.kept / "modules").rglob("*.json"):
        record.write_bytes(b'{"shape": ')
    (tiny.kept / "built-dev.json").write_bytes(b"\x00")
    before = tree(tiny.site)
    assert build_course(tiny, WEB).good
    assert tree(tiny.site) == before


def _hold(kept: Path, held: object) -> None:
    with only_one(kept):
        held.set()  # type: ignore[attr-defined]
        time.sleep(30)


def test_a_second_build_beside_a_running_one_is_refused(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    held = context.Event()
    other = context.Process(target=_hold, args=(tmp_path, held))
    other.start()
    assert held.wait(20)
    with pytest.raises(Busy) as refused, only_one(tmp_path):
        pass
    assert (
        str(refused.value)
        == f"another build is writing this site (process {other.pid}); wait until it ends, then try again"
    )
    other.kill()
    other.join()
    with only_one(tmp_path):  # A killed build leaves no lock behind.
        pass


@pytest.mark.parametrize("after", [0.4, 0.8, 1.2, 1.6, 2.0, 2.6])
def test_a_killed_build_leaves_the_last_good_site(tiny: Place, after: float) -> None:
    build_course(tiny, WEB)
    good = tree(tiny.site)
    for name in ("one-thing", "another-thing"):
        change(tiny.course / "en" / f"{name}.yml", "today: Drink a glass of water.", "today: Open a window.")
    words = ("--course", tiny.course, "--config", tiny.config_file, "--site", tiny.site, "build", "--only", "web")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", *map(str, words)], start_new_session=True, stdout=subprocess.DEVNULL
    )
    time.sleep(after)
    os.killpg(process.pid, signal.SIGKILL)
    finished = process.wait() == 0
    if not finished and tree(tiny.site) != good:
        assert "Open a window." in (tiny.site / "dev/en/one-thing/index.html").read_text(encoding="utf-8")
        assert tree(tiny.site).keys() == good.keys()
    assert build_course(tiny, WEB).good
    assert "Open a window." in (tiny.site / "dev/en/one-thing/index.html").read_text(encoding="utf-8")
