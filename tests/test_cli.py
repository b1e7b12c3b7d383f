"""The command line: one sentence for everything that can go wrong, and the exit codes that scripts rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import __file__ as package
from generator.checks import RULES
from generator.cli import main
from generator.lock import only_one
from generator.order import Place
from generator.schemas import SCHEMAS
from tests.test_build import change


def psychoed(place: Place, *words: str) -> Result:
    where = (
        "--course",
        str(place.course),
        "--config",
        str(place.config_file),
        "--site",
        str(place.site),
        "--jobs",
        "1",
    )
    return CliRunner().invoke(main, [*where, *words])


def test_a_good_build_says_where_to_look(tiny: Place) -> None:
    done = psychoed(tiny, "build", "--only", "web")
    assert done.exit_code == 0
    assert f"For people:      {tiny.site}/dev/en/index.html" in done.stdout
    assert f"For counselors:  {tiny.site}/dev/en/counselors/index.html" in done.stdout


def test_errors_end_with_exit_code_1_and_one_line_each(tiny: Place) -> None:
    change(tiny.course / "en" / "one-thing.yml", "today:", "todday:")
    done = psychoed(tiny, "build")
    assert done.exit_code == 1
    assert (
        "tiny/en/one-thing.yml:13:1: error: unknown key 'todday'; did you mean 'today'? [key-is-known]"
        in done.stderr.splitlines()
    )
    assert done.stderr.splitlines()[-1].endswith("nothing was built.")
    assert "Traceback" not in done.stderr and not tiny.site.exists()


def test_check_prints_the_reading_level_of_every_module(tiny: Place) -> None:
    done = psychoed(tiny, "check")
    assert done.exit_code == 0
    for name in ("one-thing", "another-thing"):
        assert f"tiny/en/{name}.yml: Flesch-Kincaid " in done.stdout


def test_quiet_says_nothing_when_all_is_well(tiny: Place) -> None:
    done = psychoed(tiny, "--quiet", "build", "--only", "web")
    assert (done.exit_code, done.stdout) == (0, "")


def test_a_second_build_is_refused_with_exit_code_2(tiny: Place) -> None:
    with only_one(tiny.kept):
        other = subprocess.run(
            [sys.executable, "-m", "generator", "--course", tiny.course, "--site", tiny.site, "build"],
            capture_output=True,
            text=True,
            check=False,
        )
    assert other.returncode == 2
    assert "another build is writing this site (process " in other.stderr and "Traceback" not in other.stderr


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("course.yml", "tiny/course.yml:1:1: error: there is no such file [file-is-there]"),
        ("safety.yml", "tiny/safety.yml:1:1: error: there is no such file [file-is-there]"),
    ],
)
def test_a_missing_shared_file_is_named(tiny: Place, missing: str, said: str) -> None:
    (tiny.course / missing).unlink()
    done = psychoed(tiny, "check")
    assert done.exit_code == 1 and said in done.stdout


def test_a_missing_course_or_look_is_one_sentence(tiny: Place, tmp_path: Path) -> None:
    nowhere = CliRunner().invoke(main, ["--course", str(tmp_path / "nowhere"), "--site", str(tiny.site), "check"])
    assert nowhere.exit_code == 1 and "Traceback" not in nowhere.stderr
    tiny.config_file.unlink()
    lost = psychoed(tiny, "build")
    assert lost.exit_code == 2 and "No such file or directory" in lost.stderr and "Traceback" not in lost.stderr


def test_a_bad_look_is_one_sentence(tiny: Place) -> None:
    tiny.config_file.write_text("site_name: Course\ntheme: no-such-theme\n", encoding="utf-8")
    done = psychoed(tiny, "build", "--only", "web")
    assert done.exit_code == 2 and not tiny.site.exists()
    assert (
        "mkdocs.yml: Config value 'theme': Unrecognised theme name: 'no-such-theme'." in done.stderr
        and "Traceback" not in done.stderr
    )


def test_explain_tells_of_every_rule() -> None:
    for id_, rule in RULES.items():
        told = CliRunner().invoke(main, ["explain", id_])
        assert told.exit_code == 0 and rule.why in told.stdout and rule.mend in told.stdout
    unknown = CliRunner().invoke(main, ["explain", "source-is-knwon"])
    assert unknown.exit_code == 2 and "did you mean 'source-is-known'?" in unknown.stderr


def test_schema_prints_json_schema_and_writes_all(tmp_path: Path) -> None:
    one = CliRunner().invoke(main, ["schema", "module"])
    assert json.loads(one.stdout)["$schema"].endswith("draft-07/schema#")
    CliRunner().invoke(main, ["schema", "--folder", str(tmp_path)])
    assert {path.name for path in tmp_path.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}
    assert CliRunner().invoke(main, ["schema", "modul"]).exit_code == 2


def test_every_command_has_help_of_its_own() -> None:
    for name, command in main.commands.items():
        told = CliRunner().invoke(main, [name, "--help"])
        assert told.exit_code == 0 and command.help and command.help.split("\n")[0][:40] in told.stdout


def test_only_the_command_line_reads_the_clock_and_ends_the_process() -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in Path(package).parent.rglob("*.py")}
    assert [
        name for name, text in sources.items() if "datetime.now" in text or "date.today" in text or "sys.exit" in text
    ] == ["cli.py"]
    assert [name for name, text in sources.items() if "\nimport yaml" in text] == ["source.py"]
