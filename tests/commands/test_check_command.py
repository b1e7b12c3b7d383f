"""`psychoed check`: what is told, in which form, of which files, and how it ends."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

from generator.checks import RULES
from generator.cli import today
from generator.commands.desk import Desk
from generator.order import Place
from generator.problems import Problem
from tests.test_build import change
from tests.test_cli import psychoed

TODAY = "today: Drink a glass of water.\n"
SHAME = "today: Many addicts do, they say.\n"


@pytest.fixture
def course(tiny: Place, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The tiny course, with a shell that stands in the folder around it."""
    monkeypatch.chdir(tiny.course.parent)
    return tiny


def shamed(course: Place) -> Path:
    """Break a module, and return its file."""
    file = course.course / "en" / "one-thing.yml"
    change(file, TODAY, SHAME)
    return file


def check(course: Place, *words: str) -> Result:
    done = psychoed(course, "check", *words)
    assert "Traceback" not in done.output
    return done


def test_a_problem_is_shown_with_its_line_and_a_caret(course: Place) -> None:
    shamed(course)
    done = check(course, "tiny/en/one-thing.yml")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[2:] == [
        "tiny/en/one-thing.yml:13:8: error: “addicts” stands here; write “person with an addiction” [word-is-person-first]",
        "    13 | today: Many addicts do, they say.",
        "       |        ^",
        "",
        "tiny/en/one-thing.yml:16:3: warning: the lesson has 108 words; 700 to 1,100 are right [lesson-length-is-right]",
        "    16 |   - part: what",
        "       |   ^",
        "",
        "1 module checked: 1 error, 1 warning.",
        "`psychoed explain RULE` says why a rule is there and what to do.",
        "1 problem in other files is not shown.",
    ]


@pytest.mark.parametrize(("before", "wide"), [("S-CRISIS, " * 20, 0), ('"今日は", ', 3)])
def test_the_caret_stands_under_the_column_in_a_long_line_and_in_chinese(before: str, wide: int, course: Place) -> None:
    change(course.course / "en" / "one-thing.yml", "safety: [S-CRISIS,", f"safety: [{before} s-nix, S-CRISIS,")
    lines = check(course).stdout.splitlines()
    at = max(number for number, line in enumerate(lines) if re.match(r" +\d+ \| ", line) and "s-nix" in line)
    caret = lines[at + 1]
    assert caret.index("^") == len(lines[at].partition("s-nix")[0]) + wide
    assert len(lines[at]) < 110


def test_many_problems_are_one_line_each_and_counted_by_rule(course: Place) -> None:
    file = course.course / "en" / "one-thing.yml"
    file.write_text(file.read_text("utf-8") + "".join(f"key{number}: 1\n" for number in range(150)), "utf-8")
    lines = check(course).stdout.splitlines()
    assert sum("[key-is-known]" in line for line in lines) == 150
    assert not any(line.strip() == "|        ^" for line in lines)
    assert "   150  key-is-known" in lines


def test_ten_thousand_problems_in_one_file_are_told_in_few_lines(course: Place) -> None:
    file = course.course / "en" / "one-thing.yml"
    change(file, TODAY, "today: " + "Many addicts do. " * 20 + "\n")
    glossary = "".join(
        f"  - {{id: t{number}, term: addict {number}, meaning: No addict.}}\n" for number in range(5_000)
    )
    change(file, "glossary:\n", f"glossary:\n{glossary}")
    lines = check(course).stdout.splitlines()
    assert len(lines) < 300
    assert any(
        re.fullmatch(r"tiny/en/one-thing.yml: [\d,]+ more problems in this file; mend these first", line)
        for line in lines
    )
    found = json.loads(check(course, "--format", "json").stdout)
    assert found["summary"]["errors"] > 10_000
    of_file = [one for one in found["problems"] if one["file"] == "tiny/en/one-thing.yml"]
    assert len({(one["line"], one["column"]) for one in of_file}) > 10_000


def test_all_is_well_when_nothing_is_wrong(course: Place) -> None:
    for name in ("one-thing", "another-thing"):
        file = course.course / "en" / f"{name}.yml"
        exception = "exceptions:\n  - {rule: lesson-length-is-right, at: lesson, reason: A lesson for tests.}\n"
        file.write_text(file.read_text("utf-8") + exception, "utf-8")
    done = check(course)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-2:] == [
        "2 modules checked: no errors, no warnings.",
        "2 alarms answered in the files.",
    ]
    quiet = psychoed(course, "--quiet", "check")
    assert (quiet.exit_code, quiet.output) == (0, "")


def test_quiet_still_says_what_is_wrong(course: Place) -> None:
    shamed(course)
    done = psychoed(course, "--quiet", "check")
    assert done.exit_code == 1
    assert "Flesch" not in done.stdout and "[word-is-person-first]" in done.stdout


def test_only_errors_that_are_told_end_with_1(course: Place) -> None:
    shamed(course)
    done = check(course, "tiny/en/another-thing.yml")
    assert done.exit_code == 0
    assert "word-is-person-first" not in done.stdout
    assert "2 problems in other files are not shown." in done.stdout


@pytest.mark.parametrize("named", ["tiny/en", "tiny/en/*.yml", "tiny", "./tiny/en/../en"])
def test_folders_and_patterns_name_all_their_files(named: str, course: Place) -> None:
    shamed(course)
    assert len(re.findall(r"^tiny/en/[a-z-]+\.yml: ", check(course, named).stdout, re.M)) == 2


def test_a_file_may_be_named_by_its_whole_path(course: Place) -> None:
    assert check(course, str(shamed(course).resolve())).exit_code == 1


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("tiny/en/nothing.yml", "there is no file 'tiny/en/nothing.yml'"),
        ("tiny/en/x*.yml", "there is no file 'tiny/en/x*.yml'"),
        ("**x.yml", "there is no file '**x.yml'"),
        ("a" * 300, f"there is no file '{'a' * 300}'"),
        ("mkdocs.yml", "'mkdocs.yml' is no part of the course in "),
        ("tiny/notes.txt", "'tiny/notes.txt' is no part of the course in "),
    ],
)
def test_what_is_no_part_of_the_course_is_said_with_exit_code_2(named: str, said: str, course: Place) -> None:
    (course.course / "notes.txt").write_text("Mine.", "utf-8")
    done = check(course, named)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())


def test_notes_are_shown_when_they_are_asked_for(course: Place) -> None:
    change(course.course / "course.yml", "pathways:\n", "planned: {later: Later}\npathways:\n")
    program = course.course / "programs" / "three-days.yml"
    change(program, "    group: [one-thing]\n", "    group: [one-thing, later]\n")
    assert "not written yet" not in check(course).stdout
    assert "1 note on what is still to come; --notes shows it." in check(course).stdout
    assert ": note: " in check(course, "--notes").stdout


@pytest.mark.parametrize("quiet", [True, False])
def test_a_command_counts_notes_unless_it_is_quiet(
    quiet: bool, tiny: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    note = Problem("tiny/clinic.yml", 1, 1, "a number is missing", "local-number-is-there", "note")
    Desk(tiny, 1, quiet, today).tell((note,))
    shown = capsys.readouterr()
    assert shown.err == ""
    assert shown.out == ("" if quiet else "1 note on what is still to come; `psychoed check --notes` shows it.\n")


def test_colours_are_for_terminals_alone(course: Place) -> None:
    shamed(course)
    assert "\x1b" not in check(course).stdout


def test_github_reads_one_command_a_problem(course: Place) -> None:
    file = shamed(course)
    file.rename(file.with_name("one,thing: 100%.yml"))
    lines = check(course, "--format", "github").stdout.splitlines()
    assert (
        "::error file=tiny/en/one%2Cthing%3A 100%25.yml,line=13,col=8,title=word-is-person-first::"
        "“addicts” stands here; write “person with an addiction”" in lines
    )
    assert all(re.match(r"::(error|warning) file=[^,:]+,line=\d+,col=\d+,title=[a-z0-9-]+::.", line) for line in lines)


def test_a_percent_sign_in_a_message_is_escaped_for_github(course: Place) -> None:
    change(course.course / "en" / "one-thing.yml", TODAY, f"{TODAY}100%0Athing: 1\n")
    assert "::unknown key '100%250Athing'; " in check(course, "--format", "github").stdout


PROBLEM = {
    "file": {"type": "string"},
    "line": {"type": "integer", "minimum": 1},
    "column": {"type": "integer", "minimum": 1},
    "level": {"enum": ["error", "warning", "note"]},
    "rule": {"enum": sorted(RULES)},
    "message": {"type": "string", "minLength": 1},
    "way_out": {"type": "string", "minLength": 1},
    "about": {"type": "string"},
    "answerable": {"type": "boolean"},
}
ANSWERED = {
    **PROBLEM,
    "reason": {"type": "string", "minLength": 1},
    "exception_lines": {"type": "array", "items": {"type": "integer"}, "minItems": 1},
}
MODULE = {"id": {"type": "string"}, "file": {"type": "string"}, "reading": {"type": "string"}}
SUMMARY = {key: {"type": "integer"} for key in ("errors", "warnings", "notes", "answered", "in_other_files", "modules")}


def group(keys: dict[str, Any]) -> dict[str, Any]:
    """The schema of an object with exactly these keys."""
    return {"type": "object", "properties": keys, "required": sorted(keys), "additionalProperties": False}


def several(keys: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": group(keys)}


DOCUMENTED = group(
    {
        "format": {"const": "psychoed-check"},
        "version": {"const": 1},
        "files": {"type": "array", "items": {"type": "string"}},
        "summary": group(SUMMARY),
        "problems": several(PROBLEM),
        "answered": several(ANSWERED),
        "modules": several(MODULE),
    }
)
EXCEPTION = "exceptions:\n  - rule: word-is-person-first\n    words: Many addicts\n    reason: They say it so.\n"


def test_json_has_the_documented_shape(course: Place) -> None:
    file = shamed(course)
    file.write_text(file.read_text("utf-8") + EXCEPTION + "unknown: 1\n", "utf-8")
    done = psychoed(course, "--quiet", "check", "--format", "json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    Draft202012Validator(DOCUMENTED).validate(found)
    assert found["summary"] == {
        "errors": 1,
        "warnings": 2,
        "notes": 0,
        "answered": 1,
        "in_other_files": 0,
        "modules": 2,
    }
    assert [one["reason"] for one in found["answered"]] == ["They say it so."]
    where = file.read_text("utf-8").splitlines().index("  - rule: word-is-person-first") + 1
    assert found["answered"][0]["exception_lines"] == [where]
    assert found["answered"][0]["about"] == "addicts"


def test_the_documented_keys_are_those_of_the_json() -> None:
    """docs/check.md names every key, and the version."""
    documented = (Path(__file__).parents[2] / "docs" / "check.md").read_text("utf-8")
    for key in {*DOCUMENTED["properties"], *ANSWERED, *MODULE, *SUMMARY}:
        assert f"`{key}`" in documented, key


def test_nothing_but_json_is_said_where_the_course_is_not_there(course: Place) -> None:
    (course.course / "course.yml").unlink()
    done = check(course, "--format", "json")
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    Draft202012Validator(DOCUMENTED).validate(found)
    assert [one["rule"] for one in found["problems"]] == ["file-is-there"]


# What of SARIF 2.1.0 its readers rely on: sections 3.13, 3.14, 3.18 to 3.20, 3.27, 3.30, 3.35 and 3.49.
TEXT = {"type": "object", "properties": {"text": {"type": "string", "minLength": 1}}, "required": ["text"]}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SARIF_RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}, "required": ["level"]},
    },
}
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            # A relative reference or an address: no space, no sign that has to be escaped (RFC 3986).
            "properties": {"uri": {"type": "string", "pattern": "^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$"}},
        },
        "region": {
            "type": "object",
            "required": ["startLine", "startColumn"],
            "properties": {
                "startLine": {"type": "integer", "minimum": 1},
                "startColumn": {"type": "integer", "minimum": 1},
            },
        },
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": LEVEL,
        "message": TEXT,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["physicalLocation"],
                "properties": {"physicalLocation": PLACE},
            },
        },
        "suppressions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"enum": ["inSource", "external"]}, "justification": {"type": "string"}},
            },
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {"rules": {"type": "array", "items": SARIF_RULE}},
                            }
                        },
                    },
                },
            },
        },
    },
}


def test_sarif_holds_rules_with_help_and_results_with_places(course: Place) -> None:
    file = shamed(course)
    file.write_text(file.read_text("utf-8") + EXCEPTION + "unknown: 1\n", "utf-8")
    file.rename(file.with_name("one thing.yml"))
    done = check(course, "--format", "sarif")
    assert done.exit_code == 1
    log = json.loads(done.stdout)
    Draft202012Validator(SARIF).validate(log)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(RULES)
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    suppressed = [result for result in run["results"] if result["suppressions"]]
    assert [result["suppressions"][0]["justification"] for result in suppressed] == ["They say it so."]
    place = suppressed[0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "tiny/en/one%20thing.yml"
    assert place["region"] == {"startLine": 13, "startColumn": 8}
