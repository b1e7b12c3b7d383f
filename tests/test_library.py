"""The package as a library: every name explained, every block of the manual run, and typed for those who use it."""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import generator
from generator.paths import MANUAL, PACKAGE
from tests.checks.seeds.seed import lay_out
from tests.conftest import ROOT

BLOCKS = re.findall(r"```python\n(.*?)```", (MANUAL / "92-library.md").read_text("utf-8"), re.DOTALL)

CLIENT = '''
"""A program of somebody else."""

from pathlib import Path

from generator import (
    CourseFile, Differences, ModuleEntry, Order, Place, Problem, Result,
    build_course, check_course, differences, read_course, read_version,
)


def titles(course: CourseFile) -> list[str]:
    return [module.title for module in course.modules]


def reviewed(module: ModuleEntry) -> bool:
    return module.review.status == "approved"


def errors(found: tuple[Problem, ...]) -> int:
    return sum(problem.level == "error" for problem in found)


def main(folder: Path) -> str:
    place = Place(folder / "modules", folder / "mkdocs.yml", folder / "site")
    result: Result = check_course(place, Order())
    course, problems = read_course(place, Order())
    built = build_course(place, Order(formats=("web",)))
    draft = read_version(place.site, "dev")
    changed: Differences = differences(draft, course, ("dev", ""))
    return f"{result.good} {errors(problems)} {built.good} {titles(course['en'])} {changed.changed}"
'''


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A folder with a course in which nothing is wrong."""
    lay_out("tiny", tmp_path)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_every_public_name_is_there_and_explained() -> None:
    assert sorted(generator.__all__, key=lambda name: (not name.isupper(), name.islower(), name)) == generator.__all__
    for name in generator.__all__:
        found = getattr(generator, name)
        if inspect.isclass(found) or inspect.isfunction(found):
            assert (found.__doc__ or "").strip().partition("\n")[0].endswith("."), name


def test_every_block_of_the_manual_runs_in_order(
    clinic: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(clinic)
    names: dict[str, object] = {}
    for block in BLOCKS:
        exec(compile(block, "92-library.md", "exec"), names)
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "good" and said[-1] == "nothing changed"
    assert re.fullmatch(r"\d+ files made, 0 kept", said[1])
    assert said[2:-1] == ["One thing 1 draft 13", "Another thing: “1 < 2” & # more 1 draft 1"]


def test_a_client_is_typed_strictly_and_runs(clinic: Path) -> None:
    (clinic / "client.py").write_text(CLIENT, "utf-8")
    assert (PACKAGE / "py.typed").is_file()
    # As a client has it: found by its place, with its types because it says that it has them, and none of our settings.
    (clinic / "generator").symlink_to(PACKAGE)
    settings = clinic / "mypy.ini"
    settings.write_text("[mypy]\nstrict = True\nfollow_imports = silent\n", "utf-8")
    typed = [
        sys.executable,
        "-m",
        "mypy",
        "--config-file",
        str(settings),
        "--cache-dir",
        str(clinic / ".cache"),
        "client.py",
    ]
    done = subprocess.run(typed, cwd=clinic, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    code = "from client import main; from pathlib import Path; print(main(Path('.')))"
    run = subprocess.run([sys.executable, "-c", code], cwd=clinic, capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "True 0 True ['One thing', 'Another thing: “1 < 2” & # more'] False", run.stderr


def test_a_wrong_client_is_told_by_its_types(clinic: Path) -> None:
    wrong = "from pathlib import Path\n\nfrom generator import Place, check_course\n\ncheck_course(Place(Path('a'), Path('b')))\n"
    (clinic / "client.py").write_text(wrong, "utf-8")
    (clinic / "generator").symlink_to(PACKAGE)
    typed = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--follow-imports=silent",
        "--cache-dir",
        str(clinic / ".cache"),
        "client.py",
    ]
    done = subprocess.run(typed, cwd=clinic, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "Missing positional argument" in done.stdout, done.stdout
